import type { Bindings, GraphLine } from "../../../models/language/graph.ts";
import type { Lang } from "../../contract.ts";
import { type BookCell, type BookRow, type BookSheet, numberIn } from "./book.ts";
import { lettersOf } from "./columns.ts";
import { isFixed, isFound, isMonth } from "./inputKinds.ts";
import { type EntryBook, lineSheet, noteOf, periodsOf, rowRange } from "./lineSheets.ts";
import { FIRST_PERIOD } from "./places.ts";
import { HEAD_ROWS, type Plan, T_ROW } from "./plan.ts";
import type { ScenarioChoice } from "./scenarioSheet.ts";
import { formatOf, monthFormat, serialOfMonth } from "./styles.ts";
import { HEADS, NO_VALUE, SHEETS } from "./words.ts";

/** What the entries are made from. */
export interface Entries {
  readonly bindings: Bindings;
  /** Where scenarios differ. */
  readonly choice: ScenarioChoice | undefined;
  /** Whether no entry was changed since the workbook was made, as a formula. */
  readonly guard: string;
}

/** Where an entry stands in its row. */
const ENTRY = "D";

/** Every input: what was entered, and beside it the value that formulas read. An entry that is taken out is missing and not 0. */
export function inputsSheet(plan: Plan, entries: Entries, book: EntryBook): BookSheet {
  const { lang } = book;
  const hint =
    lang === "zh"
      ? "蓝字黄底为可改的填写值,改后全表自动重算;删空即缺项,不按 0 计。是填 1,否填 0;月份填该月 1 日。最右两列为出具时的值与是否已改。"
      : "Blue on yellow may be changed and everything is calculated anew; an entry taken out is missing, not 0. Yes is 1, no is 0; a month is its first day. The two columns at the right tell what was entered when this was made and whether it was changed.";
  return lineSheet(
    { name: SHEETS.inputs[lang], hint, fourth: HEADS.entry },
    plan.inputs,
    (line) => cellsOf(line, entries, book),
    book,
  );
}

function cellsOf(line: GraphLine, entries: Entries, book: EntryBook): BookRow {
  const note = noteOf(line, book.lang);
  const cells =
    line.axis === "scalar" ? scalarCells(line, entries, note, book) : seriesCells(line, entries, note, book);
  if (isFixed(line) || isFound(line)) return cells;
  const gap: BookRow = Array.from({ length: FIRST_PERIOD - 1 - UNIT_COLUMN + book.clock.periods - cells.length });
  return [...cells, ...gap, ...changedCells(line, cells, book)];
}

/** What was entered when the workbook was made, and 1 where it is something else now. */
function changedCells(
  { index, axis }: GraphLine,
  [entry, , , ...periods]: BookRow,
  { places, clock }: EntryBook,
): BookRow {
  const { row } = places.place(index);
  const made = lettersOf(FIRST_PERIOD + clock.periods);
  if (axis === "scalar" || entry !== undefined) {
    const number = numberIn(entry);
    return [
      { ...(number === undefined ? {} : { number }), style: "note" },
      { formula: `IF(${ENTRY}${row}<>${made}${row},1,0)`, result: 0, style: "note" },
    ];
  }
  const sum = periods.reduce((total, cell, i) => total + (i + 1) * (numberIn(cell) ?? 0), 0);
  const weighted = `SUMPRODUCT(${rowRange(row, clock.periods)},${rowRange(T_ROW, clock.periods)})`;
  const changed = `IF(ABS(IFERROR(${weighted},${made}${row})-${made}${row})>${SAME}*MAX(1,ABS(${made}${row})),1,0)`;
  return [
    { number: sum, style: "note" },
    { formula: changed, result: 0, style: "note" },
  ];
}

/** Column of units, the last before the cells of a line; and what sums of the same numbers may differ by. */
const UNIT_COLUMN = 3;
const SAME = 1e-12;

/** How many entries were changed since the workbook was made, as a formula on another sheet. */
export function changedCount(plan: Plan, periods: number, lang: Lang): string {
  const column = lettersOf(FIRST_PERIOD + periods + 1);
  return `SUM(${SHEETS.inputs[lang]}!$${column}$${HEAD_ROWS + 1}:$${column}$${HEAD_ROWS + plan.inputs.length})`;
}

function scalarCells(
  line: GraphLine,
  { bindings, choice, guard }: Entries,
  note: BookCell | undefined,
  { places }: EntryBook,
): BookRow {
  const text = bindings.scalars.get(line.index);
  const number = text === undefined ? undefined : Number(text);
  const value = number === undefined ? {} : { number };
  const result = number === undefined ? {} : { result: number };
  const format = formatOf(line.unit);
  if (isFixed(line)) return [undefined, note, { ...value, format }];
  if (isFound(line)) {
    const formula = number === undefined ? NO_VALUE : `IF(${guard},${number},${NO_VALUE})`;
    return [{ ...value, format, style: "note" }, note, { formula, ...result, format }];
  }
  const cell = `${ENTRY}${places.place(line.index).row}`;
  const isDate = isMonth(line);
  const entered = number === undefined ? undefined : isDate ? serialOfMonth(number) : number;
  const chosen = choice?.entry(line.index, '""');
  const entry: BookCell =
    chosen === undefined
      ? { ...(entered === undefined ? {} : { number: entered }), style: "entry" }
      : { formula: chosen, ...(entered === undefined ? { result: "" } : { result: entered }) };
  const formula = `IF(ISNUMBER(${cell}),${isDate ? `YEAR(${cell})*12+MONTH(${cell})-1` : cell},${NO_VALUE})`;
  return [
    { ...entry, format: isDate ? monthFormat : format },
    note,
    { formula, ...result, ...(isDate ? {} : { format }) },
  ];
}

function seriesCells(
  line: GraphLine,
  { bindings, choice }: Entries,
  note: BookCell | undefined,
  { clock, places }: EntryBook,
): BookRow {
  const format = formatOf(line.unit);
  const texts = bindings.series.get(line.index);
  const periods = periodsOf(clock.periods);
  const result = (t: number) => (texts === undefined ? {} : { result: Number(texts[t - 1]) });
  const chosen = periods.map((t) => choice?.entry(line.index, NO_VALUE, t));
  if (chosen[0] !== undefined)
    return [
      undefined,
      note,
      undefined,
      ...chosen.map((formula, i): BookCell => ({ formula: formula ?? NO_VALUE, ...result(i + 1), format })),
    ];
  const [first] = texts ?? [];
  if (texts === undefined || first === undefined)
    return [undefined, note, undefined, ...periods.map((): BookCell => ({ formula: NO_VALUE }))];
  if (!isFixed(line) && line.kind === "rate" && texts.every((text) => text === first)) {
    const cell = `$${ENTRY}$${places.place(line.index).row}`;
    const held = periods.map(
      (t): BookCell => ({ formula: `IF(ISNUMBER(${cell}),${cell},${NO_VALUE})`, ...result(t), format }),
    );
    return [{ number: Number(first), style: "entry", format }, note, undefined, ...held];
  }
  const style = isFixed(line) ? {} : ({ style: "entry" } as const);
  return [undefined, note, undefined, ...texts.map((text): BookCell => ({ number: Number(text), ...style, format }))];
}
