import type { Arithmetic } from "./arithmetic/arithmetic.ts";
import { inKindOf } from "./arithmetic/desk.ts";
import type { KindOf, Num } from "./arithmetic/num.ts";
import { refuseLowRate } from "./checks.ts";
import { valueOnePeriodBefore } from "./npv.ts";
import { readAmounts } from "./reading/list.ts";
import { readNumber } from "./reading/number.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/**
 * Modified internal rate of return (修正内部收益率): payments out discounted to the first date at
 * `finance_rate`, receipts compounded to the last date at `reinvest_rate`, and the rate between the two.
 * Refused unless there is at least one of each.
 * @example mirr([-120000, 39000, 30000, 21000, 37000, 46000], 0.1, 0.12) // 0.12609…
 */
export function mirr<A extends readonly [values: readonly Num[], finance_rate: Num, reinvest_rate: Num]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function mirr(values: unknown, givenFinance: unknown, givenReinvest: unknown): Num | Refusal {
  const amounts = readAmounts(values, "values");
  if (isRefusal(amounts)) return amounts;
  const finance = readNumber(givenFinance, "finance_rate");
  if (isRefusal(finance)) return finance;
  const reinvest = readNumber(givenReinvest, "reinvest_rate");
  if (isRefusal(reinvest)) return reinvest;
  if (amounts.length < 2) return refuse("too-few", "values");
  return inKindOf([...amounts, finance, reinvest], (arithmetic, lift) =>
    modifiedRate(arithmetic, amounts.map(lift), lift(finance), lift(reinvest)),
  );
}

function modifiedRate<T>(arithmetic: Arithmetic<T>, amounts: readonly T[], finance: T, reinvest: T): T | Refusal {
  const { of, add, sub, mul, div, neg, pow, sign, ln, expm1 } = arithmetic;
  const tooLow =
    refuseLowRate(arithmetic, finance, "finance_rate") ?? refuseLowRate(arithmetic, reinvest, "reinvest_rate");
  if (tooLow !== undefined) return tooLow;
  const paid = amounts.map((amount) => (sign(amount) < 0 ? neg(amount) : of(0)));
  const received = amounts.map((amount) => (sign(amount) > 0 ? amount : of(0)));
  if (!paid.some(sign) || !received.some(sign)) return refuse("no-sign-change", "values");
  const count = of(amounts.length);
  const periods = sub(count, of(1));
  const paidAtStart = mul(valueOnePeriodBefore(arithmetic, finance, paid), add(of(1), finance));
  const receivedAtEnd = mul(valueOnePeriodBefore(arithmetic, reinvest, received), pow(add(of(1), reinvest), count));
  return expm1(div(ln(div(receivedAtEnd, paidAtStart)), periods));
}
