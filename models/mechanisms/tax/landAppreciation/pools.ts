import type { Component } from "../../define/component.ts";
import { type LineSpec, scalar, stock } from "../../define/lines.ts";
import { keyLines } from "../costPools.ts";

/**
 * 扣除项目的成本池: land (with its deed tax) and what was built above ground by ㎡ of above-ground product floor area, held area included; below ground by its own
 * ㎡; common cost in proportion to direct construction cost. Interest is no development cost: it belongs to the expenses, and only where it is proved and apportioned; it is
 * taken as of the end of the period before, since loans may be drawn to pay this tax.
 */
export function poolLines(c: Component): readonly LineSpec[] {
  return [
    scalar("area_above", "地上产品建筑面积(含持有)", "above-ground product area, held included", "sum(products, pool != below)", { unit: "m2" }),
    scalar("area_below", "地下产品建筑面积(含持有)", "below-ground product area, held included", "sum(products, pool = below)", { unit: "m2" }),
    stock("land_cost", "取得土地使用权支付的金额(含契税)", "land price and its deed tax", "running(sum(payer = taxpayer, role = cost.land.*))"),
    stock(
      "compensation",
      "拆迁补偿(含视同销售)",
      "compensation, deemed sales included",
      "running(sum(payer = taxpayer, role = cost.compensation.*) + sum(role = sale.deemed, taxpayer = taxpayer))",
    ),
    ...keyLines({ above: "area_above", below: "area_below", land: "(land_cost + compensation)" }),
    stock("common", "共同成本", "common cost", "running(sum(direct, pool = in(common, unset)) - sum(netted))", {
      convention: {
        zh: "前期、管理、预备、室外配套等,扣除冲减资产的资金,不含利息",
        en: "fees, management, contingency, grounds …, less money that nets the asset; without interest",
      },
    }),
    stock("development_below", "地下开发成本", "development cost below ground", "area_below > 0 ? direct_below + common * below_share : 0"),
    stock("development_above", "地上开发成本", "development cost above ground", "compensation + direct_above + direct_below + common - development_below"),
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
