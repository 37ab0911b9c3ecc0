import type { KindOf, Num } from "./arithmetic/num.ts";
import { CUMULATIVE_PARAMETERS, cumulativePrincipal } from "./cumulative.ts";
import { calculateExactly } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Principal repaid by a loan's level payments from start_period to end_period (累计本金), a negative amount.
 * Refused unless rate, nper and pv are positive, 1 ≤ start_period ≤ end_period ≤ nper and type is 0 or 1.
 * @param rate per period
 * @param type 0: payments at the end of a period, 1: at its beginning; not optional, as in spreadsheets
 * @example cumprinc(0.09 / 12, 360, 125000, 13, 24, 0) // −934.1071…
 */
export function cumprinc<
  A extends readonly [rate: Num, nper: Num, pv: Num, start_period: Num, end_period: Num, type: Num],
>(...args: A): KindOf<A> | Refusal<KindOf<A>>;
export function cumprinc(...args: readonly unknown[]): Num | Refusal {
  return calculateExactly(args, CUMULATIVE_PARAMETERS, cumulativePrincipal);
}
