import {
  type Cell,
  type CellStyle,
  type DataValidation,
  type SheetChart,
  type WriteSheet,
  writeXlsx,
} from "hucre/xlsx";
import type { Book, BookCell, BookChart, BookSheet } from "./book.ts";
import { printArea, printTitles } from "./printTitles.ts";
import { FONT, type StyleName, styles } from "./styles.ts";
import { withTails } from "./tails.ts";
import { widthsOf } from "./widths.ts";
import { contentOf, placed } from "./xlsxCells.ts";

/** A workbook as the bytes of an .xlsx file; it is recalculated when it is opened. */
export async function writeBook(book: Book): Promise<Uint8Array> {
  const { title, sheets, names, made } = book;
  const bytes = await writeXlsx({
    sheets: sheets.map(sheetOf),
    namedRanges: [
      ...names.map(({ name, range, comment }) => ({
        name,
        range,
        ...(comment === undefined ? {} : { comment }),
      })),
      ...sheets.flatMap(({ name, frozen }) => (frozen === undefined ? [] : [printTitles(name, frozen.rows)])),
      ...sheets.flatMap(({ name, printed, rows }) =>
        printed === undefined ? [] : [printArea(name, printed.columns, printed.rows ?? rows.length)],
      ),
    ],
    properties: { title, creator: "Pingheng", created: made, modified: made },
    defaultFont: FONT,
  });
  return withTails(bytes, book);
}

function sheetOf(sheet: BookSheet): WriteSheet {
  const { name, rows, frozen, charts, heights, choices, isWide, isHidden } = sheet;
  return {
    name,
    cells: placed(rows, cellOf),
    columns: widthsOf(sheet).map((width) => ({ width })),
    ...(frozen === undefined ? {} : { freezePane: frozen }),
    ...(charts === undefined ? {} : { charts: charts.map(chartOf) }),
    ...(heights === undefined ? {} : { rowDefs: new Map([...heights].map(([row, height]) => [row, { height }])) }),
    ...(choices === undefined ? {} : { dataValidations: choices.map(choiceOf) }),
    ...(isHidden === true ? { veryHidden: true } : {}),
    pageSetup: {
      paperSize: "a3",
      orientation: "landscape",
      ...(isWide === true ? {} : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
    },
  };
}

function cellOf({ style, format, ...content }: BookCell): Partial<Cell> {
  const look = lookOf(style, format);
  return { ...contentOf(content), ...(look === undefined ? {} : { style: look }) };
}

/** A drop-down advises: what is typed all the same is judged when the sheet is read. */
const choiceOf = ({ range, source }: NonNullable<BookSheet["choices"]>[number]): DataValidation => ({
  type: "list",
  formula1: source,
  allowBlank: true,
  errorStyle: "warning",
  showErrorMessage: true,
  range,
});

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
