import type { Decimal } from "decimal.js";
import { isDecimal, workingDigits } from "../arithmetic/desk.ts";
import type { Num } from "../arithmetic/num.ts";
import { decimalArithmetic } from "../arithmetic/on-decimals.ts";
import { numberArithmetic } from "../arithmetic/on-numbers.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { rootsOfLevel } from "./isolate.ts";
import type { Level, Root } from "./level.ts";
import { levelsOnDecimals } from "./level-on-decimals.ts";
import { levelsOnNumbers } from "./level-on-numbers.ts";
import { refine } from "./refine.ts";
import { signChanges, type Term } from "./terms.ts";

/** Error of a rate, relative to the rate, up to which a double is good enough. */
const GOOD_ENOUGH = 1e-13;

/** Terms × levels to repeat in decimals, about two seconds. Only roots piled up by design come near it. */
const MAX_DECIMAL_WORK = 10_000;

/** Forces of interest per unit of time, ascending; Decimals where doubles were not accurate enough. */
export function forcesOfInterest(terms: readonly Term[], inputs: readonly Num[]): Num[] | Refusal {
  const cuts = cutTimes(terms);
  const quick = searchDown(levelsOnNumbers(terms, cuts));
  const found = quick[0] ?? [];
  const isAccurate = found.every(
    ({ force, uncertainty, kind }) => kind === "crossing" && uncertainty <= GOOD_ENOUGH * Math.abs(force),
  );
  if (isAccurate && !inputs.some(isDecimal)) return found.map(({ force }) => force);
  return searchInDecimals(terms, cuts, quick, workingDigits(inputs));
}

/** Halfway between the two times of every change of sign. */
function cutTimes(terms: readonly Term[]): number[] {
  const origin = Number(terms[0]?.time ?? 0);
  return signChanges(terms).map((index) => {
    const before = Number(terms[index]?.time ?? 0);
    const after = Number(terms[index + 1]?.time ?? 0);
    return (before + after) / 2 - origin;
  });
}

/** Roots of every level in doubles, from the last level up to the cash flow itself (index 0). */
function searchDown(levels: readonly Level<number>[]): Root<number>[][] {
  const roots: Root<number>[][] = levels.map(() => []);
  let turningPoints: number[] = [];
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const level = levels[depth];
    if (level === undefined) continue;
    const found = rootsOfLevel(numberArithmetic, level, turningPoints);
    roots[depth] = found;
    turningPoints = found.map(({ force }) => force);
  }
  return roots;
}

/**
 * Repeats in decimals only the levels that doubles could not decide: it starts at the first level whose
 * roots doubles fenced in for certain. Usually that is the cash flow itself, whose roots are then polished;
 * with double or nearly double roots it is the level of the turning points.
 */
function searchInDecimals(
  terms: readonly Term[],
  cuts: readonly number[],
  quick: readonly Root<number>[][],
  digits: number,
): Decimal[] | Refusal {
  const arithmetic = decimalArithmetic(digits);
  const decided = quick.findIndex((roots) => roots.every(({ kind }) => kind === "crossing"));
  const start = decided === -1 ? cuts.length : decided;
  if (start * terms.length > MAX_DECIMAL_WORK) return refuse("ill-conditioned", "values");
  const levels = levelsOnDecimals(terms, cuts.slice(0, start + 1), digits);
  const firstLevel = levels[start];
  let forces = firstLevel === undefined ? [] : (quick[start] ?? []).map((root) => polish(firstLevel, root, digits));
  for (let depth = Math.min(start, levels.length) - 1; depth >= 0; depth--) {
    const level = levels[depth];
    if (level !== undefined) forces = rootsOfLevel(arithmetic, level, forces).map(({ force }) => force);
  }
  return forces;
}

function polish(level: Level<Decimal>, root: Root<number>, digits: number): Decimal {
  const arithmetic = decimalArithmetic(digits);
  const low = arithmetic.of(root.low);
  const { sign } = level.evaluate(low);
  const { force } = refine(arithmetic, level, {
    low,
    high: arithmetic.of(root.high),
    signLow: sign === 0 ? level.signFarBelow : sign,
    start: arithmetic.of(root.force),
  });
  return force;
}
