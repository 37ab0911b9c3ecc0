import { chinesePunctuation } from "../../../models/wording/punctuation.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell, BookSheet } from "../workbook/book.ts";
import type { Look } from "./looks.ts";

/** A cell of a printed sheet. */
export interface SheetCell extends Omit<BookCell, "style"> {
  readonly look?: Look;
  readonly indent?: number;
}

export type SheetRow = readonly (SheetCell | undefined)[];

/** A sheet to be printed: landscape, its heading rows on every page. */
export interface PrintedSheet extends Pick<BookSheet, "name"> {
  readonly rows: readonly SheetRow[];
  /** Column widths in characters, one a column. */
  readonly widths: readonly number[];
  /** Heights in points of rows that need one, by row from 0. */
  readonly heights: ReadonlyMap<number, number>;
  /** Cells that reach over several columns, from 0. */
  readonly merged: readonly { readonly row: number; readonly from: number; readonly columns: number }[];
  readonly heading: { readonly rows: number; readonly columns: number };
}

export interface PrintedBook {
  readonly title: string;
  readonly sheets: readonly PrintedSheet[];
  readonly made: Date;
}

/** Characters across a page of A3 on its side, drawn together to where 10 points can still be read. */
const PAGE_WIDTH = 280;

/** How many pages stand side by side. */
export const pagesAcross = (widths: readonly number[]): number =>
  Math.ceil(widths.reduce((sum, one) => sum + one, 0) / PAGE_WIDTH);

/** Widths of the columns of the first of them. */
export function firstPage(widths: readonly number[]): readonly number[] {
  const pages = pagesAcross(widths);
  if (pages === 1) return widths;
  const room = widths.reduce((sum, one) => sum + one, 0) / pages;
  let width = 0;
  const end = widths.findIndex((one) => {
    width += one;
    return width > room;
  });
  return widths.slice(0, Math.max(1, end));
}

/** A text as it is printed. */
export const printedText = (text: string, lang: Lang): string => (lang === "zh" ? chinesePunctuation(text) : text);

/** Points a line of text is high, and what it has above and below. */
export const LINE_HEIGHT = 14;
const PADDING = 4;

/** Height of a row with a text that is wrapped at so many characters. */
export function heightOf(text: string, width: number): number {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width))), 0);
  return lines * LINE_HEIGHT + PADDING;
}

/** Characters as a column counts them: a Chinese one is two wide. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, char) =>
      sum + (/[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u3000-\u303F]/u.test(char) ? 2 : 1),
    0,
  );
}
