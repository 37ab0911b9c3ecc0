import type { Prepared } from "../../../models/compile/prepare.ts";
import { loadPacks } from "../../../models/policy/load.ts";
import { conventionsInWords } from "../../board/conventions.ts";
import type { Lang } from "../../contract.ts";
import type { BookCell, BookRow, BookSheet } from "./book.ts";
import { SHEETS } from "./words.ts";

export interface ContentsFacts {
  readonly prepared: Prepared;
  /** Of the scenario shown. */
  readonly scenario: string;
  /** Titles of the scenarios that no cell of the workbook chooses. */
  readonly left: readonly string[];
  readonly revision: string;
  readonly version: string;
  readonly made: Date;
  readonly lang: Lang;
}

/** What the workbook is of, which sheets it has, how they are to be read and what no formula can carry. */
export function contentsSheet(facts: ContentsFacts, sheets: readonly string[]): BookSheet {
  const { prepared, scenario, left, revision, version, made, lang } = facts;
  const zh = lang === "zh";
  const { document } = prepared;
  const { packs } = loadPacks(document);
  const pair = (name: string, text: string): readonly BookCell[] => [{ text: name, style: "heading" }, { text }];
  const list = (name: string, texts: readonly string[]): readonly BookRow[] =>
    texts.map((text, i) => [i === 0 ? { text: name, style: "heading" } : undefined, { text }]);
  return {
    name: SHEETS.contents[lang],
    rows: [
      [{ text: document.project.name, style: "title" }],
      pair(zh ? "情景" : "scenario", scenario),
      ...list(zh ? "未列入的情景" : "scenarios left out", left),
      pair(zh ? "版本" : "revision", revision === "" ? (zh ? "未保存" : "not saved") : revision),
      pair(zh ? "出具时间" : "made", made.toISOString().replace(/\.\d+Z$/, "Z")),
      pair(zh ? "软件" : "program", `Pingheng ${version}`),
      ...list(
        zh ? "政策参数包" : "rule packs",
        packs.map(({ id, version: of, title }) => `${id} ${of} ${title[lang]}`),
      ),
      [],
      ...sheets.map(
        (name, i): BookRow => [
          i === 0 ? { text: zh ? "工作表" : "sheets", style: "heading" } : undefined,
          { text: name, link: name },
        ],
      ),
      [],
      ...list(zh ? "用法" : "how to read it", zh ? USE.zh : USE.en),
      [],
      ...list(zh ? "口径" : "conventions", conventionsInWords(prepared, lang)),
    ],
    widths: [16, 110],
  };
}

const USE = {
  zh: [
    "各计算格均为公式,附出具时的数值;打开时自动重算。蓝字黄底为可改的填写值。",
    "缺项的格为 #N/A,不按 0 计;依赖它的数也为 #N/A。",
    "计算期、计算周期、增减组成部分、贷款还款方式等决定有哪些行的选择不能在本表改,须在平衡中改后重新导出。",
    "盈亏平衡点由平衡反复重算求得;任一填写值改动后显示 #N/A(已过期),须在平衡中重新求解;把求解系数填为所用系数,“求解残差”即全表重算的残差。",
    "“结论与指标”中的数值检验只看数字;缺项、文件与附条件以出具时结论为准。",
    "打印:“输入”“计算”只印代码至数值各列,“核对”只印结论,“辅助”不印;要印各期,请改打印区域。附表另行导出。",
    "“核对”逐行比较本表重算与平衡记账引擎的数。",
  ],
  en: [
    "Every calculated cell is a formula with its value when made; it is calculated anew when opened. Blue on yellow may be changed.",
    "A missing value is #N/A and not 0, and so is what rests on it.",
    "The calendar, components and other choices that decide which lines exist cannot be changed here: change them in Pingheng and export again.",
    "Break-even points were searched for by working the model out again; once an entry is changed they are #N/A (out of date) and are to be searched for in Pingheng. With the factor found typed in as the factor used, the residual is what the whole workbook comes to.",
    "The tests among the results look at figures only; for what is missing, papers and conditions the verdict when made counts.",
    "Printed are the columns up to the values of inputs and lines, of the checks the result, of the auxiliary sheet nothing: change the print area for the periods. The tables to be filed are an export of their own.",
    "The checks compare every line as calculated here with the book of record.",
  ],
} as const;
