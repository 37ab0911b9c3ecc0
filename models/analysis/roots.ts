/** A place where a function of one input crosses from missing a target to meeting it, or back. */
export interface Crossing {
  /** The last point on the side that meets the target. */
  readonly value: number;
  /** The nearest point on the other side. */
  readonly beyond: number;
  /** The function leaps over the target here instead of passing through it. */
  readonly jump: boolean;
}

export interface Scan {
  readonly crossings: readonly Crossing[];
  /** Whether the target is met at the lower and at the upper end. */
  readonly metAtEnds: readonly [boolean, boolean];
  /** No sample within the range has a value. */
  readonly empty: boolean;
  /** Input value from which on (towards the upper / lower end) the result no longer changes; undefined where it does. */
  readonly flatAbove?: number;
  readonly flatBelow?: number;
}

export interface ScanOptions {
  readonly from: number;
  readonly to: number;
  /** Result minus target, positive or zero where the target is met; undefined where the model has no value. */
  readonly excess: (x: number) => number | undefined;
  readonly samples?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

const SAMPLES = 65;
const HALVINGS_MAX = 100;
const RELATIVE_WIDTH = 1e-13;
/** Share of the sampled spread by which the two sides of a bracket this narrow may differ and still count as continuous. */
const JUMP_SHARE = 1e-6;

/**
 * Finds every crossing that a grid of samples can see, each narrowed by halving. Real surpluses are not smooth (tax brackets, caps, triggers), so only
 * signs are trusted; a crossing whose two sides stay apart is a jump.
 */
export function scanCrossings({ from, to, excess, samples = SAMPLES, onProgress, shouldStop }: ScanOptions): Scan {
  const points: { x: number; y: number }[] = [];
  for (let index = 0; index < samples; index += 1) {
    if (shouldStop?.() === true) break;
    const x = index === samples - 1 ? to : from + ((to - from) * index) / (samples - 1);
    const y = excess(x);
    if (y !== undefined) points.push({ x, y });
    onProgress?.(index + 1, samples);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return { crossings: [], metAtEnds: [false, false], empty: true };
  const spread = Math.max(...points.map(({ y }) => Math.abs(y)), Number.MIN_VALUE);
  const crossings = points.slice(1).flatMap((right, index) => {
    const left = points[index];
    return left !== undefined && left.y >= 0 !== right.y >= 0 ? [narrow(left, right, excess, spread)] : [];
  });
  const flat = { flatAbove: flatFrom(points.toReversed()), flatBelow: flatFrom(points) };
  return {
    crossings,
    metAtEnds: [first.y >= 0, last.y >= 0],
    empty: false,
    ...(flat.flatAbove === undefined ? {} : { flatAbove: flat.flatAbove }),
    ...(flat.flatBelow === undefined ? {} : { flatBelow: flat.flatBelow }),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function narrow(left: Point, right: Point, excess: ScanOptions["excess"], spread: number): Crossing {
  let [met, missed] = left.y >= 0 ? [left, right] : [right, left];
  for (let halving = 0; halving < HALVINGS_MAX; halving += 1) {
    const x = (met.x + missed.x) / 2;
    if (
      x === met.x ||
      x === missed.x ||
      Math.abs(met.x - missed.x) <= RELATIVE_WIDTH * Math.max(Math.abs(met.x), Math.abs(missed.x))
    )
      break;
    const y = excess(x);
    if (y === undefined) break;
    if (y >= 0) met = { x, y };
    else missed = { x, y };
  }
  return { value: met.x, beyond: missed.x, jump: met.y - missed.y > JUMP_SHARE * spread };
}

/** Where, walking in from one end, the value first differs from the value at that end; undefined when it differs at once. */
function flatFrom(points: readonly Point[]): number | undefined {
  const end = points[0];
  if (end === undefined || points.length < 3) return undefined;
  const scale = Math.max(Math.abs(end.y), 1);
  const change = points.findIndex(({ y }) => Math.abs(y - end.y) > 1e-9 * scale);
  const last = points[(change < 0 ? points.length : change) - 1];
  return change === 1 || last === undefined || last === end ? undefined : last.x;
}
