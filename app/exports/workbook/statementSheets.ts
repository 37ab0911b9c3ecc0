import type { Decimal } from "decimal.js";
import type { Statement } from "../../../models/statements/tables/read.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import type { CellFormulas } from "./cells.ts";
import { lookOf } from "./look.ts";
import { SHEETS } from "./words.ts";

/** Longest name of a sheet, and what it cannot hold. */
const NAME_MAX = 31;
const UNFIT = /[\\/?*[\]:']/g;

/** Each standard table by statement year on a sheet of its own; every figure is a formula on the lines. */
export function statementSheets(
  statements: readonly Statement[],
  cells: CellFormulas,
  lang: Lang,
): readonly BookSheet[] {
  const taken = new Set(Object.values(SHEETS).map((name) => name[lang].toLowerCase()));
  return statements.map((statement) => {
    const name = sheetName(statement.title[lang], taken);
    taken.add(name.toLowerCase());
    return { name, ...tableOf(statement, cells, lang), widths: [7, 34, 10, 16], frozen: { rows: 2, columns: 3 } };
  });
}

/** A title as the name of a sheet that is not taken yet, in lower case. */
export function sheetName(title: string, taken: ReadonlySet<string>): string {
  const base = title.replace(UNFIT, " ").slice(0, NAME_MAX);
  for (let n = 2, name = base; ; n += 1) {
    if (!taken.has(name.toLowerCase())) return name;
    name = `${base.slice(0, NAME_MAX - 3)} ${n}`;
  }
}

function tableOf({ title, columns, rows, notes }: Statement, cells: CellFormulas, lang: Lang): Pick<BookSheet, "rows"> {
  const head = [
    "",
    lang === "zh" ? "项目" : "item",
    lang === "zh" ? "单位" : "unit",
    ...columns.map(({ label }) => label[lang]),
  ];
  const body = rows.map(({ no, label, line, cells: own, level, unit, values }): BookRow => {
    const style = level === 0 ? ("sum" as const) : ("plain" as const);
    const figure = (formula: string | undefined, value: Decimal | null | undefined): BookCell | undefined =>
      formula === undefined
        ? undefined
        : { formula, ...(value == null ? {} : { result: value.toNumber() }), style, format: lookOf(unit, line).format };
    const formulaAt = (column: number): string | undefined => {
      if (own !== undefined) return own[column] == null ? undefined : cells.scalar(own[column]);
      return column === 0 ? cells.total(line) : cells.year(line, column - 1);
    };
    return [
      { text: no, style },
      { text: `${"  ".repeat(level)}${label[lang]}`, style },
      { text: lookOf(unit, line).unit[lang], style: "note" },
      ...columns.map((_, column) => figure(formulaAt(column), values[column])),
    ];
  });
  return {
    rows: [
      [{ text: title[lang], style: "title" }],
      head.map((text): BookCell => ({ text, style: "head" })),
      ...body,
      [],
      ...notes.map((note): readonly BookCell[] => [{ text: note[lang], style: "note" }]),
    ],
  };
}
