import type { Cells } from "../operations/operation.ts";
import { cellsOf } from "./cell.ts";
import type { Evaluation } from "./evaluation.ts";

/** Reads cells from a finished evaluation, to work out single expressions again: for explanations and for causes of undefined cells. */
export function contextOf<V>(evaluation: Evaluation<V>): Cells<V> {
  const { arithmetic, clock, periods } = evaluation;
  return cellsOf({
    arithmetic,
    ...clock,
    periods,
    read: (line, t) => evaluation.value(line, t) ?? arithmetic.nothing,
  });
}
