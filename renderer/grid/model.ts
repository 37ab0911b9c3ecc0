import type { SheetCell } from "../numbers/cell.ts";

/** What a grid shows: columns are periods or years, rows are lines or headings over lines. */
export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** Stays beside the names, as 合计 does; the first column alone. */
  readonly frozen?: true;
  /** Number of the year it lies in: years are told apart by their ground. */
  readonly band?: number;
}

export interface GridRow {
  readonly id: string;
  readonly label: string;
  readonly title?: string;
  /** By what else it is found: its id, its account, its name in the other language. */
  readonly sought?: string;
  /** Depth in the tree. */
  readonly level: number;
  /** Present for headings: whether the rows under it are shown. */
  readonly open?: boolean;
  readonly unit: string;
  /** A row of the first level, which is printed bold. */
  readonly strong?: true;
  /** Its course over time. */
  readonly spark?: ArrayLike<number>;
  /** One text per column as shown; empty for headings. */
  readonly cells: readonly GridCell[];
}

export type GridCell = SheetCell;

/** Sizes of a cell in CSS pixels: the usual width, what digits and signs take at most (bold), and the room beside them. */
const USUAL = 104;
const DIGIT = 7.6;
const SIGN = 5;
const ROOM = 18;

const widthOf = (text: string): number => {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) digits += 1;
  return digits * DIGIT + (text.length - digits) * SIGN;
};

/** One width for all columns, wide enough for the longest figure: none is cut, in whatever unit it is shown. */
export function columnWidthOf(rows: readonly Pick<GridRow, "cells">[]): number {
  let longest = "";
  for (const { cells } of rows)
    for (const { text, plain } of cells) if (plain !== "" && text.length > longest.length) longest = text;
  return Math.max(USUAL, Math.ceil(widthOf(longest)) + ROOM);
}

/** A place in the grid; column -1 is the row's name. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Selection {
  readonly anchor: Place;
  readonly focus: Place;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on one screen, for Page Up and Page Down. */
  readonly page: number;
  /** The first column one can be in: -1 with names of rows, 0 without. */
  readonly first?: 0;
}

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to);

/** Where a key leads from a place, as in a spreadsheet; null for keys that do not move. */
export function moved(from: Place, key: string, control: boolean, size: Size): Place | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const first = size.first ?? -1;
  const targets: Readonly<Record<string, Place>> = {
    ArrowUp: { ...from, row: control ? 0 : from.row - 1 },
    ArrowDown: { ...from, row: control ? lastRow : from.row + 1 },
    ArrowLeft: { ...from, column: control ? first : from.column - 1 },
    ArrowRight: { ...from, column: control ? lastColumn : from.column + 1 },
    PageUp: { ...from, row: from.row - size.page },
    PageDown: { ...from, row: from.row + size.page },
    Home: { row: control ? 0 : from.row, column: first },
    End: { row: control ? lastRow : from.row, column: lastColumn },
  };
  const target = targets[key];
  if (!target) return null;
  return { row: clamp(target.row, 0, lastRow), column: clamp(target.column, first, lastColumn) };
}

/** Rows and columns of a selection in reading order. */
export function bounds({ anchor, focus }: Selection): { top: number; bottom: number; left: number; right: number } {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/**
 * The selection as rows of texts for the clipboard. With the names (column -1) in it, the heads of the columns come
 * along, so that the block stands for itself in a spreadsheet.
 */
export function selectedCells(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  selection: Selection,
): readonly (readonly string[])[] {
  const { top, bottom, left, right } = bounds(selection);
  const named = left < 0;
  const from = Math.max(left, 0);
  const body = rows.slice(top, bottom + 1).map((row) => {
    const values = columns.slice(from, right + 1).map((_, index) => row.cells[from + index]?.plain ?? "");
    return named ? [row.label, row.open === undefined ? row.unit : "", ...values] : values;
  });
  if (!named) return body;
  return [["", "", ...columns.slice(from, right + 1).map((column) => column.label)], ...body];
}
