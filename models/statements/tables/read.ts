import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
import { type ModelView, ZERO } from "../view.ts";
import { areaRows } from "./area.ts";
import type { StatementFacts } from "./facts.ts";
import { AREA_CELLS, areaColumn, areaFormula, areaLine, statementTables } from "./index.ts";
import { lineOf, type RowSpec, type TableSpec } from "./table.ts";

export interface StatementRow {
  readonly no: string;
  readonly label: Text;
  /** Line that explains the row; null where the row is worked out from other rows of the year. */
  readonly line: string | null;
  readonly level: number;
  readonly unit: string;
  readonly values: readonly (Decimal | null)[];
}

export interface Statement {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly StatementRow[];
  readonly notes: readonly Text[];
}

export type By = "period" | "year";

/** Ids and titles of the tables a model has. */
export function statementTitles(facts: StatementFacts): readonly { readonly id: string; readonly title: Text }[] {
  return [{ id: "area", title: AREA_TITLE }, ...statementTables(facts).map(({ id, title }) => ({ id, title }))];
}

/** All tables, or those named, read from an evaluation. */
export function readStatements(view: ModelView, facts: StatementFacts, by: By, ids?: readonly string[]): readonly Statement[] {
  const wanted = (id: string) => ids === undefined || ids.includes(id);
  return [
    ...(wanted("area") ? [readArea(view, facts)] : []),
    ...statementTables(facts)
      .filter(({ id }) => wanted(id))
      .map((table) => readTable(view, table, by)),
  ];
}

/** A table with a total column for amounts and one column per period or year. */
export function readTable(view: ModelView, table: TableSpec, by: By): Statement {
  const labels = by === "year" ? view.years.map(({ label }) => label) : view.periodLabels;
  const known = new Map<string, Values>();
  const valuesOf = (key: string): Values => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const spec = table.rows.find((row) => row.key === key);
    if (spec === undefined) throw new Error(`table ${table.id} has no row ${key}`);
    const values = readRow(view, table, spec, by, valuesOf);
    known.set(key, values);
    return values;
  };
  return {
    id: table.id,
    title: table.title,
    columns: [TOTAL, ...labels.map((label) => ({ zh: label, en: label }))],
    rows: table.rows.map((spec) => ({
      no: spec.no,
      label: spec.label,
      line: lineOf(table, spec),
      level: spec.level,
      unit: spec.unit,
      values: [totalOf(spec, valuesOf), ...valuesOf(spec.key)],
    })),
    notes: table.notes ?? [],
  };
}

const TOTAL: Text = { zh: "合计", en: "total" };

type Values = readonly (Decimal | null)[];

function readRow(view: ModelView, table: TableSpec, spec: RowSpec, by: By, valuesOf: (key: string) => Values): Values {
  if (spec.ratio !== undefined) return divide(valuesOf(spec.ratio.of), valuesOf(spec.ratio.per));
  const series = view.series(lineOf(table, spec));
  if (series === undefined) return (by === "year" ? view.years : view.periodLabels).map(() => null);
  if (by === "period") return series;
  if (spec.combine !== undefined) {
    const parts = spec.combine.map(([sign, key]) => ({ sign, values: valuesOf(key) }));
    return view.years.map((_year, index) =>
      parts.reduce<Decimal | null>((sum, { sign, values }) => {
        const value = values[index] ?? null;
        return sum === null || value === null ? null : sum.plus(value.times(sign));
      }, ZERO),
    );
  }
  return view.years.map(({ first, last }) => {
    if (spec.kind === "opening") return series[first - 1] ?? null;
    if (spec.kind === "flow") return series.slice(first - 1, last).reduce((sum, value) => sum.plus(value), ZERO);
    return series[last - 1] ?? null;
  });
}

function divide(above: Values, below: Values): Values {
  return above.map((value, index) => {
    const by = below[index] ?? null;
    return value === null || by === null || by.isZero() ? null : value.div(by);
  });
}

/** Amounts have a total; levels have none. */
function totalOf(spec: RowSpec, valuesOf: (key: string) => Values): Decimal | null {
  if (spec.ratio !== undefined) return divide([totalOfKey(spec.ratio.of, valuesOf)], [totalOfKey(spec.ratio.per, valuesOf)])[0] ?? null;
  if (spec.kind !== "flow" || spec.combine !== undefined) return null;
  return totalOfKey(spec.key, valuesOf);
}

function totalOfKey(key: string, valuesOf: (key: string) => Values): Decimal | null {
  return valuesOf(key).reduce<Decimal | null>((sum, value) => (sum === null || value === null ? null : sum.plus(value)), ZERO);
}

const AREA_TITLE: Text = { zh: "面积平衡表", en: "Area balance" };

/** The area table: its columns are existing, planned, change, standard, met. */
export function readArea(view: ModelView, facts: StatementFacts): Statement {
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
      values: AREA_CELLS.map((cell) => (areaFormula(spec, cell) === undefined ? null : (view.scalar(areaLine(spec, cell)) ?? null))),
    })),
    notes: [
      { zh: "达标列:1 为满足,0 为不满足;11 各行首列为面积余差,应为 0。", en: "Met: 1 yes, 0 no; the first line of each plot under 11 is its area residual, which must be 0." },
    ],
  };
}
