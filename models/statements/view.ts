import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Evaluation } from "../engines/evaluation.ts";
import type { LineMeta } from "../language/line.ts";
import type { Frame, StatementYear } from "../results/frame.ts";

/** What a reader may know of a line before its values. */
export type ViewedLine = Pick<LineMeta, "id" | "label" | "role" | "unit" | "payer" | "payee" | "tags" | "path">;

/**
 * An evaluation as the statements read it: lines by id, decimals, years. Lines that are absent, broken or undefined somewhere read as `undefined`, so
 * that whatever rests on them says "not decidable" instead of showing a number.
 */
export interface ModelView extends Frame {
  readonly periods: number;
  /** Whether the values are those of the book of record; otherwise they are float64 in decimal form and exact searches are wasted on them. */
  readonly exact: boolean;
  /** Ids of lines for which the test holds, in graph order. */
  find(test: (line: ViewedLine) => boolean): readonly string[];
  has(id: string): boolean;
  /** Values of periods 1..T. */
  series(id: string): readonly Decimal[] | undefined;
  scalar(id: string): Decimal | undefined;
  /** Flows summed, everything else at the year's last period. */
  yearly(id: string): readonly Decimal[] | undefined;
}

/** Reads an evaluation of either engine; float64 values become decimals of their shortest form. */
export function viewOf(evaluation: Evaluation<Decimal> | Evaluation<number>, frame: Frame): ModelView {
  // Both kinds are read the same way; a value goes back to the arithmetic it came from.
  const reader = new Reader(evaluation as Evaluation<Decimal | number>, frame.years);
  return {
    ...frame,
    periods: evaluation.periods,
    exact: evaluation.arithmetic.name === "record",
    has: (id) => reader.known(id) !== undefined,
    find: (test) => evaluation.graph.lines.filter((line) => line.source !== "hidden" && test(line)).map((line) => line.id),
    series: (id) => reader.series(id),
    scalar: (id) => reader.series(id)?.[0],
    yearly: (id) => reader.yearly(id),
  };
}

/** Reads lines once each: whole series, and years formed in the engine's own arithmetic, which is far faster than decimals where it is float64. */
class Reader<V extends Decimal | number> {
  readonly #evaluation: Evaluation<V>;
  readonly #years: readonly StatementYear[];
  readonly #series = new Map<string, readonly Decimal[] | undefined>();
  readonly #yearly = new Map<string, readonly Decimal[] | undefined>();

  constructor(evaluation: Evaluation<V>, years: readonly StatementYear[]) {
    this.#evaluation = evaluation;
    this.#years = years;
  }

  known(id: string): number | undefined {
    const { graph } = this.#evaluation;
    const index = graph.indexById.get(id);
    return index === undefined || graph.broken.has(index) ? undefined : index;
  }

  series(id: string): readonly Decimal[] | undefined {
    return once(this.#series, id, () => this.#read(id)?.map(decimalOf));
  }

  yearly(id: string): readonly Decimal[] | undefined {
    return once(this.#yearly, id, () => {
      const values = this.#read(id);
      return values && this.#years.map((year) => decimalOf(this.#yearOf(id, values, year)));
    });
  }

  #yearOf(id: string, values: readonly V[], { first, last }: StatementYear): V {
    const { graph, arithmetic } = this.#evaluation;
    const line = graph.lines[graph.indexById.get(id) ?? -1];
    if (line?.kind !== "flow" || line.axis !== "period") return values[last - 1] ?? arithmetic.zero;
    return values.slice(first - 1, last).reduce((total, value) => arithmetic.add(total, value), arithmetic.zero);
  }

  /** Values of the periods, the one value of a scalar line; undefined where one of them is. */
  #read(id: string): readonly V[] | undefined {
    const index = this.known(id);
    if (index === undefined) return undefined;
    const scalar = this.#evaluation.graph.lines[index]?.axis === "scalar";
    const values = scalar ? [this.#evaluation.scalar(index)] : this.#evaluation.series(index);
    return values.includes(undefined) ? undefined : (values as readonly V[]);
  }
}

function once<T>(cache: Map<string, T>, id: string, make: () => T): T {
  if (!cache.has(id)) cache.set(id, make());
  return cache.get(id) as T;
}

function decimalOf(value: Decimal | number): Decimal {
  return new RecordDecimal(value);
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
