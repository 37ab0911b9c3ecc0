import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import type { Level, Root, Sign } from "./level.ts";

/** Bisection alone needs about 200 steps for 60 digits; Newton's steps make it a handful. */
const MAX_STEPS = 400;

export interface Bracket<T> {
  readonly low: T;
  readonly high: T;
  /** Sign of the level at `low`; at `high` it is the opposite. */
  readonly signLow: Sign;
  /** Where to begin, if something better than the middle is known. */
  readonly start?: T;
}

/** Narrows a bracket to its only root: Newton's method, and bisection whenever Newton leaves or dawdles. */
export function refine<T>(arithmetic: Arithmetic<T>, level: Level<T>, bracket: Bracket<T>): Root<T> {
  const { sub, compare } = arithmetic;
  let { low, high } = bracket;
  let force = bracket.start ?? middle(arithmetic, low, high);
  let lastMove = sub(high, low);
  let uncertainty = lastMove;
  for (let count = 0; count < MAX_STEPS; count++) {
    const sample = level.evaluate(force);
    uncertainty = sample.uncertainty;
    if (sample.sign === bracket.signLow) low = force;
    else if (sample.sign !== 0) high = force;
    const newton = sub(force, sample.step);
    const isInside = compare(newton, low) >= 0 && compare(newton, high) <= 0;
    if (sample.sign === 0) {
      force = isInside ? newton : force;
      break;
    }
    const isQuick = isInside && compare(absolute(arithmetic, sample.step), half(arithmetic, lastMove)) <= 0;
    const next = isQuick ? newton : middle(arithmetic, low, high);
    lastMove = absolute(arithmetic, sub(next, force));
    force = next;
    if (compare(lastMove, tolerance(arithmetic, level, next)) <= 0) break;
  }
  return { force, kind: "crossing", low, high, uncertainty };
}

function tolerance<T>(arithmetic: Arithmetic<T>, level: Level<T>, force: T): T {
  return arithmetic.mul(level.resolution, absolute(arithmetic, force));
}

function middle<T>(arithmetic: Arithmetic<T>, low: T, high: T): T {
  return arithmetic.add(low, half(arithmetic, arithmetic.sub(high, low)));
}

function half<T>(arithmetic: Arithmetic<T>, value: T): T {
  return arithmetic.div(value, arithmetic.of(2));
}

function absolute<T>(arithmetic: Arithmetic<T>, value: T): T {
  return arithmetic.sign(value) < 0 ? arithmetic.neg(value) : value;
}
