import type { Component, Member } from "../../define/component.ts";
import { flow, type LineSpec, stock } from "../../define/lines.ts";

/** Four marginal brackets of the appreciation, as shares of the deductions. */
const BRACKETS = `min(gain, deductions * limit1) * rate1 + max(0, min(gain, deductions * limit2) - deductions * limit1) * rate2
  + max(0, min(gain, deductions * limit3) - deductions * limit2) * rate3 + max(0, gain - deductions * limit3) * rate4`;

/** A category's part of what all products of the taxpayer have in common. */
const OF_ALL_PRODUCTS = { product: "common to all products of the taxpayer: land, cost pools, the relief and the taxes on its transfers" };

/** The tax that belongs to the sales recognised so far; what is deemed sold is recognised when it arises. */
const CHARGE: readonly LineSpec[] = [
  stock("signed", "累计签约", "contracts to date", "running(sum(role = sale.contract, taxpayer = taxpayer, product = category.products))"),
  stock("recognised", "累计确认收入", "revenue recognised to date", "running(sum(role = sale.revenue, taxpayer = taxpayer, product = category.products))"),
  stock("charge", "随收入确认的土地增值税", "tax on the revenue recognised", "tax * (signed > 0 ? min(1, recognised / signed) : 1)"),
];

const EXPENSE: Readonly<Record<string, string>> = {
  rate: "(land + development) * expenseRate",
  interest: "interest * share(land + development, land_cost + development_above + development_below) + (land + development) * expenseRateBesideInterest",
};

/** 一类房地产的增值额、扣除项目、税额与应补(退): everything to date, so that later sales after the settlement settle by themselves. */
export const categoryLines =
  (c: Component) =>
  ({ id }: Member): readonly LineSpec[] => [
    stock("sold_above", "地上已售面积", "sold above ground", "running(sum(sold, product = category.products, pool != below))", { unit: "m2" }),
    stock("sold_below", "地下已售面积", "sold below ground", "running(sum(sold, product = category.products, pool = below))", { unit: "m2" }),
    stock("value", "销售收入(不含税)", "sales ex VAT", "running(sum(role = in(sale.contract, sale.deemed), taxpayer = taxpayer, product = category.products))"),
    stock("relief", "土地价款抵减的销项税额", "VAT relief for land", "land_relief * share(sold_above, all_sold_above)", { across: OF_ALL_PRODUCTS }),
    stock("revenue", "转让收入(价款减销项税额)", "revenue, price less output VAT", "value + relief"),
    stock("land", "土地成本", "land", "land_cost * share(sold_above, area_above)", { across: OF_ALL_PRODUCTS }),
    stock("development", "开发成本", "development cost", "development_above * share(sold_above, area_above) + development_below * share(sold_below, area_below)", {
      across: OF_ALL_PRODUCTS,
    }),
    stock("expense", "开发费用", "expenses", EXPENSE[c.word("expenses")] ?? "0"),
    stock("taxes", "与转让有关的税金", "tax on the transfer", "transfer_taxes * share(value, all_value)", { across: OF_ALL_PRODUCTS }),
    stock("additional", "加计扣除", "additional deduction", "(land + development) * addition"),
    stock("deductions", "扣除项目合计", "deductions", "land + development + expense + taxes + additional"),
    stock("appreciation", "增值额(可为负)", "appreciation, also below zero", "revenue - deductions"),
    stock("gain", "计税增值额", "appreciation taxed", "max(0, appreciation)"),
    stock("gain_ratio", "增值率", "appreciation over deductions", "share(gain, deductions)", { unit: "1" }),
    // Ordinary housing is exempt up to and including the limit, and one yuan more makes the whole gain taxable.
    stock("tax", "应纳税额(按已售部分)", "tax on what is sold", id === "ordinary" ? `gain <= deductions * exemptRatio ? 0 : ${BRACKETS}` : BRACKETS),
    ...CHARGE,
    flow("prepaid", "预征", "prepaid", "settled > 0 ? 0 : sum(role = sale.receipt, payee = taxpayer, product = category.products) * category.rate", {
      convention: { zh: "按预收款/(1+税率)预征,免税类同样预征", en: "on receipts/(1+rate), of exempt products too" },
    }),
    flow("due", "当期应缴(负数为退税)", "due in the period, refund when negative", c.has("givenTax") ? "prepaid" : "settled > 0 ? tax - prev(running(due)) : prepaid", {
      convention: { zh: "清算多退少补,清算后销售随售随结", en: "settlement pays or refunds the difference; later sales are settled as they are sold" },
    }),
  ];
