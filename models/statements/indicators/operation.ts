import { aside, type IndicatorSpec, indicator } from "./indicator.ts";
import { REASONS } from "./reasons.ts";

/** From the first year with operating revenue on. */
export const OPERATING = "statementyear >= operation.first_year";
export const SURPLUS = { year: "project.operating_surplus", cumulative: "running(project.operating_surplus)" } as const;

/** First operating year with a surplus, and first with a cumulative surplus, numbered as the statements number their years. */
export const operation = (): readonly IndicatorSpec[] => [
  aside("operation.first_year", "运营首年", "first operating year", "1", "first(years(statementyear), project.operating_revenue > 0)", {
    reasons: { notReached: REASONS.no_operation },
  }),
  ...reached("operation.breakeven_year", "运营盈亏平衡年", "operation break-even year", SURPLUS.year),
  ...reached("operation.cumulative_breakeven_year", "运营累计盈亏平衡年", "cumulative operation break-even year", SURPLUS.cumulative),
];

function reached(id: string, zh: string, en: string, surplus: string): readonly IndicatorSpec[] {
  const number = `${id}.operating`;
  return [
    indicator(id, zh, en, "1", `first(years(statementyear), ${OPERATING} and ${surplus} >= 0)`, {
      note: (read) => ({ zh: `运营第 ${read.value(number) ?? ""} 年`, en: `operating year ${read.value(number) ?? ""}` }),
    }),
    aside(number, `${zh}(运营第几年)`, `${en}, counted from the first`, "1", `${id} - operation.first_year + 1`),
  ];
}
