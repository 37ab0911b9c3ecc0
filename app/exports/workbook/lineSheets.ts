import type { Decimal } from "decimal.js";
import type { Evaluation } from "../../../models/engines/evaluation.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import type { Frame } from "../../../models/results/frame.ts";
import type { Text } from "../../../models/wording/text.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import type { Book } from "./formulas.ts";
import { columnOfPeriod, VALUE_COLUMN } from "./places.ts";
import { HEAD_ROWS, type PlannedRow } from "./plan.ts";
import { HEADS } from "./words.ts";

/** What the sheets of lines are made from. */
export interface LineBook extends Book {
  readonly evaluation: Evaluation<Decimal>;
  readonly frame: Frame;
  readonly lang: Lang;
}

/** What a sheet of entries is made from: nothing that has to be worked out. */
export type EntryBook = Pick<LineBook, "places" | "clock" | "frame" | "lang">;

/** What stands above the lines of a sheet: its name, a hint, and what its fourth column holds. */
export interface SheetHead {
  readonly name: string;
  /** A line a row, three at most. */
  readonly hint: readonly string[];
  readonly fourth: Text;
}

/**
 * A sheet with the periods side by side: title, number and first month of each, heads, then the lines.
 * @param unitOf the unit of a line in words
 * @param cellsOf of a line what stands beside its id, name and unit: the fourth column, what is said of it, its value or opening, its periods
 */
export function lineSheet(
  { name, hint, fourth }: SheetHead,
  rows: readonly PlannedRow[],
  cellsOf: (line: GraphLine) => BookRow,
  unitOf: (line: GraphLine) => Text,
  { clock, frame, lang }: Pick<LineBook, "clock" | "frame" | "lang">,
): BookSheet {
  const faint = (number: number): BookCell => ({ number, style: "note" });
  const beside = (text: Text, numbers: readonly number[], said: string | undefined): BookRow => {
    const blank: BookRow = Array.from({ length: VALUE_COLUMN });
    const first = said === undefined ? undefined : ({ text: said, style: "note" } as const);
    return [...blank.with(0, first).with(VALUE_COLUMN - 2, { text: text[lang], style: "note" }), ...numbers.map(faint)];
  };
  const heads = [HEADS.id, HEADS.name, HEADS.unit, fourth, HEADS.note, HEADS.value].map((text) => text[lang]);
  const top: readonly BookRow[] = [
    [{ text: name, style: "title" }],
    [{ text: hint[0] ?? "", style: "note" }],
    beside(HEADS.t, periodsOf(clock.periods), hint[1]),
    beside(HEADS.month, clock.periodMonths, hint[2]),
    [...heads, ...frame.periodLabels].map((text): BookCell => ({ text, style: "head" })),
  ];
  if (top.length !== HEAD_ROWS) throw new Error("the head of a sheet of lines has other rows than the plan says");
  const body = rows.map(
    (row): BookRow =>
      "heading" in row
        ? [{ text: row.heading, style: "heading" }]
        : [
            { text: row.line.id, style: "code" },
            { text: row.line.label[lang] },
            { text: unitOf(row.line)[lang], style: "note" },
            ...cellsOf(row.line),
          ],
  );
  return {
    name,
    rows: [...top, ...body],
    widths: [24, 30, 10, 16, 20, 16, 13],
    printed: { columns: VALUE_COLUMN },
    frozen: { rows: HEAD_ROWS, columns: 3 },
  };
}

/** A value of the record as a formula's result. */
export function resultOf(value: Decimal | undefined): { readonly result?: number } {
  return value === undefined ? {} : { result: value.toNumber() };
}

/** The clauses and convention of a line, in one cell. */
export function noteOf({ clauses, convention }: GraphLine, lang: Lang): BookCell | undefined {
  const text = [...clauses, ...(convention === undefined ? [] : [convention[lang]])].join(";");
  return text === "" ? undefined : { text, style: "note" };
}

export const periodsOf = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Columns of all periods of a row. */
export const rowRange = (row: number, periods: number): string =>
  `${columnOfPeriod(1)}${row}:${columnOfPeriod(periods)}${row}`;
