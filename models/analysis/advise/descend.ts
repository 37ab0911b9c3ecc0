import type { Solver } from "../solver/solver.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, meritOf } from "./goal.ts";
import { bestNearby, type Place } from "./linear.ts";

const ROUNDS_MAX = 60;
/** Steps the first plan may go, how trust grows with what came true and shrinks with what did not, and where it ends. */
const TRUST = { first: 4, more: 2, less: 0.35, least: 1e-4, most: 16 } as const;
/** Less than this share of the merit is no gain. */
const GAIN = 1e-9;

export const placeAt = (field: Field, point: Point): Place => ({ point, spare: field.at(point) });

/** Goes down from a point by linear plans, each looked at by a full evaluation and taken only if it is better (逐次线性规划). */
export function descend(solver: Solver, field: Field, goal: Goal, start: Point, shouldStop: () => boolean): Place {
  let place = placeAt(field, start);
  let merit = meritOf(goal, field.handles, place.point, place.spare);
  let trust: number = TRUST.first;
  for (let round = 0; round < ROUNDS_MAX && trust > TRUST.least && !shouldStop(); round += 1) {
    const point = bestNearby(solver, field, goal, place, trust);
    if (point === undefined || point.every((x, i) => x === place.point[i])) break;
    const next = placeAt(field, point);
    const found = meritOf(goal, field.handles, next.point, next.spare);
    if (found < merit && merit - found > GAIN * Math.max(1, Math.abs(found))) {
      [place, merit] = [next, found];
      trust = Math.min(TRUST.most, trust * TRUST.more);
    } else trust *= TRUST.less;
  }
  return place;
}
