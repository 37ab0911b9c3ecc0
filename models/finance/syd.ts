import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseOutside, refuseUnlessPositive } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = { cost: "required", salvage: "required", life: "required", per: "required" } as const;

/**
 * Sum-of-years'-digits depreciation (年数总和法折旧) of period `per`.
 * @param life in periods, above 0
 * @param per above 0, at most life; need not be whole
 * @example syd(30000, 7500, 10, 1) // 4090.909…
 */
export function syd<A extends readonly [cost: Num, salvage: Num, life: Num, per: Num]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function syd(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, sumOfDigits);
}
syd.formula = { parameters: PARAMETERS, formula: sumOfDigits };

function sumOfDigits<T>(
  arithmetic: Arithmetic<T>,
  { cost, salvage, life, per }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  const { of, add, sub, mul, div } = arithmetic;
  const left = add(sub(life, per), of(1));
  const digits = div(mul(life, add(life, of(1))), of(2));
  return (
    refuseUnlessPositive(arithmetic, life, "life") ??
    refuseUnlessPositive(arithmetic, per, "per") ??
    refuseOutside(arithmetic, per, [of(0), life], "per") ??
    div(mul(sub(cost, salvage), left), digits)
  );
}
