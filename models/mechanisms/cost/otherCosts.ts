import { BY_NUMBER } from "../../terms/counted.ts";
import { choice, count, money, party, plot, profile, rate, table, unitPrice, word } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { type Component, perRow, type Row } from "../define/component.ts";
import { costsNothing } from "../define/doubt.ts";
import { cash, flow, type LineSpec, ratio, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS, PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { costVatLines, type RateBase, rateBase, rateBaseInput, rateBaseOf } from "../define/rateBase.ts";
import { completionInput, completionLines, lastMonthOf, WORKS_COMPLETION } from "../define/stage.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { purchaseVatInputs, vatOf } from "../define/vat.ts";
import { wholeShare } from "../define/wholeShare.ts";
import { poolInput } from "./costPool.ts";
import { OTHER_PRICES } from "./likelyPrices.ts";
import { BASES, quantityOf, unreadQuantity } from "./quantity.ts";
import { aboutTags, costTagInputs, costTags } from "./tags.ts";

const KINDS = {
  management: { zh: "项目建设管理费", en: "owner's management" },
  design: { zh: "勘察设计费", en: "survey and design" },
  supervision: { zh: "监理及咨询费", en: "supervision and consultancy" },
  consultancy: { zh: "全过程工程咨询(替代设计、监理、管理等单项)", en: "whole-process consultancy, in place of the single services" },
  culture: { zh: "公共文化计划经费(百分之一)", en: "public-culture budget (one per cent)" },
  hookup: { zh: "市政公用接入费(水、电、气、排水)", en: "connection to water, power, gas and drains" },
  fees: { zh: "其他工程建设费用", en: "other construction fees" },
};

const ROLE_OF: Readonly<Record<string, Role>> = {
  management: "cost.other.management",
  design: "cost.other.design",
  supervision: "cost.other.supervision",
  consultancy: "cost.other.supervision",
  culture: "cost.other.fees",
  hookup: "cost.other.fees",
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
  sales: { zh: "本主体签约销售额", en: "contracted sales of the payer" },
  land_price: { zh: "土地价款", en: "land price" },
};

/** 工程建设其他费用: management, design, supervision and fees as rates on the works (or the whole estimate), by a sliding scale, or quantity times price. */
export const otherCosts = mechanism("other_costs", {
  title: { zh: "工程建设其他费用", en: "Other construction costs" },
  summary: {
    zh: "按费率、分档费率表或数量单价计算管理、设计、监理等费用;默认随计费基数的支付进度支付,也可另定进度。",
    en: "Management, design, supervision and fees by rate, sliding scale or price; paid in step with their base unless a phasing is given.",
  },
  family: "cost",
  onCosts: true,
  clauses: [],
  checks: ["C04", "C05"],
  offers: ["paid"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    payee: party("收款单位", "payee", [...SUPPLIERS, ...BUDGETS]),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    items: table("费用项目", "items", {
      kind: choice("类别", "category", KINDS),
      rule: choice("算法", "rule", RULES),
      base: choice("计费基数(按费率、分档时)", "base, for a rate or a scale", RATE_BASES, { optional: true }),
      rate: rate("费率", "rate", { from: 0, to: 1, optional: true, usual: [0.005, 0.04] }),
      rateBase: rateBaseInput,
      basis: choice("计量(数量×单价时)", "measured, for quantity times price", BASES, { optional: true }),
      product: word("产品(按产品计量时)", "product, when measured by a product", { optional: true }),
      quantity: count("数量", "pieces", { counted: BY_NUMBER, from: 0, optional: true, usual: [1, 10] }),
      price: unitPrice("单价或总额", "price or lump sum", { from: 0, optional: true, usual: [10, 300], plausible: OTHER_PRICES }),
      payee: party("收款单位(不填同上;缴财政的规费选财政)", "payee (that of the component when left out; a budget for public fees)", [...SUPPLIERS, ...BUDGETS], {
        optional: true,
      }),
      ...purchaseVatInputs,
      pool: poolInput,
      ...costTagInputs,
    }),
    scale: table(
      "分档费率表(超额累进)",
      "sliding scale, marginal",
      {
        from: money("计费基数超过", "base above", { from: 0, usual: [0, 1000000000] }),
        rate: rate("费率", "rate", { from: 0, to: 1, usual: [0.004, 0.02] }),
      },
      { optional: true, namedBy: ["from"] },
    ),
    phasing: profile("share", "1", "支付进度(不填则随基数)", "phasing; in step with the base when left out", {
      from: 0,
      to: 1,
      optional: true,
    }),
    completion: completionInput,
  },
  lines: (c) => [
    ...(["entered", "net"] as const).filter((base) => basesOf(c).has(base)).flatMap(baseLines),
    ...(c.has("phasing") ? [flow("spread", "当期支付比例", "share of the period", wholeShare("phasing"), { unit: "1" })] : []),
    ...completionLines(c, { of: "other", otherwise: c.has("phasing") ? lastMonthOf("spread > 0") : WORKS_COMPLETION, words: { plot: "plot", taxpayer: "payer" } }),
    ...perRow(c, "items", (row) => itemLines(c, row)),
    ...uncountedLines({ way: "out", entered: "sumrows(items, row.budget)", counted: "sumrows(items, total(row.paid))", words: { plot: "plot", taxpayer: "payer" } }),
  ],
});

/** A row without a base of its own still keeps step with the works. */
const basesOf = (c: Component) => new Set(c.rows("items").map(rateBaseOf));

/** The bases of rates on one VAT basis; those as entered bear the plain names. */
function baseLines(base: RateBase): readonly LineSpec[] {
  const name = (plain: string) => named(plain, base);
  const of = (roles: string, ...also: readonly string[]) => rateBase(roles, base, ["plot = plot", ...also]);
  return [
    flow(name("engineering"), "工程费用", "cost of works", of("cost.works.*"), {
      convention: base === "net" ? { zh: "不含增值税", en: "without VAT" } : { zh: "按录入口径,价格含税的即含税", en: "as entered, with VAT where prices include it" },
    }),
    flow(name("before_fees"), "工程费用与补偿安置", "works and compensation", `${name("engineering")} + ${of("cost.compensation.*")}`),
    flow(name("estimate"), "概算基数", "whole estimate", `${name("before_fees")} + ${of("in(cost.other.design, cost.other.supervision, cost.other.fees)", "rate_on != sales")}`, {
      convention: {
        zh: "不含项目建设管理费本身、预备费与土地",
        en: "without the management fee itself, contingency and land",
      },
    }),
  ];
}

const named = (plain: string, base: RateBase): string => (base === "net" ? `${plain}_net` : plain);

function itemLines(c: Component, row: Row): readonly LineSpec[] {
  const vat = vatOf(row, "row.");
  const rule = row.word("rule");
  const base = baseOf(row);
  const outside = OUTSIDE_WORKS[baseWord(row)];
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
    ...(outside === undefined ? [] : [flow("fee_base", "计费基数", "base of the fee", outside(rateBaseOf(row)))]),
    ...(rule === "price" ? [ratio("measured", "数量", "quantity", quantityOf(row)), ...unreadQuantity(row)] : []),
    scalar("budget", "费用", "cost", vat.carried(amount)),
    costsNothing(row, "rule", "budget"),
    cash("paid", "其他费用支付", "other costs paid", `budget * ${spread}`, {
      ...sidesOf(row),
      role,
      tags: { ...tagsOf(row), ...countedTags("out") },
      words: { plot: "plot", taxpayer: "payer" },
      posts: { debit: "wip", credit: "cash" },
    }),
    ...costVatLines("paid", vat, sidesOf(row), { role, tags: aboutTags(tagsOf(row)), words: { plot: "plot", taxpayer: "payer" } }),
  ];
}

