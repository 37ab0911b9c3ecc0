import { aside, type IndicatorSpec, indicator } from "./indicator.ts";
import type { ReasonWord } from "./reasons.ts";
import { yearsWith } from "./solvency.ts";

const EARNING = "stmt_profit.r1 > 0";
const YEARS = "roi.years";

/** 总投资收益率 and 资本金净利润率: averages over the years with revenue. */
export const profitability = (): readonly IndicatorSpec[] => [
  measure("roi", "总投资收益率", "return on investment", "stmt_profit.r19", "project.total_investment", "no_investment"),
  measure("roe", "资本金净利润率", "return on equity", "stmt_profit.r9", "total(stmt_funding.r2_1)", "no_equity"),
  aside(YEARS, "有收入年数", "years with revenue", "1", yearsWith(EARNING)),
];

const measure = (id: string, zh: string, en: string, profit: string, base: string, otherwise: ReasonWord): IndicatorSpec =>
  indicator(id, zh, en, "1", `${base} > 0 ? average(years(${profit}), ${EARNING}) / ${base} : none.${otherwise}`, {
    note: (read) => ({ zh: `${read.value(YEARS) ?? 0} 个有收入年份的平均`, en: `mean of the ${read.value(YEARS) ?? 0} years with revenue` }),
    reasons: { empty: { zh: "没有营业收入的年份", en: "no year with operating revenue" } },
  });
