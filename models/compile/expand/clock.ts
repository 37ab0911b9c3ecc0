import { daysInMonths } from "../../language/calendar.ts";
import { type ExpandContext, type InputLine, inputLine } from "../context.ts";

const PATH = "timeline";

/** The built-in names of the formula language. Months are absolute numbers (year*12 + month-1), unit `mo`. */
export function clockLines({ timeline, frame }: Pick<ExpandContext, "timeline" | "frame">): readonly InputLine[] {
  const series = (id: string, zh: string, en: string, unit: string, values: (index: number) => number): InputLine =>
    inputLine(
      { id, label: { zh, en }, unit, kind: "rate", axis: "period", path: PATH },
      timeline.periods.map((_period, index) => String(values(index))),
    );
  const scalar = (id: string, zh: string, en: string, unit: string, value: string): InputLine =>
    inputLine({ id, label: { zh, en }, unit, kind: "scalar", axis: "scalar", path: PATH }, value);
  const period = (index: number) => {
    const found = timeline.periods[index];
    if (found === undefined) throw new Error(`no period at ${index}`);
    return found;
  };
  const byYear = frame.conventions.indicatorBasis === "year";
  const statementYear = (index: number): number => frame.yearOfPeriod[index] ?? 0;
  return [
    series("t", "期序号", "number of the period", "1", (index) => index + 1),
    series("year", "年份", "calendar year", "1", (index) => period(index).year),
    series("month", "期首月", "first month of the period", "mo", (index) => period(index).startMonth),
    series("yearstart", "年度首期", "first period of the year", "1", (index) => Number(period(index).yearstart)),
    series("yearend", "年度末期", "last period of the year", "1", (index) => Number(period(index).yearend)),
    series("statementstart", "报表年首期", "first period of the statement year", "1", (index) =>
      Number(index === 0 || statementYear(index - 1) !== statementYear(index)),
    ),
    series("statementend", "报表年末期", "last period of the statement year", "1", (index) =>
      Number(index === timeline.periods.length - 1 || statementYear(index + 1) !== statementYear(index)),
    ),
    series("statementyear", "报表年", "statement year", "1", statementYear),
    series("basisstep", "评价步序号", "number of the step the indicators count by", "1", (index) =>
      byYear ? statementYear(index) - statementYear(0) + 1 : index + 1,
    ),
    scalar(
      "basisstepsperyear",
      "每年评价步数",
      "steps of the indicators in a year",
      "1",
      String(byYear ? 1 : 12 / timeline.stepMonths),
    ),
    series("daysinperiod", "本期天数", "days in the period", "d", (index) => period(index).days),
    series("daysinyear", "本年天数", "days in the year", "d", (index) => daysInMonths(period(index).year * 12, 12)),
    scalar("dtmonths", "每期月数", "months in a period", "mo", String(timeline.stepMonths)),
    scalar("dtyears", "每期年数", "years in a period", "a", yearsOf(timeline.stepMonths)),
    scalar("periodsperyear", "每年期数", "periods in a year", "1/a", String(12 / timeline.stepMonths)),
    scalar("startmonth", "起始月", "first month of the timeline", "mo", String(timeline.startMonth)),
    scalar("endmonth", "末月", "last month of the timeline", "mo", String(timeline.endMonth)),
    scalar("periodcount", "期数", "number of periods", "1", String(timeline.periods.length)),
    scalar("monthsperyear", "每年月数", "months in a year", "mo/a", "12"),
    scalar("daysperyear", "每年天数", "days in a year", "d/a", "365"),
  ];
}

/** A month is 1/12 year; the literal has more digits than any engine keeps. */
function yearsOf(months: number): string {
  return months === 1 ? `0.08${"3".repeat(38)}` : String(months / 12);
}
