import type { Decimal } from "decimal.js";
import { type By, columnNames } from "../../results/frame.ts";
import type { Results } from "../../results/results.ts";
import type { Text } from "../../wording/text.ts";
import { type AreaRow, areaRows } from "./area.ts";
import type { StatementFacts } from "./facts.ts";
import { AREA_CELLS, areaColumn, areaFormula, areaLine, statementTables } from "./index.ts";
import { lineOf, type TableSpec } from "./table.ts";

export interface StatementRow<V = Decimal> {
  readonly no: string;
  readonly label: Text;
  /** The row's line; with the column's place it names the cell. */
  readonly line: string;
  /** Lines of the single cells, where each has one of its own. */
  readonly cells?: readonly (string | null)[];
  readonly level: number;
  readonly unit: string;
  /** One value a column; null where there is none. */
  readonly values: readonly (V | null)[];
}

export interface StatementColumn {
  readonly label: Text;
  /** What follows the `@` in a reference to a cell of the column: a period, a year or `total`. */
  readonly place: string;
}

export interface Statement<V = Decimal> {
  readonly id: string;
  readonly title: Text;
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow<V>[];
  readonly notes: readonly Text[];
}

/** Ids and titles of the tables a model has. */
export function statementTitles(facts: StatementFacts): readonly { readonly id: string; readonly title: Text }[] {
  return [{ id: "area", title: AREA_TITLE }, ...statementTables(facts).map(({ id, title }) => ({ id, title }))];
}

/** All tables, or those named, read from an evaluation. */
export function readStatements<V>(results: Results<V>, facts: StatementFacts, by: By, ids?: readonly string[]): readonly Statement<V>[] {
  const wanted = (id: string) => ids === undefined || ids.includes(id);
  const tables = statementTables(facts).filter(({ id }) => wanted(id));
  return [...(wanted("area") ? [readArea(results, facts)] : []), ...tables.map((table) => readTable(results, table, by))];
}

/** A table with a column of totals and one for each period or year. */
export function readTable<V>(results: Results<V>, table: TableSpec, by: By): Statement<V> {
  const { years, periodLabels } = results.frame;
  const places = by === "year" ? years.map(({ label }) => label) : periodLabels;
  return {
    id: table.id,
    title: table.title,
    columns: [TOTAL, ...columnNames(results.frame, by).map((label, at) => ({ label, place: places[at] ?? "" }))],
    rows: table.rows.map((spec) => {
      const line = lineOf(table, spec);
      const total = results.hasTotal(line) ? results.total(line) : undefined;
      return { no: spec.no, label: spec.label, line, level: spec.level, unit: spec.unit, values: [total, ...results.values(line, by)].map(shown) };
    }),
    notes: table.notes ?? [],
  };
}

const TOTAL: StatementColumn = { label: { zh: "合计", en: "total" }, place: "total" };

const shown = <V>(value: V | undefined): V | null => value ?? null;

const AREA_TITLE: Text = { zh: "面积平衡表", en: "Area balance" };

/** The area table: its columns are existing, planned, change, standard, met. */
export function readArea<V>(results: Results<V>, facts: StatementFacts): Statement<V> {
  const cellsOf = (spec: AreaRow) => AREA_CELLS.map((cell) => (areaFormula(spec, cell) === undefined ? null : areaLine(spec, cell)));
  return {
    id: "area",
    title: AREA_TITLE,
    columns: AREA_CELLS.map((cell) => ({ label: areaColumn(cell), place: "" })),
    rows: areaRows(facts).map((spec) => {
      const cells = cellsOf(spec);
      return {
        no: spec.no,
        label: spec.label,
        line: areaLine(spec, "planned"),
        cells,
        level: spec.level,
        unit: spec.unit,
        values: cells.map((line) => shown(line === null ? undefined : results.scalar(line))),
      };
    }),
    notes: [
      { zh: "达标列:1 为满足,0 为不满足;11 各行首列为面积余差,应为 0。", en: "Met: 1 yes, 0 no; the first line of each plot under 11 is its area residual, which must be 0." },
    ],
  };
}
