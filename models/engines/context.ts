import type { CellContext } from "./cell.ts";
import type { Evaluation } from "./evaluation.ts";

/** Reads cells from a finished evaluation, to work out single expressions again: for explanations and for causes of undefined cells. */
export function contextOf<V>(evaluation: Evaluation<V>): CellContext<V> {
  const { arithmetic, clock, periods } = evaluation;
  return {
    arithmetic,
    ...clock,
    periods,
    read: (line, t) => evaluation.value(line, t) ?? arithmetic.nothing,
  };
}
