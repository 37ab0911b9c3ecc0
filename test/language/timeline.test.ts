import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysInMonth, readDateMonth, readMonth, writeMonth } from "../../models/language/calendar.ts";
import { buildTimeline, parsePeriod, STEP_MONTHS, type Step } from "../../models/language/timeline.ts";

const labels = (start: string, step: Step, periods: number) =>
  buildTimeline({ start, step, periods }).periods.map(({ label }) => label);

describe("calendar", () => {
  it.each(["2027-13", "2027-0", "2027", "27-01", "2027-1", "1899-12", "2200-01", " 2027-01", "2027-01-01"])(
    "%s is no month",
    (text) => {
      expect(readMonth(text)).toBeUndefined();
    },
  );

  it("knows the days of months", () => {
    expect(daysInMonth(2028 * 12 + 1)).toBe(29);
    expect(daysInMonth(2100 * 12 + 1)).toBe(28);
    expect(daysInMonth(2000 * 12 + 1)).toBe(29);
    expect(readDateMonth("2026-02-29")).toBeUndefined();
    expect(readDateMonth("2028-02-29")).toBe(2028 * 12 + 1);
    expect(readDateMonth("2026-04")).toBe(2026 * 12 + 3);
  });
});

describe("periods", () => {
  it("are called by the calendar", () => {
    expect(labels("2027-01", "month", 2)).toEqual(["2027-01", "2027-02"]);
    expect(labels("2027-07", "quarter", 3)).toEqual(["2027-Q3", "2027-Q4", "2028-Q1"]);
    expect(labels("2027-07", "half-year", 2)).toEqual(["2027-H2", "2028-H1"]);
    expect(labels("2027-01", "year", 2)).toEqual(["2027", "2028"]);
    expect(labels("2027-02", "quarter", 1)).toEqual(["2027-02/2027-04"]);
  });

  it("close each calendar year once, and the timeline", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000 * 12, max: 2050 * 12 }),
        fc.constantFrom(...(Object.keys(STEP_MONTHS) as Step[])),
        fc.integer({ min: 1, max: 60 }),
        (start, step, count) => {
          const { periods } = buildTimeline({ start: writeMonth(start), step, periods: count });
          const years = new Set(periods.map(({ year }) => year));
          expect(periods.filter(({ yearend }) => yearend)).toHaveLength(years.size);
          expect(periods.filter(({ yearstart }) => yearstart)).toHaveLength(years.size);
          expect(periods.at(-1)?.yearend).toBe(true);
          for (const [index, period] of periods.entries()) {
            expect(period.startMonth).toBe(start + index * STEP_MONTHS[step]);
            expect(period.yearend).toBe(periods[index + 1]?.year !== period.year);
          }
        },
      ),
    );
  });

  it("belong to the calendar year in which they end", () => {
    const { periods } = buildTimeline({ start: "2026-07", step: "year", periods: 3 });
    expect(periods.map(({ year }) => year)).toEqual([2027, 2028, 2029]);
    expect(periods.every(({ yearend, yearstart }) => yearend && yearstart)).toBe(true);
  });

  it("count their days, leap years too", () => {
    const { periods } = buildTimeline({ start: "2028-01", step: "quarter", periods: 4 });
    expect(periods.map(({ days }) => days)).toEqual([91, 91, 92, 92]);
  });
});

describe("what users call a period", () => {
  const timeline = buildTimeline({ start: "2026-07", step: "quarter", periods: 6 });
  it.each([
    ["1", 1],
    ["6", 6],
    ["2026-Q3", 1],
    ["2026-08", 1],
    ["2027-Q1", 3],
    ["2026", 2],
    ["2027", 6],
    ["2027-H1", 4],
    [" 2027-Q4 ", 6],
  ])("%s is period %i", (text, number) => {
    expect(parsePeriod(text, timeline)?.number).toBe(number);
  });

  it.each(["0", "7", "2025", "2028", "2026-06", "2028-01", "2026-Q5", "abc", "", "-1", "1.5"])("%s is none", (text) => {
    expect(parsePeriod(text, timeline)).toBeUndefined();
  });
});
