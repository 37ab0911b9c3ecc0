import { MONEY_TOLERANCE } from "../tolerances.ts";
import type { ModelView } from "../view.ts";
import { type Indicator, known, UNDECIDABLE, unknown } from "./indicator.ts";
import { average, totalOf, yearlyOf } from "./totals.ts";

const NO_REVENUE = { zh: "没有营业收入的年份", en: "no year with operating revenue" };

/** 总投资收益率 and 资本金净利润率: averages over the years with revenue. */
export function profitabilityIndicators(view: ModelView): readonly Indicator[] {
  const lines = yearlyOf(view, { revenue: "stmt_profit.r1", ebit: "stmt_profit.r19", net: "stmt_profit.r9" });
  const measures = [
    {
      id: "roi",
      zh: "总投资收益率",
      en: "return on investment",
      values: lines?.ebit,
      base: view.scalar("project.total_investment"),
      none: { zh: "没有投资", en: "there is no investment" },
    },
    {
      id: "roe",
      zh: "资本金净利润率",
      en: "return on equity",
      values: lines?.net,
      base: totalOf(view, "stmt_funding.r2_1"),
      none: { zh: "没有项目资本金", en: "there is no equity" },
    },
  ] as const;
  return measures.map(({ id, zh, en, values, base, none }) => {
    if (lines === undefined || values === undefined || base === undefined) return unknown(id, zh, en, "1", UNDECIDABLE);
    if (base.lessThan(MONEY_TOLERANCE)) return unknown(id, zh, en, "1", none);
    const operating = values.filter((_value, year) => lines.revenue[year]?.greaterThan(MONEY_TOLERANCE) ?? false);
    const mean = average(operating);
    if (mean === undefined) return unknown(id, zh, en, "1", NO_REVENUE);
    return known(id, zh, en, "1", mean.div(base), { zh: `${operating.length} 个有收入年份的平均`, en: `mean of the ${operating.length} years with revenue` });
  });
}
