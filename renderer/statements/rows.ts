import type { StatementRowView, StatementView } from "../../app/contract.ts";
import type { GridColumn, GridRow } from "../grid/model.ts";
import { cellOf } from "../numbers/cell.ts";
import type { NegativeStyle } from "../numbers/format.ts";
import type { Display } from "../numbers/units.ts";

interface RowOptions {
  readonly negative: NegativeStyle;
  /** The word for what has no value. */
  readonly none: string;
  readonly displayOf: (row: StatementRowView) => Display;
}

/** Where a column says nothing of a row. */
const BLANK = { text: "", negative: false, plain: "" } as const;

/** Whether a table has nothing to show: all of it is 0 or has no value. */
export const isEmpty = ({ rows }: StatementView): boolean =>
  rows.every(({ values }) => Array.from(values).every((value) => value === 0 || Number.isNaN(value)));

const TOTAL = "total";
const YEAR_LETTERS = 4;

/** Columns of a table; the total stays in sight, and periods of one year have one ground. */
export function statementColumns({ columns }: StatementView, byPeriod: boolean): readonly GridColumn[] {
  const years = [...new Set(columns.map(({ place }) => place.slice(0, YEAR_LETTERS)))];
  return columns.map(({ label, place }, index) => ({
    id: `${index}`,
    label,
    ...(index === 0 && place === TOTAL ? { frozen: true as const } : {}),
    ...(byPeriod && place !== TOTAL && place !== "" ? { band: years.indexOf(place.slice(0, YEAR_LETTERS)) } : {}),
  }));
}

/** The rows of a standard table as a grid shows them, with their numbers before their names. */
export function statementRows(statement: StatementView, options: RowOptions): readonly GridRow[] {
  return statement.rows.map((row, index) => {
    const display = options.displayOf(row);
    const name = row.no === "" ? row.label : `${row.no} ${row.label}`;
    return {
      id: `${index}`,
      label: name,
      title: `${name} — ${row.line}`,
      level: row.level,
      unit: display.unit,
      ...(row.level === 0 ? { strong: true as const } : {}),
      cells: Array.from(row.values, (value, column) =>
        row.cells?.[column] === null ? BLANK : cellOf(value, display, options.negative, options.none),
      ),
    };
  });
}

/** The cell to ask about at a row and column; without a column the row's line. Nothing where a cell has no line. */
export function cellAt(statement: StatementView, at: number, column: number | undefined): string | undefined {
  const row = statement.rows[at];
  if (row === undefined || column === undefined) return row?.line;
  if (row.cells !== undefined) return row.cells[column] ?? undefined;
  return `${row.line}@${statement.columns[column]?.place ?? ""}`;
}
