import { grouped } from "../../../models/wording/grouped.ts";
import type { Lang } from "../../contract.ts";
import { type MoneyUnit, unitWords } from "../tables/money.ts";
import type { PrintedTable } from "../tables/printed.ts";
import { type SheetCell, type SheetRow, widthOf } from "../tables/sheet.ts";
import { FIRST, TOP, usualUnit } from "../tables/tableSheet.ts";
import type { Block, TableCell } from "../word/blocks.ts";
import { numberIn } from "../workbook/book.ts";
import { paragraph, sayIn } from "./facts.ts";

/** Which part of a standard table is shown, and on what pages. */
export interface Excerpt {
  /** The column of totals alone. */
  readonly totals?: true;
  /** Only rows whose numbers begin so. */
  readonly under?: readonly string[];
  /** Rows without anything but 0 are left out. */
  readonly filled?: true;
  readonly pages: Pages;
}

export interface Pages {
  /** Across a page, in characters of the print used. */
  readonly room: number;
  readonly item: number;
  readonly small?: true;
}

export const PORTRAIT: Pages = { room: 100, item: 32 };
export const LANDSCAPE: Pages = { room: 198, item: 38, small: true };
const NO = 8;
/** What a column has beside its figures. */
const PADDING = 2;
const LEAST = 7;
/** Rows a page has room for below a heading. */
const KEPT = 38;

interface Chosen {
  readonly head: SheetRow;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly number[];
  /** Whether years were left out because they have nothing but 0. */
  readonly shortened: boolean;
}

/**
 * A standard table or part of it, every cell as the filed table prints it. As many tables as its columns need, each with the names of its rows; years in
 * which every row shown is 0 are left out and a note says so.
 * @returns nothing where no row remains
 */
export function printedBlocks(
  table: PrintedTable,
  excerpt: Excerpt,
  { money, lang }: { readonly money: MoneyUnit; readonly lang: Lang },
): readonly Block[] {
  const chosen = chosenOf(table, excerpt);
  if (chosen.rows.length === 0 || chosen.columns.length === 0) return [];
  const say = sayIn(lang);
  const unit = unitWords(usualUnit(table.statement), money)?.[lang] ?? "";
  const groups = groupsOf(chosen, excerpt.pages);
  return [
    ...groups.flatMap((columns, at): readonly Block[] => [
      paragraph(
        at === 0 ? say(`单位:${unit}`, `unit: ${unit}`) : say(`(续)单位:${unit}`, `(continued) unit: ${unit}`),
        "unit",
      ),
      tableOf(chosen, columns, excerpt.pages),
    ]),
    ...(chosen.shortened
      ? [
          paragraph(
            say("表中未列出的年份,所列各行均为0。", "Years that are not shown have 0 in every row shown."),
            "note",
          ),
        ]
      : []),
  ];
}

function chosenOf({ statement, sheet }: PrintedTable, { under, totals, filled }: Excerpt): Chosen {
  const head = sheet.rows[TOP - 1] ?? [];
  const isArea = statement.id === "area";
  const all = statement.columns.map((_, column) => FIRST + column);
  const offered = totals === true && !isArea ? [FIRST] : all;
  const body = sheet.rows.slice(TOP, TOP + statement.rows.length);
  const isShown = (row: SheetRow): boolean => offered.some((column) => cellText(row[column]) !== "");
  const isFilled = (row: SheetRow): boolean => offered.some((column) => !isNothing(row[column]));
  const rows = body.filter(
    (row, at) =>
      (under === undefined || under.some((no) => isUnder(statement.rows[at]?.no ?? "", no))) &&
      isShown(row) &&
      (filled !== true || isFilled(row)),
  );
  if (isArea || totals === true) return { head, rows, columns: offered, shortened: false };
  const columns = all.filter((column) =>
    rows.some((row) => (column === FIRST ? cellText(row[column]) !== "" : !isNothing(row[column]))),
  );
  const years = (of: readonly number[]): number => of.filter((column) => column !== FIRST).length;
  // A table of nothing but 0 is a table all the same.
  if (years(columns) === 0) return { head, rows, columns: all.slice(0, 2), shortened: true };
  return { head, rows, columns, shortened: years(columns) < years(all) };
}

const isUnder = (no: string, top: string): boolean => no === top || no.startsWith(`${top}.`);

/** Columns in as few groups of about the same width as the pages have room for. */
function groupsOf({ head, rows, columns }: Chosen, { room, item }: Pages): readonly (readonly number[])[] {
  const widest = Math.max(...columns.map((column) => columnWidth(head, rows, column)));
  const most = Math.max(1, Math.floor((room - item - NO) / widest));
  const count = Math.ceil(columns.length / most);
  const size = Math.ceil(columns.length / count);
  return Array.from({ length: count }, (_, at) => columns.slice(at * size, (at + 1) * size));
}

function columnWidth(head: SheetRow, rows: readonly SheetRow[], column: number): number {
  const texts = [head, ...rows].map((row) => widthOf(cellText(row[column])));
  return Math.max(LEAST, ...texts) + PADDING;
}

function tableOf({ head, rows }: Chosen, columns: readonly number[], { room, item, small }: Pages): Block {
  const figures = columns.map((column) => columnWidth(head, rows, column));
  // Few columns leave room for the names of the rows, but not for all of the page.
  const used = figures.reduce((sum, one) => sum + one, 0);
  const rest = Math.max(0, room - NO - item - used);
  const wide = figures.map((one) => one + Math.min(rest / 2 / columns.length, one));
  const name = room - NO - wide.reduce((sum, one) => sum + one, 0);
  const shown = [0, 1, ...columns];
  return {
    kind: "table",
    widths: [NO, Math.max(item, name), ...wide],
    head: shown.map((column) => cellText(head[column])),
    rows: rows.map((row) =>
      shown.map((column): TableCell => {
        const cell = row[column];
        return {
          text: cellText(cell),
          ...(column === 0 ? { align: "center" as const } : column >= FIRST ? { align: "right" as const } : {}),
          bold: row[1]?.look === "itemTop",
          ...(cell?.indent === undefined ? {} : { indent: cell.indent }),
        };
      }),
    ),
    ...(rows.length > KEPT ? {} : { kept: true as const }),
    ...(small === undefined ? {} : { small }),
  };
}

/** Nothing, or nothing but 0; a missing value is something. */
const isNothing = (cell: SheetCell | undefined): boolean => cellText(cell) === "" || numberIn(cell) === 0;

/** A cell as its format prints it. */
export function cellText(cell: SheetCell | undefined): string {
  if (cell === undefined) return "";
  if (cell.text !== undefined) return cell.text;
  const number = numberIn(cell);
  if (number === undefined) return typeof cell.result === "string" ? cell.result : "";
  if (cell.format === undefined || number === 0) return String(number);
  const [, decimals = ""] = /0\.(0+)/.exec(cell.format) ?? [];
  return grouped(number.toFixed(decimals.length));
}
