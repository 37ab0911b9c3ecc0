import type { Decimal } from "decimal.js";
import type { Frame } from "../../../models/results/frame.ts";
import type { Results } from "../../../models/results/results.ts";
import type { Lang } from "../../contract.ts";
import { CASH_LINES } from "../cashLines.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import type { CellFormulas } from "./cells.ts";
import { lettersOf } from "./columns.ts";
import { formatOf } from "./styles.ts";
import { SHEETS } from "./words.ts";

/** Row of the names of the years, and columns from the first of them. */
const YEARS_ROW = 3;
const FIRST = 3;
const CHART_ROWS = 20;

/** Money in and out by statement year and what is left, drawn from formulas on the lines. */
export function chartSheet(values: Results<Decimal>, frame: Frame, cells: CellFormulas, lang: Lang): BookSheet {
  const name = SHEETS.charts[lang];
  const shown = CASH_LINES.filter(({ id }) => values.has(id));
  const last = lettersOf(FIRST + frame.years.length - 1);
  const range = (row: number): string => `${name}!$${lettersOf(FIRST)}$${row}:$${last}$${row}`;
  const rows = shown.map(
    (line): BookRow => [
      { text: line.id, style: "code" },
      { text: line[lang] },
      ...frame.years.map((_, position): BookCell => {
        const formula = cells.year(line.id, position);
        const result = values.year(line.id, position)?.toNumber();
        return { formula: formula ?? "NA()", ...(result === undefined ? {} : { result }), format: formatOf("CNY") };
      }),
    ],
  );
  const seriesOf = (ids: readonly string[]) =>
    shown.flatMap((line, i) =>
      ids.includes(line.id)
        ? [{ name: line[lang], values: range(YEARS_ROW + 1 + i), categories: range(YEARS_ROW) }]
        : [],
    );
  const below = YEARS_ROW + shown.length + 1;
  const chart = (title: string, kind: "line" | "column", at: number, ids: readonly string[]) => ({
    title,
    kind,
    series: seriesOf(ids),
    from: { row: at, col: 1 },
    to: { row: at + CHART_ROWS, col: 10 },
  });
  return {
    name,
    rows: [
      [{ text: name, style: "title" }],
      [{ text: lang === "zh" ? "单位:元" : "unit: yuan", style: "note" }],
      [undefined, undefined, ...frame.years.map(({ name: year }): BookCell => ({ text: year[lang], style: "head" }))],
      ...rows,
    ],
    widths: [20, 30, 16],
    charts: [
      chart(lang === "zh" ? "各年资金流入与流出" : "Cash in and out by year", "column", below, [
        CASH_LINES[0].id,
        CASH_LINES[1].id,
      ]),
      chart(CASH_LINES[2][lang], "line", below + CHART_ROWS + 1, [CASH_LINES[2].id]),
    ],
  };
}
