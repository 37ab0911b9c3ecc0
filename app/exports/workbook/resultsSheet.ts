import type { Decimal } from "decimal.js";
import type { Trust } from "../../../models/checks/trust/index.ts";
import type { Verdict } from "../../../models/checks/verdicts/verdict.ts";
import type { Lang } from "../../contract.ts";
import type { Results } from "../../model/results.ts";
import { conditionsOf } from "../../model/trust.ts";
import { isInPercent } from "../plan/quantity.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import type { CellFormulas } from "./cells.ts";
import { lookOf } from "./look.ts";
import { ratioFormat } from "./styles.ts";
import { SHEETS } from "./words.ts";

/** Where the count of entries changed since stands, and that there is none. */
const CHANGED = "$C$3";
const UNCHANGED = `${CHANGED}=0`;

/** Whether no entry was changed since the workbook was made, for formulas on other sheets. */
export const unchanged = (lang: Lang): string => `${SHEETS.results[lang]}!${UNCHANGED}`;

/** A test is 1 where it is met and 0 where it is not. */
const MET = 0.5;

const MARKS = { met: "✓", missed: "✗", none: "–" } as const;

/** Verdicts and indicators: figures live, and beside each verdict what was found when the workbook was made, which no formula can tell. */
export function resultsSheet(
  { verdicts, indicators, values }: Results<Decimal>,
  trust: Trust,
  cells: CellFormulas,
  changed: string,
  lang: Lang,
): BookSheet {
  const zh = lang === "zh";
  const heads = (texts: readonly string[]): BookRow => texts.map((text): BookCell => ({ text, style: "head" }));
  return {
    name: SHEETS.results[lang],
    rows: [
      [{ text: SHEETS.results[lang], style: "title" }],
      [
        {
          text: zh
            ? "差额与数值检验随填写值重算;缺项、文件、审查条件不能用公式判断,以“出具时结论”为准,改动后须在平衡中重新审查。"
            : "Margins and tests follow the entries; what is missing, papers and conditions no formula can judge: there the verdict when made counts, and a changed file has to be reviewed again.",
          style: "note",
        },
      ],
      [
        { text: zh ? "出具后改动的填写值" : "entries changed since it was made", style: "heading" },
        undefined,
        { formula: changed, result: 0, format: "#,##0" },
      ],
      heads(
        zh
          ? ["编号", "结论", "差额", "单位", "数值检验", "出具时结论", "出具时说明", "定义"]
          : ["no.", "verdict", "margin", "unit", "test", "when made", "said when made", "definition"],
      ),
      ...verdicts.map((verdict) => verdictRow(verdict, trust, { cells, values }, lang)),
      [],
      heads(
        zh
          ? ["代码", "指标", "数值", "单位", "", "", "出具时说明"]
          : ["id", "indicator", "value", "unit", "", "", "note when made"],
      ),
      ...indicators.map(({ id, label, unit, value, note }): BookRow => {
        const none = note?.[lang] ?? MARKS.none;
        const formula = cells.scalar(id);
        const shown =
          formula === undefined
            ? undefined
            : value === null
              ? `IFERROR(${formula},IF(${UNCHANGED},${quoted(none)},${quoted(`${MARKS.none}${made(none, zh)}`)}))`
              : `IFERROR(${formula},IF(${UNCHANGED},"${MARKS.none}",${quoted(`${MARKS.none}${again(zh)}`)}))`;
        return [
          { text: id, style: "code" },
          { text: label[lang] },
          shown === undefined
            ? { text: none }
            : {
                formula: shown,
                result: value === null ? none : value.toNumber(),
                format: shownAs(unit, id, value?.toNumber()),
              },
          { text: lookOf(unit, id).unit[lang], style: "note" },
          undefined,
          undefined,
          ...(note === undefined || value === null ? [] : [{ text: note[lang], style: "note" } satisfies BookCell]),
        ];
      }),
    ],
    widths: [36, 44, 20, 14, 10, 16, 60, 70],
    frozen: { rows: 1, columns: 2 },
  };
}

function verdictRow(
  { id, title, definition, pass, unit, message }: Verdict,
  trust: Trust,
  { cells, values }: { readonly cells: CellFormulas; readonly values: Results<Decimal>["values"] },
  lang: Lang,
): BookRow {
  const [marginAt, testAt] = [cells.scalar(`verdict.${id}.margin`), cells.scalar(`verdict.${id}.test`)];
  const [margin, test] = [values.scalar(`verdict.${id}.margin`), values.scalar(`verdict.${id}.test`)];
  const tested = test === undefined ? MARKS.none : test.greaterThan(MET) ? MARKS.met : MARKS.missed;
  const onCondition = pass === true && conditionsOf(trust, id).length > 0;
  const mark = pass === null ? MARKS.none : pass ? MARKS.met : MARKS.missed;
  const condition = lang === "zh" ? "(附条件)" : " (on condition)";
  return [
    { text: id },
    { text: title[lang] },
    marginAt === undefined
      ? undefined
      : {
          formula: `IFERROR(${marginAt},"${MARKS.none}")`,
          result: margin?.toNumber() ?? MARKS.none,
          format: shownAs(unit ?? "1", id, margin?.toNumber()),
        },
    { text: unit === undefined ? "" : lookOf(unit, id).unit[lang], style: "note" },
    testAt === undefined
      ? undefined
      : {
          formula: `IF(ISERROR(${testAt}),"${MARKS.none}",IF(${testAt}>${MET},"${MARKS.met}","${MARKS.missed}"))`,
          result: tested,
        },
    { text: `${mark}${onCondition ? condition : ""}`, ...(pass === false ? { style: "bad" as const } : {}) },
    { text: message[lang], style: "wrapped" },
    { text: definition[lang], style: "wrapped" },
  ];
}

const shownAs = (unit: string, id: string, value: number | undefined): string =>
  unit === "1" && !isInPercent(id) ? ratioFormat(value) : lookOf(unit, id).format;

/** After a change no formula can tell the reason: what it was when made is said as that. */
const made = (none: string, zh: boolean): string => {
  if (none === MARKS.none) return "";
  return zh ? `(出具时:${none})` : ` (when made: ${none})`;
};

const again = (zh: boolean): string =>
  zh ? "(改动后无值,须在平衡中重算)" : " (none after the change: work it out in Pingheng)";

/** A text inside a formula. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""').slice(0, 250)}"`;