const sidesOf = (row: Row) => ({ from: "payer", to: row.has("payee") ? "row.payee" : "payee" });

const baseWord = (row: Row): string => (row.is("rule", "price") ? "engineering" : row.word("base", "engineering"));

/** Bases that are no works: sales of the payer, the land. */
const OUTSIDE_WORKS: Readonly<Record<string, (base: RateBase) => string>> = {
  sales: (base) => `sum(role = sale.contract, taxpayer = payer) + sum(role = rate_base.${base}, base_of = sale.contract, taxpayer = payer)`,
  land_price: () => "sum(role = cost.land.price, plot = plot)",
};

/** A fee on sales is in no contingency: what rests on sales must not be what allows them. */
function tagsOf(row: Row) {
  const onSales = baseWord(row) === "sales";
  return { ...costTags(row), fee: row.word("kind"), pool: row.word("pool", "common"), ...(onSales ? { contingency: "no", rate_on: "sales" } : {}) };
}

/** Only the management fee counts the other costs in its base: a fee cannot rest on itself. */
function baseOf(row: Row): string {
  const basis = rateBaseOf(row);
  const base = baseWord(row);
  if (OUTSIDE_WORKS[base] !== undefined) return "fee_base";
  if (base === "engineering") return named("engineering", basis);
  return named(row.is("kind", "management") ? "estimate" : "before_fees", basis);
}
