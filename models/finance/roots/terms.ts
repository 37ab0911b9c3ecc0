import { isDecimal, toDecimal, WORKING_DIGITS } from "../arithmetic/desk.ts";
import type { Num } from "../arithmetic/num.ts";
import { decimalArithmetic } from "../arithmetic/on-decimals.ts";

/** One payment: `amount` at `time`, in the unit the search runs in (periods, or days). */
export interface Term {
  readonly amount: Num;
  readonly time: Num;
}

/** Ascending in time, one term per time, none of amount zero. */
export function tidyTerms(terms: readonly Term[]): Term[] {
  const byTime = new Map<string, Term[]>();
  for (const term of terms) {
    const key = String(term.time);
    const sameTime = byTime.get(key);
    if (sameTime === undefined) byTime.set(key, [term]);
    else sameTime.push(term);
  }
  return [...byTime.values()]
    .map(merged)
    .filter(({ amount }) => !isZero(amount))
    .sort((a, b) => Number(a.time) - Number(b.time));
}

/** How often the amounts change sign: the number of positive roots is this or an even number less (Descartes). */
export function signChanges(terms: readonly Term[]): number[] {
  const places: number[] = [];
  for (let index = 1; index < terms.length; index++) {
    const [before, after] = [terms[index - 1], terms[index]];
    if (before !== undefined && after !== undefined && isPositive(before.amount) !== isPositive(after.amount)) {
      places.push(index - 1);
    }
  }
  return places;
}

/** Whether the amounts cancel exactly, so that a rate of 0 is a solution. */
export function sumsToZero(amounts: readonly Num[]): boolean {
  return decimalArithmetic(WORKING_DIGITS).sum(amounts.map(toDecimal)).isZero();
}

/** Amounts at one time are added as decimals: 0.1 + 0.2 − 0.3 must not leave a term of its own. */
function merged(terms: readonly Term[]): Term {
  const [first, ...others] = terms;
  if (first === undefined) throw new Error("a time without a term");
  if (others.length === 0) return first;
  const total = decimalArithmetic(WORKING_DIGITS).sum(terms.map(({ amount }) => toDecimal(amount)));
  const isExactNeeded = terms.some(({ amount }) => isDecimal(amount));
  return { time: first.time, amount: isExactNeeded ? total : Number(total) };
}

function isZero(amount: Num): boolean {
  return isDecimal(amount) ? amount.isZero() : amount === 0;
}

function isPositive(amount: Num): boolean {
  return isDecimal(amount) ? amount.isPositive() : amount > 0;
}
