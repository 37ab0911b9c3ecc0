import type { Text } from "../../../models/wording/text.ts";
import type { Lang } from "../../contract.ts";
import { heightOf, printedText } from "../tables/sheet.ts";
import type { BookCell, BookRow, BookSheet } from "../workbook/book.ts";
import { lettersOf } from "../workbook/columns.ts";
import { type EntryKind, type EntryValue, entryCell } from "./kinds.ts";
import type { ChoiceLists } from "./lists.ts";

/** A column of a sheet of entries. `key` columns tell whose row it is; only `entry` columns are read; `status` says what is still to be filled in. */
export interface GridColumn {
  readonly code: string;
  readonly head: string;
  /** Unit and bounds, of a column of its own. */
  readonly about?: string;
  readonly width: number;
  readonly role: "key" | "entry" | "shown" | "status";
}

/** One cell to be filled in: the place of the document it is for, and what stands there now. */
export interface Entry {
  readonly place: string;
  readonly label: Text;
  readonly kind: EntryKind;
  readonly value: EntryValue;
}

export interface GridRow {
  /** What its key columns say. */
  readonly keys: readonly string[];
  /** Cells of the columns that are shown, by code. */
  readonly shown: Readonly<Record<string, BookCell>>;
  /** By code of the column. */
  readonly entries: Readonly<Record<string, Entry>>;
  /** Codes of entries without which it says 待填. */
  readonly required: readonly string[];
}

/** Heading of the rows below it. */
export interface GridHeading {
  readonly heading: string;
}

/** A sheet of entries: written by the export, and what the import compares a filled sheet with. */
export interface Grid {
  readonly name: string;
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (GridRow | GridHeading)[];
  /** Of a table, rows can be added: how each column of a new one is read. */
  readonly fresh?: Readonly<Record<string, EntryKind>>;
}

/** Rows above the first row of entries: title, hint, heads, what columns hold, codes. Heads and codes stand in these rows, from 1. */
export const GRID_HEAD = 5;
export const HEAD_ROW = 3;
export const ABOUT_ROW = 4;
export const CODE_ROW = 5;

/** Empty rows a table offers for more. */
const SPARE_ROWS = 12;

/** Puts a grid down as a sheet; drop-downs refer to the sheet of lists. */
export function gridSheet(grid: Grid, lists: ChoiceLists, missing: Text, lang: Lang): BookSheet {
  const { name, title, hint, columns, rows, fresh } = grid;
  const body = rows.map((row, i): BookRow => {
    if ("heading" in row) return [{ text: row.heading, style: "heading" }];
    return columns.map((column) => cellOf(row, column, grid, GRID_HEAD + i + 1, missing, lang));
  });
  const spare =
    fresh === undefined
      ? []
      : Array.from(
          { length: SPARE_ROWS },
          (): BookRow =>
            columns.map(({ code, role }) => {
              const kind = fresh[code];
              if (kind !== undefined) return entryCell(undefined, kind, lang);
              return role === "key" ? { style: "entry" } : undefined;
            }),
        );
  const last = GRID_HEAD + body.length + spare.length;
  const widths = columns.map(({ width }) => width);
  return {
    name,
    rows: [
      [{ text: title, style: "title" }],
      [{ text: printedText(hint, lang), style: "note" }],
      columns.map(({ head }): BookCell => ({ text: head, style: "head" })),
      columns.map(({ about = "" }): BookCell => ({ text: about, style: "note" })),
      columns.map(({ code }): BookCell => ({ text: code, style: "code" })),
      ...body,
      ...spare,
    ],
    widths,
    heights: heightsOf([columns.map(({ head }): BookCell => ({ text: head, style: "head" })), ...body], widths),
    ...(widths.reduce((sum, width) => sum + width, 0) > PAGE_WIDTH ? { isWide: true as const } : {}),
    frozen: { rows: GRID_HEAD, columns: columns.findIndex(({ role }) => role === "entry") },
    choices: [...choicesIn(grid, last, lists, lang)],
  };
}

/** Characters beyond which a sheet is not drawn together to one page across. */
const PAGE_WIDTH = 340;

/** Characters a column holds beyond its width: letters are mostly narrower than digits. */
const SLACK = 3;

/** Heights of rows whose texts are wrapped, by the number of the row from 0: the heads, and then the body. */
function heightsOf([head = [], ...body]: readonly BookRow[], widths: readonly number[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  const measure = (row: BookRow, number: number) => {
    const needed = row.map((cell, i) =>
      cell?.style === "head" || cell?.style === "wrapped" ? heightOf(cell.text ?? "", (widths[i] ?? 1) + SLACK) : 0,
    );
    const height = Math.max(...needed);
    if (height > heightOf("", 1)) heights.set(number, height);
  };
  measure(head, HEAD_ROW - 1);
  for (const [i, row] of body.entries()) measure(row, GRID_HEAD + i);
  return heights;
}

function cellOf(
  row: GridRow,
  { code, role }: GridColumn,
  { columns }: Grid,
  rowNumber: number,
  missing: Text,
  lang: Lang,
): BookCell | undefined {
  const entry = row.entries[code];
  if (entry !== undefined) return entryCell(entry.value, entry.kind, lang);
  if (role === "key") {
    const keys = columns.filter((column) => column.role === "key");
    return { text: row.keys[keys.findIndex((column) => column.code === code)] ?? "", style: "code" };
  }
  if (role !== "status" || row.required.length === 0) return row.shown[code];
  const empty = row.required.map((needed) => {
    const column = lettersOf(columns.findIndex((one) => one.code === needed) + 1);
    return `${column}${rowNumber}=""`;
  });
  const isMissing = row.required.some((needed) => row.entries[needed]?.value === undefined);
  const formula = `IF(${empty.length === 1 ? empty[0] : `OR(${empty.join(",")})`},"${missing[lang]}","")`;
  return { formula, result: isMissing ? missing[lang] : "", style: "bad" };
}

/** Drop-downs: of a column that can grow for all its rows, otherwise for each row its own. */
function* choicesIn(
  { columns, rows, fresh }: Grid,
  last: number,
  lists: ChoiceLists,
  lang: Lang,
): Generator<{ readonly range: string; readonly source: string }> {
  for (const [index, { code }] of columns.entries()) {
    const letters = lettersOf(index + 1);
    const kind = fresh?.[code];
    const whole = kind === undefined ? undefined : lists.source(kind, lang);
    if (whole !== undefined) yield { range: `${letters}${GRID_HEAD + 1}:${letters}${last}`, source: whole };
    if (fresh !== undefined) continue;
    for (const [at, row] of rows.entries()) {
      const own = "heading" in row ? undefined : row.entries[code];
      const source = own === undefined ? undefined : lists.source(own.kind, lang);
      const cell = `${letters}${GRID_HEAD + at + 1}`;
      if (source !== undefined) yield { range: `${cell}:${cell}`, source };
    }
  }
}
