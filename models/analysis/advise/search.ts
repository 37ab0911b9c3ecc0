import type { Solver } from "../solver/solver.ts";
import { descend, placeAt } from "./descend.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, isMoved, meritOf, missAt } from "./goal.ts";
import { bettered, dropped, meets, rounded, shrunk } from "./polish.ts";
import { startsOf } from "./starts.ts";

export interface Hooks {
  readonly onStep: () => void;
  readonly shouldStop: () => boolean;
}

/** Targets are asked for with this much of their scale to spare, until they are written with few digits. */
const SPARE = 1e-9;

/** The least painful point that meets every target of a goal, as far as searches from several starts can tell; undefined where none was found. */
export function bestPoint(solver: Solver, field: Field, goal: Goal, { onStep, shouldStop }: Hooks): Point | undefined {
  const padded: Goal = { ...goal, levels: goal.levels.map((level, j) => level + SPARE * (goal.scales[j] as number)) };
  const merit = (point: Point): number => meritOf(goal, field.handles, point, field.at(point));
  const isPriced = goal.prices.some((price) => price !== 0);
  const polished = (point: Point): Point => (isPriced ? bettered(field, goal, point) : shrunk(field, goal, point));
  let best: Point | undefined;
  for (const start of startsOf(field, goal)) {
    if (shouldStop()) return undefined;
    const { point: found, spare } = descend(solver, field, padded, start, shouldStop);
    onStep();
    if (missAt(goal, spare) > 0) continue;
    const point = polished(found);
    if (best === undefined || merit(point) < merit(best)) best = point;
  }
  if (best === undefined) return undefined;
  const again = descend(solver, field, goal, best, shouldStop).point;
  const better = meets(field, goal, again) && merit(again) < merit(best) ? again : best;
  return dropped(field, goal, rounded(field, goal, polished(better)));
}

/** The point that misses the targets least, whatever it costs. */
export function nearestPoint(solver: Solver, field: Field, goal: Goal, { onStep, shouldStop }: Hooks): Point {
  const free: Goal = { ...goal, factors: goal.factors.map(() => FREE), prices: goal.prices.map(() => 0) };
  let best = placeAt(field, field.now);
  for (const start of startsOf(field, free)) {
    const found = descend(solver, field, free, start, shouldStop);
    if (missAt(free, found.spare) < missAt(free, best.spare) || Number.isNaN(missAt(free, best.spare))) best = found;
    onStep();
  }
  return best.point;
}

/** Pain next to nothing: only how near the targets come counts. */
const FREE = 1e-3;

export const movedAt = (field: Field, point: Point): readonly number[] =>
  point.flatMap((x, i) => (isMoved(field.handles[i] as Field["handles"][number], x) ? [i] : []));
