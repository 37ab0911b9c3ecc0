import { isDecimal, toDecimal, WORKING_DIGITS } from "./arithmetic/desk.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { decimalArithmetic } from "./arithmetic/on-decimals.ts";
import { readArguments, type Values } from "./reading/arguments.ts";
import { readGuess } from "./reading/guess.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { allRates, chooseRate } from "./roots/rates.ts";
import { type Term, tidyTerms } from "./roots/terms.ts";

const PARAMETERS = { nper: "required", pmt: "required", pv: "required", fv: 0, type: 0 } as const;

/**
 * Rate per period (每期利率) at which `nper` level payments `pmt` turn `pv` into `fv`; money received is
 * positive. Needs no guess. Several solutions: with a guess the nearest, without one a refusal that lists
 * them as `roots`.
 * @param nper above 0, need not be whole
 * @param type 0: payments at the end of a period, otherwise at its beginning
 * @example rate(48, -200, 8000) // 0.00770147…
 */
export function rate<
  A extends readonly [
    nper: Num,
    pmt: Num,
    pv: Num,
    fv?: Num | undefined,
    type?: Num | undefined,
    guess?: Num | undefined,
  ],
>(...args: A): KindOf<A> | Refusal<KindOf<A>>;
export function rate(...args: readonly unknown[]): Num | Refusal {
  const values = readArguments(args, PARAMETERS);
  if (isRefusal(values)) return values;
  const near = readGuess(args[5]);
  if (isRefusal(near)) return near;
  if (!toDecimal(values.nper).greaterThan(0)) return refuse("out-of-range", "nper");
  if (isZero(values.pmt) && isZero(values.pv) && isZero(values.fv)) return refuse("all-zero", "pmt, pv, fv");
  const inputs = [...Object.values<Num>(values), ...(near === undefined ? [] : [near])];
  const rates = allRates(tidyTerms(timesRate(values)), 1, inputs, "pmt, pv, fv");
  if (isRefusal(rates)) return rates;
  return chooseRate(withoutAddedRoot(rates, balancesWithoutInterest(values)), near);
}

/** The root that multiplying by the rate added is the one nearest 0; it is 0 itself if it was there before. */
function withoutAddedRoot(rates: readonly Num[], isSolvedByZero: boolean): Num[] {
  const sizes = rates.map((found) => Math.abs(Number(found)));
  const added = sizes.indexOf(Math.min(...sizes));
  return rates.flatMap((found, index) => {
    if (index !== added) return [found];
    return isSolvedByZero ? [isDecimal(found) ? found.times(0) : 0] : [];
  });
}

/**
 * The equation of value multiplied by the rate: four terms whatever nper is, and nper need not be whole.
 * The multiplication adds a root at 0, which counts only if the payments balance without interest.
 */
function timesRate({ nper, pmt, pv, fv, type }: Values<typeof PARAMETERS, Num>): Term[] {
  const { add, sub, neg, of } = decimalArithmetic(WORKING_DIGITS);
  const [payment, loan, remainder] = [toDecimal(pmt), toDecimal(pv), toDecimal(fv)];
  const amounts = isZero(type)
    ? [loan, sub(payment, loan), remainder, neg(add(remainder, payment))]
    : [add(loan, payment), neg(loan), sub(remainder, payment), neg(remainder)];
  const times = [0, 1, nper, add(toDecimal(nper), of(1))];
  return amounts.map((amount, index) => ({ amount, time: times[index] ?? 0 }));
}

function balancesWithoutInterest({ nper, pmt, pv, fv }: Values<typeof PARAMETERS, Num>): boolean {
  const { add, mul } = decimalArithmetic(WORKING_DIGITS);
  return add(add(toDecimal(pv), toDecimal(fv)), mul(toDecimal(nper), toDecimal(pmt))).isZero();
}

function isZero(value: Num): boolean {
  return isDecimal(value) ? value.isZero() : value === 0;
}
