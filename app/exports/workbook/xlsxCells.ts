import type { Cell } from "hucre/xlsx";
import type { BookCell } from "./book.ts";

/** Longest formula and text Excel takes. */
const FORMULA_MAX = 8192;
const TEXT_MAX = 32_767;

/** Cells by their place, as the library takes them; those that are absent are left out. */
export function placed<C>(
  rows: readonly (readonly (C | undefined)[])[],
  cellOf: (cell: C) => Partial<Cell>,
): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== undefined) cells.set(`${r},${c}`, cellOf(cell));
    });
  });
  return cells;
}

/** A formula; longer than Excel takes, it is an error of ours. */
export function formulaText(formula: string): string {
  if (formula.length > FORMULA_MAX)
    throw new Error(`a formula of ${formula.length} characters: ${formula.slice(0, 80)}`);
  return formula;
}

/** What is in a cell, without what it looks like. */
export function contentOf({ text, number, formula, result, link }: Omit<BookCell, "style">): Partial<Cell> {
  if (formula !== undefined)
    return { formula: formulaText(formula), ...(result === undefined ? {} : { formulaResult: result }) };
  if (link !== undefined) return { value: text ?? link, hyperlink: { target: "", location: `'${link}'!A1` } };
  return { value: number ?? text?.slice(0, TEXT_MAX) ?? null };
}
