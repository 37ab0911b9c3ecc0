import type { Decimal } from "decimal.js";
import { type By, columnNames } from "../../results/frame.ts";
import type { Text } from "../../wording/text.ts";
import { areaRows } from "./area.ts";
import type { StatementFacts } from "./facts.ts";
import { AREA_CELLS, areaColumn, areaFormula, areaLine, statementTables } from "./index.ts";
import type { Source } from "./source.ts";
import { lineOf, type RowSpec, type TableSpec } from "./table.ts";

export interface StatementRow<V = Decimal> {
  readonly no: string;
  readonly label: Text;
  /** Line that explains the row; null where the row is worked out from other rows of the year. */
  readonly line: string | null;
  readonly level: number;
  readonly unit: string;
  readonly values: readonly (V | null)[];
}

export interface Statement<V = Decimal> {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly StatementRow<V>[];
  readonly notes: readonly Text[];
}

/** Ids and titles of the tables a model has. */
export function statementTitles(facts: StatementFacts): readonly { readonly id: string; readonly title: Text }[] {
  return [{ id: "area", title: AREA_TITLE }, ...statementTables(facts).map(({ id, title }) => ({ id, title }))];
}

/** All tables, or those named, read from an evaluation. */
export function readStatements<V>(source: Source<V>, facts: StatementFacts, by: By, ids?: readonly string[]): readonly Statement<V>[] {
  const wanted = (id: string) => ids === undefined || ids.includes(id);
  const tables = statementTables(facts).filter(({ id }) => wanted(id));
  return [...(wanted("area") ? [readArea(source, facts)] : []), ...tables.map((table) => readTable(source, table, by))];
}

/** A table with a total column for amounts and one column per period or year. */
export function readTable<V>(source: Source<V>, table: TableSpec, by: By): Statement<V> {
  const known = new Map<string, Values<V>>();
  const valuesOf = (key: string): Values<V> => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const spec = table.rows.find((row) => row.key === key);
    if (spec === undefined) throw new Error(`table ${table.id} has no row ${key}`);
    const values = readRow({ source, table, by, valuesOf }, spec);
    known.set(key, values);
    return values;
  };
  const reading = { source, table, by, valuesOf };
  return {
    id: table.id,
    title: table.title,
    columns: [TOTAL, ...columnNames(source, by)],
    rows: table.rows.map((spec) => ({
      no: spec.no,
      label: spec.label,
      line: lineOf(table, spec),
      level: spec.level,
      unit: spec.unit,
      values: [totalOf(reading, spec), ...valuesOf(spec.key)],
    })),
    notes: table.notes ?? [],
  };
}

const TOTAL: Text = { zh: "合计", en: "total" };

type Values<V> = readonly (V | null)[];

interface Reading<V> {
  readonly source: Source<V>;
  readonly table: TableSpec;
  readonly by: By;
  readonly valuesOf: (key: string) => Values<V>;
}

function readRow<V>({ source, table, by, valuesOf }: Reading<V>, spec: RowSpec): Values<V> {
  const columns = by === "year" ? source.years : source.periodLabels;
  if (spec.ratio !== undefined) return divide(source, valuesOf(spec.ratio.of), valuesOf(spec.ratio.per));
  const series = source.series(lineOf(table, spec));
  if (series === undefined) return columns.map(() => null);
  if (by === "period") return series;
  if (spec.combine !== undefined) return combined(source, spec.combine, valuesOf);
  return source.years.map(({ first, last }) => {
    if (spec.kind === "opening") return series[first - 1] ?? null;
    if (spec.kind === "flow") return series.slice(first - 1, last).reduce(source.add, source.zero);
    return series[last - 1] ?? null;
  });
}

/** A row of the year made of others, such as what was there at the start and what came in. */
function combined<V>(source: Source<V>, parts: NonNullable<RowSpec["combine"]>, valuesOf: (key: string) => Values<V>): Values<V> {
  return source.years.map((_year, index) =>
    parts.reduce<V | null>((sum, [sign, key]) => {
      const value = valuesOf(key)[index] ?? null;
      if (sum === null || value === null) return null;
      return sign > 0 ? source.add(sum, value) : source.subtract(sum, value);
    }, source.zero),
  );
}

function divide<V>(source: Source<V>, above: Values<V>, below: Values<V>): Values<V> {
  return above.map((value, index) => {
    const by = below[index] ?? null;
    return value === null || by === null || source.isZero(by) ? null : source.divide(value, by);
  });
}

/** Amounts have a total; levels have none. */
function totalOf<V>({ source, valuesOf }: Reading<V>, spec: RowSpec): V | null {
  const total = (key: string): V | null => valuesOf(key).reduce<V | null>((sum, value) => (sum === null || value === null ? null : source.add(sum, value)), source.zero);
  if (spec.ratio !== undefined) return divide(source, [total(spec.ratio.of)], [total(spec.ratio.per)])[0] ?? null;
  return spec.kind === "flow" && spec.combine === undefined ? total(spec.key) : null;
}

const AREA_TITLE: Text = { zh: "面积平衡表", en: "Area balance" };

/** The area table: its columns are existing, planned, change, standard, met. */
export function readArea<V>(source: Source<V>, facts: StatementFacts): Statement<V> {
  return {
    id: "area",
    title: AREA_TITLE,
    columns: AREA_CELLS.map(areaColumn),
    rows: areaRows(facts).map((spec) => ({
      no: spec.no,
      label: spec.label,
      line: areaLine(spec, "planned"),
      level: spec.level,
      unit: spec.unit,
      values: AREA_CELLS.map((cell) => (areaFormula(spec, cell) === undefined ? null : (source.scalar(areaLine(spec, cell)) ?? null))),
    })),
    notes: [
      { zh: "达标列:1 为满足,0 为不满足;11 各行首列为面积余差,应为 0。", en: "Met: 1 yes, 0 no; the first line of each plot under 11 is its area residual, which must be 0." },
    ],
  };
}
