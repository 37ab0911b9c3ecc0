import type { VerdictId } from "../verdicts/verdict.ts";
import { type Expectation, hasRole, type Place, type Planned, uses, when } from "./expectation.ts";

const MONEY: readonly VerdictId[] = ["B2", "B3", "B4", "B5", "B6", "B8"];
const ALL: readonly VerdictId[] = ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"];
export const RUNNING: readonly VerdictId[] = ["B2", "B4", "B5", "B6", "B7", "B8"];

/** Sold by the ㎡, not as a sum. */
const sells = (planned: Planned): boolean => uses(planned, "sale");
const lets = (planned: Planned): boolean => uses(planned, "lease");
const buysLand = (planned: Planned): boolean => hasRole(planned, "cost.land.price");
const builds = ({ type, mode }: Planned): boolean => type === "new_build" || mode === "rebuild" || mode === "infill";

/** What a project of its kind has: areas, works and their other costs, land, compensation, taxes of what is bought, sold or let, the operation of what is kept. */
export const EXPECTATIONS: readonly Expectation[] = [
  {
    id: "entries",
    name: { zh: "收入与支出", en: "income and cost" },
    expected: () => when(true),
    met: ({ lines }) => lines.length > 0,
    verdicts: ALL,
  },
  {
    id: "area",
    name: { zh: "面积平衡表", en: "area balance" },
    expected: (planned) =>
      when(
        measured(planned, ...BY_AREA) ||
          (builds(planned) && (sells(planned) || lets(planned) || uses(planned, "ceded_space"))),
      ),
    met: (planned) => hasRole(planned, "area.gfa.above") || hasRole(planned, "area.disposition."),
    verdicts: ALL,
  },
  {
    id: "works",
    name: { zh: "工程费用", en: "works" },
    expected: () => when(true),
    inSums: true,
    met: (planned) => planned.lines.some(isWorks),
    verdicts: MONEY,
  },
  {
    id: "works_of_plot",
    name: { zh: "地块的工程费用", en: "works of the plot" },
    expected: builtPlots,
    inSums: true,
    met: (planned, { id }) => planned.lines.some((line) => isWorks(line) && of(line.tags["plot"], id)),
    verdicts: MONEY,
  },
  {
    id: "works_above",
    name: { zh: "新建地上工程费用", en: "works above ground" },
    expected: (planned) => when(builds(planned) && planned.lines.some(isWorks) && hasRole(planned, "area.gfa.above")),
    inSums: true,
    met: (planned) => measured(planned, "above", "product", "fixed"),
    verdicts: MONEY,
  },
  {
    id: "works_kept",
    name: { zh: "整治工程费用", en: "works on what is kept" },
    expected: (planned) =>
      when(
        planned.mode === "rehabilitation" && planned.lines.some(isWorks) && hasRole(planned, "area.disposition.kept"),
      ),
    inSums: true,
    met: (planned) => measured(planned, "kept", "existing", "site", "households", "households_existing", "fixed"),
    verdicts: MONEY,
  },
  {
    id: "works_below",
    name: { zh: "地下工程费用", en: "works below ground" },
    expected: (planned) =>
      when(
        planned.lines.some(isWorks) &&
          planned.lines.some(
            ({ role, tags }) => role?.startsWith("area.disposition.") === true && tags["pool"] === "below",
          ),
      ),
    inSums: true,
    met: (planned) => measured(planned, "below", "product", "product_pieces", "fixed"),
    verdicts: MONEY,
  },
  {
    id: "land",
    name: { zh: "土地价款", en: "land price" },
    expected: (planned) => when(builds(planned) && sells(planned)),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.land.price") || uses(planned, "land_revenue", "land_scheme"),
    verdicts: MONEY,
  },
  {
    id: "other_costs",
    name: { zh: "工程建设其他费用", en: "other costs of construction" },
    expected: (planned) => when(uses(planned, "works")),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.other."),
    verdicts: MONEY,
  },
  {
    id: "compensation",
    name: { zh: "拆迁补偿及临时安置", en: "compensation and transition" },
    expected: (planned) =>
      when(
        planned.type === "renovation" &&
          (planned.mode === "rebuild" || (planned.mode === "infill" && hasRole(planned, "area.demolished"))),
      ),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.compensation."),
    verdicts: MONEY,
  },
  {
    id: "tax_vat",
    name: { zh: "增值税申报", en: "VAT return" },
    expected: (planned) => when(sells(planned) || lets(planned)),
    met: (planned) => hasRole(planned, "tax.vat"),
    verdicts: ["B2", "B4", "B5", "B6", "B8"],
  },
  {
    id: "tax_land_appreciation",
    name: { zh: "土地增值税", en: "land appreciation tax" },
    expected: (planned) => when(sells(planned)),
    met: (planned) => hasRole(planned, "tax.land_appreciation"),
    verdicts: ["B2", "B4", "B5", "B6", "B8"],
  },
  {
    id: "tax_income",
    name: { zh: "企业所得税", en: "income tax" },
    expected: (planned) => when(sells(planned) || lets(planned)),
    met: (planned) => hasRole(planned, "tax.income"),
    verdicts: ["B2", "B4", "B5", "B6", "B8"],
  },
  {
    id: "tax_property",
    name: { zh: "房产税", en: "property tax" },
    expected: (planned) => when(lets(planned)),
    met: (planned) => hasRole(planned, "tax.property"),
    verdicts: RUNNING,
  },
  {
    id: "tax_deed",
    name: { zh: "契税", en: "deed tax" },
    expected: (planned) => when(buysLand(planned)),
    inSums: true,
    met: (planned) => hasRole(planned, "tax.deed", "cost.land.deed_tax"),
    verdicts: MONEY,
  },
  {
    id: "tax_land_use",
    name: { zh: "城镇土地使用税", en: "urban land-use tax" },
    expected: (planned) => when(buysLand(planned)),
    met: (planned) => hasRole(planned, "tax.land_use"),
    verdicts: ["B2", "B4", "B5", "B6", "B8"],
  },
  {
    id: "tax_stamp",
    name: { zh: "印花税", en: "stamp tax" },
    expected: (planned) => when(buysLand(planned) || sells(planned)),
    met: (planned) => hasRole(planned, "tax.stamp"),
    verdicts: ["B2", "B4", "B5", "B6", "B8"],
  },
  {
    id: "operation",
    name: { zh: "经营成本", en: "operating cost" },
    expected: (planned) => when(lets(planned) || uses(planned, "operating_revenue")),
    met: (planned) => planned.lines.some(isRunningCost),
    verdicts: RUNNING,
  },
  {
    id: "document",
    name: { zh: "所依据的文件", en: "document it rests on" },
    expected: ({ undecided }) => undecided,
    met: () => false,
    verdicts: [...MONEY, "B7"],
  },
  {
    id: "price",
    name: { zh: "产品的售价或租金", en: "price of the product" },
    expected: offeredProducts,
    met: ({ lines }, { id }) =>
      lines.some(
        ({ role = "", tags }) => /^(area\.in_use|sale\.|revenue\.|ceded\.)/.test(role) && of(tags["product"], id),
      ),
    verdicts: [],
  },
];

