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
      title: row.line === null ? name : `${name} — ${row.line}`,
      level: row.level,
      unit: display.unit,
      cells: row.values.map((value) => cellOf(value, display, options.negative)),
    };
  });
}

/** The period a column stands for; totals, plan and target columns stand for none. */
export function periodOf(column: string): string | undefined {
  return /^\d{4}(-[QH]?\d{1,2})?$/.test(column) ? column : undefined;
}
