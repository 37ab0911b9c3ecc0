import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { irr, npv, xirr } from "../../models/finance/index.ts";
import { isRefusal } from "../../models/finance/refusal.ts";
import { answered } from "./support/answers.ts";
import { flowWithRates } from "./support/flows.ts";

const wholeFlows = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 });

function changesOfSign(flow: readonly number[]): number {
  const signs = flow.filter((amount) => amount !== 0).map(Math.sign);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

function isAllZero(flow: readonly number[]): boolean {
  return flow.every((amount) => amount === 0);
}

/** How far the present value is from zero, against the size of what is added up. */
function relativeResidue(flow: readonly number[], rate: number): number {
  const discounted = flow.map((amount, period) => new Decimal(amount).div(new Decimal(1).plus(rate).pow(period)));
  const size = discounted.reduce((sum, amount) => sum.plus(amount.abs()), new Decimal(0));
  return Decimal.sum(0, ...discounted)
    .abs()
    .div(size)
    .toNumber();
}

describe("all rates of return", () => {
  test("are found again in a flow built from them, double ones once", () => {
    // Factors 1 + r in steps of 0.05, so that the flow is exact and the roots are apart.
    const factors = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(factors, fc.constantFrom(1, -1, 12345.678), (steps, scale) => {
        const flow = flowWithRates(
          steps.map((step) => new Decimal(step).times("0.05").minus(1)),
          scale,
        );
        const expected = [...new Set(steps)].sort((a, b) => a - b).map((step) => step * 0.05 - 1);
        const found = answered(irr.all(flow)).map(Number);
        expect(found).toHaveLength(expected.length);
        for (const [index, rate] of found.entries()) expect(rate).toBeCloseTo(expected[index] ?? Number.NaN, 8);
      }),
      { numRuns: 60 },
    );
  });

  test("leave no present value and ascend above −100 %", () => {
    fc.assert(
      fc.property(wholeFlows, (flow) => {
        fc.pre(!isAllZero(flow));
        const found = answered(irr.all(flow));
        for (const [index, rate] of found.entries()) {
          expect(rate).toBeGreaterThan(found[index - 1] ?? -1);
          expect(relativeResidue(flow, rate)).toBeLessThanOrEqual(1e-12);
        }
      }),
    );
  });

  test("are as many as Descartes' rule allows: the changes of sign, or fewer by an even number", () => {
    fc.assert(
      fc.property(wholeFlows, (flow) => {
        fc.pre(!isAllZero(flow));
        const found = answered(irr.all(flow)).length;
        const changes = changesOfSign(flow);
        expect(found).toBeLessThanOrEqual(changes);
        // Whole random amounts practically never have a double root, so the count is exact.
        expect((changes - found) % 2).toBe(0);
      }),
    );
  });

  test("leave no change of sign of the present value unexplained", () => {
    const grid = Array.from({ length: 400 }, (_, step) => Math.exp(-4 + step * 0.02) - 1);
    fc.assert(
      fc.property(wholeFlows, (flow) => {
        fc.pre(!isAllZero(flow));
        const found = answered(irr.all(flow));
        const values = grid.map((rate) => answered(npv(rate, flow)));
        for (let index = 1; index < grid.length; index++) {
          const [low, high] = [grid[index - 1] ?? 0, grid[index] ?? 0];
          const isCrossed = Math.sign(values[index - 1] ?? 0) * Math.sign(values[index] ?? 0) < 0;
          const inside = found.filter((rate) => rate >= low && rate <= high).length;
          if (isCrossed) expect(inside % 2, `between ${low} and ${high}`).toBe(1);
        }
      }),
    );
  });

  test("do not depend on scale or leading years of nothing; backwards in time r becomes 1/(1+r) − 1", () => {
    fc.assert(
      fc.property(wholeFlows, (flow) => {
        fc.pre(!isAllZero(flow));
        const found = answered(irr.all(flow));
        const near = (rates: readonly number[]) => rates.map((rate) => expect.closeTo(rate, 9 - magnitude(rate)));
        expect(irr.all(flow.map((amount) => amount * -1e7))).toEqual(near(found));
        expect(irr.all([0, 0, 0, ...flow])).toEqual(near(found));
        const mirrored = found.map((rate) => 1 / (1 + rate) - 1).reverse();
        expect(irr.all(flow.toReversed())).toEqual(near(mirrored));
      }),
    );
  });

  test("are the same in doubles and decimals", () => {
    fc.assert(
      fc.property(wholeFlows, (flow) => {
        fc.pre(!isAllZero(flow));
        const exact = answered(irr.all(flow.map((amount) => new Decimal(amount))));
        const quick = answered(irr.all(flow));
        expect(quick).toHaveLength(exact.length);
        for (const [index, rate] of exact.entries()) {
          const distance = rate.minus(quick[index] ?? Number.NaN).abs();
          expect(distance.toNumber()).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(Number(rate))));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("one rate of return", () => {
  test("is the only one, or the nearest to the guess, or a refusal that lists them", () => {
    fc.assert(
      fc.property(wholeFlows, fc.double({ min: -0.9, max: 20, noNaN: true }), (flow, guess) => {
        fc.pre(!isAllZero(flow));
        const every = answered(irr.all(flow));
        const plain = irr(flow);
        const guided = irr(flow, guess);
        if (every.length === 0) {
          expect([isRefusal(plain), isRefusal(guided)]).toEqual([true, true]);
          return;
        }
        const distances = every.map((rate) => Math.abs(rate - guess));
        expect(Math.abs(answered(guided) - guess)).toBe(Math.min(...distances));
        if (every.length === 1) expect(plain).toBe(every[0]);
        else expect(plain).toMatchObject({ ok: false, code: "several-roots", roots: every });
      }),
    );
  });

  test("xirr of amounts 365 days apart is irr", () => {
    fc.assert(
      fc.property(wholeFlows, fc.integer({ min: 1, max: 60000 }), (flow, firstSerial) => {
        fc.pre(!isAllZero(flow));
        const start = firstSerial > 60 ? firstSerial : 61;
        const serials = flow.map((_, year) => start + 365 * year);
        const yearly = answered(irr.all(flow));
        const dated = answered(xirr.all(flow, serials));
        expect(dated).toEqual(yearly.map((rate) => expect.closeTo(rate, 9 - magnitude(rate))));
      }),
    );
  });

  test("xirr does not depend on the order of the pairs", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 40000, max: 55000 })), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, (list) => {
        const forwards = xirr.all(
          list.map(([amount]) => amount),
          list.map(([, day]) => day),
        );
        const turned = list.toReversed();
        const backwards = xirr.all(
          turned.map(([amount]) => amount),
          turned.map(([, day]) => day),
        );
        if (isRefusal(forwards)) expect(backwards).toEqual(forwards);
        else expect(backwards).toEqual(forwards.map((rate) => expect.closeTo(rate, 9 - magnitude(rate))));
      }),
    );
  });
});

/** Digits before the point: closeness is meant relative to the rate. */
function magnitude(rate: number): number {
  return Math.max(0, Math.ceil(Math.log10(Math.abs(rate) + 1)));
}