/** Ways of measuring works that read the area balance. */
const BY_AREA = ["above", "below", "total", "site", "kept", "demolished", "existing", "product"];

const measured = ({ measures }: Planned, ...ways: readonly string[]): boolean => ways.some((way) => measures.has(way));

type PlannedLine = Pick<Planned["lines"][number], "role" | "tags">;

/** What a land scheme obliges to, or what is shared with others, are no works of one's own. */
const isWorks = ({ role = "", tags }: PlannedLine): boolean =>
  role.startsWith("cost.works.") && !["land_scheme", "joint_cost"].includes(String(tags["mechanism"]));

/** Fees of a debt and the cost of selling run nothing. */
export const isRunningCost = ({ role = "", tags }: PlannedLine): boolean =>
  role.startsWith("opex.") &&
  role !== "opex.selling" &&
  !["special_bond", "loan", "ratio_funding", "sale", "investment_fund"].includes(String(tags["mechanism"]));

/** A line without the tag stands for all. */
const of = (tag: string | number | undefined, id: string): boolean => tag === undefined || String(tag) === id;

/** Plots on which something is built, where there are several. */
function builtPlots({ plots, lines }: Planned): readonly Place[] {
  if (plots.length < 2 || !lines.some(isWorks)) return [];
  return plots
    .filter(({ id }) =>
      lines.some(({ role, tags }) => role?.startsWith("area.gfa.") === true && String(tags["plot"]) === id),
    )
    .map(({ id, label }) => ({ id, name: label }));
}

function offeredProducts({ lines }: Planned): readonly Place[] {
  const offered = lines.filter(({ role = "" }) => /^area\.disposition\.(sale|lease|ceded)$/.test(role));
  const products = new Set(
    offered.flatMap(({ tags }) => (tags["product"] === undefined ? [] : [String(tags["product"])])),
  );
  return [...products].map((id) => ({ id, name: { zh: id, en: id } }));
}
