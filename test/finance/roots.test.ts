import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { irr, rate, xirr } from "../../models/finance/index.ts";
import { answered, codeOf } from "./support/answers.ts";
import { flowWithRates } from "./support/flows.ts";

function flowOf(...rates: (string | number)[]): number[] {
  return flowWithRates(rates.map((given) => new Decimal(given))).map(Number);
}

describe("hard places for a search", () => {
  test.each([
    ["480 equal months after three years of building", 480],
    ["sixty years of months", 720],
  ])("%s", (_, months) => {
    const flow = Array.from({ length: months }, (__, month) => (month < 36 ? -3e8 : 1.2e8 + month * 2e4));
    const monthly = answered(irr(flow));
    const exact = answered(irr(flow.map((amount) => new Decimal(amount))));
    expect(Math.abs(monthly / Number(exact) - 1)).toBeLessThan(1e-12);
    const value = flow.reduceRight(
      (later, amount) => new Decimal(amount).plus(new Decimal(later).div(exact.plus(1))),
      new Decimal(0),
    );
    expect(value.abs().toNumber()).toBeLessThan(1e-6);
  });

  test.each([
    ["values of 1e10 and a rate of 1e-9", [-1e10, 1e10 + 10], 1e-9],
    ["a rate of 1e-15", [-1e15, 1e15 + 1], 1e-15],
    ["a rate of exactly nothing", [-100, 50, 50], 0],
    ["crumbs of the decimal system", [-0.3, 0.1, 0.2], 0],
    ["a rate close to −100 %", [-1e10, 0.5], -0.99999999995],
    ["a rate of 1000 %", [-1, 11], 10],
    ["a rate of a million per cent over ten years", [-1, ...Array.from({ length: 9 }, () => 0), 10001 ** 10], 10000],
    [
      "the whole loss but one fen after sixty years",
      [-1e8, ...Array.from({ length: 59 }, () => 0), 0.01],
      1e-10 ** (1 / 60) - 1,
    ],
    ["amounts of 1e-300", [-1e-300, 1.5e-300], 0.5],
    ["amounts of 1e300", [-1e300, 1.5e300], 0.5],
    ["a first payment beside which the rest vanishes", [-1e290, 1e-10, 1.5e290], Math.sqrt(1.5) - 1],
  ])("%s", (_, flow, expected) => {
    const found = answered(irr(flow));
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
  });

  test("a rate nearer to −100 % than doubles can tell stays above it", () => {
    expect(irr([-1e20, 1])).toBeGreaterThan(-1);
    expect(answered(irr([new Decimal("-1e20"), 1])).toString()).toBe("-0.99999999999999999999");
  });

  test("a rate beyond doubles is refused, not Infinity; decimals hold it", () => {
    expect(codeOf(irr([-1e-300, 1e300]))).toBe("overflow");
    expect(answered(irr([new Decimal("-1e-300"), new Decimal("1e300")])).toString()).toBe("1e+600");
  });
});

describe("roots that touch or nearly touch", () => {
  test("a double root is one root", () => {
    expect(irr.all(flowOf("0.2", "0.2"))).toEqual([0.2]);
    expect(irr([-1, 2.4, -1.44])).toBe(0.2);
  });

  test("a triple root is one root", () => {
    expect(irr.all(flowOf("0.1", "0.1", "0.1"))).toEqual([expect.closeTo(0.1, 12)]);
  });

  test("a root of tenth order, in doubles that still hold it exactly", () => {
    expect(irr.all(flowOf(...Array.from({ length: 10 }, () => "0.5")))).toEqual([expect.closeTo(0.5, 9)]);
  });

  test("next to a double root no root is overlooked", () => {
    expect(irr.all(flowOf("-0.5", "0.2", "0.2", "3"))).toEqual([
      expect.closeTo(-0.5, 10),
      expect.closeTo(0.2, 10),
      expect.closeTo(3, 10),
    ]);
  });

  test("two roots 2e-7 apart are two, and just missing is none", () => {
    const close = answered(irr.all([-1, 2.4, -1.43999999999999]));
    expect(close).toEqual([expect.closeTo(0.2 - 1e-7, 14), expect.closeTo(0.2 + 1e-7, 14)]);
    expect(irr.all([-1, 2.4, -1.44000000000001])).toEqual([]);
    expect(codeOf(irr([-1, 2.4, -1.44000000000001]))).toBe("no-root");
  });

  test("decimals tell roots 1e-12 apart", () => {
    const flow = flowWithRates([new Decimal("0.08"), new Decimal("0.080000000001")]);
    expect(answered(irr.all(flow)).map(String)).toEqual(["0.08", "0.080000000001"]);
  });

  test("ten roots at once", () => {
    const rates = Array.from({ length: 10 }, (_, index) => new Decimal(index + 1).times("0.05"));
    const found = answered(irr.all(flowWithRates(rates)));
    expect(found.map((value) => value.toDecimalPlaces(18).toString())).toEqual(rates.map(String));
  });
});

describe("many changes of sign", () => {
  test.each([100, 480, 720])("%i amounts of alternating sign", (count) => {
    const flow = Array.from({ length: count }, (_, index) => (index % 2 === 0 ? -1000 : 1000 + index));
    const found = answered(irr.all(flow));
    expect(found).toHaveLength(1);
    const q = 1 / (1 + (found[0] ?? 0));
    expect(Math.abs(flow.reduceRight((later, amount) => amount + later * q, 0))).toBeLessThan(1e-8);
  });

  test("a double root among 480 alternating months", () => {
    const alternating = Array.from({ length: 478 }, (_, index) => (index % 2 === 0 ? -1000 : 1000));
    const squared = flowWithRates([new Decimal("0.2"), new Decimal("0.2")]);
    const flow = Array.from({ length: 480 }, (_, index) =>
      squared.reduce((sum, factor, shift) => sum.plus(factor.times(alternating[index - shift] ?? 0)), new Decimal(0)),
    );
    expect(answered(irr.all(flow)).map(Number)).toEqual([0, 0.2]);
  });
});

describe("guess", () => {
  const flow = [-1000, 2300, -1320];

  test("chooses the nearest of several", () => {
    expect(irr(flow, -0.5)).toBeCloseTo(0.1, 12);
    expect(irr(flow, 0.14)).toBeCloseTo(0.1, 12);
    expect(irr(flow, 0.16)).toBeCloseTo(0.2, 12);
    expect(irr(flow, 50)).toBeCloseTo(0.2, 12);
    expect(rate(3, -500, 1000, 600, 0, -0.9)).toBeCloseTo(-0.8206314, 7);
    expect(xirr(flow, [40000, 40365, 40730], 0.3)).toBeCloseTo(0.2, 12);
  });

  test("is not needed and changes nothing where there is one solution", () => {
    const single = [-1000, 300, 450, 450];
    for (const guess of [-0.99, 0, 1e6]) expect(irr(single, guess)).toBe(irr(single));
  });
});

describe("rate", () => {
  test("zero only where the payments balance without interest", () => {
    expect(rate(10, -100, 1000)).toBe(0);
    expect(rate(10, -100.0000001, 1000)).toBeCloseTo(1.8181818e-10, 17);
    expect(rate(4, -250, 1100, -100, 1)).toBe(0);
  });

  test("a single payment, a fraction of a period, a thousand years of months", () => {
    expect(rate(1, -110, 100)).toBeCloseTo(0.1, 14);
    expect(rate(0.5, 0, -100, 200)).toBeCloseTo(3, 13);
    expect(rate(12000, -1, 100)).toBeCloseTo(0.01, 14);
  });
});
