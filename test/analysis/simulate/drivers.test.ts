import { describe, expect, it } from "vitest";
import { driversOf } from "../../../models/analysis/simulate/drivers.ts";
import { sampleOf } from "../../../models/analysis/simulate/sample.ts";
import { histogramOf, midRanksOf, quantileOf, shareOf } from "../../../models/analysis/simulate/statistics.ts";

const DRAWS = 6000;

describe("drivers", () => {
  // Ishigami's function, with the first-order indices of the literature: 0.3139, 0.4424, 0.
  it("finds the shares of the variance of Ishigami's function within four of their errors", () => {
    const columns = sampleOf({ draws: DRAWS, seed: 3, names: ["x1", "x2", "x3"], pairs: [] }).map((shares, input) => {
      const values = shares.map((share) => Math.PI * (2 * share - 1));
      return { input, values, ranks: midRanksOf(values) };
    });
    const [x1, x2, x3] = columns.map(({ values }) => values) as [Float64Array, Float64Array, Float64Array];
    const y = x1.map((x, i) => {
      const [second, third] = [x2[i] as number, x3[i] as number];
      return Math.sin(x) + 7 * Math.sin(second) ** 2 + 0.1 * third ** 4 * Math.sin(x);
    });
    const found = driversOf(y, midRanksOf(y), columns);
    for (const [input, share] of [0.3139, 0.4424, 0].entries()) {
      const driver = found.find((one) => one.input === input);
      expect(Math.abs((driver?.index ?? 9) - share)).toBeLessThan(4 * (driver?.indexError ?? 0) + 0.005);
      expect(driver?.indexError).toBeLessThan(0.03);
    }
    expect(found[0]?.input).toBe(1);
  });

  it("splits the variance of a sum by the variances, for few values too", () => {
    const shares = sampleOf({ draws: DRAWS, seed: 5, names: ["a", "b"], pairs: [] });
    const values = [shares[0]?.map((p) => 12 * p), shares[1]?.map((p) => (p < 0.5 ? 0 : 1))] as Float64Array[];
    const columns = values.map((column, input) => ({ input, values: column, ranks: midRanksOf(column) }));
    const y = (values[0] as Float64Array).map((a, i) => a + 8 * (values[1]?.[i] as number));
    // Variances 12 and 16.
    const found = driversOf(y, midRanksOf(y), columns);
    expect(found.map(({ input }) => input)).toEqual([1, 0]);
    expect(found[0]?.index).toBeCloseTo(16 / 28, 1);
    expect(found[1]?.index).toBeCloseTo(12 / 28, 1);
    expect(found.every(({ rank }) => rank > 0)).toBe(true);
  });

  it("leaves out what did not vary", () => {
    const still = new Float64Array(10).fill(2);
    const y = Float64Array.from({ length: 10 }, (_, i) => i);
    expect(driversOf(y, midRanksOf(y), [{ input: 0, values: still, ranks: midRanksOf(still) }])).toEqual([]);
  });
});

describe("statistics", () => {
  it("reads quantiles between sorted values", () => {
    expect([0, 0.1, 0.5, 1].map((p) => quantileOf([10, 20, 30, 40, 50], p))).toEqual([10, 14, 30, 50]);
  });

  it("gives equal values the middle of their places", () => {
    expect([...midRanksOf([5, 1, 5, 0, 5])]).toEqual([3, 1, 3, 0, 3]);
  });

  it("counts every draw in a histogram, and all in one where they agree", () => {
    const { counts } = histogramOf(Float64Array.from({ length: 300 }, (_, i) => i));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(histogramOf(new Float64Array(4).fill(7)).counts).toEqual([4]);
  });

  it("is never sure of a share because all draws agree", () => {
    expect(shareOf(0, 100).share).toBe(0);
    expect(shareOf(0, 100).error).toBeGreaterThan(0.01);
  });
});
