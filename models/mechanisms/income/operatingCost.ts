import { BY_NUMBER } from "../../terms/counted.ts";
import { choice, count, party, rate, table, unitPrice } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { needs, perRow, type Row } from "../define/component.ts";
import { costsNothing } from "../define/doubt.ts";
import { cash, flow, type LineSpec, ratio } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { inputVatLines, purchaseVatInputs, vatOf } from "../define/vat.ts";
import { COST_BOOKS } from "./books.ts";
import { RUNNING_PRICES, RUNNING_QUANTITIES } from "./likelyPrices.ts";
import { measuredPlot, OPERATING_BASES, operatingQuantity } from "./operatingBase.ts";
import { CHARGED, grownRow, growthColumns, operationInputs, PRICE_PER, timeLines } from "./operation.ts";

const KINDS = {
  staff: { zh: "人工", en: "staff" },
  energy: { zh: "能源", en: "energy" },
  maintenance: { zh: "日常维修", en: "routine maintenance" },
  cleaning: { zh: "保洁绿化", en: "cleaning and greenery" },
  rent: { zh: "租金", en: "rent" },
  selling: { zh: "营销", en: "marketing" },
  management: { zh: "管理费用", en: "management" },
  insurance: { zh: "保险", en: "insurance" },
  concession: { zh: "特许权费", en: "concession fee" },
  platform: { zh: "数字平台运维", en: "running the digital platform" },
  startup: { zh: "创业服务", en: "start-up services" },
  other: { zh: "其他", en: "other" },
};

const ROLE_OF: Readonly<Record<string, Role>> = {
  staff: "opex.staff",
  energy: "opex.energy",
  maintenance: "opex.maintenance",
  cleaning: "opex.other",
  rent: "opex.rent",
  selling: "opex.marketing",
  management: "opex.management",
  insurance: "opex.insurance",
  concession: "opex.concession",
  platform: "opex.other",
  startup: "opex.other",
  other: "opex.other",
};

const { ramp: _ramp, ramping: _ramping, ...timing } = operationInputs;

/** 经营成本: lines of quantity × price with growth, or a share of the payer's operating revenue. */
export const operatingCost = mechanism("operating_cost", {
  title: { zh: "经营成本", en: "Operating cost" },
  summary: {
    zh: "逐项:数量×单价×(1+涨幅)^(年序-1),或按该主体经营收入的比例。",
    en: "By line: quantity × price with growth, or a share of the operating revenue of the same party.",
  },
  family: "income",
  clauses: [],
  checks: ["C12"],
  offers: ["paid"],
  inputs: {
    payer: party("承担方", "payer", PROJECT_SIDE),
    plot: measuredPlot,
    ...timing,
    items: table("成本项目", "lines", {
      kind: choice("类别", "category", KINDS),
      payee: party("收款方", "payee", ["supplier", "contractor", "operator", "utility", "city", "district", "resident", "soe", "other"]),
      rule: choice("算法", "rule", {
        price: { zh: "数量×单价", en: "quantity times price" },
        share: { zh: "占经营收入比例", en: "share of operating revenue" },
      }),
      share: rate("占收入比例", "share of revenue", { from: 0, to: 1, optional: true, usual: [0.02, 0.1] }),
      basis: choice("计量(数量×单价时)", "measured, for quantity times price", OPERATING_BASES, { optional: true }),
      quantity: count("数量或每计量单位数量", "number, or units per unit measured", { counted: BY_NUMBER, from: 0, optional: true, usual: [1, 40], plausible: RUNNING_QUANTITIES }),
      price: unitPrice("单价", "price", { from: 0, optional: true, usual: [1, 100000], plausible: RUNNING_PRICES }),
      per: choice("计价周期", "price per", PRICE_PER, { optional: true }),
      shifts: count("每岗轮班人数(24小时约4.5—5)", "people per post; about 4.5 to 5 for a post of 24 hours", { from: 1, to: 10, optional: true, usual: [1, 5] }),
      saving: rate("节能等节约比例", "share saved, e.g. by low-energy building", { from: 0, to: 1, optional: true, usual: [0, 0.5] }),
      book: choice("所属账(综合运营时)", "book, in an integrated operation", COST_BOOKS, { optional: true }),
      ...growthColumns,
      ...purchaseVatInputs,
    }),
  },
  lines: (c) => [
    ...timeLines(c),
    flow("revenue_base", "经营收入", "operating revenue", "open_months > 0 ? sum(role = revenue.*, payee = payer) : 0"),
    ...perRow(c, "items", costLines),
  ],
});

function costLines(row: Row): readonly LineSpec[] {
  const vat = vatOf(row, "row.");
  const kind = row.word("kind");
  const role = ROLE_OF[kind];
  if (role === undefined) throw new Error(`no category ${kind}`);
  const label = KINDS[kind as keyof typeof KINDS];
  const shared = row.is("rule", "share");
  if (!shared) for (const name of ["basis", "per"]) needs(row, name);
  const amount = shared
    ? "revenue_base * row.share"
    : `measured * ${vat.carried("row.price")} * ${CHARGED[row.word("per", "year")]} * ${grownRow(false)} * (row.shifts or 1) * (1 - (row.saving or 0))`;
  return [
    ...(shared ? [] : [ratio("measured", "数量", "quantity", operatingQuantity(row))]),
    cash("paid", label.zh, label.en, amount, {
      from: "payer",
      to: "row.payee",
      role,
      tags: { varies: shared ? "revenue" : "no", service: kind },
      words: { taxpayer: "payer", book: "row.book" },
      posts: { debit: "opex", credit: "cash" },
    }),
    ...inputVatLines("paid", vat, { from: "payer", to: "row.payee" }),
    ...(shared ? [] : [costsNothing(row, "price", "total(paid)")]),
  ];
}
