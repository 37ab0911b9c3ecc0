import type { Decimal } from "decimal.js";
import { type EngineName, type Prepared, recordOf } from "../../models/compile/prepare.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import type { By } from "../../models/results/frame.ts";
import { numbersOf, resultsOf } from "../../models/results/results.ts";
import type { Text } from "../../models/wording/text.ts";
import { globMatcher } from "./glob.ts";

/** A line with its values, one a column. */
export interface LineValues<T> {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: GraphLine["kind"];
  readonly role?: string;
  readonly component?: string;
  readonly values: T;
}

export interface LineTable<T> {
  readonly columns: readonly string[];
  readonly lines: readonly LineValues<T>[];
}

export interface LineQuery {
  readonly by: By;
  /** `*` and `?` as in file names, matched against line ids. */
  readonly match: string;
}

/** Values of matching lines as decimal literals, from the book of record or from the fast engine; null where a line is broken or undefined. */
export function linesOf(
  prepared: Prepared,
  query: LineQuery,
  engine: EngineName = "record",
): LineTable<readonly (string | null)[]> {
  return engine === "record"
    ? literalsOf(prepared, query, recordOf(prepared))
    : literalsOf(prepared, query, prepared.kernel().run(prepared.bindings));
}

function literalsOf<V extends Decimal | number>(prepared: Prepared, query: LineQuery, evaluation: Evaluation<V>) {
  const results = resultsOf(evaluation, prepared.frame);
  const literal = (value: V | undefined): string | null =>
    value === undefined ? null : new RecordDecimal(value).toDecimalPlaces(10).toFixed();
  return lineTable(prepared, query, (line) => results.values(line, query.by).map(literal));
}

/** Matching lines of the fast engine with their numbers, all in one block of memory; NaN where a line is broken or undefined. */
export function numbersOfLines(prepared: Prepared, query: LineQuery): LineTable<Float64Array> {
  const results = resultsOf(prepared.kernel().run(prepared.bindings), prepared.frame);
  const table = lineTable(prepared, query, (line) => line);
  const { length } = table.columns;
  const block = new Float64Array(length * table.lines.length);
  const lines = table.lines.map((line, at) => {
    const values = block.subarray(at * length, (at + 1) * length);
    values.set(numbersOf(results, line.values, query.by));
    return { ...line, values };
  });
  return { columns: table.columns, lines };
}

function lineTable<T>(
  { graph, frame }: Prepared,
  { by, match }: LineQuery,
  valuesOf: (line: number) => T,
): LineTable<T> {
  const matches = globMatcher(match);
  const lines = graph.lines
    .filter((line) => line.source !== "hidden" && matches(line.id))
    .map(({ id, label, unit, kind, role, tags, index }): LineValues<T> => {
      const { component } = tags;
      return {
        id,
        label,
        unit,
        kind,
        ...(role === undefined ? {} : { role }),
        ...(typeof component === "string" ? { component } : {}),
        values: valuesOf(index),
      };
    });
  return { columns: by === "year" ? frame.years.map(({ label }) => label) : frame.periodLabels, lines };
}
