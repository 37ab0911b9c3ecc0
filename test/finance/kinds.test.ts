import { Decimal } from "decimal.js";
import { describe, expect, expectTypeOf, test } from "vitest";
import * as finance from "../../models/finance/index.ts";
import { irr, npv, pmt, xirr } from "../../models/finance/index.ts";
import type { Refusal } from "../../models/finance/refusal.ts";
import { answered } from "./support/answers.ts";
import { callByName } from "./support/call.ts";

const DATES = ["2026-01-01", "2027-01-01", "2028-01-01"];

const CALLS: readonly (readonly [name: string, args: readonly unknown[]])[] = [
  ["irr", [[-100, 60, 70]]],
  ["xirr", [[-100, 60, 70], DATES]],
  ["npv", [0.07, [-100, 60, 70]]],
  ["xnpv", [0.07, [-100, 60, 70], DATES]],
  ["mirr", [[-100, 60, 70], 0.05, 0.06]],
  ["pmt", [0.004, 240, 1e6, -1e5, 1]],
  ["ipmt", [0.004, 17, 240, 1e6, -1e5, 1]],
  ["ppmt", [0.004, 17, 240, 1e6, -1e5, 1]],
  ["nper", [0.004, -9000, 1e6, -1e5, 1]],
  ["rate", [240, -9000, 1e6, -1e5, 1]],
  ["pv", [0.004, 240, -9000, -1e5, 1]],
  ["fv", [0.004, 240, -9000, 1e6, 1]],
  ["effect", [0.05, 12]],
  ["nominal", [0.05, 12]],
  ["cumipmt", [0.004, 240, 1e6, 3, 30, 1]],
  ["cumprinc", [0.004, 240, 1e6, 3, 30, 1]],
  ["sln", [1e6, 5e4, 20]],
  ["syd", [1e6, 5e4, 20, 3]],
  ["ddb", [1e6, 5e4, 20, 3, 1.5]],
];

function inDecimals(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(inDecimals);
  return typeof argument === "number" ? new Decimal(argument) : argument;
}

test("every exported function is tried below", () => {
  expect(CALLS.map(([name]) => name).sort()).toEqual(Object.keys(finance).sort());
});

describe("the same kind out as in", () => {
  test.each(CALLS)("%s", (name, args) => {
    const double = callByName(name, args);
    const exact = callByName(name, args.map(inDecimals));
    expect(double).toBeTypeOf("number");
    expect(exact).toBeInstanceOf(Decimal);
    const error = (exact as Decimal)
      .minus(double as number)
      .abs()
      .toNumber();
    expect(error).toBeLessThanOrEqual(5e-14 * Math.abs(double as number));
  });

  test.each(CALLS)("%s: one Decimal anywhere is enough", (name, args) => {
    for (const [place, argument] of args.entries()) {
      if (typeof argument !== "number") continue;
      expect(callByName(name, args.with(place, new Decimal(argument)))).toBeInstanceOf(Decimal);
    }
  });

  test("roots of a refusal too", () => {
    expect(irr([-1000, 2300, -1320])).toMatchObject({ roots: [expect.any(Number), expect.any(Number)] });
    expect(irr([new Decimal(-1000), 2300, -1320])).toMatchObject({ roots: [new Decimal("0.1"), new Decimal("0.2")] });
  });
});

describe("the caller's Decimal class", () => {
  test("sets the digits given back, and is not changed", () => {
    const Short = Decimal.clone({ precision: 8 });
    const Long = Decimal.clone({ precision: 60 });
    const short = answered(pmt(new Short("0.04"), 10, 10000));
    const long = answered(pmt(new Long("0.04"), 10, 10000));
    expect(short.toString()).toBe("-1232.9094");
    expect(short.constructor).toBe(Short);
    // 10000·0.04/(1 − 1.04^−10), by hand with 80 digits.
    const Wide = Decimal.clone({ precision: 80 });
    const expected = new Wide(-400).div(new Wide(1).minus(new Wide("1.04").pow(-10)));
    expect(long.toString()).toBe(new Long(expected.toSignificantDigits(60)).toString());
    expect(Short.precision).toBe(8);
  });

  test("its rounding mode decides the last digit", () => {
    const Down = Decimal.clone({ precision: 3, rounding: Decimal.ROUND_DOWN });
    const Up = Decimal.clone({ precision: 3, rounding: Decimal.ROUND_UP });
    expect(String(npv(new Down("0.5"), 1))).toBe("0.666");
    expect(String(npv(new Up("0.5"), 1))).toBe("0.667");
  });

  test("an internal rate of return has all its digits", () => {
    const Long = Decimal.clone({ precision: 60 });
    // 1 + r = (1 + √5)/2 solves r² + r − 1 = 0.
    const golden = new Long(5).sqrt().minus(1).div(2);
    const found = answered(irr([new Long(-1), new Long(1), new Long(1)]));
    expect(found.minus(golden).abs().lessThanOrEqualTo("1e-60")).toBe(true);
  });

  test("settings out of the ordinary do no harm", () => {
    const Odd = Decimal.clone({ precision: 1e6, maxE: 9, minE: -9, toExpPos: 1 });
    expect(Number(pmt(new Odd("0.04"), 10, 10000))).toBeCloseTo(-1232.909443, 6);
  });
});

test("types follow the arguments", () => {
  const exact = new Decimal("0.1");
  expectTypeOf(pmt(0.1, 10, 100)).toEqualTypeOf<number | Refusal<number>>();
  expectTypeOf(pmt(exact, 10, 100, undefined, 1)).toEqualTypeOf<Decimal | Refusal<Decimal>>();
  expectTypeOf(irr([exact, exact])).toEqualTypeOf<Decimal | Refusal<Decimal>>();
  expectTypeOf(irr.all([1, 2])).toEqualTypeOf<number[] | Refusal<number>>();
  expectTypeOf(npv(0.1, 1, 2, [3])).toEqualTypeOf<number | Refusal<number>>();
  expectTypeOf(xirr([1, 2], ["2026-01-01", new Date(0)])).toEqualTypeOf<number | Refusal<number>>();
});
