import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ddb, effect, mirr, nominal, npv, sln, syd, xnpv } from "../../models/finance/index.ts";
import { answered } from "./support/answers.ts";

const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 });
const flows = fc.array(amounts, { minLength: 2, maxLength: 60 });
const rates = fc.double({ min: -0.5, max: 2, noNaN: true });

describe("present values", () => {
  test("npv discounts the first amount by one period", () => {
    fc.assert(
      fc.property(rates, flows, (rate, flow) => {
        const terms = flow.map((amount, index) => amount / (1 + rate) ** (index + 1));
        const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
        const direct = terms.reduce((sum, term) => sum + term, 0);
        expect(Math.abs(answered(npv(rate, flow)) - direct)).toBeLessThanOrEqual(1e-13 * (1 + size));
      }),
    );
  });

  test("npv takes lists, amounts and both", () => {
    fc.assert(
      fc.property(rates, flows, fc.nat(), (rate, flow, seed) => {
        const cut = 1 + (seed % (flow.length - 1));
        const whole = npv(rate, flow);
        expect(npv(rate, ...flow)).toBe(whole);
        expect(npv(rate, ...flow.slice(0, cut), flow.slice(cut))).toBe(whole);
      }),
    );
  });

  test("xnpv of amounts 365 days apart is the first plus npv of the rest", () => {
    fc.assert(
      fc.property(rates, flows, (rate, flow) => {
        const serials = flow.map((_, year) => 40000 + 365 * year);
        const [first = 0, ...rest] = flow;
        const size = rest.reduce(
          (sum, amount, index) => sum + Math.abs(amount) / (1 + rate) ** (index + 1),
          Math.abs(first),
        );
        const difference = answered(xnpv(rate, flow, serials)) - first - answered(npv(rate, rest));
        expect(Math.abs(difference)).toBeLessThanOrEqual(1e-12 * (1 + size));
      }),
    );
  });

  test("mirr is the growth from what is paid to what is received", () => {
    const mixed = flows.filter((flow) => flow.some((amount) => amount < 0) && flow.some((amount) => amount > 0));
    fc.assert(
      fc.property(mixed, rates, rates, (flow, finance, reinvest) => {
        const last = flow.length - 1;
        const paid = flow.reduce((sum, amount, time) => sum - Math.min(0, amount) / (1 + finance) ** time, 0);
        const received = flow.reduce(
          (sum, amount, time) => sum + Math.max(0, amount) * (1 + reinvest) ** (last - time),
          0,
        );
        const rate = answered(mirr(flow, finance, reinvest));
        expect(rate).toBeCloseTo((received / paid) ** (1 / last) - 1, 9);
      }),
    );
  });
});

test("nominal undoes effect", () => {
  const positive = fc.double({ min: 1e-9, max: 3, noNaN: true });
  fc.assert(
    fc.property(positive, fc.integer({ min: 1, max: 366 }), (rate, perYear) => {
      const back = answered(nominal(answered(effect(rate, perYear)), perYear));
      expect(Math.abs(back / rate - 1)).toBeLessThanOrEqual(1e-12);
    }),
  );
});

describe("depreciation", () => {
  const assets = fc
    .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 100 }))
    .map(([cost, percent]) => [cost, (cost * percent) / 100] as const);
  const lives = fc.integer({ min: 1, max: 70 });

  function total(life: number, ofPeriod: (period: number) => number): number {
    return Array.from({ length: life }, (_, index) => ofPeriod(index + 1)).reduce((sum, amount) => sum + amount, 0);
  }

  test("sln and syd depreciate the whole cost down to salvage", () => {
    fc.assert(
      fc.property(assets, lives, ([cost, salvage], life) => {
        expect(answered(sln(cost, salvage, life)) * life).toBeCloseTo(cost - salvage, 6);
        expect(total(life, (per) => answered(syd(cost, salvage, life, per)))).toBeCloseTo(cost - salvage, 6);
      }),
    );
  });

  test("ddb falls from period to period and never takes the book value below salvage", () => {
    const factors = fc.double({ min: 0.1, max: 5, noNaN: true });
    fc.assert(
      fc.property(assets, lives, factors, ([cost, salvage], life, factor) => {
        const each = Array.from({ length: life }, (_, index) => answered(ddb(cost, salvage, life, index + 1, factor)));
        for (const [index, amount] of each.entries()) {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(amount).toBeLessThanOrEqual((each[index - 1] ?? Number.POSITIVE_INFINITY) + 1e-6);
        }
        const book = cost - each.reduce((sum, amount) => sum + amount, 0);
        expect(book).toBeGreaterThanOrEqual(salvage - 1e-6);
      }),
    );
  });
});
