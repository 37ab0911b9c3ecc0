import { dueFactor, growth, presentWorth } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = { rate: "required", nper: "required", pmt: "required", fv: 0, type: 0 } as const;

/**
 * Present value (现值) of `nper` level payments `pmt` and a final amount `fv`; money received is positive.
 * @param rate per period, above −1
 * @param type 0: payments at the end of a period, otherwise at its beginning
 * @example pv(0.05, 10, -100) // 772.173…
 */
export function pv<A extends readonly [rate: Num, nper: Num, pmt: Num, fv?: Num | undefined, type?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function pv(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, presentValue);
}
pv.formula = { parameters: PARAMETERS, formula: presentValue };

function presentValue<T>(
  arithmetic: Arithmetic<T>,
  { rate, nper, pmt, fv, type }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  const { add, mul, neg } = arithmetic;
  const tooLow = refuseLowRate(arithmetic, rate, "rate");
  if (tooLow !== undefined) return tooLow;
  const payments = mul(mul(pmt, dueFactor(arithmetic, rate, type)), presentWorth(arithmetic, rate, nper));
  return neg(add(mul(fv, growth(arithmetic, rate, neg(nper))), payments));
}
