import { cholesky, type Matrix, type RankPair, scoreMatrix } from "./correlation.ts";
import { normalAt } from "./normal.ts";
import { type Random, randomOf, shuffled } from "./random.ts";

/** What is to be drawn: names of the numbers decide their sequences, so that one more leaves the others as they were. */
export interface SampleSpec {
  readonly draws: number;
  readonly seed: number;
  readonly names: readonly string[];
  readonly pairs: readonly RankPair[];
}

/** Shares 0..1, one column of `draws` a number. */
export type Sample = readonly Float64Array[];

/**
 * A Latin hypercube (拉丁超立方): of every number each of `draws` equal slices of its distribution once, in random order. The orders of correlated numbers are
 * then those of scores with the wanted correlations (Iman and Conover), which leaves each number's own distribution alone.
 */
export function sampleOf({ draws, seed, names, pairs }: SampleSpec): Sample {
  const streams = streamsOf(names);
  const randoms = names.map((_, k) => randomOf(seed, streams[k] as number));
  const orders = randoms.map((random) => shuffled(draws, random));
  const tied = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].toSorted((a, b) => a - b);
  const reordered = correlated(
    tied.map((k) => orders[k] as Int32Array),
    scoreMatrix(names.length, pairs)
      .filter((_, k) => tied.includes(k))
      .map((row) => row.filter((_, k) => tied.includes(k))),
  );
  return randoms.map((random, k) => {
    const order = reordered[tied.indexOf(k)] ?? (orders[k] as Int32Array);
    return spread(order, random);
  });
}

/** A place within each slice, drawn too. */
function spread(order: Int32Array, random: Random): Float64Array {
  const within = Float64Array.from({ length: order.length }, random);
  return Float64Array.from(order, (slice) => (slice + (within[slice] as number)) / order.length);
}

/** The same orders put together as the matrix of their scores wants it. */
function correlated(orders: readonly Int32Array[], wanted: Matrix): readonly Int32Array[] {
  const draws = orders[0]?.length ?? 0;
  const lower = cholesky(wanted);
  if (draws === 0 || lower === undefined) return orders;
  const scores = orders.map((order) => Float64Array.from(order, (slice) => normalAt((slice + 1) / (draws + 1))));
  // Orders drawn apart are a little correlated by chance: that is taken out first, where there are draws enough to tell.
  const chance = cholesky(correlationsOf(scores));
  const clean = chance === undefined ? scores : withoutChance(scores, chance);
  return lower.map((row) => ranksOf(combined(clean, row)));
}

function correlationsOf(scores: readonly Float64Array[]): Matrix {
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
  const sizes = scores.map((one) => Math.sqrt(dot(one, one)));
  return scores.map((one, i) =>
    scores.map((other, j) => (i === j ? 1 : dot(one, other) / ((sizes[i] as number) * (sizes[j] as number)))),
  );
}

/** Solves the triangle row by row. */
function withoutChance(scores: readonly Float64Array[], triangle: Matrix): readonly Float64Array[] {
  const clean: Float64Array[] = [];
  for (const [k, row] of triangle.entries()) {
    const known = combined(clean, row.slice(0, k));
    const pivot = row[k] as number;
    clean.push(Float64Array.from(scores[k] as Float64Array, (x, i) => (x - (known[i] ?? 0)) / pivot));
  }
  return clean;
}

function combined(columns: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0);
  for (const [k, weight] of weights.entries()) {
    const column = columns[k] as Float64Array;
    if (weight !== 0) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (column[i] as number);
  }
  return sum;
}

/** Places of values in their order, from 0; of equal ones the first comes first. */
export function ranksOf(values: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const ranks = new Int32Array(values.length);
  for (let place = 0; place < order.length; place++) ranks[order[place] as number] = place;
  return ranks;
}

const FNV_START = 2166136261;
const FNV_PRIME = 16777619;

/** One stream a name; two names that would share one are told apart by their places. */
function streamsOf(names: readonly string[]): readonly number[] {
  const taken = new Set<number>();
  return names.map((name) => {
    let stream = FNV_START;
    for (const char of name) stream = Math.imul(stream ^ (char.codePointAt(0) as number), FNV_PRIME) >>> 0;
    while (taken.has(stream)) stream = (stream + 1) >>> 0;
    taken.add(stream);
    return stream;
  });
}
