import type { StatementRowView, StatementView } from "../../app/contract.ts";
import type { GridRow } from "../grid/model.ts";
import { cellOf } from "../numbers/cell.ts";
import type { NegativeStyle } from "../numbers/format.ts";
import type { Display } from "../numbers/units.ts";

interface RowOptions {
  readonly negative: NegativeStyle;
  readonly displayOf: (row: StatementRowView) => Display;
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
      cells: Array.from(row.values, (value) => cellOf(value, display, options.negative)),
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
