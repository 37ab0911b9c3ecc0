import { describe, expect, it } from "vitest";
import {
  type Distribution,
  lognormal,
  normal,
  pert,
  triangular,
  truncated,
  uniform,
} from "../../../models/analysis/simulate/distribution.ts";
import { normalAt, normalBelow } from "../../../models/analysis/simulate/normal.ts";

/** Mean and standard deviation by the middle of each of many equal slices. */
function momentsOf({ at }: Distribution): readonly [mean: number, deviation: number] {
  const slices = 20_000;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < slices; i++) {
    const x = at((i + 0.5) / slices);
    sum += x;
    squares += x * x;
  }
  const mean = sum / slices;
  return [mean, Math.sqrt(squares / slices - mean * mean)];
}

describe("distributions", () => {
  it("has the normal distribution of printed tables", () => {
    expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalBelow(-2.5758293035489)).toBeCloseTo(0.005, 13);
    expect(normalBelow(-6) / 9.865876450376946e-10).toBeCloseTo(1, 9);
    expect(normalAt(0.5)).toBe(0);
    expect(normalAt(0.99)).toBeCloseTo(2.3263478740408408, 12);
    expect(normalAt(1e-8)).toBeCloseTo(-5.612001244174789, 10);
  });

  // Means and deviations as any handbook has them.
  it.each<readonly [string, Distribution, number, number]>([
    ["normal", normal(15500, 600), 15500, 600],
    ["lognormal", lognormal(0.03, 0.004), 0.03, 0.004],
    ["uniform", uniform(0.8, 0.97), 0.885, 0.17 / Math.sqrt(12)],
    ["triangular", triangular(2, 3, 7), 4, Math.sqrt((4 + 9 + 49 - 6 - 14 - 21) / 18)],
    ["triangular, mode at an end", triangular(0, 0, 3), 1, Math.sqrt(9 / 18)],
    ["pert", pert(1, 3, 10), 23 / 6, Math.sqrt(((23 / 6 - 1) * (10 - 23 / 6)) / 7)],
  ])("%s has the mean and the deviation it should", (_name, distribution, mean, deviation) => {
    const [found, spread] = momentsOf(distribution);
    expect(found / mean).toBeCloseTo(1, 4);
    expect(spread / deviation).toBeCloseTo(1, 2);
  });

  it("gives back the share it was asked for", () => {
    for (const distribution of [normal(1, 2), lognormal(3, 1), triangular(1, 2, 5), pert(-1, 0, 4), uniform(2, 3)])
      for (const p of [0.001, 0.2, 0.5, 0.77, 0.999]) expect(distribution.below(distribution.at(p))).toBeCloseTo(p, 10);
  });

  it("leaves out what lies beyond bounds, and says how much", () => {
    const cut = truncated(normal(0, 1), -1, 2);
    if (cut === undefined) throw new Error("most of it lies within");
    expect(cut.cutBelow).toBeCloseTo(0.15865525393145707, 12);
    expect(cut.cutAbove).toBeCloseTo(0.022750131948179195, 12);
    expect(cut.at(0)).toBeCloseTo(-1, 12);
    expect(cut.at(1)).toBeCloseTo(2, 12);
    // (φ(-1) - φ(2)) / (Φ(2) - Φ(-1))
    expect(momentsOf(cut)[0]).toBeCloseTo((0.24197072451914337 - 0.05399096651318806) / 0.8185946141203637, 4);
    expect(truncated(normal(0, 1), 4, 9)).toBeUndefined();
  });
});
