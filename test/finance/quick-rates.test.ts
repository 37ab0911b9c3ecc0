import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irr } from "../../models/finance/irr.ts";
import { isRefusal } from "../../models/finance/refusal.ts";
import { quickRates } from "../../models/finance/roots/quick.ts";

const amount = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constant(0));

describe("rates on doubles", () => {
  it("are all the rates of the thorough search, wherever they are given", () => {
    let given = 0;
    fc.assert(
      fc.property(fc.array(amount, { minLength: 2, maxLength: 45 }), (values) => {
        const flows = [-5_000_000, ...values];
        const quick = quickRates(Float64Array.from(flows));
        const exact = irr.all(flows);
        if (quick === undefined || isRefusal(exact)) return;
        given++;
        expect(quick).toHaveLength(exact.length);
        for (const [i, rate] of quick.entries()) {
          expect(Math.abs(rate - (exact[i] as number))).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(rate)));
        }
      }),
    );
    expect(given).toBeGreaterThan(20);
  });

  it.each([
    [[-100, 110], [0.1]],
    [[0, 0, -100, 0, 121], [0.1]],
    [[-100, 50], [-0.5]],
    [
      [-100, 230, -132],
      [0.1, 0.2],
    ],
    [[1, 2, 3], []],
  ])("of %j are %j", (flows, rates) => {
    const quick = quickRates(Float64Array.from(flows)) ?? [];
    expect(quick).toHaveLength(rates.length);
    for (const [i, rate] of quick.entries()) expect(rate).toBeCloseTo(rates[i] as number, 10);
  });
});
