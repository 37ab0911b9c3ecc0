import { dueFactor, growth, presentWorth } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate, refuseOutside } from "./checks.ts";
import { levelPayment } from "./pmt.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = {
  rate: "required",
  per: "required",
  nper: "required",
  pv: "required",
  fv: 0,
  type: 0,
} as const;

/**
 * The part of the level payment of period `per` (1 … nper) that repays principal (本期偿还本金).
 * @param rate per period, above −1
 * @param type 0: payments at the end of a period, otherwise at its beginning
 * @example ppmt(0.04, 1, 10, 10000) // −832.9094…
 */
export function ppmt<
  A extends readonly [rate: Num, per: Num, nper: Num, pv: Num, fv?: Num | undefined, type?: Num | undefined],
>(...args: A): KindOf<A> | Refusal<KindOf<A>>;
export function ppmt(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, principalPart);
}
ppmt.formula = { parameters: PARAMETERS, formula: principalPart };

/** ppmt on values already read: the first repayment grown with the rate, which cancels nowhere. */
function principalPart<T>(arithmetic: Arithmetic<T>, values: Values<typeof PARAMETERS, T>): T | Refusal {
  const { of, add, sub, mul, div, neg, sign, compare } = arithmetic;
  const { rate, per, nper, pv, fv, type } = values;
  const refusal = refuseLowRate(arithmetic, rate, "rate") ?? refuseOutside(arithmetic, per, [of(1), nper], "per");
  if (refusal !== undefined) return refusal;
  // A payment due at once contains no interest.
  if (sign(type) !== 0 && compare(per, of(1)) === 0) return levelPayment(arithmetic, values);
  const discounted = growth(arithmetic, rate, sub(sub(per, of(1)), nper));
  const repaid = div(mul(add(pv, fv), discounted), presentWorth(arithmetic, rate, nper));
  return neg(div(repaid, dueFactor(arithmetic, rate, type)));
}
