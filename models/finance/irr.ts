import type { KindOf, Num } from "./arithmetic/num.ts";
import { readGuess } from "./reading/guess.ts";
import { readAmounts } from "./reading/list.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { allRates, chooseRate } from "./roots/rates.ts";
import { signChanges, type Term, tidyTerms } from "./roots/terms.ts";

/**
 * Internal rate of return (内部收益率) per period of equally spaced amounts, the first of them at time 0.
 * Needs no guess. Several solutions: with a guess the nearest, without one a refusal that lists them as
 * `roots`. Refused also when the amounts never change sign or no rate above −100 % solves them.
 * @example irr([-1000, 300, 450, 450]) // 0.09077…
 */
export function irr<A extends readonly [values: readonly Num[], guess?: Num | undefined]>(
  ...args: A
): KindOf<A> | Refusal<KindOf<A>>;
export function irr(values: unknown, guess?: unknown): Num | Refusal {
  const flow = readFlow(values);
  if (isRefusal(flow)) return flow;
  const near = readGuess(guess);
  if (isRefusal(near)) return near;
  if (flow.terms.length > 0 && signChanges(flow.terms).length === 0) return refuse("no-sign-change", "values");
  const inputs = near === undefined ? flow.amounts : [...flow.amounts, near];
  const rates = allRates(flow.terms, 1, inputs, "values");
  return isRefusal(rates) ? rates : chooseRate(rates, near);
}

/** Every internal rate of return above −100 %, ascending; an empty list when there is none. */
function all<A extends readonly [values: readonly Num[]]>(...args: A): KindOf<A>[] | Refusal<KindOf<A>>;
function all(values: unknown): Num[] | Refusal {
  const flow = readFlow(values);
  return isRefusal(flow) ? flow : allRates(flow.terms, 1, flow.amounts, "values");
}
irr.all = all;

function readFlow(values: unknown): { terms: Term[]; amounts: Num[] } | Refusal {
  const amounts = readAmounts(values, "values");
  if (isRefusal(amounts)) return amounts;
  return { amounts, terms: tidyTerms(amounts.map((amount, time) => ({ amount, time }))) };
}
