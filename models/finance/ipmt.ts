import { dueFactor, growth, presentWorth } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate, refuseOutside } from "./checks.ts";
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
 * The interest contained in the level payment of period `per` (1 … nper) (本期利息).
 * @param rate per period, above −1
 * @param type 0: payments at the end of a period, otherwise at its beginning (the first is free of interest)
 * @example ipmt(0.04, 2, 10, 10000) // −366.6836…
 */
export function ipmt<
  A extends readonly [rate: Num, per: Num, nper: Num, pv: Num, fv?: Num | undefined, type?: Num | undefined],
>(...args: A): KindOf<A> | Refusal<KindOf<A>>;
export function ipmt(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, interestPart);
}
ipmt.formula = { parameters: PARAMETERS, formula: interestPart };

/**
 * Level payment less principal part, with the difference taken by hand so that small rates keep their
 * digits: −[pv·(1 − v^left) − fv·(v^left − v^nper)] ÷ a(nper), where v = 1/(1 + rate), left = nper − per + 1
 * payments are still due and a(nper) is the present worth of nper payments of 1.
 */
function interestPart<T>(
  arithmetic: Arithmetic<T>,
  { rate, per, nper, pv, fv, type }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  const { of, add, sub, mul, div, neg, sign, compare } = arithmetic;
  const refusal = refuseLowRate(arithmetic, rate, "rate") ?? refuseOutside(arithmetic, per, [of(1), nper], "per");
  if (refusal !== undefined) return refusal;
  if (sign(type) !== 0 && compare(per, of(1)) === 0) return of(0);
  const past = sub(per, of(1));
  const left = sub(nper, past);
  const onLoan = mul(pv, arithmetic.compound(rate, neg(left)));
  const onRemainder = mul(mul(fv, growth(arithmetic, rate, neg(nper))), arithmetic.compound(rate, past));
  const interest = div(add(onLoan, onRemainder), presentWorth(arithmetic, rate, nper));
  return div(interest, dueFactor(arithmetic, rate, type));
}
