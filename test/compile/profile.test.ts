import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadProfile } from "../../models/compile/profile.ts";
import type { Profile } from "../../models/document/inputSchema.ts";
import { readMonth, writeMonth } from "../../models/language/calendar.ts";
import {
  addDecimals,
  compareDecimals,
  readDecimal,
  type Scaled,
  writeDecimal,
  ZERO,
} from "../../models/language/decimal.ts";
import { buildTimeline, STEP_MONTHS, type Step } from "../../models/language/timeline.ts";

const STEPS = Object.keys(STEP_MONTHS) as Step[];

const sum = (values: readonly string[]): Scaled =>
  values.reduce<Scaled>((total, text) => {
    const value = readDecimal(text);
    if (value === undefined) throw new Error(text);
    return addDecimals(total, value);
  }, ZERO);

const amount = fc
  .record({ units: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), scale: fc.integer({ min: 0, max: 6 }) })
  .map(writeDecimal);

const START = 2026 * 12;

const profile = fc.record({
  from: fc.integer({ min: START, max: START + 60 }).map(writeMonth),
  every: fc.constantFrom(...STEPS),
  values: fc.array(amount, { minLength: 1, maxLength: 20 }),
});

const timelineOf = (step: Step, years = 40, start = "2026-01") =>
  buildTimeline({ start, step, periods: (years * 12) / STEP_MONTHS[step] });

describe("amounts spread over a timeline", () => {
  it("keeps the sum exactly, whatever the step of the timeline and of the profile", () => {
    fc.assert(
      fc.property(
        profile,
        fc.constantFrom(...STEPS),
        fc.constantFrom("amount" as const, "share" as const),
        (given, step, meaning) => {
          const spread = spreadProfile(given, meaning, timelineOf(step));
          expect(spread.lost).toBeUndefined();
          expect(compareDecimals(sum(spread.values), sum(given.values))).toBe(0);
        },
      ),
    );
  });

  it("divides a phase evenly: each month the part of the value it lies in, also where parts are no whole months", () => {
    const given: Profile = { from: "2026-01", every: "phase", values: ["0.3", "0.6", "0.1"], phaseMonths: 4 };
    // Values of 4/3 months: 0.225 a month, then 0.45, then 0.075; the second month has a third of the first part, two thirds of the second.
    const months = spreadProfile(given, "share", timelineOf("month", 1)).values.slice(0, 5).map(Number);
    [0.225, 0.375, 0.325, 0.075, 0].forEach((part, month) => {
      expect(months[month]).toBeCloseTo(part, 12);
    });
    expect(
      spreadProfile({ ...given, values: ["6"], phaseMonths: 5 }, "amount", timelineOf("quarter", 1)).values,
    ).toEqual(["3.6", "2.4", "0", "0"]);
    const rates = spreadProfile({ ...given, phaseMonths: 6 }, "rate", timelineOf("month", 1)).values;
    expect(rates.slice(0, 7)).toEqual(["0.3", "0.3", "0.6", "0.6", "0.1", "0.1", "0.1"]);
  });

  it("keeps the sum of what divides a phase, however long the phase is", () => {
    fc.assert(
      fc.property(profile, fc.constantFrom(...STEPS), fc.integer({ min: 1, max: 240 }), (given, step, phaseMonths) => {
        const spread = spreadProfile({ ...given, every: "phase", phaseMonths }, "amount", timelineOf(step));
        expect(compareDecimals(sum(spread.values), sum(given.values))).toBe(0);
      }),
    );
  });

  it("means the same after a change of step: a coarser period is the sum of its finer ones", () => {
    fc.assert(
      fc.property(profile, fc.constantFrom(...STEPS), (given, step) => {
        const months = spreadProfile(given, "amount", timelineOf("month")).values;
        const coarse = spreadProfile(given, "amount", timelineOf(step)).values;
        const size = STEP_MONTHS[step];
        expect(coarse).toEqual(
          coarse.map((_unused, index) => writeDecimal(sum(months.slice(index * size, (index + 1) * size)))),
        );
      }),
    );
  });

  it("tells what lies outside the horizon, before it and after it", () => {
    fc.assert(
      fc.property(profile, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 48 }), (given, years, later) => {
        const spread = spreadProfile(given, "amount", timelineOf("quarter", years, writeMonth(START + later)));
        const inside = sum(spread.values);
        const lost = readDecimal(spread.lost ?? "0") ?? ZERO;
        expect(compareDecimals(addDecimals(inside, lost), sum(given.values))).toBe(0);
      }),
    );
  });

  it("splits a year evenly over its months", () => {
    const given: Profile = { from: "2026-03", every: "quarter", values: ["100", "30"] };
    expect(spreadProfile(given, "amount", timelineOf("month", 1)).values.slice(1, 9)).toEqual([
      "0",
      "33.333333333333333333333333",
      "33.333333333333333333333334",
      "33.333333333333333333333333",
      "10",
      "10",
      "10",
      "0",
    ]);
  });
});

describe("rates held over a timeline", () => {
  it("takes the value in force in the period's first month, 0 before the first, the last one for ever", () => {
    const given: Profile = { from: "2027-01", every: "year", values: ["0.03", "0.05"] };
    expect(spreadProfile(given, "rate", timelineOf("half-year", 4)).values).toEqual([
      "0",
      "0",
      "0.03",
      "0.03",
      "0.05",
      "0.05",
      "0.05",
      "0.05",
    ]);
    expect(spreadProfile({ ...given, from: "2026-02" }, "rate", timelineOf("year", 3)).values).toEqual([
      "0",
      "0.03",
      "0.05",
    ]);
  });

  it("means the same after a change of step", () => {
    fc.assert(
      fc.property(profile, fc.constantFrom(...STEPS), (given, step) => {
        const months = spreadProfile(given, "rate", timelineOf("month")).values;
        const coarse = spreadProfile(given, "rate", timelineOf(step)).values;
        expect(coarse).toEqual(coarse.map((_unused, index) => months[index * STEP_MONTHS[step]]));
      }),
    );
  });

  it("is the mean of the months from the first value on where the rate is an averaged one", () => {
    const given: Profile = { from: "2026-10", every: "year", values: ["0.6", "0.8"] };
    // Three months of 0.6; then nine of 0.6 and three of 0.8.
    expect(spreadProfile(given, "averaged", timelineOf("year", 4)).values).toEqual(["0.6", "0.65", "0.8", "0.8"]);
    expect(spreadProfile({ ...given, from: "2027-01" }, "averaged", timelineOf("year", 3)).values).toEqual([
      "0",
      "0.6",
      "0.8",
    ]);
    const monthly = spreadProfile(given, "averaged", timelineOf("month", 36)).values;
    expect(monthly).toEqual(spreadProfile(given, "rate", timelineOf("month", 36)).values);
  });

  it("never loses anything", () => {
    const spread = spreadProfile({ from: "2020-01", every: "month", values: ["1"] }, "rate", timelineOf("year", 1));
    expect(spread).toEqual({ values: ["1"] });
  });
});

it("a month is an integer", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900 * 12, max: 2199 * 12 + 11 }), (month) => {
      expect(readMonth(writeMonth(month))).toBe(month);
    }),
  );
});
