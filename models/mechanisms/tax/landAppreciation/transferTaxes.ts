import { choice, type InputSpec, money, rate } from "../../../terms/inputs.ts";
import type { Component } from "../../define/component.ts";
import { doubt, FEN } from "../../define/doubt.ts";
import { type LineSpec, stock } from "../../define/lines.ts";

/** 与转让有关的税金: an amount, a share of the sales, or of the surcharges paid those of the sales, or all of them. */
export const transferTaxInputs = {
  transferTaxes: money("与转让有关的税金(不填按已缴附加)", "tax on transfers (surcharges paid when left out)", { from: 0, optional: true, usual: [0, 20000000] }),
  transferTaxRate: rate("与转让有关的税金占销售收入比例(不填总额时)", "tax on transfers as a share of sales, when no amount is given", {
    from: 0,
    to: 0.2,
    optional: true,
    usual: [0.005, 0.06],
  }),
  surchargesDeducted: choice(
    "已缴附加的扣除(不填按销售额占比)",
    "surcharges deducted (by the share of sales when left out)",
    { sales: { zh: "按销售额占全部收入比例", en: "by the share of sales in all revenue" }, all: { zh: "全部计入清算", en: "all of them" } },
    { optional: true },
  ),
} satisfies Record<string, InputSpec>;

const SURCHARGES = "running(sum(role = tax.surcharge, taxpayer = taxpayer))";

export function transferTaxLines(c: Component): readonly LineSpec[] {
  const entered = c.has("transferTaxes") || c.has("transferTaxRate");
  const all = c.is("surchargesDeducted", "all");
  return [
    stock("transfer_taxes", "与转让有关的税金累计", "tax on transfers to date", formulaOf(c, all), {
      convention: entered
        ? { zh: "按填写,各类按销售额分摊", en: "as entered, split among categories by value" }
        : all
          ? { zh: "已缴附加全部计入,各类按销售额分摊", en: "all surcharges paid, split among categories by value" }
          : { zh: "附加按销售额占全部收入比例计入,各类按销售额分摊", en: "surcharges by the share of sales in all revenue, split among categories by value" },
    }),
    saleShare,
    ...(entered
      ? [
          doubt(
            "taxes_unpaid",
            c.has("transferTaxes") ? "transferTaxes" : "transferTaxRate",
            "与转让有关的税金超过本纳税人缴纳的附加与印花税",
            "the tax on transfers is more than the surcharges and stamp tax the taxpayer pays",
            `at(transfer_taxes, endmonth) > at(running(sum(role = in(tax.surcharge, tax.stamp), taxpayer = taxpayer)), endmonth) + ${FEN} ? 1 : 0`,
          ),
        ]
      : []),
    ...(c.has("transferTaxes") && c.has("transferTaxRate")
      ? [doubt("rate_unused", "transferTaxRate", "已填税金总额,占销售收入比例不起作用", "an amount is entered: the share of sales has no effect", "1")]
      : []),
    ...(entered && c.has("surchargesDeducted")
      ? [doubt("surcharges_unused", "surchargesDeducted", "已填税金总额或比例,此项不起作用", "an amount or a share of sales is entered: this choice has no effect", "1")]
      : []),
  ];
}

function formulaOf(c: Component, all: boolean): string {
  if (c.has("transferTaxes")) return "transferTaxes";
  if (c.has("transferTaxRate")) return "all_value * transferTaxRate";
  return all ? SURCHARGES : `${SURCHARGES} * sale_share`;
}

const saleShare = stock("sale_share", "销售额占全部收入比例", "share of sales in all revenue", "share(all_value, all_value + running(sum(payee = taxpayer, role = revenue.*)))", {
  unit: "1",
  across: { product: "sales beside rents and other revenue, which name other products or none" },
});
