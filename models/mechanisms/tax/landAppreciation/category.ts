import type { Component } from "../../define/component.ts";
import { flow, type LineSpec, stock } from "../../define/lines.ts";
import { CATEGORIES, type Category, productsOf } from "./categories.ts";

/** 一类房地产的增值额、扣除项目、税额与应补(退): everything to date, so that later sales after the settlement settle by themselves. */
export function categoryLines(c: Component, category: Category): readonly LineSpec[] {
  const { zh, en, rate } = CATEGORIES[category];
  const products = productsOf(c, category);
  const name = (line: string) => `${category}_${line}`;
  const of = (line: string, zhLine: string, enLine: string, formula: string, unit = "CNY"): LineSpec => stock(name(line), `${zh}:${zhLine}`, `${en}: ${enLine}`, formula, { unit });
  const sold = (pool: string) => `running(sum(role = in(area.sold, area.deemed_sold), ${products}, pool ${pool} below))`;
  return [
    of("sold_above", "地上已售面积", "sold above ground", sold("!="), "m2"),
    of("sold_below", "地下已售面积", "sold below ground", sold("="), "m2"),
    of("value", "销售收入(不含税)", "sales ex VAT", `running(sum(role = in(sale.contract, sale.deemed), ${products}))`),
    of("relief", "土地价款抵减的销项税额", "VAT relief for land", `all_sold_above > 0 ? land_relief * ${name("sold_above")} / all_sold_above : 0`),
    of("revenue", "转让收入(价款减销项税额)", "revenue, price less output VAT", `${name("value")} + ${name("relief")}`),
    of("land", "土地成本", "land", `area_above > 0 ? land * ${name("sold_above")} / area_above : 0`),
    of(
      "development",
      "开发成本",
      "development cost",
      `(area_above > 0 ? development_above * ${name("sold_above")} / area_above : 0) + (area_below > 0 ? development_below * ${name("sold_below")} / area_below : 0)`,
    ),
    of("expenses", "开发费用", "expenses", expenses(c, name)),
    of("taxes", "与转让有关的税金", "tax on the transfer", `all_value > 0 ? transfer_taxes * ${name("value")} / all_value : 0`),
    of("addition", "加计扣除", "additional deduction", `(${name("land")} + ${name("development")}) * addition`),
    of("deductions", "扣除项目合计", "deductions", ["land", "development", "expenses", "taxes", "addition"].map(name).join(" + ")),
    of("gain", "增值额", "appreciation", `max(0, ${name("revenue")} - ${name("deductions")})`),
    of("gain_ratio", "增值率", "appreciation over deductions", `${name("deductions")} > 0 ? ${name("gain")} / ${name("deductions")} : 0`, "1"),
    of("tax", "应纳税额(按已售部分)", "tax on what is sold", taxOf(category, name)),
    flow(name("prepaid"), `${zh}:预征`, `${en}: prepaid`, `settled > 0 ? 0 : sum(role = sale.receipt, payee = ${c.word("taxpayer")}, ${products}) * ${rate}`, {
      convention: { zh: "按预收款/(1+税率)预征,免税类同样预征", en: "on receipts/(1+rate), of exempt products too" },
    }),
    flow(
      name("due"),
      `${zh}:当期应缴(负数为退税)`,
      `${en}: due in the period, refund when negative`,
      `settled > 0 ? ${name("tax")} - prev(running(${name("due")})) : ${name("prepaid")}`,
      {
        convention: { zh: "清算多退少补,清算后销售随售随结", en: "settlement pays or refunds the difference; later sales are settled as they are sold" },
      },
    ),
  ];
}

type Name = (line: string) => string;

function expenses(c: Component, name: Name): string {
  const base = `(${name("land")} + ${name("development")})`;
  if (c.word("expenses") !== "interest") return `${base} * expenseRate`;
  return `(land + development_above + development_below > 0 ? interest * ${base} / (land + development_above + development_below) : 0) + ${base} * expenseRateBesideInterest`;
}

/** Four marginal brackets; ordinary housing is exempt up to and including the limit, and one yuan more makes the whole gain taxable. */
function taxOf(category: Category, name: Name): string {
  const [gain, base] = [name("gain"), name("deductions")];
  const marginal = [
    `min(${gain}, ${base} * limit1) * rate1`,
    `max(0, min(${gain}, ${base} * limit2) - ${base} * limit1) * rate2`,
    `max(0, min(${gain}, ${base} * limit3) - ${base} * limit2) * rate3`,
    `max(0, ${gain} - ${base} * limit3) * rate4`,
  ].join(" + ");
  return category === "ordinary" ? `${gain} <= ${base} * exemptRatio ? 0 : ${marginal}` : marginal;
}
