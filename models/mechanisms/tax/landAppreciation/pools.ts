import type { Component } from "../../define/component.ts";
import { type LineSpec, scalar, stock } from "../../define/lines.ts";

/**
 * 扣除项目的成本池: land (with its deed tax) and what was built above ground by ㎡ of above-ground product floor area, held area included; below ground by its own
 * ㎡; common cost in proportion to direct cost. Interest is no development cost: it belongs to the expenses, and only where it is proved and apportioned; it is
 * taken as of the end of the period before, since loans may be drawn to pay this tax.
 */
export function poolLines(c: Component): readonly LineSpec[] {
  return [
    scalar("area_above", "地上产品建筑面积(含持有)", "above-ground product area, held included", "sum(products, pool != below)", { unit: "m2" }),
    scalar("area_below", "地下产品建筑面积(含持有)", "below-ground product area, held included", "sum(products, pool = below)", { unit: "m2" }),
    stock("land_cost", "取得土地使用权支付的金额(含契税)", "land price and its deed tax", "running(sum(payer = taxpayer, role = cost.land.*))"),
    stock("direct_above", "地上直接成本", "direct cost above ground", "running(sum(built, pool != below)) + running(sum(role = sale.deemed, taxpayer = taxpayer))"),
    stock("direct_below", "地下直接成本", "direct cost below ground", "running(sum(built, pool = below))"),
    stock("common", "共同成本", "common cost", "running(sum(payer = taxpayer, role = in(cost.other.*, cost.contingency.*)))", {
      convention: { zh: "前期、管理、预备费等,不含利息", en: "fees, management, contingency; without interest" },
    }),
    stock("below_share", "共同成本中地下比例", "below-ground share of common cost", "area_below > 0 ? share(direct_below, land_cost + direct_above + direct_below) : 0", {
      unit: "1",
      convention: { zh: "共同成本按直接成本比例分摊", en: "common cost in proportion to direct cost" },
    }),
    stock("development_below", "地下开发成本", "development cost below ground", "area_below > 0 ? direct_below + common * below_share : 0"),
    stock("development_above", "地上开发成本", "development cost above ground", "direct_above + direct_below + common - development_below"),
    ...(c.is("expenses", "interest") ? [interest] : []),
  ];
}

const interest = stock(
  "interest",
  "可分摊的利息支出",
  "interest that can be apportioned",
  `prev(running(sum(role = debt.capitalised, borrower = taxpayer) + sum(role = debt.interest, payer = taxpayer, stage = construction, form != bond)
    + sum(role = debt.interest_accrued, borrower = taxpayer, stage = construction)))`,
);
