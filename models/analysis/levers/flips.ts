import { flatUntil } from "../flat.ts";
import { type Edge, edgeBetween, isMet, survey, type Sample as Tried } from "../sampling.ts";
import type { LeverInput } from "./lever.ts";
import type { Excesses, Turning } from "./turning.ts";

/** Where a verdict or the target comes to be met, or ceases to be, as one lever is turned (临界点). */
export interface Flip {
  readonly watch: string;
  /** The last value on the side that meets it. */
  readonly value: number;
  /** Met above the value, or below it. */
  readonly met: "above" | "below";
  /** The result leaps over it. */
  readonly jump: boolean;
}

export interface Turned {
  readonly flips: readonly Flip[];
  /** From here to the end of the bounds nothing changes any more: something else takes over. */
  readonly flatFrom?: number;
  readonly flatTo?: number;
}

/** Values tried between the bounds before edges are narrowed. */
const GRID = 48;
/** How many more are tried where the target's rules change. */
const EXTRA = 400;
/** Values close to the one of now, as shares of it. */
const NEAR = [0.01, 0.02, 0.05, 0.1, 0.2] as const;

interface Sample {
  readonly x: number;
  readonly excesses: Excesses;
}

/**
 * Turns a lever from one bound to the other and says where what is watched changes sides. For the target the gaps of the grid are halved
 * where a rule changes inside; of the other verdicts what is narrower than the grid can be overlooked.
 */
export function turnThrough(turning: Turning, lever: LeverInput, target: string | undefined): Turned {
  const samples = pointsOf(lever).map((x): Sample => ({ x, excesses: turning.at(lever, x) }));
  const others = samples.slice(1).flatMap((right, i) => edgesBetween(turning, lever, samples[i] as Sample, right));
  if (target === undefined) return { flips: others, ...flatEnds(turning, lever, samples) };
  const own = flipsOf(turning, lever, target);
  return { flips: [...own, ...others.filter(({ watch }) => watch !== target)], ...flatEnds(turning, lever, samples) };
}

function flipsOf(turning: Turning, lever: LeverInput, watch: string): readonly Flip[] {
  const { bounds, whole, now } = lever;
  const excess = (x: number): number | undefined => turning.at(lever, x).get(watch);
  const { stretches } = survey({ ...bounds, whole, known: [now], grid: GRID, extra: EXTRA, excess });
  return stretches.flatMap(({ edges }) => edges.map((edge) => flipAt(watch, edge)));
}

const flipAt = (watch: string, { met, side, jump }: Edge): Flip => ({
  watch,
  value: met,
  met: side === "from" ? "above" : "below",
  jump,
});

function pointsOf({ bounds: { from, to }, now, whole }: LeverInput): readonly number[] {
  const grid = Array.from({ length: GRID + 1 }, (_, i) => (i === GRID ? to : from + ((to - from) * i) / GRID));
  const near = NEAR.flatMap((share) => [now * (1 - share), now * (1 + share)]);
  const points = [...grid, now, ...near].filter((x) => x >= from && x <= to);
  return [...new Set(whole ? points.map(Math.round) : points)].toSorted((a, b) => a - b);
}

function edgesBetween(turning: Turning, lever: LeverInput, left: Sample, right: Sample): readonly Flip[] {
  return [...left.excesses.keys()].flatMap((watch) => {
    const [a, b] = [left, right].map(({ x, excesses }) => ({ x, y: excesses.get(watch) })) as [Tried, Tried];
    if (isMet(a.y) === isMet(b.y)) return [];
    const excess = (x: number): number | undefined => turning.at(lever, x).get(watch);
    const spread = Math.max(Math.abs(a.y ?? 0), Math.abs(b.y ?? 0));
    return [flipAt(watch, edgeBetween(a, b, { whole: lever.whole, excess }, spread))];
  });
}

function flatEnds(
  turning: Turning,
  lever: LeverInput,
  samples: readonly Sample[],
): Pick<Turned, "flatFrom" | "flatTo"> {
  const from = flatReach(turning, lever, samples.toReversed());
  const to = flatReach(turning, lever, samples);
  return { ...(from === undefined ? {} : { flatFrom: from }), ...(to === undefined ? {} : { flatTo: to }) };
}

/** How far, coming from one end, nothing that is watched changes. */
function flatReach(turning: Turning, lever: LeverInput, samples: readonly Sample[]): number | undefined {
  const [end] = samples;
  const { from, to } = lever.bounds;
  const isSame = (excesses: Excesses): boolean =>
    [...excesses].every(([watch, excess]) => excess === end?.excesses.get(watch));
  return flatUntil({
    steps: samples.map(({ x, excesses }) => ({ x, same: isSame(excesses) })),
    isSame: (x) => isSame(turning.at(lever, x)),
    whole: lever.whole,
    width: to - from,
  });
}
