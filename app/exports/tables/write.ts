import { type Cell, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { Lang } from "../../contract.ts";
import { printTitles } from "../workbook/printTitles.ts";
import { contentOf, placed } from "../workbook/xlsxCells.ts";
import { FONTS, styleOf } from "./looks.ts";
import { type PrintedBook, type PrintedSheet, pagesAcross, type SheetCell } from "./sheet.ts";

/** Inches. */
const MARGINS = { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 };

/** Printed tables as the bytes of an .xlsx file. */
export async function writePrinted({ title, sheets, made }: PrintedBook, lang: Lang): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetOf(sheet, lang)),
    namedRanges: sheets.map(({ name, heading }) => printTitles(name, heading.rows, heading.columns > 0 ? "$A:$B" : "")),
    properties: { title, creator: "Pingheng", created: made, modified: made },
    defaultFont: FONTS[lang],
  });
}

function sheetOf({ name, rows, widths, heights, merged, heading }: PrintedSheet, lang: Lang): WriteSheet {
  return {
    name,
    cells: placed(rows, (cell) => cellOf(cell, lang)),
    columns: widths.map((one) => ({ width: one })),
    rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])),
    merges: merged.map(({ row, from, columns }) => ({
      startRow: row,
      endRow: row,
      startCol: from,
      endCol: from + columns - 1,
    })),
    freezePane: heading,
    pageSetup: {
      paperSize: "a3",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: pagesAcross(widths),
      fitToHeight: 0,
      margins: MARGINS,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: lang === "zh" ? "&C第 &P 页 共 &N 页" : "&Cpage &P of &N" },
  };
}

function cellOf({ look = "left", indent, format, ...content }: SheetCell, lang: Lang): Partial<Cell> {
  const style = { ...styleOf(look, lang, indent), ...(format === undefined ? {} : { numFmt: format }) };
  return { ...contentOf(content), style };
}
