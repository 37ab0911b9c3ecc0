import type { LineSpec } from "./lines.ts";

/** A row of a table input as the mechanism sees it while its lines are written. */
export interface Row {
  readonly table: string;
  readonly id: string;
  /** Whether the cell was given. */
  has(column: string): boolean;
  /** Word of a choice, party or word cell. */
  word(column: string): string;
}

/** One instance of a mechanism while its lines are written: only what is structural can be read here, numbers live in formulas. */
export interface Component {
  readonly id: string;
  has(input: string): boolean;
  /** Word of a choice, party, plot or word input. */
  word(input: string): string;
  rows(table: string): readonly Row[];
}

/** Lines repeated for every row of a table; each gets the id `NAME.ROW` and sees `row.column` and its own row's lines by short name. */
export function perRow(component: Component, table: string, lines: (row: Row) => readonly LineSpec[]): readonly LineSpec[] {
  return component.rows(table).flatMap((row) => lines(row).map((spec) => ({ ...spec, row })));
}

/** Formula text adding a per-row line over all rows of its table. */
export function sumOfRows(component: Component, table: string, name: string): string {
  const ids = component.rows(table).map((row) => `${component.id}.${name}.${row.id}`);
  return ids.length === 0 ? "0" : ids.join(" + ");
}
