import { flatUntil } from "./flat.ts";

/** A value that was tried and what the target has to spare there; undefined where the model has no value. */
export interface Sample {
  readonly x: number;
  readonly y: number | undefined;
}

/** Between two neighbouring numbers the target comes to be met, or ceases to be. */
export interface Edge {
  /** The last number on the side that meets it, and the first on the other. */
  readonly met: number;
  readonly missed: number;
  readonly side: "from" | "to";
  /** The result leaps over the target here instead of passing through it. */
  readonly jump: boolean;
}

/** A stretch in which every sample meets the target; no edge where it reaches the end of the range. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly edges: readonly Edge[];
}

export interface Survey {
  readonly stretches: readonly Stretch[];
  /** Largest gap between neighbouring samples: something narrower can have been overlooked. */
  readonly resolution: number;
  /** No sample has a value. */
  readonly empty: boolean;
  /** Every sample comes to the same, as far as float64 tells. */
  readonly still: boolean;
  /** From where on, walking up (down), the result no longer changes; undefined where it does, and where it never changes. */
  readonly flatAbove?: number;
  readonly flatBelow?: number;
}

export interface SurveyOptions {
  readonly from: number;
  readonly to: number;
  /** Only whole numbers. */
  readonly whole: boolean;
  /** Where the rules are known to change, and the value of today. */
  readonly known: readonly number[];
  readonly grid: number;
  /** How many more values may be tried between those of the grid. */
  readonly extra: number;
  readonly excess: (x: number) => number | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

/** Shares by which the value of today is tried up and down. */
const NEAR = [0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];
/** Deviations from a straight line below this share of the largest value are rounding. */
const STRAIGHT = 1e-9;
/** Gaps are halved down to this share of the range. */
const NARROWEST = 1e-9;
const HALVINGS_MAX = 80;
/** Relative to the largest value found, the two sides of an edge are this far apart only at a jump. */
const JUMP_SHARE = 1e-6;

/**
 * Looks for the values of one number at which a target is met. A result is mostly made of straight pieces with kinks and cliffs between them (caps, tax brackets,
 * thresholds). So, where the middle of a gap lies off the straight line between its ends, the rule changes inside, and the gap is halved, those first that come
 * closest to the target. Only signs are trusted; what lies between two samples on one line is never claimed.
 */
export function survey(options: SurveyOptions): Survey {
  const samples = sampled(options);
  const values = samples.flatMap(({ y }) => (y === undefined ? [] : [Math.abs(y)]));
  const spread = Math.max(...values, Number.MIN_VALUE);
  const gaps = samples.slice(1).map(({ x }, index) => x - (samples[index]?.x ?? x));
  const flatAbove = flatFrom(samples.toReversed(), options);
  const flatBelow = flatFrom(samples, options);
  const [first] = samples;
  return {
    stretches: stretchesOf(samples, options, spread),
    resolution: Math.max(0, ...gaps),
    empty: values.length === 0,
    still: first !== undefined && samples.every(({ y }) => isSame(y, first.y)),
    ...(flatAbove === undefined ? {} : { flatAbove }),
    ...(flatBelow === undefined ? {} : { flatBelow }),
  };
}

function startingPoints({ from, to, whole, known, grid }: SurveyOptions): readonly number[] {
  const even = Array.from({ length: grid + 1 }, (_, i) => (i === grid ? to : from + ((to - from) * i) / grid));
  const width = (to - from) * NARROWEST;
  const near = known.flatMap((x) => [x - width, x, x + width]);
  const today = known[0];
  const around = today === undefined ? [] : NEAR.flatMap((share) => [today * (1 - share), today * (1 + share)]);
  const all = [...even, ...near, ...around].filter((x) => x >= from && x <= to);
  const points = whole ? all.map(Math.round).filter((x) => x >= from && x <= to) : all;
  return [...new Set(points)].toSorted((a, b) => a - b);
}

interface Open {
  readonly left: Sample;
  readonly right: Sample;
  /** How far off the straight line its parent's middle was, against its distance from the target. */
  readonly interest: number;
}

function sampled(options: SurveyOptions): readonly Sample[] {
  const { from, to, whole, extra, excess, onProgress, shouldStop } = options;
  const points = startingPoints(options);
  const samples: Sample[] = [];
  for (const [index, x] of points.entries()) {
    if (shouldStop?.() === true) return samples;
    samples.push({ x, y: excess(x) });
    onProgress?.(index + 1, points.length + extra);
  }
  const spread = Math.max(...samples.map(({ y }) => Math.abs(y ?? 0)));
  const narrowest = whole ? 1 : (to - from) * NARROWEST;
  const open: Open[] = samples.slice(1).map((right, index) => {
    const left = samples[index] as Sample;
    return { left, right, interest: Number.POSITIVE_INFINITY };
  });
  for (let tried = 0; tried < extra && open.length > 0 && shouldStop?.() !== true; tried += 1) {
    const next = takeMostInteresting(open);
    const gap = next.right.x - next.left.x;
    const middle = whole ? Math.floor((next.left.x + next.right.x) / 2) : (next.left.x + next.right.x) / 2;
    if (gap <= narrowest || middle <= next.left.x || middle >= next.right.x) continue;
    const sample = { x: middle, y: excess(middle) };
    samples.push(sample);
    const interest = interestOf(next.left, sample, next.right, spread);
    if (interest > 0)
      open.push({ left: next.left, right: sample, interest }, { left: sample, right: next.right, interest });
    onProgress?.(points.length + tried + 1, points.length + extra);
  }
  return samples.toSorted((a, b) => a.x - b.x);
}

function takeMostInteresting(open: Open[]): Open {
  let best = 0;
  for (let index = 1; index < open.length; index += 1)
    if ((open[index] as Open).interest > (open[best] as Open).interest) best = index;
  const [found] = open.splice(best, 1);
  return found as Open;
}

/** 0 on a straight line; otherwise the larger, the sooner what is off it could reach the target. */
function interestOf(left: Sample, middle: Sample, right: Sample, spread: number): number {
  if (left.y === undefined || middle.y === undefined || right.y === undefined)
    return left.y === middle.y && middle.y === right.y ? 0 : 1;
  const share = (middle.x - left.x) / (right.x - left.x);
  const off = Math.abs(middle.y - (left.y + (right.y - left.y) * share));
  if (off <= STRAIGHT * spread) return 0;
  return off / (Math.min(Math.abs(left.y), Math.abs(middle.y), Math.abs(right.y)) + STRAIGHT * spread);
}

function stretchesOf(samples: readonly Sample[], options: SurveyOptions, spread: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let begun: { readonly from: number; readonly edges: readonly Edge[] } | undefined;
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (isMet(sample.y) && begun === undefined) {
      const edge = before === undefined ? undefined : edgeBetween(before, sample, options, spread);
      begun = { from: edge?.met ?? sample.x, edges: edge === undefined ? [] : [edge] };
    } else if (!isMet(sample.y) && begun !== undefined && before !== undefined) {
      const edge = edgeBetween(before, sample, options, spread);
      stretches.push({ from: begun.from, to: edge.met, edges: [...begun.edges, edge] });
      begun = undefined;
    }
  }
  const last = samples.at(-1);
  if (begun !== undefined && last !== undefined) stretches.push({ ...begun, to: last.x });
  return stretches;
}

