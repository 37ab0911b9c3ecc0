import { area, choice, money, party, plot, profile, quantity, rate } from "../../terms/inputs.ts";
import type { Role } from "../../terms/roles.ts";
import { type Component, together } from "../define/component.ts";
import { cash, flow, type LineSpec, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { BUDGETS } from "../define/parties.ts";
import { completionInput, completionLines, firstMonthOf, paidAfterWorks } from "../define/stage.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";
import { wholeShare } from "../define/wholeShare.ts";
import { LAND_PRICE, pricePerSite } from "./likelyPrice.ts";

const BASES = {
  net: { zh: "土地出让收益(净)", en: "net land proceeds" },
  gross: { zh: "土地出让价款(毛)", en: "gross land receipts" },
  after_statutory: { zh: "净收益扣除法定计提后", en: "net proceeds after statutory set-asides" },
};

const SIDES = {
  outside: { zh: "项目外的受让人", en: "a buyer outside the project" },
  project: { zh: "项目主体自身(价款计入投资)", en: "the project itself (the price is part of its investment)" },
};

/**
 * 土地出让收入分配: from gross price through deductions to net proceeds, statutory set-asides, provincial and city shares, and the rest. Runs per instalment,
 * deductions in proportion to gross; net proceeds are floored at 0 on the plot in total, not per instalment.
 */
export const landRevenue = mechanism("land_revenue", {
  title: { zh: "土地出让收入分配", en: "Land revenue cascade" },
  summary: {
    zh: "出让价款全额缴库,依次扣除先行计提与成本性支出得出让收益,再提取法定、省级、市级计提,其余为区县留成;价款分期时按比例分摊。",
    en: "The price goes to the treasury in full; deductions lead to net proceeds, then statutory, provincial and city set-asides; the rest stays with the district. Instalments share deductions pro rata.",
  },
  family: "land",
  clauses: ["jinhua-2020/3(3)", "land-administration/55"],
  checks: ["C08", "R-LAND-1"],
  mayFindNothing: ["price_per_site"],
  offers: ["net_total", "city_total"],
  inputs: {
    plot: plot("地块", "plot", { optional: true }),
    buyer: party("受让人", "buyer of the land", ["buyer", "investor", "soe", "spv", "entity", "other", "other_project"]),
    buyerSide: choice("受让人属于", "the buyer is", SIDES),
    treasury: party("收款财政", "collecting budget", BUDGETS),
    province: party("省级财政", "provincial budget", ["province"]),
    city: party("市级财政", "city budget", ["city"]),
    central: party("中央财政", "central budget", ["central"], { optional: true }),
    price: money("出让价款", "gross price", { from: 0, usual: [50000000, 800000000], plausible: LAND_PRICE }),
    instalments: profile("share", "1", "缴款进度", "instalments", { from: 0, to: 1 }),
    landFundRate: rate("国有土地收益基金计提率(占价款)", "land income fund, share of gross", {
      from: 0,
      to: 1,
      usual: [0.02, 0.05],
    }),
    agriArea: area("农业土地开发资金:出让面积", "agricultural fund: area transferred", {
      from: 0,
      optional: true,
      usual: [10000, 60000],
    }),
    agriStandard: quantity("CNY/m2", "农业土地开发资金:平均纯收益标准", "agricultural fund: standard per ㎡", {
      from: 0,
      optional: true,
      usual: [20, 100],
    }),
    agriShare: rate("农业土地开发资金:计提比例", "agricultural fund: share", {
      from: 0,
      to: 1,
      optional: true,
      usual: [0.15, 0.3],
    }),
    newLandFee: money("新增建设用地有偿使用费(存量用地为0)", "fee on newly added construction land (0 on stock land)", { from: 0, optional: true, usual: [0, 5000000] }),
    centralShare: rate("其中上缴中央比例", "of which to the central budget", {
      from: 0,
      to: 1,
      optional: true,
      usual: [0.3, 0.3],
    }),
    costs: money("成本性支出", "cost deductions", { from: 0, optional: true, usual: [20000000, 500000000] }),
    businessFee: money("业务费等", "business and other fees", { from: 0, optional: true, usual: [0, 10000000] }),
    education: rate("教育资金计提率(占收益)", "education, share of net", { from: 0, to: 1, policy: "land_education_rate" }),
    irrigation: rate("农田水利建设资金计提率(占收益)", "irrigation, share of net", {
      from: 0,
      to: 1,
      policy: "land_irrigation_rate",
    }),
    housing: rate("保障性安居工程资金计提率(占收益)", "affordable housing, share of net", {
      from: 0,
      to: 1,
      policy: "land_housing_rate",
    }),
    provincialRate: rate("省级分成率(占收益)", "provincial share of net", { from: 0, to: 1, usual: [0, 0.1] }),
    cityRate: rate("市级计提率", "city set-aside rate", { from: 0, to: 1, usual: [0, 0.2] }),
    cityBase: choice("市级计提基数", "base of the city set-aside", BASES),
    completion: completionInput,
  },
  lines: (c) => [...gross(c), ...deductions(c), ...shares(c)],
});

const words = { plot: "plot", treasury: "treasury" };

function gross(c: Component): readonly LineSpec[] {
  const price = { from: "buyer", to: "treasury" };
  return [
    pricePerSite,
    flow("spread", "当期缴款比例", "share of the period", wholeShare("instalments"), { unit: "1" }),
    ...(c.is("buyerSide", "project")
      ? [
          cash("price_paid", "土地出让价款", "land price paid", "price * spread", {
            ...price,
            role: "cost.land.price",
            tags: { contingency: "no", ...countedTags("out") },
            words: { ...words, taxpayer: "buyer" },
            posts: { debit: "wip", credit: "cash" },
          }),
          ...uncountedLines({ way: "out", entered: "price", counted: "total(price_paid)", words: { ...words, taxpayer: "buyer" } }),
          ...completionLines(c, { of: "land", otherwise: firstMonthOf("spread"), words: { ...words, taxpayer: "buyer" } }),
          paidAfterWorks("spread"),
          flow("gross_receipts", "土地出让价款(财政口径)", "gross land receipts", "price_paid", { role: "land.gross", words }),
        ]
      : [cash("price_paid", "土地出让价款", "land price paid", "price * spread", { ...price, role: "land.gross", words, posts: { debit: "outside", credit: "outside" } })]),
  ];
}

function deductions(c: Component): readonly LineSpec[] {
  together(c, "agriArea", "agriStandard", "agriShare");
  together(c, "central", "centralShare");
  return [
    scalar("land_fund", "国有土地收益基金", "land income fund", "price * landFundRate"),
    scalar("agri_fund", "农业土地开发资金", "agricultural land fund", "(agriArea or 0) * (agriStandard or 0) * (agriShare or 0)"),
    scalar("new_land_fee", "新增建设用地有偿使用费", "fee on newly added land", "newLandFee or 0"),
    scalar("cost_part", "成本性支出及业务费", "cost deductions and fees", "(costs or 0) + (businessFee or 0)"),
    scalar("deducted", "扣除合计", "deductions in total", "land_fund + agri_fund + new_land_fee + cost_part"),
    scalar("net_total", "土地出让收益(合计)", "net land proceeds in total", "max(0, price - deducted)", {
      convention: { zh: "地块合计不低于0", en: "not below 0 on the plot in total" },
    }),
    flow("deduction", "先行计提及成本性支出", "deductions before net proceeds", "deducted * spread", {
      role: "land.deduction",
      words,
      convention: { zh: "分期缴款按价款比例分摊", en: "in proportion to the instalments" },
    }),
    ...(c.has("central") && c.has("centralShare")
      ? [between(c, "new_land_fee_central", "新增建设用地有偿使用费上缴中央", "central share of the new-land fee", "new_land_fee * centralShare * spread", "central", "memo")]
      : []),
  ];
}

/** Money from the collecting budget to another one; only a figure when the two are the same budget. */
function between(c: Component, name: string, zh: string, en: string, formula: string, to: string, role: Role): LineSpec {
  if (c.is("treasury", c.word(to))) return flow(name, zh, en, formula, { role, words });
  return cash(name, zh, en, formula, { role, words, from: "treasury", to, posts: { debit: "outside", credit: "outside" } });
}

const CITY_BASES: Readonly<Record<string, string>> = {
  net: "net_total",
  gross: "price",
  after_statutory: "max(0, net_total - statutory_total)",
};

function shares(c: Component): readonly LineSpec[] {
  const base = CITY_BASES[c.word("cityBase")];
  if (base === undefined) throw new Error(`no base ${c.word("cityBase")}`);
  return [
    flow("net", "土地出让收益", "net land proceeds", "net_total * spread", {
      role: "land.net",
      words,
      clauses: ["jinhua-2020/3(3)"],
    }),
    ...(["education", "irrigation", "housing"] as const).map((item) =>
      flow(`${item}_set_aside`, STATUTORY[item].zh, STATUTORY[item].en, `net * ${item}`, { role: "land.statutory", tags: { item }, words }),
    ),
    scalar("statutory_total", "法定计提合计", "statutory set-asides in total", "net_total * (education + irrigation + housing)"),
    between(c, "provincial", "省级分成", "provincial share", "net * provincialRate", "province", "land.provincial"),
    scalar("city_total", "市级计提合计", "city set-aside in total", `${base} * cityRate`),
    between(c, "city_accrual", "市级计提", "city set-aside", "city_total * spread", "city", "land.city_accrual"),
    flow("rest", "区县留成", "district remainder", "net - (education_set_aside + irrigation_set_aside + housing_set_aside) - provincial - city_accrual", {
      role: "land.rest",
      words,
      convention: {
        zh: "不论市级计提基数,均为收益减法定、省级与市级计提;为负时须核对",
        en: "net minus statutory, provincial and city parts whatever the city's base; look again when negative",
      },
    }),
  ];
}

const STATUTORY = {
  education: { zh: "教育资金", en: "education" },
  irrigation: { zh: "农田水利建设资金", en: "farmland irrigation" },
  housing: { zh: "保障性安居工程资金", en: "affordable housing" },
};
