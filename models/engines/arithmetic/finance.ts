import type { Decimal } from "decimal.js";
import { ddb, effect, fv, ipmt, nominal, nper, pmt, ppmt, pv, sln, syd } from "../../finance/index.ts";
import type { Refusal } from "../../finance/refusal.ts";
import type { FinanceFunction } from "../../language/graph.ts";

type Call<N> = (...args: N[]) => N | Refusal;

const FUNCTIONS = { pmt, ipmt, ppmt, nper, pv, fv, effect, nominal, sln, syd, ddb } satisfies Record<
  FinanceFunction,
  unknown
>;

/** Calls a spreadsheet function by name; answers in the kind of number it was given, or with the reason why there is no answer. */
export function callFinance(fn: FinanceFunction, args: readonly number[]): number | Refusal;
export function callFinance(fn: FinanceFunction, args: readonly Decimal[]): Decimal | Refusal;
export function callFinance(fn: FinanceFunction, args: readonly (number | Decimal)[]): number | Decimal | Refusal {
  // The language checked the number of arguments; each function takes one kind of number throughout and answers in it.
  const call = FUNCTIONS[fn] as unknown as Call<number | Decimal>;
  return call(...args);
}
