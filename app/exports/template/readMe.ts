import type { ModelDocument } from "../../../models/document/schema.ts";
import { moneyWords } from "../tables/money.ts";
import { printedText } from "../tables/sheet.ts";
import type { BookCell, BookRow, BookSheet } from "../workbook/book.ts";
import type { Origin } from "./carried.ts";
import { MARKS } from "./kinds.ts";
import { TEMPLATE_SHEETS } from "./words.ts";

/** Where the unit of money stands. */
export const UNIT_AT = { row: 3, column: 2 } as const;

/** What the template is of, how it is filled in and read back, and which sheets it has. */
export function readMeSheet(
  { project }: ModelDocument,
  origin: Origin,
  scenario: string,
  made: Date,
  sheets: readonly string[],
): BookSheet {
  const { lang, money, document, version, isPart } = origin;
  const zh = lang === "zh";
  const pair = (name: string, said: string): BookRow => [
    { text: name, style: "heading" },
    { text: said, style: "wrapped" },
  ];
  const list = (name: string, texts: readonly string[]): readonly BookRow[] =>
    texts.map(
      (said, i): BookRow => [
        i === 0 ? { text: name, style: "heading" } : undefined,
        { text: printedText(said, lang), style: "wrapped" },
      ],
    );
  return {
    name: TEMPLATE_SHEETS.readMe[lang],
    rows: [
      [{ text: project.name, style: "title" }],
      pair(zh ? "情景" : "scenario", scenario),
      pair(zh ? "金额单位" : "amounts in", moneyWords[money][lang]),
      pair(zh ? "出具时间" : "made", made.toISOString().replace(/\.\d+Z$/, "Z")),
      pair(zh ? "软件" : "program", `Pingheng ${version}`),
      pair(zh ? "文件摘要" : "document", document),
      [],
      ...list(zh ? "填法" : "filling it in", zh ? HOW_ZH : HOW_EN),
      ...list(zh ? "读回" : "reading it back", [zh ? BACK.zh : BACK.en]),
      ...list(zh ? "随附" : "carried along", [isPart ? LEFT_OUT[lang] : CARRIED[lang]]),
      [],
      ...sheets.map((name, i): BookRow => {
        const cell: BookCell = { text: name, link: name };
        return [i === 0 ? { text: zh ? "工作表" : "sheets", style: "heading" } : undefined, cell];
      }),
    ],
    widths: [16, 110],
  };
}

const HOW_ZH: readonly string[] = [
  "黄底蓝字为填写处,其余勿改;不要合并单元格、改动或移动表头、重命名工作表。",
  "空格即缺项,不按 0 计;必填而空着的标“待填”。没有发生的填 0。",
  "只填数,不写单位、不写公式;由公式得出的请选择性粘贴为数值。百分比按百分数填写,如 7%。",
  "月份填该月任一天或 2027-03;也可随阶段,如 build.end+12(阶段代码、start 或 end、加减月数)。",
  "有下拉的从下拉中选;“代码词”写字母、汉字、数字与下划线。",
  `事项记录不需要时写“${MARKS.unneeded.zh}理由”;来源列写文件名称,尚未证实的写“${MARKS.assumed.zh}出处”。`,
  `“${MARKS.formula.zh}”开头的是平衡的公式,不能在表中修改;改填数值即取代公式。`,
];
const HOW_EN: readonly string[] = [
  "Blue on yellow is to be filled in, all else to be left alone: no merged cells, no headings changed or moved, no sheets renamed.",
  "An empty cell is missing and not 0; what is needed and empty says “to fill in”. Nothing is 0.",
  "Numbers only, without units and formulas; what a formula gave is pasted as a value. Rates are typed in per cent, such as 7%.",
  "A month is any day of it, or 2027-03; it may follow a phase, such as build.end+12 (id of the phase, start or end, months).",
  "Where there is a drop-down, choose from it; a word is letters, digits and underscores.",
  `Where no record is needed write “${MARKS.unneeded.en}the ground”; a source is the name of the paper, or “${MARKS.assumed.en}where it is from”.`,
  `What begins with “${MARKS.formula.en.trim()}” is a formula of Pingheng and cannot be changed here; a number takes its place.`,
];
const BACK = {
  zh: "在平衡中“从 Excel 导入”,或 pingheng import 本文件 -o 新文件.pingheng。有一处错误即不写入,各处错误按工作表与单元格列出。",
  en: "In Pingheng: Import from Excel; or: pingheng import THIS -o NEW.pingheng. With one fault nothing is written; faults are listed by sheet and cell.",
};
const CARRIED = {
  zh: "本文件在隐藏的工作表中带有整份模型(含未列出的记录、情景、批注),读回时以它为底。不宜外传的,请勿外发本文件。",
  en: "A hidden sheet carries the whole model (records, scenarios and remarks that are not shown, too), on which it is read back. Do not send this file to whom the model is not for.",
};
const LEFT_OUT = {
  zh: "模型含比选内容,只随附各表所列的值,供读回时分清哪些格改过;读回时须指明原文件。",
  en: "The model holds a tender: only what the sheets show is carried along, to tell what was changed in them. Reading it back takes the file it is of.",
};
