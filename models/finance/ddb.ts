import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseNegative, refuseOutside, refuseUnlessPositive } from "./checks.ts";
import { calculate, type Values } from "./reading/arguments.ts";
import type { Refusal } from "./refusal.ts";

const PARAMETERS = {
  cost: "required",
  salvage: "required",
  life: "required",
  period: "required",
  factor: 2,
} as const;

/**
 * Declining-balance depreciation (双倍余额递减法折旧) of one period, never below the salvage value.
 * @param salvage from 0 to cost
 * @param period from 1 to life; need not be whole
 * @param factor how many times the straight-line rate, above 0
 * @example ddb(2400, 300, 10, 1) // 480
 */
export function ddb<A extends readonly [cost: Num, salvage: Num, life: Num, period: Num, factor?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function ddb(...args: readonly unknown[]): Num | Refusal {
  return calculate(args, PARAMETERS, decliningBalance);
}
ddb.formula = { parameters: PARAMETERS, formula: decliningBalance };

function decliningBalance<T>(arithmetic: Arithmetic<T>, values: Values<typeof PARAMETERS, T>): T | Refusal {
  const { of, sub, sign } = arithmetic;
  const { cost, salvage, life, period, factor } = values;
  const refusal =
    refuseNegative(arithmetic, cost, "cost") ??
    refuseOutside(arithmetic, salvage, [of(0), cost], "salvage") ??
    refuseUnlessPositive(arithmetic, life, "life") ??
    refuseOutside(arithmetic, period, [of(1), life], "period") ??
    refuseUnlessPositive(arithmetic, factor, "factor");
  if (refusal !== undefined) return refusal;
  const before = bookValue(arithmetic, values, sub(period, of(1)));
  const after = atLeast(arithmetic, bookValue(arithmetic, values, period), salvage);
  const depreciation = sub(before, after);
  return sign(depreciation) > 0 ? depreciation : of(0);
}

/** Cost left after so many periods, salvage not considered. */
function bookValue<T>(
  { of, sub, mul, div, pow, sign }: Arithmetic<T>,
  { cost, life, factor }: Values<typeof PARAMETERS, T>,
  periods: T,
): T {
  const kept = sub(of(1), div(factor, life));
  if (sign(periods) === 0) return cost;
  return sign(kept) > 0 ? mul(cost, pow(kept, periods)) : of(0);
}

function atLeast<T>({ compare }: Arithmetic<T>, value: T, floor: T): T {
  return compare(value, floor) < 0 ? floor : value;
}
