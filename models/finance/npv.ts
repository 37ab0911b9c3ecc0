import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { inKindOf } from "./arithmetic/desk.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import { readAmounts } from "./reading/list.ts";
import { readNumber } from "./reading/number.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/**
 * Net present value (净现值) of amounts at the ends of periods 1, 2, 3 …: the first amount is already
 * discounted by one period, as in every spreadsheet.
 * @param rate per period, above −1
 * @param values one array, or amounts and arrays one after the other
 * @example npv(0.1, [110, 121]) // 200
 */
export function npv<A extends readonly [rate: Num, ...values: readonly (Num | readonly Num[])[]]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function npv(givenRate: unknown, ...values: readonly unknown[]): Num | Refusal {
  const rate = readNumber(givenRate, "rate");
  if (isRefusal(rate)) return rate;
  const amounts = readAllAmounts(values);
  if (isRefusal(amounts)) return amounts;
  return inKindOf(
    [rate, ...amounts],
    (arithmetic, lift) =>
      refuseLowRate(arithmetic, lift(rate), "rate") ?? valueOnePeriodBefore(arithmetic, lift(rate), amounts.map(lift)),
  );
}

/** Value of amounts one period before the first of them. */
export function valueOnePeriodBefore<T>({ of, add, div }: Arithmetic<T>, rate: T, amounts: readonly T[]): T {
  const factor = add(of(1), rate);
  return amounts.reduceRight((later, amount) => div(add(later, amount), factor), of(0));
}

function readAllAmounts(given: readonly unknown[]): Num[] | Refusal {
  if (given.length === 0) return refuse("missing-argument", "values");
  const amounts: Num[] = [];
  for (const [index, part] of given.entries()) {
    const name = given.length === 1 ? "values" : `values[${index}]`;
    const single = readNumber(part, name);
    const read = isRefusal(single) ? readAmounts(part, name) : [single];
    // What is neither keeps the refusal that says more: NaN is "not finite" before it is "not an array".
    if (isRefusal(read)) return isRefusal(single) && read.code === "not-a-list" ? single : read;
    for (const amount of read) amounts.push(amount);
  }
  return amounts;
}
