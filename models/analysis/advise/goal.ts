import type { Point } from "./field.ts";
import type { Handle } from "./handle.ts";

/** What a search is for. */
export interface Goal {
  /** For each watch what it must have to spare; minus infinity where it is not asked for. */
  readonly levels: readonly number[];
  /** For each watch the size of what usually changes it, so that different units count alike. */
  readonly scales: readonly number[];
  /** For each watch what one scale less of it costs, beside the changes themselves: 0 but for what is to be made small. */
  readonly prices: readonly number[];
  /** Handles that may move, by position. */
  readonly open: readonly boolean[];
  /** Factor on the pain of each handle. */
  readonly factors: readonly number[];
  /** Furthest values where rules of others end them before their own. */
  readonly ends: readonly { readonly from: number; readonly to: number }[];
}

/** Touching an input at all, whatever the step: of two plans as painful the one with fewer changes is taken. */
export const TOUCH = 0.25;
/** Pain of missing a target by its scale: more than any change can be. */
export const MISS = 1e4;
/** Changes below this share of a step are none. */
export const STILL = 1e-9;

/** Steps by which a handle is off the plan as it is. */
export const stepsOf = ({ input, step }: Handle, x: number): number => (x - input.now) / step;

export const isMoved = (handle: Handle, x: number): boolean => Math.abs(stepsOf(handle, x)) > STILL;

/** What moving one handle costs. */
export function painOf(handle: Handle, x: number): number {
  const steps = stepsOf(handle, x);
  const way = steps > 0 ? handle.up : handle.down;
  return Math.abs(steps) <= STILL ? 0 : (way?.weight ?? 0) * Math.abs(steps) + TOUCH;
}

/** What all changes of a point cost (代价), by the weights and nothing else. */
export function painAt(handles: readonly Handle[], point: Point): number {
  return handles.reduce((sum, handle, i) => sum + painOf(handle, point[i] as number), 0);
}

/** By how many scales all targets together are missed. */
export function missAt({ levels, scales }: Goal, spare: readonly number[]): number {
  return levels.reduce((sum, level, j) => {
    if (level === Number.NEGATIVE_INFINITY) return sum;
    const short = level - (spare[j] as number);
    return sum + (Number.isNaN(short) ? Number.POSITIVE_INFINITY : Math.max(0, short) / (scales[j] as number));
  }, 0);
}

/** What a search makes as small as it can. */
export function meritOf(goal: Goal, handles: readonly Handle[], point: Point, spare: readonly number[]): number {
  const changes = handles.reduce(
    (sum, handle, i) => sum + (goal.factors[i] as number) * painOf(handle, point[i] as number),
    0,
  );
  const priced = goal.prices.reduce(
    (sum, price, j) => (price === 0 ? sum : sum - (price * (spare[j] as number)) / (goal.scales[j] as number)),
    0,
  );
  return changes + priced + MISS * missAt(goal, spare);
}
