import { describe, expect, it } from "vitest";
import { buildTimeline, type Step } from "../../models/language/timeline.ts";
import { columnNames, frameOf } from "../../models/results/frame.ts";
import { conventionsOf } from "../../models/terms/conventions.ts";

const frame = (start: string, step: Step, periods: number, yearBasis?: "calendar" | "project") =>
  frameOf(buildTimeline({ start, step, periods }), conventionsOf({ yearBasis }));

const spans = (...args: Parameters<typeof frame>) =>
  frame(...args).years.map(({ label, first, last }) => `${label}: ${first}-${last}`);

describe("statement years", () => {
  it("are calendar years unless the file says otherwise, the first and last as long as they happen to be", () => {
    expect(spans("2027-10", "quarter", 6)).toEqual(["2027: 1-1", "2028: 2-5", "2029: 6-6"]);
    expect(spans("2027-01", "year", 2)).toEqual(["2027: 1-1", "2028: 2-2"]);
  });

  it("belong to the calendar year a period ends in", () => {
    expect(spans("2027-11", "quarter", 3)).toEqual(["2028: 1-3"]);
  });

  it("of the project are twelve months each from its start", () => {
    expect(spans("2027-10", "quarter", 6, "project")).toEqual(["第1年: 1-4", "第2年: 5-6"]);
    expect(spans("2027-10", "month", 13, "project")).toEqual(["第1年: 1-12", "第2年: 13-13"]);
  });

  it.each(["calendar", "project"] as const)("%s: every period lies in the year it is numbered with", (yearBasis) => {
    const { years, yearOfPeriod } = frame("2027-07", "half-year", 7, yearBasis);
    const numbers = [...new Set(yearOfPeriod)];
    years.forEach(({ first, last }, index) => {
      expect(new Set(yearOfPeriod.slice(first - 1, last))).toEqual(new Set([numbers[index]]));
    });
    expect(years.at(-1)?.last).toBe(7);
  });
});

describe("heads of columns", () => {
  it("are years or periods, in words only where years are the project's own", () => {
    expect(columnNames(frame("2027-10", "quarter", 2), "year")).toEqual([
      { zh: "2027", en: "2027" },
      { zh: "2028", en: "2028" },
    ]);
    expect(columnNames(frame("2027-10", "quarter", 1, "project"), "year")).toEqual([{ zh: "第1年", en: "year 1" }]);
    expect(columnNames(frame("2027-10", "quarter", 1), "period")).toEqual([{ zh: "2027-Q4", en: "2027-Q4" }]);
  });
});
