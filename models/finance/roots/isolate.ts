import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import type { Level, Root, Sign } from "./level.ts";
import { refine } from "./refine.ts";

/** Doublings of a stride that reach any root of amounts with the exponents admitted. */
const MAX_DOUBLINGS = 200;

interface Mark<T> {
  /** undefined: infinitely far out. */
  readonly force: T | undefined;
  readonly sign: Sign | 0;
}

/** All roots of a level, ascending, given its turning points (the roots of the level below it). */
export function rootsOfLevel<T>(arithmetic: Arithmetic<T>, level: Level<T>, turningPoints: readonly T[]): Root<T>[] {
  const inner = turningPoints.map((force): Mark<T> => ({ force, sign: level.evaluate(force).sign }));
  const roots: Root<T>[] = [];
  let left: Mark<T> = { force: undefined, sign: level.signFarBelow };
  for (const right of [...inner, { force: undefined, sign: level.signFarAbove }]) {
    if (right.sign === 0 && right.force !== undefined) roots.push(touchAt(level, right.force));
    if (left.sign * right.sign < 0) roots.push(crossing(arithmetic, level, left, right));
    left = right;
  }
  return roots;
}

function touchAt<T>(level: Level<T>, force: T): Root<T> {
  const { uncertainty } = level.evaluate(force);
  return { force, kind: "touch", low: force, high: force, uncertainty };
}

function crossing<T>(arithmetic: Arithmetic<T>, level: Level<T>, left: Mark<T>, right: Mark<T>): Root<T> {
  const middle = arithmetic.of(0);
  const low = left.force ?? fence(arithmetic, level, right.force ?? middle, -1);
  const high = right.force ?? fence(arithmetic, level, left.force ?? middle, 1);
  return refine(arithmetic, level, { low, high, signLow: left.sign === -1 ? -1 : 1 });
}

/** Goes outward with doubling strides until the sign is the one that rules far out. */
function fence<T>(arithmetic: Arithmetic<T>, level: Level<T>, from: T, direction: -1 | 1): T {
  const { add, sub } = arithmetic;
  const wanted = direction === 1 ? level.signFarAbove : level.signFarBelow;
  let stride = level.stride;
  let probe = from;
  for (let doubling = 0; doubling < MAX_DOUBLINGS; doubling++) {
    probe = direction === 1 ? add(from, stride) : sub(from, stride);
    if (level.evaluate(probe).sign === wanted) return probe;
    stride = add(stride, stride);
  }
  return probe;
}
