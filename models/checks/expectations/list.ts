import { VERDICTS } from "../verdicts/verdict.ts";
import { type Expectation, hasRole, isAny, MONEY, of, type Place, type Planned, uses, when } from "./expectation.ts";
import { rows } from "./rows.ts";
import { running } from "./running.ts";
import { isLegalDemolished, standing } from "./standing.ts";
import { taxes } from "./taxes.ts";
import { builtPlots, compensationByArea, hasWorks, isWorks, worksByArea } from "./works.ts";

/** Sold by the ㎡, not as a sum. */
const sells = (planned: Planned): boolean => uses(planned, "sale");
const lets = (planned: Planned): boolean => uses(planned, "lease");
const builds = ({ type, mode }: Planned): boolean => type === "new_build" || mode === "rebuild" || mode === "infill";

/** What a project of its kind has: areas, works and their other costs, land, compensation, taxes of what is bought, sold or let, the operation of what is kept. */
export const EXPECTATIONS: readonly Expectation[] = [
  {
    id: "entries",
    name: { zh: "收入与支出", en: "income and cost" },
    expected: () => when(true),
    met: ({ lines }) => lines.length > 0,
    verdicts: VERDICTS,
  },
  {
    id: "area",
    name: { zh: "面积平衡表", en: "area balance" },
    expected: (planned) =>
      when(
        measured(planned, ...BY_AREA) ||
          hasRole(planned, "area.in_use") ||
          (builds(planned) && (sells(planned) || lets(planned) || uses(planned, "ceded_space"))),
      ),
    met: (planned) => hasRole(planned, "area.gfa.above") || hasRole(planned, "area.disposition."),
    verdicts: VERDICTS,
  },
  {
    id: "works",
    name: { zh: "工程费用", en: "works" },
    expected: () => when(true),
    inSums: true,
    met: (planned) => planned.lines.some(isWorks),
    verdicts: MONEY,
    supported: true,
  },
  {
    id: "works_of_plot",
    name: { zh: "地块的工程费用", en: "works of the plot" },
    expected: builtPlots,
    inSums: true,
    met: hasWorks,
    verdicts: MONEY,
    supported: true,
  },
  ...worksByArea,
  {
    id: "land",
    name: { zh: "土地价款", en: "land price" },
    expected: (planned) => when(sells(planned)),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.land.price") || uses(planned, "land_revenue", "land_scheme"),
    verdicts: MONEY,
    supported: true,
  },
  {
    id: "other_costs",
    name: { zh: "工程建设其他费用", en: "other costs of construction" },
    expected: (planned) => when(uses(planned, "works")),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.other."),
    verdicts: MONEY,
    supported: true,
  },
  {
    id: "contingency",
    name: { zh: "预备费", en: "contingency" },
    expected: (planned) => when(uses(planned, "works")),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.contingency."),
    verdicts: MONEY,
    supported: true,
  },
  ...rows,
  {
    id: "compensation",
    name: { zh: "拆迁补偿及临时安置", en: "compensation and transition" },
    expected: (planned) => when(planned.mode === "rebuild" || isAny(planned.area(isLegalDemolished))),
    inSums: true,
    met: (planned) => hasRole(planned, "cost.compensation."),
    verdicts: MONEY,
    supported: true,
  },
  ...compensationByArea,
  {
    id: "deposits",
    name: { zh: "物业保修金", en: "warranty deposit" },
    expected: (planned) =>
      when(
        sells(planned) &&
          planned.areas.some(({ position, due }) => position === "above" && isAny(due)) &&
          planned.hasParameter("warranty_deposit"),
      ),
    inSums: true,
    met: (planned) => hasRole(planned, "deposit.paid"),
    verdicts: MONEY,
  },
  ...standing,
  ...taxes,
  ...running,
  {
    id: "document",
    name: { zh: "所依据的文件", en: "document it rests on" },
    expected: ({ undecided }) => undecided,
    met: () => false,
    verdicts: [...MONEY, "B7"],
  },
  {
    id: "vat_ground",
    name: { zh: "不计增值税的依据", en: "ground for leaving VAT out" },
    expected: ({ untaxed }) => untaxed,
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

function offeredProducts({ lines }: Planned): readonly Place[] {
  const offered = lines.filter(({ role = "" }) => /^area\.disposition\.(sale|lease|ceded)$/.test(role));
  const products = new Set(
    offered.flatMap(({ tags }) => (tags["product"] === undefined ? [] : [String(tags["product"])])),
  );
  return [...products].map((id) => ({ id, name: { zh: id, en: id } }));
}
