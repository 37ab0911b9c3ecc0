import type { Decimal } from "decimal.js";
import type { Evaluation } from "../../../models/engines/evaluation.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import type { Frame } from "../../../models/results/frame.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell, BookSheet } from "./book.ts";
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

/** Cells of a line beside its id, name and unit: the fourth column, what is said of it, its value or opening, its periods. */
export type LineCells = readonly (BookCell | undefined)[];

/** A sheet with the periods side by side: title, number and first month of each, heads, then the lines. */
export function lineSheet(
  name: string,
  [title, hint, fourth]: readonly [title: string, hint: string, fourth: string],
  rows: readonly PlannedRow[],
  cellsOf: (line: GraphLine) => LineCells,
  { clock, frame, lang }: LineBook,
): BookSheet {
  const blank: (BookCell | undefined)[] = Array.from({ length: VALUE_COLUMN });
  const numbers = Array.from({ length: clock.periods }, (_, i): BookCell => ({ number: i + 1, style: "note" }));
  const months = clock.periodMonths.map((number): BookCell => ({ number, style: "note" }));
  const heads = [HEADS.id, HEADS.name, HEADS.unit, { zh: fourth, en: fourth }, HEADS.note, HEADS.value];
  const head = [...heads.map((text) => text[lang]), ...frame.periodLabels].map(
    (text): BookCell => ({ text, style: "head" }),
  );
  const t = lang === "zh" ? "期序号" : "period";
  const month = lang === "zh" ? "期首月(年×12+月-1)" : "first month (year × 12 + month - 1)";
  const labelled = (text: string, cells: readonly BookCell[]) => [
    ...blank.with(VALUE_COLUMN - 2, { text, style: "note" }),
    ...cells,
  ];
  const body = rows.map((row) =>
    "heading" in row
      ? [{ text: row.heading, style: "heading" } satisfies BookCell]
      : [
          { text: row.line.id, style: "code" } satisfies BookCell,
          { text: row.line.label[lang] },
          { text: row.line.unit, style: "note" } satisfies BookCell,
          ...cellsOf(row.line),
        ],
  );
  const top = [
    [{ text: title, style: "title" }],
    [{ text: hint, style: "note" }],
    labelled(t, numbers),
    labelled(month, months),
    head,
  ] as const;
  if (top.length !== HEAD_ROWS) throw new Error("the head of a sheet of lines has other rows than the plan says");
  return {
    name,
    rows: [...(top as unknown as BookSheet["rows"]), ...body],
    widths: [24, 30, 10, 16, 20, 16, 13],
    isWide: true,
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
