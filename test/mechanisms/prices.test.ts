import { describe, expect, it } from "vitest";
import { saleOf } from "./support/sales.ts";
import { type Inputs, type Part, run, type Situation } from "./support/situation.ts";

const distinct = (values: readonly number[]): readonly number[] => [
  ...new Set(values.map((value) => Number(value.toFixed(6)))),
];

const current = (months: Partial<Situation> = {}): Partial<Situation> => ({
  conventions: { priceBasis: "current", inflation: "0.1" },
  ...months,
});

describe("price of a sale", () => {
  const sold = (inputs: Inputs, situation: Partial<Situation> = {}) =>
    run({
      components: [saleOf("flats", 1000, { priceGrowth: "0.1", ...inputs })],
      step: "month",
      periods: 26,
      ...situation,
    }).series("flats.price_used");

  it("steps once a year, not by months", () => {
    const prices = sold({});
    expect(prices.slice(0, 12).every((price) => price === 10)).toBe(true);
    expect(distinct(prices.slice(12, 24))).toEqual([11]);
    expect(distinct(prices.slice(24))).toEqual([12.1]);
  });

  it("counts the years from the month of its base", () => {
    const prices = sold({ priceFrom: "2026-07" });
    expect(distinct(prices.slice(0, 18))).toEqual([10]);
    expect(distinct(prices.slice(18))).toEqual([11]);
    expect(distinct(sold({ priceFrom: "2024-01" }).slice(0, 12))).toEqual([12.1]);
  });

  it("is capped, and the cap does not grow", () => {
    expect(distinct(sold({ priceCap: "10.5" }))).toEqual([10, 10.5]);
  });
});

describe("price index", () => {
  const index = (situation: Partial<Situation>) =>
    run({ components: [], periods: 2, ...situation }).series("project.price_index");

  it("counts from the month of the price base", () => {
    expect(index(current({ project: { priceBaseMonth: "2025-01" } }))).toEqual([
      expect.closeTo(1.1, 12),
      expect.closeTo(1.21, 12),
    ]);
    expect(index(current())).toEqual([1, expect.closeTo(1.1, 12)]);
    expect(index(current({ step: "half-year", project: { priceBaseMonth: "2025-07" } }))).toEqual([
      1,
      expect.closeTo(1.1, 12),
    ]);
  });

  it("is 1 in constant prices", () => {
    expect(index({ conventions: { inflation: "0.1" } })).toEqual([1, 1]);
  });
});

describe("cap of a rent", () => {
  const capped = (inputs: Inputs) => {
    const lease: Part = [
      "shops",
      "lease",
      {
        ...{ lessor: "spv", tenant: "tenant", product: "shops", areaLeased: "100", start: "2026-01", end: "2028-12" },
        ...{
          ramp: [{ id: "y1", year: "1", share: "1" }],
          rentPer: "month",
          rent: "20",
          rentCap: "10",
          growth: "0",
          collection: "1",
        },
        ...{ includesVat: false, vatMethod: "exempt" },
        ...inputs,
      },
    ];
    return run({ components: [lease], periods: 3, ...current() }).series("shops.rent_used");
  };

  it("moves with the price index where it grows, and stays where it does not", () => {
    expect(capped({ capGrowth: "0" })).toEqual([10, expect.closeTo(11, 9), expect.closeTo(12.1, 9)]);
    expect(capped({ capGrowth: "0.1" })).toEqual([10, expect.closeTo(12.1, 9), expect.closeTo(14.641, 9)]);
    expect(capped({})).toEqual([10, 10, 10]);
  });
});
