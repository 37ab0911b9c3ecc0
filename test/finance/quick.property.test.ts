import fc from "fast-check";
import { expect, it } from "vitest";
import { irr } from "../../models/finance/irr.ts";
import { isRefusal } from "../../models/finance/refusal.ts";
import { quickRates } from "../../models/finance/roots/quick.ts";

const amount = fc.oneof(fc.constant(0), fc.integer({ min: -2000, max: 2000 }));

it("quick rates are those of the thorough search, or left to it", () => {
  let settled = 0;
  let several = 0;
  fc.assert(
    fc.property(fc.array(amount, { minLength: 2, maxLength: 40 }), (amounts) => {
      const quick = quickRates(Float64Array.from(amounts));
      const all = irr.all(amounts);
      if (quick === undefined || isRefusal(all)) return;
      settled++;
      if (all.length > 1) several++;
      expect(quick).toHaveLength(all.length);
      for (const [i, rate] of quick.entries()) expect(rate).toBeCloseTo(all[i] as number, 9);
    }),
    { seed: 20260701, numRuns: 2000 },
  );
  expect(settled).toBeGreaterThan(1000);
  expect(several).toBeGreaterThan(100);
});

it.each([
  ["a loan and its interest", [-100, 10, 10, 110], [0.1]],
  ["nothing lost, nothing won", [-4.5, 4.5], [0]],
  ["a project that has to be cleaned up", [-1000, 2500, -1540], [0.1, 0.4]],
  ["amounts of one sign", [1, 2, 3], []],
  ["a start that waits", [0, 0, -100, 0, 121], [0.1]],
])("%s", (_name, amounts, rates) => {
  const found = quickRates(Float64Array.from(amounts)) as readonly number[];
  expect(found.map((rate) => rate.toFixed(10))).toEqual(rates.map((rate) => rate.toFixed(10)));
});

it("leaves two rates that nearly touch, and rates far out, to the thorough search", () => {
  // (1 − 1.1 x)² has its root twice.
  expect(quickRates(Float64Array.of(1, -2.2, 1.21))).toBeUndefined();
  expect(quickRates(Float64Array.of(-1, 1e6))).toBeUndefined();
});
