import { accumulation, dueFactor, growth } from "./annuity.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = { rate: "required", nper: "required", pmt: "required", pv: 0, type: 0 } as const;

/**
 * Future value (终值) of an amount `pv` and `nper` level payments `pmt`; money received is positive.
 * @param rate per period, above −1
 * @param type 0: payments at the end of a period, otherwise at its beginning
 * @example fv(0.05, 10, -100, -1000) // 2886.684…
 */
export function fv<A extends readonly [rate: Num, nper: Num, pmt: Num, pv?: Num | undefined, type?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function fv(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, futureValue);
}
fv.formula = { parameters: PARAMETERS, formula: futureValue };

function futureValue<T>(
  arithmetic: Arithmetic<T>,
  { rate, nper, pmt, pv, type }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  const { add, mul, neg } = arithmetic;
  const tooLow = refuseLowRate(arithmetic, rate, "rate");
  if (tooLow !== undefined) return tooLow;
  const payments = mul(mul(pmt, dueFactor(arithmetic, rate, type)), accumulation(arithmetic, rate, nper));
  return neg(add(mul(pv, growth(arithmetic, rate, nper)), payments));
}
