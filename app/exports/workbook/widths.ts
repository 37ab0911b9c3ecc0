import { type BookCell, type BookSheet, numberIn } from "./book.ts";

/** Column widths in characters by the longest figure a column shows, so that none is shown as ###; at least those the sheet asks for. */
export function widthsOf({ rows, widths, tails = new Map() }: BookSheet): readonly number[] {
  const needed: number[] = [];
  const need = (column: number, width: number): void => {
    needed[column] = Math.max(needed[column] ?? 0, width);
  };
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) need(c, lengthOf(numberIn(cell), cell));
    const tail = tails.get(r);
    const length = tail === undefined ? 0 : lengthOf(tail.largest, row.at(-1));
    for (let i = 0; i < (tail?.count ?? 0); i += 1) need(row.length + i, length);
  }
  const columns = Math.max(widths.length, needed.length);
  return Array.from({ length: columns }, (_, i) => Math.max(widths[i] ?? widths.at(-1) ?? USUAL, needed[i] ?? 0));
}

const USUAL = 12;
/** Sign, margins of the cell, bold type, and two more digits after a change. */
const ROOM = 5;

/** Formats that cannot be shown in fewer characters; a number without a format of its own is rounded to the width there is. */
function lengthOf(value: number | undefined, cell: BookCell | undefined): number {
  const format = cell?.format ?? "";
  if (value === undefined || !format.startsWith("#,##0")) return 0;
  const digits = Math.max(1, Math.floor(Math.abs(value)).toFixed(0).length);
  const commas = Math.floor((digits - 1) / 3);
  return digits + commas + (format.startsWith("#,##0.00") ? 3 : 0) + ROOM;
}
