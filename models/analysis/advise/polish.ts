import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, isMoved, meritOf, missAt, painOf } from "./goal.ts";

const HALVINGS = 40;
const PASSES = 6;
/** Digits a value is written with: as few as still meet the targets. */
const DIGITS = { least: 3, most: 12 } as const;

/** Whether every target is met at a point. */
export const meets = (field: Field, goal: Goal, point: Point): boolean => missAt(goal, field.at(point)) === 0;

/** Without the changes that are not needed, and each of the others as small as the rest allows. */
export function shrunk(field: Field, goal: Goal, start: Point): Point {
  let point = dropped(field, goal, start);
  for (const i of byPain(field, point)) point = shrunkIn(field, goal, point, i);
  return dropped(field, goal, point);
}

function byPain(field: Field, point: Point): readonly number[] {
  const moved = point.flatMap((x, i) => (isMoved(field.handles[i] as never, x) ? [i] : []));
  const pain = (i: number): number => painOf(field.handles[i] as never, point[i] as number);
  return moved.toSorted((a, b) => pain(b) - pain(a));
}

/** Without the changes of which none is needed or saves anything. */
export function dropped(field: Field, goal: Goal, start: Point): Point {
  const merit = (point: Point): number => meritOf(goal, field.handles, point, field.at(point));
  return byPain(field, start).reduce((point, i) => {
    const without = point.with(i, field.now[i] as number);
    return merit(without) <= merit(point) && meets(field, goal, without) ? without : point;
  }, start);
}

function shrunkIn(field: Field, goal: Goal, point: Point, i: number): Point {
  const whole = field.handles[i]?.input.whole === true;
  let [missed, met] = [field.now[i] as number, point[i] as number];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = whole ? Math.round((missed + met) / 2) : (missed + met) / 2;
    if (middle === missed || middle === met) break;
    if (meets(field, goal, point.with(i, middle))) met = middle;
    else missed = middle;
  }
  return point.with(i, met);
}

/** One handle after the other at what is better for the whole, back where it is today among it, until none is. */
export function bettered(field: Field, goal: Goal, start: Point): Point {
  const merit = (point: Point): number => meritOf(goal, field.handles, point, field.at(point));
  let [point, least] = [start, merit(start)];
  for (let pass = 0; pass < PASSES; pass += 1) {
    const before = least;
    for (const [i, { input, step }] of field.handles.entries()) {
      if (goal.open[i] !== true) continue;
      const { from, to } = goal.ends[i] as { readonly from: number; readonly to: number };
      const x = point[i] as number;
      const others = [input.now, from, to, (x + from) / 2, (x + to) / 2, x - step, x + step];
      for (const y of others.map((other) => (input.whole ? Math.round(other) : other))) {
        if (y < from || y > to) continue;
        const there = point.with(i, y);
        const found = merit(there);
        if (found < least && meets(field, goal, there)) [point, least] = [there, found];
      }
    }
    if (least === before) break;
  }
  return point;
}

/** Written with few digits, each a little further from what it is today, so that the targets stay met; one after the other, the rest shrunk again. */
export function rounded(field: Field, goal: Goal, start: Point): Point {
  let point = start;
  const order = byPain(field, start);
  for (const [position, i] of order.entries()) {
    point = roundedIn(field, goal, point, i);
    for (const later of order.slice(position + 1)) point = shrunkIn(field, goal, point, later);
  }
  return point;
}

function roundedIn(field: Field, goal: Goal, point: Point, i: number): Point {
  const [x, now] = [point[i] as number, field.now[i] as number];
  if (field.handles[i]?.input.whole === true || x === now) return point;
  const { from, to } = goal.ends[i] as { from: number; to: number };
  const away = x > now ? RecordDecimal.ROUND_CEIL : RecordDecimal.ROUND_FLOOR;
  for (let digits: number = DIGITS.least; digits <= DIGITS.most; digits += 1) {
    const near = new RecordDecimal(x).toSignificantDigits(digits, away).toNumber();
    if (near < from || near > to || near === now) continue;
    const there = point.with(i, near);
    if (Math.abs(near - x) <= CLOSE * Math.abs(x - now) && meets(field, goal, there)) return there;
  }
  return point;
}

/** Rounding may add this share of a change. */
const CLOSE = 0.01;
