import { choice, count, money, party, plot, profile, rate, table } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { cash, flow, type LineSpec, ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { completionInput, completionLine, lastMonthOf, WORKS_COMPLETION } from "../define/stage.ts";
import { inputVatLines, purchaseVatInputs, vatOf } from "../define/vat.ts";
import { poolInput } from "./costPool.ts";
import { BASES, quantityOf } from "./quantity.ts";
import { costTagInputs, costTags } from "./tags.ts";

const KINDS = {
  management: { zh: "项目建设管理费", en: "owner's management" },
  design: { zh: "勘察设计费", en: "survey and design" },
  supervision: { zh: "监理及咨询费", en: "supervision and consultancy" },
  consultancy: { zh: "全过程工程咨询(替代设计、监理、管理等单项)", en: "whole-process consultancy, in place of the single services" },
  culture: { zh: "公共文化计划经费(百分之一)", en: "public-culture budget (one per cent)" },
  fees: { zh: "其他工程建设费用", en: "other construction fees" },
};

const ROLE_OF: Readonly<Record<string, Role>> = {
  management: "cost.other.management",
  design: "cost.other.design",
  supervision: "cost.other.supervision",
  consultancy: "cost.other.supervision",
  culture: "cost.other.fees",
  fees: "cost.other.fees",
};

const RULES = {
  rate: { zh: "按费率", en: "rate on a base" },
  scale: { zh: "按分档费率表", en: "sliding scale on a base" },
  price: { zh: "数量×单价", en: "quantity times price" },
};

const RATE_BASES = {
  engineering: { zh: "工程费用", en: "cost of works" },
  estimate: {
    zh: "概算:工程费用与补偿安置;计管理费时另加其他费用",
    en: "estimate: works and compensation, for the management fee also the other costs",
  },
};

/** 工程建设其他费用: management, design, supervision and fees as rates on the works (or the whole estimate), by a sliding scale, or quantity times price. */
export const otherCosts = mechanism("other_costs", {
  title: { zh: "工程建设其他费用", en: "Other construction costs" },
  summary: {
    zh: "按费率、分档费率表或数量单价计算管理、设计、监理等费用;默认随计费基数的支付进度支付,也可另定进度。",
    en: "Management, design, supervision and fees by rate, sliding scale or price; paid in step with their base unless a phasing is given.",
  },
  family: "cost",
  clauses: [],
  checks: ["C04", "C05"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    payee: party("收款单位", "payee", SUPPLIERS),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    items: table(
      "费用项目",
      "items",
      {
        kind: choice("类别", "category", KINDS),
        rule: choice("算法", "rule", RULES),
        base: choice("计费基数(按费率、分档时)", "base, for a rate or a scale", RATE_BASES, { optional: true }),
        rate: rate("费率", "rate", { from: 0, to: 1, optional: true, usual: [0.005, 0.04] }),
        basis: choice("计量(数量×单价时)", "measured, for quantity times price", BASES, { optional: true }),
        quantity: count("数量", "pieces", { from: 0, optional: true, usual: [1, 10] }),
        price: money("单价或总额", "price or lump sum", { from: 0, optional: true, usual: [10, 300] }),
        ...purchaseVatInputs,
        pool: poolInput,
        ...costTagInputs,
      },
      { minRows: 1 },
    ),
    scale: table(
      "分档费率表(超额累进)",
      "sliding scale, marginal",
      {
        from: money("计费基数超过", "base above", { from: 0, usual: [0, 1000000000] }),
        rate: rate("费率", "rate", { from: 0, to: 1, usual: [0.004, 0.02] }),
      },
      { optional: true },
    ),
    phasing: profile("share", "1", "支付进度(不填则随基数)", "phasing; in step with the base when left out", {
      from: 0,
      to: 1,
      optional: true,
    }),
    completion: completionInput,
  },
  lines: (c) => [
    flow("engineering", "工程费用", "cost of works", "sum(role = cost.works.*, plot = plot)"),
    flow("before_fees", "工程费用与补偿安置", "works and compensation", "engineering + sum(role = cost.compensation.*, plot = plot)"),
    flow("estimate", "概算基数", "whole estimate", "before_fees + sum(role = in(cost.other.design, cost.other.supervision, cost.other.fees), plot = plot)", {
      convention: {
        zh: "不含项目建设管理费本身、预备费与土地",
        en: "without the management fee itself, contingency and land",
      },
    }),
    ...(c.has("phasing") ? [flow("spread", "当期支付比例", "share of the period", "phasing / total(phasing)", { unit: "1" })] : []),
    completionLine(c, { of: "other", otherwise: c.has("phasing") ? lastMonthOf("spread > 0") : WORKS_COMPLETION, words: { plot: "plot", taxpayer: "payer" } }),
    ...perRow(c, "items", (row) => itemLines(c, row)),
  ],
});

function itemLines(c: Component, row: Row): readonly LineSpec[] {
  const vat = vatOf(row, "row.");
  const rule = row.word("rule");
  const base = baseOf(row);
  const amounts: Readonly<Record<string, string>> = {
    rate: `total(${base}) * row.rate`,
    scale: `brackets(scale, total(${base}))`,
    price: "measured * row.price",
  };
  const amount = amounts[rule];
  const role = ROLE_OF[row.word("kind")];
  if (amount === undefined || role === undefined) throw new Error(`no rule ${rule} or category ${row.word("kind")}`);
  // With nothing to keep step with, the fee falls due at once rather than vanish.
  const spread = c.has("phasing") ? "spread" : `(total(${base}) > 0 ? ${base} / total(${base}) : t == 1 ? 1 : 0)`;
  return [
    ...(rule === "price" ? [ratio("measured", "数量", "quantity", quantityOf(row))] : []),
    scalar("budget", "费用", "cost", vat.carried(amount)),
    cash("paid", "其他费用支付", "other costs paid", `budget * ${spread}`, {
      from: "payer",
      to: "payee",
      role,
      tags: { ...costTags(row), pool: row.word("pool", "common") },
      words: { plot: "plot", taxpayer: "payer" },
      posts: { debit: "wip", credit: "cash" },
    }),
    ...inputVatLines("paid", vat, { from: "payer", to: "payee" }),
  ];
}

/** Only the management fee counts the other costs in its base: a fee cannot rest on itself. */
function baseOf(row: Row): string {
  if (row.is("rule", "price") || row.word("base", "engineering") === "engineering") return "engineering";
  return row.is("kind", "management") ? "estimate" : "before_fees";
}
