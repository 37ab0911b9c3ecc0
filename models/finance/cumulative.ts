import { dueFactor, growth, presentWorth } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { refuseOutside, refuseUnlessPositive } from "./checks.ts";
import { levelPayment } from "./pmt.ts";
import type { Values } from "./reading/arguments.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/** The arguments of cumipmt and cumprinc; spreadsheets let none of them out. */
export const CUMULATIVE_PARAMETERS = {
  rate: "required",
  nper: "required",
  pv: "required",
  start_period: "required",
  end_period: "required",
  type: "required",
} as const;

type CumulativeValues<T> = Values<typeof CUMULATIVE_PARAMETERS, T>;

/**
 * The strict checks spreadsheets make here: rate, nper and pv above 0; 1 ≤ start ≤ end ≤ nper; type 0 or 1;
 * periods and type are cut to whole numbers.
 */
function checked<T>(arithmetic: Arithmetic<T>, given: CumulativeValues<T>): CumulativeValues<T> | Refusal {
  const { of, truncate, sign, compare } = arithmetic;
  const values = {
    ...given,
    nper: truncate(given.nper),
    start_period: truncate(given.start_period),
    end_period: truncate(given.end_period),
    type: truncate(given.type),
  };
  const { rate, nper, pv, start_period, end_period, type } = values;
  const isKnownType = sign(type) === 0 || compare(type, of(1)) === 0;
  return (
    refuseUnlessPositive(arithmetic, rate, "rate") ??
    refuseUnlessPositive(arithmetic, nper, "nper") ??
    refuseUnlessPositive(arithmetic, pv, "pv") ??
    refuseOutside(arithmetic, start_period, [of(1), end_period], "start_period") ??
    refuseOutside(arithmetic, end_period, [of(1), nper], "end_period") ??
    (isKnownType ? undefined : refuse("out-of-range", "type")) ??
    values
  );
}

/** Principal repaid by the payments of the periods from start to end (累计偿还本金), as a negative amount. */
export function cumulativePrincipal<T>(arithmetic: Arithmetic<T>, given: CumulativeValues<T>): T | Refusal {
  const values = checked(arithmetic, given);
  if (isRefusal(values)) return values;
  const { of, add, sub, mul, div, neg, compare } = arithmetic;
  const { rate, nper, pv, end_period, type } = values;
  const first = firstInterestPeriod(arithmetic, values);
  const before = sub(first, of(1));
  // (1 + rate)^end − (1 + rate)^before, over the whole loan's (1 + rate)^nper − 1.
  const share = div(
    mul(growth(arithmetic, rate, sub(before, nper)), arithmetic.compound(rate, sub(end_period, before))),
    mul(rate, presentWorth(arithmetic, rate, nper)),
  );
  const repaid = neg(div(mul(pv, share), dueFactor(arithmetic, rate, type)));
  if (compare(first, values.start_period) === 0) return repaid;
  const atOnce = levelPayment(arithmetic, { ...values, fv: of(0) });
  return isRefusal(atOnce) ? atOnce : add(atOnce, repaid);
}

/** Interest in the payments of the periods from start to end (累计利息), as a negative amount. */
export function cumulativeInterest<T>(arithmetic: Arithmetic<T>, given: CumulativeValues<T>): T | Refusal {
  const principal = cumulativePrincipal(arithmetic, given);
  if (isRefusal(principal)) return principal;
  const { of, add, sub, mul, truncate } = arithmetic;
  const whole = { ...given, nper: truncate(given.nper), type: truncate(given.type), fv: of(0) };
  const payment = levelPayment(arithmetic, whole);
  if (isRefusal(payment)) return payment;
  const count = add(sub(truncate(given.end_period), truncate(given.start_period)), of(1));
  return sub(mul(count, payment), principal);
}

/** Payments at the beginning of the period: the first one is due at once and is all principal. */
function firstInterestPeriod<T>({ of, sign, compare }: Arithmetic<T>, { start_period, type }: CumulativeValues<T>): T {
  const isFirstFree = sign(type) !== 0 && compare(start_period, of(1)) === 0;
  return isFirstFree ? of(2) : start_period;
}
