import { absoluteTie, MONEY_TIE, RELATIVE_TIE } from "../operations/ties.ts";
import type { Evaluation } from "./evaluation.ts";
import { isScalarLine } from "./nodes.ts";

/** A cell where two evaluations of one graph differ by more than rounding explains. */
export interface Disagreement {
  readonly line: number;
  readonly id: string;
  /** 0 for a scalar line or an opening value. */
  readonly period: number;
  readonly unit: string;
  /** Plain decimal text; undefined where the engine has no value. */
  readonly record: string | undefined;
  readonly kernel: string | undefined;
}

/** float64 holds some fifteen digits: above 1e11 it no longer resolves half a fen after a few hundred additions. */
const MONEY_RELATIVE = 5e-14;

/** Largest difference two engines may show for a value of this unit: half a fen for money; for everything else a billionth, of one where the value is smaller: a ratio of money near 0 is noise. */
function allowedDifference(unit: string, size: number): number {
  if (unit === "CNY") return Math.max(MONEY_TIE, MONEY_RELATIVE * size);
  return Math.max(absoluteTie(unit), RELATIVE_TIE * Math.max(1, size));
}

/** Whether two engines say the same of one cell; undefined must be undefined in both. */
export function sameValue(unit: string, a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Math.abs(a - b) <= allowedDifference(unit, Math.max(Math.abs(a), Math.abs(b)));
}

/**
 * The cells in which two evaluations of the same graph disagree; undefined must be undefined in both. Lines one of them did not compute
 * are left out.
 */
export function agree<A, B>(record: Evaluation<A>, kernel: Evaluation<B>): Disagreement[] {
  const { graph, periods } = record;
  if (kernel.graph !== graph || kernel.periods !== periods)
    throw new Error("the evaluations belong to different graphs");
  const found: Disagreement[] = [];
  for (const { index, id, unit } of graph.lines) {
    if (!record.computed(index) || !kernel.computed(index)) continue;
    const last = isScalarLine(graph, index) ? 0 : periods;
    for (let t = 0; t <= last; t++) {
      const a = record.value(index, t);
      const b = kernel.value(index, t);
      const number = a === undefined ? undefined : record.arithmetic.toNumber(a);
      if (sameValue(unit, number, b === undefined ? undefined : kernel.arithmetic.toNumber(b))) continue;
      found.push({
        line: index,
        id,
        period: t,
        unit,
        record: a === undefined ? undefined : record.arithmetic.toText(a),
        kernel: b === undefined ? undefined : kernel.arithmetic.toText(b),
      });
    }
  }
  return found;
}
