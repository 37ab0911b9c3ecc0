import { digitsGivenBack, giveBack, isDecimal, toDecimal, workingDigits } from "../arithmetic/desk.ts";
import type { Num } from "../arithmetic/num.ts";
import { decimalArithmetic } from "../arithmetic/on-decimals.ts";
import { isRefusal, type Refusal, refuse, refuseSeveral } from "../refusal.ts";
import { forcesOfInterest } from "./search.ts";
import { signChanges, sumsToZero, type Term } from "./terms.ts";

/** Terms × changes of sign: 1,200 alternating payments pass; more would take minutes. */
const MAX_WORK = 1_500_000;
/** The double next to −1. */
const JUST_ABOVE_MINUS_ONE = -1 + Number.EPSILON / 2;

/**
 * Every rate above −100 % at which the terms have a present value of zero, ascending, in the kind of the
 * inputs. `unitsPerPeriod`: units of the terms' times per period of the rate (365 for days and yearly rates).
 * `terms` are tidy, `name` is what a refusal calls them.
 */
export function allRates(
  terms: readonly Term[],
  unitsPerPeriod: number,
  inputs: readonly Num[],
  name: string,
): Num[] | Refusal {
  if (terms.length === 0) return refuse("all-zero", name);
  if (terms.length * signChanges(terms).length > MAX_WORK) return refuse("too-large", name);
  const forces = forcesOfInterest(terms, inputs);
  if (isRefusal(forces)) return forces;
  const rates: Num[] = [];
  for (const force of withExactZero(forces, terms)) {
    const rate = rateOf(force, unitsPerPeriod, inputs);
    if (isRefusal(rate)) return rate;
    // Rates closer together than the digits given back are one to the caller.
    if (!isSame(rates.at(-1), rate)) rates.push(rate);
  }
  return rates;
}

/** One rate: the only one, or the one nearest to the guess; several without a guess are refused. */
export function chooseRate(rates: readonly Num[], guess: Num | undefined): Num | Refusal {
  const [first, ...others] = rates;
  if (first === undefined) return refuse("no-root");
  if (others.length === 0) return first;
  if (guess === undefined) return refuseSeveral(rates);
  let nearest = first;
  for (const rate of others) {
    if (distance(rate, guess).lessThan(distance(nearest, guess))) nearest = rate;
  }
  return nearest;
}

/** Where the amounts cancel exactly, the root nearest to 0 is 0 itself. */
function withExactZero(forces: readonly Num[], terms: readonly Term[]): Num[] {
  const sizes = forces.map((force) => Math.abs(Number(force)));
  const smallest = Math.min(...sizes);
  if (smallest > 1e-6 || !sumsToZero(terms.map(({ amount }) => amount))) return [...forces];
  return forces.map((force, index) => (sizes[index] === smallest ? 0 : force));
}

/** A rate above −100 % stays above it, even when its digits end too early to tell it from −100 %. */
function rateOf(force: Num, unitsPerPeriod: number, inputs: readonly Num[]): Num | Refusal {
  if (!isDecimal(force) && !inputs.some(isDecimal)) {
    const rate = Math.expm1(force * unitsPerPeriod);
    return Number.isFinite(rate) ? Math.max(rate, JUST_ABOVE_MINUS_ONE) : refuse("overflow");
  }
  const { of, sub, mul, expm1, compare } = decimalArithmetic(workingDigits(inputs));
  const rate = expm1(mul(toDecimal(force), of(unitsPerPeriod)));
  const lowest = sub(of(10).pow(-digitsGivenBack(inputs)), of(1));
  return giveBack(compare(rate, lowest) < 0 ? lowest : rate, inputs);
}

function isSame(a: Num | undefined, b: Num): boolean {
  return a !== undefined && toDecimal(a).equals(b);
}

function distance(rate: Num, guess: Num) {
  return toDecimal(rate).minus(guess).abs();
}
