import type { Num } from "../arithmetic/num.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Term } from "../roots/terms.ts";
import { type DateInput, readDays } from "./date.ts";
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
  const days = readDays(dates, "dates");
  if (isRefusal(days)) return days;
  if (days.length !== amounts.length) return refuse("length-mismatch", "dates");
  const origin = days[0] ?? 0;
  const terms = amounts.map((amount, index) => ({ amount, time: (days[index] ?? origin) - origin }));
  const serials = (dates as readonly DateInput[]).filter(
    (date): date is Exclude<Num, number> => typeof date === "object" && !(date instanceof Date),
  );
  return { terms, inputs: [...amounts, ...serials] };
}
