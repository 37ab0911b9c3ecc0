import type { Decimal } from "decimal.js";
import type { EngineName, Prepared } from "../../models/compile/prepare.ts";
import { RecordDecimal } from "../../models/engines/arithmetic/decimal.ts";
import type { Evaluation } from "../../models/engines/index.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import type { By } from "../../models/results/frame.ts";
import { resultsOf } from "../../models/results/results.ts";
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
  readonly by: By;
  /** `*` and `?` as in file names, matched against line ids. */
  readonly match: string;
}

/** Values of matching lines as decimal literals, from the book of record or from the fast engine. */
export function linesOf(prepared: Prepared, query: LineQuery, engine: EngineName = "record"): LineTable<string> {
  const literal = (value: Decimal | number): string => new RecordDecimal(value).toDecimalPlaces(10).toFixed();
  return engine === "record"
    ? lineTable(prepared, query, evaluateRecord(prepared.graph, prepared.bindings), literal)
    : lineTable(prepared, query, prepared.kernel().run(prepared.bindings), literal);
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
  const results = resultsOf(evaluation, prepared.frame);
  const lines = prepared.graph.lines
    .filter((line) => line.source !== "hidden" && matches(line.id))
    .map((line): LineValues<T> => {
      const { component } = line.tags;
      return {
        id: line.id,
        label: line.label,
        unit: line.unit,
        kind: line.kind,
        ...(line.role === undefined ? {} : { role: line.role }),
        ...(typeof component === "string" ? { component } : {}),
        values: results.values(line.index, by).map((value) => (value === undefined ? null : cell(value))),
      };
    });
  return { columns, lines };
}
