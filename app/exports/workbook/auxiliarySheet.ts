import type { Auxiliary } from "./auxiliary.ts";
import type { BookCell, BookSheet } from "./book.ts";

/** Rows above the first of these. */
export const AUXILIARY_HEAD = 2;

/** The cells that formulas need beside the lines. */
export function auxiliarySheet(name: string, hint: string, { rows }: Auxiliary): BookSheet {
  const body = rows.map(({ title, cells }) => [{ text: title, style: "code" } satisfies BookCell, undefined, ...cells]);
  return {
    name,
    rows: [[{ text: name, style: "title" }], [{ text: hint, style: "note" }], ...body],
    widths: [36, 4, 14],
    printed: { columns: 1, rows: AUXILIARY_HEAD },
    frozen: { rows: AUXILIARY_HEAD, columns: 1 },
  };
}
