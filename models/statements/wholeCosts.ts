import type { FormulaDecl } from "../language/line.ts";
import type { Text } from "../wording/text.ts";
import { system } from "./system.ts";

const paid = (roles: string): string => `total(sum(role = ${roles}, crosses = out))`;

/** A cost that stands for a whole kind of cost is told where it comes to a third of what is usual or less: a token sum, or a number of 1. */
const cost = (id: string, { zh, en }: Text, unit: string, formula: string, least: string): FormulaDecl => ({
  ...system(`whole.${id}`, zh, en, unit, "scalar", formula),
  tags: { plausible: `${least} ${MOST}` },
});

/** Of what is too high the inputs themselves tell. */
const MOST = "1000000000";

/** 费用占比与单方指标: what kinds of cost usually come to, against the works, the floor area, the site, the income they serve. */
export const wholeCosts: readonly FormulaDecl[] = [
  cost("other", { zh: "工程建设其他费用占工程费用的比例", en: "other costs of construction over works" }, "1", `share(${paid("cost.other.*")}, ${paid("cost.works.*")})`, "0.017"),
  cost(
    "contingency",
    { zh: "预备费占工程费用与其他费用的比例", en: "contingency over works and other costs" },
    "1",
    `share(${paid("cost.contingency.*")}, ${paid("in(cost.works.*, cost.other.*)")})`,
    "0.01",
  ),
  cost(
    "equipment",
    { zh: "电梯等设备及安装费用折合新建地上面积单价", en: "lifts and other equipment per ㎡ built above ground" },
    "CNY/m2",
    `share(${paid("cost.works.equipment")}, sum(role = works.due, covers = above))`,
    "30",
  ),
  cost("outdoor", { zh: "室外工程费用折合净用地单价", en: "outdoor works per ㎡ of site" }, "CNY/m2", `share(${paid("cost.works.outdoor")}, sum(role = area.site))`, "20"),
  cost("land", { zh: "土地价款折合净用地单价", en: "land price per ㎡ of site" }, "CNY/m2", `share(${paid("cost.land.price")}, sum(role = area.site))`, "50"),
  cost(
    "property_service",
    { zh: "人工、保洁、能耗、维修支出为物业费收入的倍数", en: "staff, cleaning, energy and maintenance over property fees" },
    "1",
    `share(${paid("in(opex.staff, opex.energy, opex.maintenance, opex.other)")}, total(sum(role = revenue.property_fee, crosses = in)))`,
    "0.25",
  ),
];
