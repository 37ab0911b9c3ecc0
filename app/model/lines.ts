import type { Decimal } from "decimal.js";
import type { Evaluation } from "../../models/engines/index.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Prepared } from "./prepare.ts";

export interface LineValues {
  readonly id: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: GraphLine["kind"];
  readonly role?: string;
  readonly component?: string;
  /** Decimal literals; null where the line is broken or undefined. */
  readonly values: readonly (string | null)[];
}

export interface LineTable {
  readonly columns: readonly string[];
  readonly lines: readonly LineValues[];
}

export interface LineQuery {
  readonly by: "period" | "year";
  /** `*` and `?` as in file names, matched against line ids. */
  readonly match: string;
}

/** Values of matching lines, from the book of record unless another evaluation is given. */
export function linesOf(
  prepared: Prepared,
  { by, match }: LineQuery,
  evaluation: Evaluation<Decimal> | Evaluation<number> = evaluateRecord(prepared.graph, prepared.bindings),
): LineTable {
  const pattern = globPattern(match);
  const { years, periodLabels } = prepared.frame;
  const columns = by === "year" ? years.map(({ label }) => label) : periodLabels;
  const lines = prepared.graph.lines
    .filter((line) => line.source !== "hidden" && pattern.test(line.id))
    .map((line): LineValues => {
      const { component } = line.tags;
      return {
        id: line.id,
        label: line.label,
        unit: line.unit,
        kind: line.kind,
        ...(line.role === undefined ? {} : { role: line.role }),
        ...(typeof component === "string" ? { component } : {}),
        values: prepared.graph.broken.has(line.index)
          ? columns.map(() => null)
          : valuesOf(prepared, line, by, evaluation),
      };
    });
  return { columns, lines };
}

type AnyEvaluation = Evaluation<Decimal> | Evaluation<number>;

function valuesOf(
  prepared: Prepared,
  line: GraphLine,
  by: LineQuery["by"],
  evaluation: AnyEvaluation,
): readonly (string | null)[] {
  const { years, periodLabels } = prepared.frame;
  const columns = by === "year" ? years.length : periodLabels.length;
  if (line.axis === "scalar") return Array.from({ length: columns }, () => literal(evaluation.scalar(line.index)));
  const series: readonly (Decimal | number | undefined)[] = evaluation.series(line.index);
  if (line.axis === "year" && line.kind === "flow") {
    const last = new Set(prepared.timeline.periods.filter(({ yearend }) => yearend).map(({ number }) => number));
    return by === "year"
      ? years.map((year) => literal(series[year.last - 1]))
      : series.map((value, index) => (last.has(index + 1) ? literal(value) : "0"));
  }
  if (by === "period") return series.map(literal);
  return years.map(({ first, last }) =>
    line.kind === "flow" ? sumLiteral(series.slice(first - 1, last)) : literal(series[last - 1]),
  );
}

function literal(value: Decimal | number | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === "number" ? plain(value) : value.toDecimalPlaces(10).toFixed();
}

function plain(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : value.toFixed(10).replace(/\.?0+$/, "");
}

function sumLiteral(values: readonly (Decimal | number | undefined)[]): string | null {
  if (values.includes(undefined)) return null;
  const known = values as readonly (Decimal | number)[];
  const [first, ...rest] = known;
  if (first === undefined) return "0";
  if (typeof first === "number") return plain((known as readonly number[]).reduce((sum, value) => sum + value, 0));
  return literal(rest.reduce<Decimal>((sum, value) => sum.plus(value), first));
}

/** `sale_*.receipt` as a pattern over whole ids. */
export function globPattern(glob: string): RegExp {
  const escaped = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "u");
}
