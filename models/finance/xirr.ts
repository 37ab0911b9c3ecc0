import type { KindOf, Num } from "./arithmetic/num.ts";
import type { DateInput } from "./reading/date.ts";
import { type DatedFlow, readDatedFlow } from "./reading/dated.ts";
import { readGuess } from "./reading/guess.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { allRates, chooseRate } from "./roots/rates.ts";
import { signChanges, tidyTerms } from "./roots/terms.ts";

const DAYS_PER_YEAR = 365;

/**
 * Yearly internal rate of return (内部收益率) of dated amounts, actual days over 365. The dates may come in any
 * order. Several solutions: with a guess the nearest, without one a refusal that lists them as `roots`.
 * @param dates ISO texts, Dates (their UTC day) or Excel serials
 * @example xirr([-100, 110], ["2026-01-01", "2027-01-01"]) // 0.1
 */
export function xirr<A extends readonly [values: readonly Num[], dates: readonly DateInput[], guess?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function xirr(values: unknown, dates: unknown, guess?: unknown): Num | Refusal {
  const flow = readTidyFlow(values, dates);
  if (isRefusal(flow)) return flow;
  const near = readGuess(guess);
  if (isRefusal(near)) return near;
  if (flow.terms.length > 0 && signChanges(flow.terms).length === 0) return refuse("no-sign-change", "values");
  const inputs = near === undefined ? flow.inputs : [...flow.inputs, near];
  const rates = allRates(flow.terms, DAYS_PER_YEAR, inputs, "values");
  return isRefusal(rates) ? rates : chooseRate(rates, near);
}

/** Every yearly rate of return above −100 %, ascending; an empty list when there is none. */
function all<A extends readonly [values: readonly Num[], dates: readonly DateInput[]]>(
  ...args: A
): KindOf<A>[] | Refusal<KindOf<A>>;
function all(values: unknown, dates: unknown): Num[] | Refusal {
  const flow = readTidyFlow(values, dates);
  return isRefusal(flow) ? flow : allRates(flow.terms, DAYS_PER_YEAR, flow.inputs, "values");
}
xirr.all = all;

function readTidyFlow(values: unknown, dates: unknown): DatedFlow | Refusal {
  const flow = readDatedFlow(values, dates);
  return isRefusal(flow) ? flow : { ...flow, terms: tidyTerms(flow.terms) };
}
