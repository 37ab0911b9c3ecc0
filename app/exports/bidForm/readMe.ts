import type { ModelDocument } from "../../../models/document/schema.ts";
import { moneyWords } from "../tables/money.ts";
import { printedText } from "../tables/sheet.ts";
import type { BookRow, BookSheet } from "../workbook/book.ts";
import type { BidOrigin } from "./carried.ts";
import { BID_SHEETS } from "./grids.ts";

/** What the form is of, and how it is filled in and handed back. */
export function bidReadMe(
  { project }: ModelDocument,
  { lang, money, notice, number, version }: BidOrigin,
  made: Date,
  sheets: readonly string[],
): BookSheet {
  const zh = lang === "zh";
  const pair = (name: string, told: string): BookRow => [
    { text: name, style: "heading" },
    { text: told, style: "wrapped" },
  ];
  return {
    name: BID_SHEETS.readMe[lang],
    rows: [
      [{ text: zh ? `${project.name} 投标报价表` : `${project.name}: bid form`, style: "title" }],
      pair(zh ? "招标编号" : "tender", number === "" ? "–" : number),
      pair(zh ? "金额单位" : "amounts in", moneyWords[money][lang]),
      pair(zh ? "招标文件摘要" : "notice", notice),
      pair(zh ? "出具时间" : "made", made.toISOString().replace(/\.\d+Z$/, "Z")),
      pair(zh ? "软件" : "program", `Pingheng ${version}`),
      [],
      ...HOW[lang].map(
        (told, i): BookRow => [
          i === 0 ? { text: zh ? "填法" : "filling it in", style: "heading" } : undefined,
          { text: printedText(told, lang), style: "wrapped" },
        ],
      ),
      [],
      ...sheets.map(
        (name, i): BookRow => [
          i === 0 ? { text: zh ? "工作表" : "sheets", style: "heading" } : undefined,
          { text: name, link: name },
        ],
      ),
    ],
    widths: [16, 100],
  };
}

const HOW = {
  zh: [
    "黄底蓝字为填写处,其余勿改;不要合并单元格、改动或移动表头、重命名工作表。",
    "空格即未报,不按 0 计;报 0 的填 0。单价一律按元填写,其余金额按上列金额单位。",
    "只填数,不写单位、不写公式;由公式得出的请选择性粘贴为数值。比率按百分数填写,如 7%。",
    "“逐年”表:各年相同的填“各年相同”一格,逐年不同的填各年;自报收入可选用业主预测。",
    "招标文件没有列出的项目不能增加;收入分成、一次性投入、联合体、偏离等表可自行加行。",
    "填好后保存为 .xlsx 交回;招标文件澄清或修改后,请使用新的报价表。",
  ],
  en: [
    "Blue on yellow is to be filled in, all else to be left alone: no merged cells, no headings changed or moved, no sheets renamed.",
    "An empty cell is not offered and not 0. Prices of one unit are in yuan, all other amounts in the unit above.",
    "Numbers only, without units and formulas; what a formula gave is pasted as a value. Rates are typed in per cent, such as 7%.",
    "Years: the same in all years goes into the first column, otherwise each year into its own; for own revenue the owner's forecast may be taken.",
    "Nothing can be added to what the notice lists; shares, capital, members of a consortium, deviations and the like have rows of your own.",
    "Save it as .xlsx and hand it back; after a clarification of the notice use the new form.",
  ],
} as const;
