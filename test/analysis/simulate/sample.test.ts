import { describe, expect, it } from "vitest";
import { cholesky, contradictionIn, scoreMatrix } from "../../../models/analysis/simulate/correlation.ts";
import { normal, triangular } from "../../../models/analysis/simulate/distribution.ts";
import { randomOf } from "../../../models/analysis/simulate/random.ts";
import { sampleOf } from "../../../models/analysis/simulate/sample.ts";
import { correlationOf, deviationOf, meanOf, midRanksOf } from "../../../models/analysis/simulate/statistics.ts";

const DRAWS = 4000;
const spec = { draws: DRAWS, seed: 20261128, names: ["price", "works", "rate", "rent"], pairs: [] };

describe("samples", () => {
  it("takes every slice of every number once", () => {
    for (const column of sampleOf(spec))
      expect(new Set(column.map((share) => Math.floor(share * DRAWS))).size).toBe(DRAWS);
  });

  it("is the same for one seed, another for another, and leaves the others alone when one is added", () => {
    const first = sampleOf(spec);
    expect(sampleOf(spec)).toEqual(first);
    expect(sampleOf({ ...spec, seed: 20261129 })[0]).not.toEqual(first[0]);
    const more = sampleOf({ ...spec, names: ["more", ...spec.names] });
    expect(more.slice(1)).toEqual(first);
  });

  it("tells numbers of one name apart", () => {
    const [a, b] = sampleOf({ ...spec, names: ["x", "x"] });
    expect(a).not.toEqual(b);
  });

  it("has the rank correlations asked for, within a hundredth", () => {
    const pairs = [
      { a: 0, b: 1, rank: 0.6 },
      { a: 1, b: 3, rank: -0.4 },
      { a: 0, b: 3, rank: -0.2 },
    ];
    const ranks = sampleOf({ ...spec, pairs }).map(midRanksOf);
    const between = (a: number, b: number) => correlationOf(ranks[a] as Float64Array, ranks[b] as Float64Array) ?? 0;
    for (const { a, b, rank } of pairs) expect(Math.abs(between(a, b) - rank)).toBeLessThan(0.01);
    // Four standard errors of no correlation.
    expect(Math.abs(between(0, 2))).toBeLessThan(4 / Math.sqrt(DRAWS));
  });

  it("sums normals to a normal, correlated or not", () => {
    const [one, other] = [normal(10, 3), normal(-4, 4)];
    const sumOf = (rank: number) => {
      const [a, b] = sampleOf({ ...spec, names: ["a", "b"], pairs: rank === 0 ? [] : [{ a: 0, b: 1, rank }] });
      return Float64Array.from(a as Float64Array, (p, i) => one.at(p) + other.at(b?.[i] as number));
    };
    const free = sumOf(0);
    const error = 5 / Math.sqrt(DRAWS);
    expect(Math.abs(meanOf(free) - 6)).toBeLessThan(2 * error);
    expect(Math.abs(deviationOf(free, meanOf(free)) - 5)).toBeLessThan(2 * error);
    // A rank correlation r of normals is a correlation 2 sin(πr/6) of their values.
    const tied = sumOf(0.5);
    const expected = Math.sqrt(9 + 16 + 2 * 12 * 2 * Math.sin(Math.PI / 12));
    expect(Math.abs(deviationOf(tied, meanOf(tied)) - expected)).toBeLessThan(3 * error);
  });

  it("has the mean of a triangle far closer than chance would", () => {
    const [column] = sampleOf({ ...spec, names: ["triangle"] });
    const { at } = triangular(2, 3, 7);
    const mean = meanOf(Float64Array.from(column as Float64Array, at));
    const error = Math.sqrt(21 / 18) / Math.sqrt(DRAWS);
    expect(Math.abs(mean - 4)).toBeLessThan(error / 10);
  });

  it("draws numbers evenly", () => {
    const random = randomOf(7, 1);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const part = Math.floor(random() * 10);
      counts[part] = (counts[part] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });
});

describe("correlations", () => {
  it("names the pairs that cannot be, and the nearest that can", () => {
    const pairs = [
      { a: 0, b: 1, rank: 0.9 },
      { a: 1, b: 2, rank: 0.9 },
      { a: 0, b: 2, rank: -0.5 },
      { a: 2, b: 3, rank: 0.2 },
    ];
    const found = contradictionIn(4, pairs);
    expect(found?.pairs).toEqual(expect.arrayContaining(pairs.slice(0, 3)));
    expect(found?.pairs).toHaveLength(3);
    const nearest = found?.nearest ?? [];
    expect(cholesky(scoreMatrix(4, nearest))).toBeDefined();
    for (const [i, { rank }] of nearest.entries()) expect(Math.sign(rank)).toBe(Math.sign(pairs[i]?.rank ?? 0));
  });

  it("says nothing of those that hold together", () => {
    expect(
      contradictionIn(3, [
        { a: 0, b: 1, rank: 0.6 },
        { a: 1, b: 2, rank: 0.6 },
      ]),
    ).toBeUndefined();
  });
});
