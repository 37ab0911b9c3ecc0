import { aside, type IndicatorSpec, indicator } from "./indicator.ts";

const inPeriod = (line: string): Pick<IndicatorSpec, "note"> => ({
  note: (read) => {
    const label = read.period(line);
    return { zh: `出现在 ${label}`, en: `in ${label}` };
  },
});

/** Totals, static balance and the deepest point of the cash. */
export const balances = (): readonly IndicatorSpec[] => [
  indicator("investment.total", "总投资", "total investment", "CNY", "project.total_investment"),
  indicator("balance.static", "静态总平衡差额", "static balance", "CNY", "project.static_balance"),
  indicator("balance.static.without_support", "静态总平衡差额(不含政策资金)", "static balance, without support", "CNY", "project.static_balance_without_support"),
  indicator("cash.minimum", "最低可动用资金", "lowest unrestricted cash", "CNY", "lowest(project.cash_free)", inPeriod("cash.minimum_period")),
  indicator("cash.minimum_period", "最低资金所在期", "period of the lowest cash", "1", "when(project.cash_free <= cash.minimum)", {
    shownIn: "period",
    note: (read) => {
      const label = read.period("cash.minimum_period");
      return { zh: label, en: label };
    },
  }),
  indicator("cash.minimum.without_support", "最低可动用资金(不含政策资金)", "lowest unrestricted cash, without support", "CNY", "lowest(project.cash_free_without_support)", {
    ...inPeriod("cash.minimum_period.without_support"),
  }),
  aside(
    "cash.minimum_period.without_support",
    "最低资金所在期(不含政策资金)",
    "period of the lowest cash, without support",
    "1",
    "when(project.cash_free_without_support <= cash.minimum.without_support)",
  ),
];
