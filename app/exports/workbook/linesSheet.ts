import { ZERO } from "../../../models/engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import type { BookCell, BookRow, BookSheet, RowTail } from "./book.ts";
import { lettersOf } from "./columns.ts";
import { type Printed, printFormula } from "./formulas.ts";
import { isMonth } from "./inputKinds.ts";
import { type LineBook, lineSheet, noteOf, resultOf, rowRange } from "./lineSheets.ts";
import { lookOf } from "./look.ts";
import { VALUE_COLUMN } from "./places.ts";
import { HEAD_ROWS, type Plan } from "./plan.ts";
import { countedMonthFormat, monthFormat, openingFormat, serialOfMonth } from "./styles.ts";
import { HEADS, NO_VALUE, SHEETS } from "./words.ts";

/** Every calculated line: its formula in every period, with what the record has. */
export function linesSheet(plan: Plan, book: LineBook): BookSheet {
  const { lang } = book;
  const hint =
    lang === "zh"
      ? ["本表各格均为公式,取自“输入”表;合计列为各期之和。请勿在本表填数。"]
      : ["All cells are formulas on the entries; the total adds up the periods. Nothing is entered here."];
  const sheet = lineSheet(
    { name: SHEETS.lines[lang], hint, fourth: HEADS.total },
    plan.lines,
    (line) => cellsOf(line, book),
    ({ unit, id }) => lookOf(unit, id).unit,
    book,
  );
  const tails = plan.lines.flatMap((row, i) => {
    const tail = "line" in row ? tailOf(row.line, book) : undefined;
    return tail === undefined ? [] : [[HEAD_ROWS + i, tail] as const];
  });
  return { ...sheet, tails: new Map(tails) };
}

function cellsOf(line: GraphLine, book: LineBook): BookRow {
  const { evaluation, clock, places, lang } = book;
  const { index, unit, kind, axis, opening } = line;
  const sheet = SHEETS.lines[lang];
  const { format } = lookOf(unit, line.id);
  const note = noteOf(line, lang);
  const printed = printedOf(line, book);
  const { row } = places.place(index);
  if (axis === "scalar") {
    const result = resultOf(evaluation.scalar(index));
    const isDate = isMonth(line);
    const date = isDate ? dateOf(`${lettersOf(VALUE_COLUMN)}${row}`, result.result) : undefined;
    const shown = isDate ? countedMonthFormat : format;
    return [date, note, { formula: printed?.at(1) ?? NO_VALUE, ...result, format: shown }];
  }
  const total: BookCell | undefined =
    kind === "flow" && axis === "period"
      ? { formula: `SUM(${rowRange(row, clock.periods)})`, ...totalOf(index, book), format }
      : undefined;
  const first: BookCell =
    opening === undefined
      ? { number: 0, format: openingFormat }
      : { formula: printFormula(opening, sheet, book).at(0), ...resultOf(evaluation.value(index, 0)), format };
  return [total, note, first, { ...inPeriod(line, printed, book)(1), format }];
}

/** A month as the date of its first day, beside the number that formulas read. */
function dateOf(cell: string, month: number | undefined): BookCell {
  const result = month === undefined ? {} : { result: serialOfMonth(month) };
  return { formula: `DATE(INT(${cell}/12),MOD(${cell},12)+1,1)`, ...result, format: monthFormat };
}

/** The periods after the first. */
function tailOf(line: GraphLine, book: LineBook): RowTail | undefined {
  const count = book.clock.periods - 1;
  if (line.axis === "scalar" || count === 0) return undefined;
  const cell = inPeriod(line, printedOf(line, book), book);
  return { count, largest: largestOf(line, book), at: (i) => cell(i + 2) };
}

function largestOf({ index }: GraphLine, { evaluation }: LineBook): number | undefined {
  if (evaluation.graph.broken.has(index)) return undefined;
  const sizes = evaluation.series(index).flatMap((value) => (value === undefined ? [] : [Math.abs(value.toNumber())]));
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

function printedOf({ index, node }: GraphLine, book: LineBook): Printed | undefined {
  const isBroken = node === undefined || book.evaluation.graph.broken.has(index);
  return isBroken ? undefined : printFormula(node, SHEETS.lines[book.lang], book);
}

const inPeriod =
  ({ index }: GraphLine, printed: Printed | undefined, { evaluation }: LineBook) =>
  (t: number): BookCell => ({
    formula: printed?.at(t) ?? NO_VALUE,
    ...resultOf(printed === undefined ? undefined : evaluation.value(index, t)),
  });

function totalOf(line: number, { evaluation }: LineBook) {
  if (evaluation.graph.broken.has(line)) return {};
  const values = evaluation.series(line);
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length ? {} : resultOf(known.reduce((sum, value) => sum.plus(value), ZERO));
}
