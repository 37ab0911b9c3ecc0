import type { Decimal } from "decimal.js";
import { ZERO } from "../../../models/engines/arithmetic/decimal.ts";
import type { GraphLine } from "../../../models/language/graph.ts";
import { MONEY_TIE } from "../../../models/operations/ties.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import type { LineBook } from "./lineSheets.ts";
import type { Plan } from "./plan.ts";
import { formatOf } from "./styles.ts";
import { HEADS, SHEETS } from "./words.ts";

/** Rows above the first line checked. */
const HEAD = 5;
/** Money to the fen, everything else to this share of it. */
const RELATIVE = 1e-8;

/** What the book of record has of every calculated line beside what the spreadsheet makes of it: as made, nothing differs. */
export function checksSheet({ lines }: Plan, book: LineBook): BookSheet {
  const { lang } = book;
  const zh = lang === "zh";
  const checked = lines.flatMap((row) => ("line" in row ? [row.line] : []));
  const [first, last] = [HEAD + 1, HEAD + checked.length];
  const count = `SUM(F${first}:F${last})`;
  const [same, differ] = zh ? ["全部一致", "行不同"] : ["all the same", "lines differ"];
  const heads = [
    HEADS.id[lang],
    HEADS.name[lang],
    zh ? "账本" : "book of record",
    zh ? "本表重算" : "this workbook",
    zh ? "差" : "difference",
    zh ? "不同" : "differs",
  ];
  return {
    name: SHEETS.checks[lang],
    rows: [
      [{ text: SHEETS.checks[lang], style: "title" }],
      [
        {
          text: zh
            ? "账本列为出具时平衡记账引擎的数(各期之和;有缺数的行为有数的期数);改动填写值后,差即改动的影响。"
            : "The book of record is what Pingheng had when this was made (sums over the periods; of lines with gaps the number of values). After a change, differences are its effect.",
          style: "note",
        },
      ],
      [
        { text: zh ? "结论" : "result", style: "heading" },
        { formula: `IF(${count}=0,"${same}",${count}&" ${differ}")`, result: same },
      ],
      [],
      heads.map((text): BookCell => ({ text, style: "head" })),
      ...checked.map((line, i) => checkRow(line, HEAD + 1 + i, book)),
    ],
    widths: [30, 34, 20, 20, 14, 8],
    printed: { columns: heads.length, rows: HEAD },
    frozen: { rows: HEAD, columns: 2 },
  };
}

function checkRow(line: GraphLine, row: number, book: LineBook): BookRow {
  const { places, lang } = book;
  const { index, unit } = line;
  const { recorded, isCount } = recordedOf(line, book);
  const cells = line.axis === "scalar" ? places.value(index, "") : places.row(index, "");
  const live = isCount ? `COUNT(${cells})` : `SUM(${cells})`;
  const tie = unit === "CNY" && !isCount ? String(2 * MONEY_TIE) : `${RELATIVE}*MAX(1,ABS(C${row}))`;
  const number = recorded.toNumber();
  const format = isCount ? "#,##0" : formatOf(unit);
  return [
    { text: line.id, style: "code" },
    { text: line.label[lang] },
    { number, format },
    { formula: live, result: number, format },
    { formula: `D${row}-C${row}`, result: 0, format },
    { formula: `IF(ISERROR(E${row}),1,IF(ABS(E${row})<=${tie},0,1))`, result: 0 },
  ];
}

/** Its sum, or how many values it has where some are missing. */
function recordedOf(
  { index, axis }: GraphLine,
  { evaluation }: LineBook,
): { readonly recorded: Decimal; readonly isCount: boolean } {
  const isBroken = evaluation.graph.broken.has(index);
  const values = isBroken ? [] : axis === "scalar" ? [evaluation.scalar(index)] : evaluation.series(index);
  const known = values.filter((value) => value !== undefined);
  if (isBroken || known.length < values.length) return { recorded: ZERO.plus(known.length), isCount: true };
  return { recorded: known.reduce((sum, value) => sum.plus(value), ZERO), isCount: false };
}
