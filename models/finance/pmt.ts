import { accumulation, dueFactor, presentWorth } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import { type Refusal, refuse } from "./refusal.ts";

const PARAMETERS = { rate: "required", nper: "required", pv: "required", fv: 0, type: 0 } as const;

/**
 * The level payment (等额本息还款额) that repays `pv` and leaves `fv` after `nper` periods; money received is
 * positive, money paid negative.
 * @param rate per period, above −1
 * @param type 0: payments at the end of a period, otherwise at its beginning
 * @example pmt(0.04, 10, 10000) // −1232.909443…
 */
export function pmt<A extends readonly [rate: Num, nper: Num, pv: Num, fv?: Num | undefined, type?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function pmt(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, levelPayment);
}
pmt.formula = { parameters: PARAMETERS, formula: levelPayment };

/** pmt on values already read. */
export function levelPayment<T>(
  arithmetic: Arithmetic<T>,
  { rate, nper, pv, fv, type }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  const { add, div, neg, sign } = arithmetic;
  if (sign(nper) === 0) return refuse("out-of-range", "nper");
  const tooLow = refuseLowRate(arithmetic, rate, "rate");
  if (tooLow !== undefined) return tooLow;
  const forLoan = div(pv, presentWorth(arithmetic, rate, nper));
  const forRemainder = div(fv, accumulation(arithmetic, rate, nper));
  return neg(div(add(forLoan, forRemainder), dueFactor(arithmetic, rate, type)));
}
