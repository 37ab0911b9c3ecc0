import { inKindOf } from "./arithmetic/desk.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import type { DateInput } from "./reading/date.ts";
import { readDatedFlow } from "./reading/dated.ts";
import { readNumber } from "./reading/number.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

const DAYS_PER_YEAR = 365;

/**
 * Net present value (净现值) of dated amounts on the first date of the list, actual days over 365. Dates
 * before the first one are compounded rather than discounted.
 * @param rate per year, above −1
 * @param dates ISO texts, Dates (their UTC day) or Excel serials
 * @example xnpv(0.1, [-100, 110], ["2026-01-01", "2027-01-01"]) // 0
 */
export function xnpv<A extends readonly [rate: Num, values: readonly Num[], dates: readonly DateInput[]]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function xnpv(givenRate: unknown, values: unknown, dates: unknown): Num | Refusal {
  const rate = readNumber(givenRate, "rate");
  if (isRefusal(rate)) return rate;
  const flow = readDatedFlow(values, dates);
  if (isRefusal(flow)) return flow;
  const terms = flow.terms.toSorted((a, b) => Number(a.time) - Number(b.time));
  return inKindOf([rate, ...flow.inputs], (arithmetic, lift) => {
    const tooLow = refuseLowRate(arithmetic, lift(rate), "rate");
    if (tooLow !== undefined) return tooLow;
    const { of, add, mul, div, ln1p } = arithmetic;
    const forcePerDay = div(ln1p(lift(rate)), of(DAYS_PER_YEAR));
    const factors = arithmetic.discountFactors(
      forcePerDay,
      terms.map(({ time }) => lift(time)),
    );
    return terms.reduce((total, { amount }, index) => add(total, mul(lift(amount), factors[index] ?? of(1))), of(0));
  });
}
