import type { Num } from "../arithmetic/num.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Term } from "../roots/terms.ts";
import { readDates } from "./date.ts";
import { readAmounts } from "./list.ts";

/** Amounts with their dates, as days after the first date of the list. */
export interface DatedFlow {
  readonly terms: Term[];
  /** Everything that decides the kind of the answer: amounts, and dates given as serials. */
  readonly inputs: Num[];
}

/** Reads values and dates, which must pair up. */
export function readDatedFlow(values: unknown, dates: unknown): DatedFlow | Refusal {
  const amounts = readAmounts(values, "values");
  if (isRefusal(amounts)) return amounts;
  const read = readDates(dates, "dates");
  if (isRefusal(read)) return read;
  if (read.length !== amounts.length) return refuse("length-mismatch", "dates");
  const origin = read[0]?.day ?? 0;
  const terms = amounts.map((amount, index) => ({ amount, time: (read[index]?.day ?? origin) - origin }));
  const serials = read.flatMap(({ serial }) => (serial === undefined ? [] : [serial]));
  return { terms, inputs: [...amounts, ...serials] };
}
