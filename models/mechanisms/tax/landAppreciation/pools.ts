import type { Component } from "../../define/component.ts";
import { type LineSpec, scalar, stock } from "../../define/lines.ts";

const PRODUCTS = "in(area.disposition.sale, area.disposition.lease, area.disposition.ceded, area.deemed)";

/**
 * 扣除项目的成本池: land (with its deed tax) and what was built above ground by ㎡ of above-ground product floor area, held area included; below ground by its own
 * ㎡; common cost in proportion to direct cost. Interest is no development cost: it belongs to the expenses.
 */
export function poolLines(c: Component): readonly LineSpec[] {
  const taxpayer = c.word("taxpayer");
  const paid = (roles: string, more = "") => `running(sum(payer = ${taxpayer}, role = in(${roles})${more}))`;
  return [
    scalar("area_above", "地上产品建筑面积(含持有)", "above-ground product area, held included", `sum(role = ${PRODUCTS}, pool != below)`, { unit: "m2" }),
    scalar("area_below", "地下产品建筑面积(含持有)", "below-ground product area, held included", `sum(role = ${PRODUCTS}, pool = below)`, { unit: "m2" }),
    stock("land", "取得土地使用权支付的金额(含契税)", "land price and its deed tax", paid("cost.land.*")),
    stock(
      "direct_above",
      "地上直接成本",
      "direct cost above ground",
      `${paid("cost.works.*, cost.compensation.*", ", pool != below")} + running(sum(role = sale.deemed, taxpayer = ${taxpayer}))`,
    ),
    stock("direct_below", "地下直接成本", "direct cost below ground", paid("cost.works.*, cost.compensation.*", ", pool = below")),
    stock("common", "共同成本", "common cost", paid("cost.other.*, cost.contingency.*"), {
      convention: { zh: "前期、管理、预备费等,不含利息", en: "fees, management, contingency; without interest" },
    }),
    stock(
      "below_share",
      "共同成本中地下比例",
      "below-ground share of common cost",
      "area_below > 0 and land + direct_above + direct_below > 0 ? direct_below / (land + direct_above + direct_below) : 0",
      { unit: "1", convention: { zh: "共同成本按直接成本比例分摊", en: "common cost in proportion to direct cost" } },
    ),
    stock("development_below", "地下开发成本", "development cost below ground", "area_below > 0 ? direct_below + common * below_share : 0"),
    stock("development_above", "地上开发成本", "development cost above ground", "direct_above + direct_below + common - development_below"),
    ...interestLines(c, taxpayer),
  ];
}

/** Interest only enters where it is proved and apportioned; it is taken as of the end of the period before, since loans may be drawn to pay this tax. */
function interestLines(c: Component, taxpayer: string): readonly LineSpec[] {
  if (c.word("expenses") !== "interest") return [];
  const selections = [
    `role = debt.capitalised, borrower = ${taxpayer}`,
    `role = debt.interest, payer = ${taxpayer}, stage = construction, form != bond`,
    `role = debt.interest_accrued, borrower = ${taxpayer}, stage = construction`,
  ];
  const sum = selections.map((selection) => `sum(${selection})`).join(" + ");
  return [stock("interest", "可分摊的利息支出", "interest that can be apportioned", `prev(running(${sum}))`)];
}
