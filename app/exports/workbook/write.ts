import { type Cell, type CellStyle, type SheetChart, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Book, BookCell, BookChart, BookSheet } from "./book.ts";
import { printTitles } from "./printTitles.ts";
import { FONT, type StyleName, styles } from "./styles.ts";

/** Longest formula and text Excel takes. */
const FORMULA_MAX = 8192;
const TEXT_MAX = 32_767;

/** A workbook as the bytes of an .xlsx file; it is recalculated when it is opened. */
export async function writeBook({ title, sheets, names, made }: Book): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: [
      ...names.map(({ name, range, comment }) => ({
        name,
        range,
        ...(comment === undefined ? {} : { comment }),
      })),
      ...sheets.flatMap(({ name, frozen }) => (frozen === undefined ? [] : [printTitles(name, frozen.rows)])),
    ],
    properties: { title, creator: "Pingheng", created: made, modified: made },
    defaultFont: FONT,
  });
}

function sheetOf({ name, rows, widths, frozen, charts, isWide }: BookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const columns = Math.max(widths.length, ...rows.map((row) => row.length));
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== undefined) cells.set(`${r},${c}`, cellOf(cell));
    });
  });
  return {
    name,
    cells,
    columns: Array.from({ length: columns }, (_, i) => ({ width: widths[i] ?? widths.at(-1) ?? 12 })),
    ...(frozen === undefined ? {} : { freezePane: frozen }),
    ...(charts === undefined ? {} : { charts: charts.map(chartOf) }),
    pageSetup: {
      paperSize: "a3",
      orientation: "landscape",
      ...(isWide === true ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    },
  };
}

function cellOf({ text, number, formula, result, style, link, format }: BookCell): Partial<Cell> {
  const look = lookOf(style, format);
  const dressed = look === undefined ? {} : { style: look };
  if (formula !== undefined) {
    if (formula.length > FORMULA_MAX)
      throw new Error(`a formula of ${formula.length} characters: ${formula.slice(0, 80)}`);
    return { formula, ...(result === undefined ? {} : { formulaResult: result }), ...dressed };
  }
  if (link !== undefined)
    return { value: text ?? link, hyperlink: { target: "", location: `'${link}'!A1` }, ...dressed };
  return { value: number ?? text?.slice(0, TEXT_MAX) ?? null, ...dressed };
}

const looks = new Map<string, CellStyle>();

/** One object for each look: there are few, and cells by the hundred thousand. */
function lookOf(style: StyleName | undefined, format: string | undefined): CellStyle | undefined {
  if ((style === undefined || style === "plain") && format === undefined) return undefined;
  const key = `${style ?? ""} ${format ?? ""}`;
  const known = looks.get(key);
  if (known !== undefined) return known;
  const look = { ...(style === undefined ? {} : styles[style]), ...(format === undefined ? {} : { numFmt: format }) };
  looks.set(key, look);
  return look;
}

function chartOf({ title, kind, series, from, to }: BookChart): SheetChart {
  return {
    type: kind,
    title,
    series: series.map(({ name, values, categories }) => ({ name, values, categories })),
    anchor: { from, to },
  } as SheetChart;
}
