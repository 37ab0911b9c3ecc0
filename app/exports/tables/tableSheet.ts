import type { Decimal } from "decimal.js";
import type { Results } from "../../../models/results/results.ts";
import type { Statement } from "../../../models/statements/tables/read.ts";
import type { Lang } from "../../contract.ts";
import { cellsByYear, cellsOfLines } from "./cells.ts";
import { type Figure, figuresOf } from "./figures.ts";
import { formulaText } from "./formulaText.ts";
import { type MoneyUnit, unitWords } from "./money.ts";
import {
  firstPage,
  heightOf,
  type PrintedSheet,
  pagesAcross,
  printedText,
  type SheetCell,
  type SheetRow,
  widthOf,
} from "./sheet.ts";

export interface TableSheetFacts {
  readonly name: string;
  readonly title: string;
  /** What stands under the title at the left: project and scenario. */
  readonly under: string;
  readonly money: MoneyUnit;
  readonly lang: Lang;
}

/** Rows above the first of the table, and columns before its first figure. */
export const TOP = 3;
export const FIRST = 2;
const NO_WIDTH = 8;
const ITEM_WIDTH = 40;
const LEAST_WIDTH = 9;
/** What is missing; 0 is not. */
const MISSING = "–";
const YEAR = /^\d{4}$/;

/** A standard table as it is filed: what is the sum of other cells of it is a formula, everything else a number. */
export function tableSheet(statement: Statement, results: Results<Decimal>, facts: TableSheetFacts): PrintedSheet {
  const { lang } = facts;
  const said = (text: string): string => printedText(text, lang);
  const unit = usualUnit(statement);
  const body = bodyOf(statement, results, facts, unit);
  const widths = [
    NO_WIDTH,
    ITEM_WIDTH,
    ...statement.columns.map((column, c) => widthAt(body, FIRST + c, column.label[lang])),
  ];
  const head = [
    lang === "zh" ? "序号" : "no.",
    lang === "zh" ? "项目" : "item",
    ...statement.columns.map(({ label }) => label[lang]),
  ];
  const top = [
    ...headingRows(facts, unit, widths),
    head.map((text): SheetCell => ({ ...(YEAR.test(text) ? { number: Number(text) } : { text }), look: "head" })),
  ];
  const notes = statement.notes.map((note, i) =>
    said(`${i === 0 ? (lang === "zh" ? "注:" : "Note: ") : ""}${note[lang]}`),
  );
  // What stands in the first columns is printed on every page, cut off where they end.
  const from = pagesAcross(widths) === 1 ? 0 : FIRST;
  const noteWidths = firstPage(widths).slice(from);
  const width = noteWidths.reduce((sum, one) => sum + one, 0);
  const firstNote = TOP + body.length;
  return {
    name: facts.name,
    rows: [
      ...top,
      ...body,
      ...notes.map((text): SheetRow => [...Array.from({ length: from }, () => undefined), { text, look: "note" }]),
    ],
    widths,
    heights: new Map([
      [0, 30],
      [1, 20],
      [2, 22],
      ...body.map(
        (row, r) => [TOP + r, heightOf(row[1]?.text ?? "", ITEM_WIDTH - 2 * (row[1]?.indent ?? 0) - 1)] as const,
      ),
      ...notes.map((text, i) => [firstNote + i, heightOf(text, width)] as const),
    ]),
    merged: [
      ...(from === 0 ? [{ row: 0, from, columns: widths.length }] : []),
      ...notes.map((_, i) => ({ row: firstNote + i, from, columns: noteWidths.length })),
    ],
    heading: { rows: TOP, columns: FIRST },
  };
}

