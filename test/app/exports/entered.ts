import type { Book, BookCell } from "../../../app/exports/workbook/book.ts";

type Rows = readonly (readonly (BookCell | undefined)[])[];

/** The workbook after somebody typed a number over an entry: on the sheet of inputs, or in the first scenario where scenarios differ. */
export function entered(book: Book, id: string, number: number): Book {
  const onInputs = rowOf(book, "输入", id);
  const entry = book.sheets.find(({ name }) => name === "输入")?.rows[onInputs]?.[ENTRY];
  if (entry?.number !== undefined) return typed(book, "输入", onInputs, ENTRY, number);
  return typed(book, "情景", rowOf(book, "情景", id), ENTRY, number);
}

/** The workbook after another scenario was chosen by its number. */
export const chosen = (book: Book, scenario: number): Book => typed(book, "情景", 2, 2, scenario);

/** The column of entries, and of the first scenario. */
const ENTRY = 3;

function rowOf({ sheets }: Book, sheet: string, id: string): number {
  const row = sheets.find(({ name }) => name === sheet)?.rows.findIndex(([first]) => first?.text === id) ?? -1;
  if (row < 0) throw new Error(`${sheet} has no ${id}`);
  return row;
}

function typed(book: Book, sheet: string, row: number, column: number, number: number): Book {
  const change = (rows: Rows): Rows =>
    rows.map((cells, r) =>
      r === row ? cells.map((cell, c) => (c === column && cell !== undefined ? { ...cell, number } : cell)) : cells,
    );
  return { ...book, sheets: book.sheets.map((one) => (one.name === sheet ? { ...one, rows: change(one.rows) } : one)) };
}