/** Nothing to spare is enough; without a value a target is not met. */
export const isMet = (excess: number | undefined): boolean => excess !== undefined && excess >= 0;

/**
 * Where between two samples that disagree the target comes to be met: halved until the two sides are neighbours.
 * @param spread the largest excess met, against which a jump is measured
 */
export function edgeBetween(
  left: Sample,
  right: Sample,
  { whole, excess }: Pick<SurveyOptions, "whole" | "excess">,
  spread: number,
): Edge {
  const side = isMet(right.y) ? "from" : "to";
  let [low, high] = [left, right];
  for (let halving = 0; halving < HALVINGS_MAX; halving += 1) {
    const middle = whole ? Math.floor((low.x + high.x) / 2) : (low.x + high.x) / 2;
    if (middle <= low.x || middle >= high.x) break;
    const sample = { x: middle, y: excess(middle) };
    if (isMet(sample.y) === isMet(low.y)) low = sample;
    else high = sample;
  }
  const [met, missed] = side === "from" ? [high, low] : [low, high];
  const jump = !whole && (missed.y === undefined || (met.y ?? 0) - missed.y > JUMP_SHARE * spread);
  return { met: met.x, missed: missed.x, side, jump };
}

/** The same but for rounding; what has no value is like what has none. */
function isSame(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= STRAIGHT * Math.max(Math.abs(b), 1);
}

function flatFrom(
  samples: readonly Sample[],
  { from, to, whole, excess, shouldStop }: SurveyOptions,
): number | undefined {
  const end = samples[0];
  if (end?.y === undefined) return undefined;
  const steps = samples.map(({ x, y }) => ({ x, same: isSame(y, end.y) }));
  return flatUntil({ steps, isSame: (x) => isSame(excess(x), end.y), whole, width: to - from, shouldStop });
}
