import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import { type Refusal, refuse } from "./refusal.ts";

const PARAMETERS = { cost: "required", salvage: "required", life: "required" } as const;

/**
 * Straight-line depreciation (直线折旧) of one period.
 * @param life in periods; 0 is refused
 * @example sln(10000, 500, 20) // 475
 */
export function sln<A extends readonly [cost: Num, salvage: Num, life: Num]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function sln(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, straightLine);
}
sln.formula = { parameters: PARAMETERS, formula: straightLine };

function straightLine<T>(
  { sub, div, sign }: Arithmetic<T>,
  { cost, salvage, life }: Values<typeof PARAMETERS, T>,
): T | Refusal {
  return sign(life) === 0 ? refuse("out-of-range", "life") : div(sub(cost, salvage), life);
}
