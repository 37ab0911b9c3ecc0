import type { Decimal } from "decimal.js";
import type { Evaluation } from "../../engines/evaluation.ts";
import type { Frame, StatementYear } from "../../results/frame.ts";
import { type ModelView, ZERO } from "../view.ts";

/** Values of lines as tables are read from them, in the numbers of one engine: decimals of the record, float64 of the kernel. */
export interface Source<V> {
  readonly periodLabels: readonly string[];
  readonly years: readonly StatementYear[];
  /** Values of periods 1..T; undefined where the line is broken or has a gap. */
  series(id: string): readonly V[] | undefined;
  scalar(id: string): V | undefined;
  readonly zero: V;
  add(a: V, b: V): V;
  subtract(a: V, b: V): V;
  divide(a: V, b: V): V;
  isZero(a: V): boolean;
}

export function decimalSource(view: ModelView): Source<Decimal> {
  return {
    periodLabels: view.periodLabels,
    years: view.years,
    series: view.series,
    scalar: view.scalar,
    zero: ZERO,
    add: (a, b) => a.plus(b),
    subtract: (a, b) => a.minus(b),
    divide: (a, b) => a.div(b),
    isZero: (a) => a.isZero(),
  };
}

/** The fast engine's numbers as they are. */
export function numberSource(evaluation: Evaluation<number>, frame: Frame): Source<number> {
  const { graph } = evaluation;
  const indexOf = (id: string): number | undefined => {
    const index = graph.indexById.get(id);
    return index === undefined || graph.broken.has(index) ? undefined : index;
  };
  return {
    periodLabels: frame.periodLabels,
    years: frame.years,
    series: (id) => {
      const index = indexOf(id);
      if (index === undefined) return undefined;
      const values = evaluation.series(index);
      return values.includes(undefined) ? undefined : (values as readonly number[]);
    },
    scalar: (id) => {
      const index = indexOf(id);
      return index === undefined ? undefined : evaluation.scalar(index);
    },
    zero: 0,
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    divide: (a, b) => a / b,
    isZero: (a) => a === 0,
  };
}
