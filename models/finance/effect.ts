import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseNegative, refuseOutside } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = { nominal_rate: "required", npery: "required" } as const;

/**
 * Effective yearly rate (实际年利率) of a nominal yearly rate with `npery` compounding periods a year.
 * @param nominal_rate per year, 0 or more
 * @param npery cut to a whole number, at least 1
 * @example effect(0.0525, 4) // 0.05354266…
 */
export function effect<A extends readonly [nominal_rate: Num, npery: Num]>(...args: A): KindOf<A> | Refusal<KindOf<A>>;
export function effect(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, effectiveRate);
}
effect.formula = { parameters: PARAMETERS, formula: effectiveRate };

function effectiveRate<T>(
  arithmetic: Arithmetic<T>,
  { nominal_rate, npery }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  const { of, mul, div, truncate, ln1p, expm1 } = arithmetic;
  const periods = truncate(npery);
  return (
    refuseNegative(arithmetic, nominal_rate, "nominal_rate") ??
    refuseOutside(arithmetic, of(1), [of(0), periods], "npery") ??
    expm1(mul(periods, ln1p(div(nominal_rate, periods))))
  );
}
