import type { StyleName } from "./styles.ts";

/** One cell as any writer of workbooks can put it down. A text is text whatever it begins with; a formula has no equals sign. */
export interface BookCell {
  readonly text?: string;
  readonly number?: number;
  readonly formula?: string;
  /** What the formula gives, as the record has it; nothing where it gives none. */
  readonly result?: number | string;
  /** The record has no value for it: the spreadsheet is to work it out. */
  readonly pending?: true;
  readonly style?: StyleName;
  /** The sheet a text leads to. */
  readonly link?: string;
  /** A number format of its own. */
  readonly format?: string;
}

/** A row of cells from the left; an absent one is empty. */
export type BookRow = readonly (BookCell | undefined)[];

/** The number a cell has, entered or as the result of its formula. */
export function numberIn(cell: BookCell | undefined): number | undefined {
  return cell?.number ?? (typeof cell?.result === "number" ? cell.result : undefined);
}

/** Formulas that go on to the right of a row, each made when it is written: there are hundreds of thousands of them. */
export interface RowTail {
  readonly count: number;
  /** The largest of its values without their signs; nothing where it has none. */
  readonly largest: number | undefined;
  /** From 0. It looks like the row's last cell. */
  at(index: number): Pick<BookCell, "formula" | "result">;
}

export interface BookSheet {
  readonly name: string;
  /** From the top. */
  readonly rows: readonly BookRow[];
  /** By number of the row, from 0. */
  readonly tails?: ReadonlyMap<number, RowTail>;
  /** Column widths in characters, from the left; the last goes on. */
  readonly widths: readonly number[];
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly charts?: readonly BookChart[];
  /** Printed over as many pages as it takes, and not drawn together to the width of one. */
  readonly isWide?: true;
  /** What of it is printed, from the top left: so many columns, and rows where not all. */
  readonly printed?: { readonly columns: number; readonly rows?: number };
  /** Heights of rows in points, by number from 0, where one line is not enough. */
  readonly heights?: ReadonlyMap<number, number>;
  /** Drop-downs: cells, and the cells their words stand in. */
  readonly choices?: readonly { readonly range: string; readonly source: string }[];
  /** Not shown, and not to be shown by hand either. */
  readonly isHidden?: true;
}

/** A chart of rows of cells over another row. */
export interface BookChart {
  readonly title: string;
  readonly kind: "line" | "column";
  readonly series: readonly { readonly name: string; readonly values: string; readonly categories: string }[];
  /** Where its corners lie, row and column from 0. */
  readonly from: { readonly row: number; readonly col: number };
  readonly to: { readonly row: number; readonly col: number };
}

/** A name of the workbook for a cell. */
export interface BookName {
  readonly name: string;
  readonly range: string;
  readonly comment?: string;
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly BookSheet[];
  readonly names: readonly BookName[];
  /** When it was made. */
  readonly made: Date;
}
