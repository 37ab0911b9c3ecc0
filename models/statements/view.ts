import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Evaluation } from "../engines/evaluation.ts";
import type { LineMeta } from "../language/line.ts";
import type { ProjectConventions } from "./conventions.ts";

/** What a reader may know of a line before its values. */
export type ViewedLine = Pick<LineMeta, "id" | "label" | "role" | "unit" | "payer" | "payee" | "tags" | "path">;

/** A year of the statements: the periods (1-based, inclusive) that fall in it. */
export interface StatementYear {
  readonly label: string;
  readonly first: number;
  readonly last: number;
}

/**
 * An evaluation as the statements read it: lines by id, decimals, years. Lines that are absent, broken or undefined somewhere read as `undefined`, so
 * that whatever rests on them says "not decidable" instead of showing a number.
 */
export interface ModelView {
  readonly periods: number;
  readonly periodLabels: readonly string[];
  readonly periodsPerYear: number;
  readonly years: readonly StatementYear[];
  readonly conventions: ProjectConventions;
  /** Ids of lines for which the test holds, in graph order. */
  find(test: (line: ViewedLine) => boolean): readonly string[];
  has(id: string): boolean;
  /** Values of periods 1..T. */
  series(id: string): readonly Decimal[] | undefined;
  scalar(id: string): Decimal | undefined;
  /** Flows summed, everything else at the year's last period. */
  yearly(id: string): readonly Decimal[] | undefined;
}

export interface ViewFrame {
  readonly periodLabels: readonly string[];
  readonly periodsPerYear: number;
  readonly years: readonly StatementYear[];
  readonly conventions: ProjectConventions;
}

/** Reads an evaluation of either engine; float64 values become decimals of their shortest form. */
export function viewOf(evaluation: Evaluation<Decimal> | Evaluation<number>, frame: ViewFrame): ModelView {
  const { graph, periods } = evaluation;
  const cache = new Map<string, readonly Decimal[] | undefined>();
  const known = (id: string): number | undefined => {
    const index = graph.indexById.get(id);
    return index === undefined || graph.broken.has(index) ? undefined : index;
  };
  const read = (index: number): readonly Decimal[] | undefined => {
    const values = graph.lines[index]?.axis === "scalar" ? [evaluation.scalar(index)] : evaluation.series(index);
    return values.includes(undefined) ? undefined : values.map((value) => new RecordDecimal(value as Decimal | number));
  };
  const series = (id: string): readonly Decimal[] | undefined => {
    if (!cache.has(id)) {
      const index = known(id);
      cache.set(id, index === undefined ? undefined : read(index));
    }
    return cache.get(id);
  };
  const isFlow = (id: string): boolean => {
    const line = graph.lines[graph.indexById.get(id) ?? -1];
    return line?.kind === "flow" && line.axis === "period";
  };
  return {
    ...frame,
    periods,
    has: (id) => known(id) !== undefined,
    find: (test) => graph.lines.filter((line) => line.source !== "hidden" && test(line)).map((line) => line.id),
    series,
    scalar: (id) => series(id)?.[0],
    yearly: (id) => {
      const values = series(id);
      if (values === undefined) return undefined;
      return frame.years.map(({ first, last }) => (isFlow(id) ? sum(values.slice(first - 1, last)) : (values[last - 1] ?? ZERO)));
    },
  };
}

export const ZERO: Decimal = new RecordDecimal(0);

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), ZERO);
}

/** Running sums, first value included. */
export function cumulate(values: readonly Decimal[]): readonly Decimal[] {
  let total = ZERO;
  return values.map((value) => {
    total = total.plus(value);
    return total;
  });
}