function bodyOf(
  statement: Statement,
  results: Results<Decimal>,
  { money, lang }: TableSheetFacts,
  unit: string,
): readonly SheetRow[] {
  const { cells, columns } =
    statement.id === "area" ? cellsOfLines(statement, results) : cellsByYear(statement, results);
  const figures = figuresOf(cells, columns, money);
  const count = statement.columns.length;
  return statement.rows.map((row, r): SheetRow => {
    const isTop = row.level === 0;
    const beside = row.unit === unit ? undefined : unitWords(row.unit, money)?.[lang];
    const format = formatOf(
      row.unit,
      cells.slice(r * count, (r + 1) * count).map(({ value }) => value),
    );
    const label = beside === undefined ? row.label[lang] : `${row.label[lang]}(${beside})`;
    return [
      { text: row.no, look: "no" },
      { text: printedText(label, lang), look: isTop ? "itemTop" : "item", indent: row.level },
      ...statement.columns.map((_, c): SheetCell => {
        const look = isTop ? "figureTop" : "figure";
        if (!isShown(statement, results, r, c)) return { look };
        const isMet = cells[r * count + c]?.unit !== row.unit;
        return {
          ...figureCell(figures[r * count + c] as Figure, count),
          look,
          format: isMet ? padded("#,##0") : format,
        };
      }),
    ];
  });
}

/** The unit most rows have. */
export function usualUnit({ rows }: Pick<Statement, "rows">): string {
  const units = rows.map(({ unit }) => unit);
  const countOf = (unit: string): number => units.filter((other) => other === unit).length;
  return units.toSorted((a, b) => countOf(b) - countOf(a))[0] ?? "CNY";
}

/** Title and what is under it: on a page in the middle and at both ends, on several at the left, where every page repeats title and unit. */
function headingRows(
  { title, under, money, lang }: TableSheetFacts,
  of: string,
  widths: readonly number[],
): readonly SheetRow[] {
  const words = unitWords(of, money)?.[lang] ?? "";
  const unit = lang === "zh" ? `单位：${words}` : `unit: ${words}`;
  if (pagesAcross(widths) > 1)
    return [
      [{ text: title, look: "titleLeft" }],
      [{ text: unit, look: "left" }, undefined, { text: under, look: "left" }],
    ];
  const between: SheetRow = Array.from({ length: widths.length - 2 });
  return [[{ text: title, look: "title" }], [{ text: under, look: "left" }, ...between, { text: unit, look: "right" }]];
}

/** Levels have no total, and some cells of the area table make no sense. */
function isShown({ rows, id }: Statement, results: Results<Decimal>, row: number, column: number): boolean {
  const spec = rows[row];
  if (spec === undefined) return false;
  if (id === "area") return spec.cells?.[column] != null;
  return column > 0 || results.hasTotal(spec.line);
}

function figureCell({ number, sum }: Figure, columns: number): SheetCell {
  if (sum === undefined) return number === undefined ? { text: MISSING } : { number };
  const formula = formulaText(sum, (cell) => ({
    row: TOP + 1 + Math.floor(cell / columns),
    column: FIRST + 1 + (cell % columns),
  }));
  if (number !== undefined) return { formula: formula.text, result: number };
  const known = `COUNT(${formula.cells.join(",")})=${sum.terms.length}`;
  return { formula: `IF(${known},${formula.text},"${MISSING}")`, result: MISSING };
}

/** Amounts and areas with separators, nothing as 0; ratios to four places, whole numbers as they are. */
function formatOf(unit: string, values: readonly (Decimal | undefined)[]): string {
  if (unit !== "1" && unit !== "household") return padded("#,##0.00");
  return padded(values.every((value) => value === undefined || value.isInteger()) ? "#,##0" : "#,##0.0000");
}

/** Nothing as 0, and a little room before the line at the right. */
const padded = (format: string): string => `${format}_ ;-${format}_ ;0_ `;

function widthAt(body: readonly SheetRow[], column: number, head: string): number {
  const longest = body.map((row) => numberWidth(row[column]));
  return Math.max(LEAST_WIDTH, widthOf(head) + 2, ...longest);
}

function numberWidth(cell: SheetCell | undefined): number {
  const value = cell?.number ?? cell?.result;
  if (typeof value !== "number") return 0;
  return value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 4 }).length + 2;
}
