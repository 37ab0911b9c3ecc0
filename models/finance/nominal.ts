import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseOutside, refuseUnlessPositive } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = { effect_rate: "required", npery: "required" } as const;

/**
 * Nominal yearly rate (名义年利率) that compounds to `effect_rate` over `npery` periods a year.
 * @param effect_rate per year, above 0
 * @param npery cut to a whole number, at least 1
 * @example nominal(0.053543, 4) // 0.05250032…
 */
export function nominal<A extends readonly [effect_rate: Num, npery: Num]>(...args: A): KindOf<A> | Refusal<KindOf<A>>;
export function nominal(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, nominalRate);
}
nominal.formula = { parameters: PARAMETERS, formula: nominalRate };

function nominalRate<T>(arithmetic: Arithmetic<T>, { effect_rate, npery }: Values<typeof PARAMETERS, T>): T | Refusal {
  const { of, mul, div, truncate, ln1p, expm1 } = arithmetic;
  const periods = truncate(npery);
  return (
    refuseUnlessPositive(arithmetic, effect_rate, "effect_rate") ??
    refuseOutside(arithmetic, of(1), [of(0), periods], "npery") ??
    mul(periods, expm1(div(ln1p(effect_rate), periods)))
  );
}
