import { dueFactor } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import { type Refusal, refuse } from "./refusal.ts";

const PARAMETERS = { rate: "required", pmt: "required", pv: "required", fv: 0, type: 0 } as const;

/**
 * Number of periods (还款期数) after which payments `pmt` have turned `pv` into `fv`; need not be whole and is
 * negative when the signs say that it lies in the past. Refused when the payments never get there.
 * @param rate per period, above −1
 * @param type 0: payments at the end of a period, otherwise at its beginning
 * @example nper(0.05, -100, 1000) // 14.2066…
 */
export function nper<A extends readonly [rate: Num, pmt: Num, pv: Num, fv?: Num | undefined, type?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function nper(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, periods);
}
nper.formula = { parameters: PARAMETERS, formula: periods };

function periods<T>(arithmetic: Arithmetic<T>, { rate, pmt, pv, fv, type }: Values<typeof PARAMETERS, T>): T | Refusal {
  const { of, add, mul, div, neg, sign, compare, ln1p } = arithmetic;
  const tooLow = refuseLowRate(arithmetic, rate, "rate");
  if (tooLow !== undefined) return tooLow;
  const change = neg(add(pv, fv));
  if (sign(change) === 0) return of(0);
  const perPeriod = add(mul(pmt, dueFactor(arithmetic, rate, type)), mul(pv, rate));
  if (sign(perPeriod) === 0) return refuse("no-solution", "nper");
  if (sign(rate) === 0) return div(change, perPeriod);
  // (1 + rate)^nper − 1, from the equation of value.
  const growthNeeded = div(mul(change, rate), perPeriod);
  if (compare(growthNeeded, of(-1)) <= 0) return refuse("no-solution", "nper");
  return div(ln1p(growthNeeded), ln1p(rate));
}
