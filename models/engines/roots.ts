/** A place where a function of one input crosses from missing a target to meeting it, or back. */
export interface Crossing {
  /** The last point on the side that meets the target. */
  readonly value: number;
  /** The nearest point on the other side. */
  readonly beyond: number;
  /** The function leaps over the target here instead of passing through it. */
  readonly jump: boolean;
  /** Result minus target at `value`. */
  readonly residual: number;
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
  /** Where to look first, ascending from `from` to `to`; evenly spaced if absent. */
  readonly points?: readonly number[];
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

const SAMPLES = 65;
const STEPS_MAX = 100;
const RELATIVE_WIDTH = 1e-13;
/** Share of the sampled spread by which the two sides of a bracket this narrow may differ and still count as continuous. */
const JUMP_SHARE = 1e-6;

/**
 * Finds every crossing that a grid of samples can see, each narrowed to neighbouring numbers. Real surpluses are not smooth (tax brackets, caps, triggers), so only
 * signs are trusted; a crossing whose two sides stay apart is a jump.
 */
export function scanCrossings({
  from,
  to,
  points: grid = evenly(from, to),
  excess,
  onProgress,
  shouldStop,
}: ScanOptions): Scan {
  const points: { x: number; y: number }[] = [];
  for (const [index, x] of grid.entries()) {
    if (shouldStop?.() === true) break;
    const y = excess(x);
    if (y !== undefined) points.push({ x, y });
    onProgress?.(index + 1, grid.length);
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

function evenly(from: number, to: number): readonly number[] {
  return Array.from({ length: SAMPLES }, (_, i) => (i === SAMPLES - 1 ? to : from + ((to - from) * i) / (SAMPLES - 1)));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Narrows a bracket by the ITP method (Oliveira and Takahashi 2020): mostly where a straight line through the ends would be 0, never slower than halving
 * by more than a step. Only signs decide which end moves.
 */
function narrow(left: Point, right: Point, excess: ScanOptions["excess"], spread: number): Crossing {
  let [low, high] = [left, right];
  const curb = 0.2 / (high.x - low.x);
  let allowed = high.x - low.x;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const width = high.x - low.x;
    const middle = (low.x + high.x) / 2;
    if (middle === low.x || middle === high.x || width <= RELATIVE_WIDTH * Math.max(Math.abs(low.x), Math.abs(high.x)))
      break;
    const line = (high.y * low.x - low.y * high.x) / (high.y - low.y);
    const towards = Math.sign(middle - line);
    const shift = curb * width * width;
    const truncated = shift <= Math.abs(middle - line) ? line + towards * shift : middle;
    const reach = Math.max(allowed - width / 2, 0);
    const x = Math.abs(truncated - middle) <= reach ? truncated : middle - towards * reach;
    const y = excess(x);
    if (y === undefined) break;
    if (y >= 0 === low.y >= 0) low = { x, y };
    else high = { x, y };
    allowed /= 2;
  }
  const [met, missed] = low.y >= 0 ? [low, high] : [high, low];
  return { value: met.x, beyond: missed.x, jump: met.y - missed.y > JUMP_SHARE * spread, residual: met.y };
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
