import { choice, flag, month, party, plot, rate } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { type Component, together } from "../define/component.ts";
import { doubt, FEN } from "../define/doubt.ts";
import { cash, flow, type LineSpec, rateLine } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE, SUPPLIERS } from "../define/parties.ts";
import { rateBase, rateBaseInput, rateBaseOf } from "../define/rateBase.ts";
import { completionInput, completionLines, WORKS_COMPLETION } from "../define/stage.ts";
import { inputVatLines, PURCHASE_METHODS, vatOf } from "../define/vat.ts";
import { costTagInputs, eligibilityTags } from "./tags.ts";

const { contingency: _own, ...tagInputs } = costTagInputs;

/** 预备费: basic contingency on works, other costs and compensation (land only when its line says so); price contingency on the same base and the basic one. */
export const contingency = mechanism("contingency", {
  title: { zh: "预备费", en: "Contingency" },
  summary: {
    zh: "基本预备费=费率×(工程费用+其他费用,含补偿安置,不含土地);涨价预备费按年涨幅自估算基准月计算,建设年内折半;进项税随基数,也可另定。",
    en: "Basic contingency: rate on works and other costs incl. compensation, without land. Price contingency: growth from the estimate month, half a year within each year. VAT follows the base.",
  },
  family: "cost",
  onCosts: true,
  clauses: [],
  checks: ["C04"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    payee: party("收款单位", "payee", SUPPLIERS),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    basicRate: rate("基本预备费率", "basic contingency rate", { from: 0, to: 0.2, usual: [0.05, 0.08], plausible: [0.02, 0.15] }),
    priceGrowth: rate("年涨价率", "growth of prices per year", { from: 0, to: 0.2, optional: true, usual: [0, 0.03] }),
    estimateMonth: month("估算编制月", "month of the estimate", "base", { optional: true }),
    constructionStart: month("开工月", "start of construction", "base", { optional: true }),
    vatMethod: choice("进项税处理(不填为随基数)", "input VAT (that of the base when left out)", PURCHASE_METHODS, { optional: true }),
    vatRate: rate("增值税率(另定进项税时)", "VAT rate, when not that of the base", { from: 0, to: 1, optional: true, statutory: true, usual: [0.06, 0.09] }),
    includesVat: flag("按费率所得含税(另定进项税时)", "the amount by rate includes VAT, when not that of the base", { optional: true }),
    rateBase: rateBaseInput,
    ...tagInputs,
    completion: completionInput,
  },
  lines: (c) => {
    const vat = ownVat(c);
    together(c, "priceGrowth", "estimateMonth", "constructionStart");
    return [
      ...completionLines(c, { of: "other", otherwise: WORKS_COMPLETION, words: { plot: "plot", taxpayer: "payer" } }),
      flow("base", "预备费基数", "base", vat === undefined ? COSTS : rateBaseOfCosts(c), {
        convention: {
          zh: "工程费用+其他费用(含补偿、搬迁、临时安置),不含购地款与契税;逐项可调",
          en: "works and other costs incl. compensation, removal and transition; without purchased land and its deed tax; each line can say otherwise",
        },
      }),
      ...(vat === undefined ? [flow("base_vat", "基数的进项税额", "input VAT of the base", BASE_VAT)] : []),
      ...basicLines(c),
      doubt("kept_for_nothing", "basicRate", "基本预备费为 0", "the basic contingency is 0", `total(base) > ${FEN} and total(basic) <= ${FEN} ? 1 : 0`),
      ...(c.has("priceGrowth") ? priceLines(c) : []),
    ];
  },
});

const ROLES = "in(cost.works.*, cost.other.*, cost.compensation.*)";
const COSTS = `sum(role = ${ROLES}, contingency != no, payer = payer, plot = plot) + sum(role = cost.land.*, contingency = yes, payer = payer, plot = plot)`;
const BASE_VAT = `sum(role = vat.input, base_of = ${ROLES}, contingency != no, taxpayer = payer, plot = plot)
  + sum(role = vat.input, base_of = cost.land.*, contingency = yes, taxpayer = payer, plot = plot)`;

const rateBaseOfCosts = (c: Component): string => {
  const base = rateBaseOf(c);
  const of = (roles: string, counted: string) => rateBase(roles, base, [counted, "plot = plot"], "payer");
  return `${of(ROLES, "contingency != no")} + ${of("cost.land.*", "contingency = yes")}`;
};

/** VAT of its own; undefined: a share of each cost and of the VAT on it. */
const ownVat = (c: Component) => (c.has("vatMethod") ? vatOf(c) : undefined);

const SIDES = { from: "payer", to: "payee" };

function payment(c: Component) {
  return {
    ...SIDES,
    tags: { ...eligibilityTags(c), contingency: "no" },
    words: { plot: "plot", taxpayer: "payer" },
    posts: { debit: "wip", credit: "cash" },
  } as const;
}

const about = (role: Role) => ({ tags: { base_of: role, contingency: "no" }, words: { plot: "plot", taxpayer: "payer" } });

const FOLLOWS = { zh: "进项税随基数各项", en: "VAT is that of the costs in the base" };

function basicLines(c: Component): readonly LineSpec[] {
  const vat = ownVat(c);
  const basic = { ...payment(c), role: "cost.contingency.basic" } as const;
  if (vat === undefined)
    return [cash("basic", "基本预备费", "basic contingency", "base * basicRate", { ...basic, convention: FOLLOWS }), ...followedVat("basic", "base_vat * basicRate")];
  return [cash("basic", "基本预备费", "basic contingency", vat.carried("base * basicRate"), basic), ...inputVatLines("basic", vat, SIDES, about(basic.role))];
}

function priceLines(c: Component): readonly LineSpec[] {
  const vat = ownVat(c);
  const amount = "base * (1 + basicRate) * ((1 + priceGrowth) ^ years_grown - 1)";
  return [
    rateLine("years_grown", "涨价年数", "years of growth", "max(0, (constructionStart - estimateMonth) / 12 mo + 1 / 2 + yearof(constructionStart) - 1)", { unit: "1" }),
    cash("price", "涨价预备费", "price contingency", vat === undefined ? amount : vat.carried(amount), {
      ...payment(c),
      role: "cost.contingency.price",
      convention: {
        zh: "I_t[(1+f)^m(1+f)^0.5(1+f)^(t-1)-1],基数含基本预备费",
        en: "I_t[(1+f)^m(1+f)^0.5(1+f)^(t-1)-1], the base includes the basic contingency",
      },
    }),
    ...(vat === undefined
      ? followedVat("price", "base_vat * (1 + basicRate) * ((1 + priceGrowth) ^ years_grown - 1)")
      : inputVatLines("price", vat, SIDES, about("cost.contingency.price"))),
  ];
}

/** Input VAT that is a share of the VAT of other costs. */
function followedVat(of: "basic" | "price", amount: string): readonly LineSpec[] {
  const { tags, words } = about(`cost.contingency.${of}`);
  return [
    flow(`${of}_vat`, "进项税额", "input VAT", amount, { role: "vat.input", tags: { ...tags, method: "creditable" }, words }),
    cash(`${of}_vat_paid`, "随价款支付的增值税", "VAT paid with the price", `${of}_vat * convention.separate_vat`, {
      ...SIDES,
      tags,
      words,
      role: "vat.paid",
      posts: { debit: "vat_credit", credit: "cash" },
    }),
  ];
}
