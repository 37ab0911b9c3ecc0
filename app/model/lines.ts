import type { Decimal } from "decimal.js";
import type { Prepared } from "../../models/compile/prepare.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import type { Text } from "../../models/wording/text.ts";
import { globMatcher } from "./glob.ts";

/** A line with a value a column: a decimal literal or a number; null where the line is broken or undefined. */
export interface LineValues<T> {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: GraphLine["kind"];
  readonly role?: string;
  readonly component?: string;
  readonly values: readonly (T | null)[];
}

export interface LineTable<T> {
  readonly columns: readonly string[];
  readonly lines: readonly LineValues<T>[];
}

export interface LineQuery {
  readonly by: "period" | "year";
  /** `*` and `?` as in file names, matched against line ids. */
  readonly match: string;
}

/** Values of matching lines from the book of record, as decimal literals. */
export function linesOf(prepared: Prepared, query: LineQuery): LineTable<string> {
  const record = evaluateRecord(prepared.graph, prepared.bindings);
  return lineTable(prepared, query, record, (value: Decimal) => value.toDecimalPlaces(10).toFixed());
}

/** Values of matching lines from any evaluation; `cell` makes of one what the reader wants. */
export function lineTable<V, T>(
  prepared: Prepared,
  { by, match }: LineQuery,
  evaluation: Evaluation<V>,
  cell: (value: V) => T,
): LineTable<T> {
  const matches = globMatcher(match);
  const { years, periodLabels } = prepared.frame;
  const columns = by === "year" ? years.map(({ label }) => label) : periodLabels;
  const reader = new CellReader(prepared, evaluation);
  const lines = prepared.graph.lines
    .filter((line) => line.source !== "hidden" && matches(line.id))
    .map((line): LineValues<T> => {
      const { component } = line.tags;
      const values = prepared.graph.broken.has(line.index) ? columns.map(() => undefined) : reader.values(line, by);
      return {
        id: line.id,
        label: line.label,
        unit: line.unit,
        kind: line.kind,
        ...(line.role === undefined ? {} : { role: line.role }),
        ...(typeof component === "string" ? { component } : {}),
        values: values.map((value) => (value === undefined ? null : cell(value))),
      };
    });
  return { columns, lines };
}

/** Reads lines by period or by statement year. */
class CellReader<V> {
  readonly #prepared: Prepared;
  readonly #evaluation: Evaluation<V>;
  /** Whether a period (from 0) is the last of its calendar year. */
  readonly #yearEnds: readonly boolean[];

  constructor(prepared: Prepared, evaluation: Evaluation<V>) {
    this.#prepared = prepared;
    this.#evaluation = evaluation;
    this.#yearEnds = prepared.timeline.periods.map(({ yearend }) => yearend);
  }

  values(line: GraphLine, by: LineQuery["by"]): readonly (V | undefined)[] {
    const { years, periodLabels } = this.#prepared.frame;
    const { arithmetic } = this.#evaluation;
    if (line.axis === "scalar") {
      const value = this.#evaluation.scalar(line.index);
      return (by === "year" ? years : periodLabels).map(() => value);
    }
    const held = this.#evaluation.series(line.index);
    // The amount of a calendar year stands in all its periods; it arises once, at the year's end.
    const once = line.axis === "year" && line.kind === "flow";
    const series = once ? held.map((value, index) => (this.#yearEnds[index] ? value : arithmetic.zero)) : held;
    if (by === "period") return series;
    return years.map(({ first, last }) =>
      line.kind === "flow" ? this.#sum(series.slice(first - 1, last)) : series[last - 1],
    );
  }

  #sum(values: readonly (V | undefined)[]): V | undefined {
    const { arithmetic } = this.#evaluation;
    let sum = arithmetic.zero;
    for (const value of values) {
      if (value === undefined) return undefined;
      sum = arithmetic.add(sum, value);
    }
    return sum;
  }
}
