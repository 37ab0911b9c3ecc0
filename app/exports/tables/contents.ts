import type { Lang } from "../../contract.ts";
import { type MoneyUnit, moneyWords } from "./money.ts";
import { heightOf, type PrintedSheet, printedText, type SheetRow } from "./sheet.ts";

export interface ContentsFacts {
  readonly project: string;
  readonly scenario: string;
  readonly revision: string;
  readonly version: string;
  readonly made: Date;
  readonly money: MoneyUnit;
  readonly conventions: readonly string[];
  readonly lang: Lang;
}

export const CONTENTS: Readonly<Record<Lang, string>> = { zh: "目录", en: "Contents" };

const WIDTHS = [10, 100];

/** The first sheet: of what the tables are, which there are, and how their figures are to be read. */
export function contentsSheet(
  facts: ContentsFacts,
  tables: readonly { readonly name: string; readonly no: string; readonly title: string }[],
): PrintedSheet {
  const { lang, conventions } = facts;
  const zh = lang === "zh";
  const said: readonly string[] = [...factLines(facts), ""].map((text) => printedText(text, lang));
  const points = [...pointsOf(facts), ...conventions].map((text) => printedText(text, lang));
  const rows: readonly SheetRow[] = [
    [{ text: facts.project, look: "title" }],
    ...said.map((text): SheetRow => [{ text, look: "left" }]),
    [
      { text: zh ? "表号" : "table", look: "head" },
      { text: zh ? "名称" : "title", look: "head" },
    ],
    ...tables.map(
      ({ name, no, title }): SheetRow => [
        { text: no, look: "no" },
        { text: title, look: "item", link: name },
      ],
    ),
    [],
    [{ text: zh ? "编制说明" : "How to read them", look: "heading" }],
    ...points.map((text, i): SheetRow => [{ text: `${i + 1}. ${text}`, look: "note" }]),
  ];
  const width = WIDTHS.reduce((sum, one) => sum + one, 0);
  const first = rows.length - points.length;
  return {
    name: CONTENTS[lang],
    rows,
    widths: WIDTHS,
    heights: new Map([[0, 34], ...points.map((text, i) => [first + i, heightOf(`${i + 1}. ${text}`, width)] as const)]),
    merged: [0, ...points.map((_, i) => first + i)].map((row) => ({ row, from: 0, columns: WIDTHS.length })),
    heading: { rows: 1, columns: 0 },
  };
}

function factLines({ scenario, revision, version, made, money, lang }: ContentsFacts): readonly string[] {
  const zh = lang === "zh";
  const day = made.toISOString().slice(0, 10);
  return [
    zh ? `情景:${scenario}` : `Scenario: ${scenario}`,
    zh ? `金额单位:${moneyWords[money].zh}` : `Amounts in ${moneyWords[money].en}`,
    zh ? `出具:${day},平衡 ${version}` : `Made: ${day}, Pingheng ${version}`,
    ...(revision === ""
      ? [zh ? "文件版本:未保存的改动" : "Revision: changes not saved"]
      : [zh ? `文件版本:${revision}` : `Revision: ${revision}`]),
  ];
}

function pointsOf({ money, lang }: ContentsFacts): readonly string[] {
  const last = "0.01";
  const unit = moneyWords[money][lang];
  return lang === "zh"
    ? [
        "合计、小计、差额、累计、期初和勾稽为公式,其余各行为测算结果的数值。改动数值只带动本表之内的公式;各表之间、输入与结果之间的公式见“公式可重算的工作簿”。",
        `金额、面积取两位小数。合计按精确值四舍五入,差额(尾差)由余数最大的明细承担,表内各数相加与所列合计完全一致;明细与精确值相差不到${last}${unit}(面积0.01㎡),几个合计共用同一明细时个别合计、以及同一项目在不同表中,可差一两个末位。`,
        "“–”为没有数值(缺项),不按0计;空格为该栏不适用。勾稽行应为0。",
        "本册不含结论与审查意见;未计入的款项和期末未了事项各有专表。",
      ]
    : [
        "Totals, subtotals, differences, cumulative and opening amounts and checks are formulas; the other rows are results as numbers. A changed number moves the formulas of its own table only; formulas between tables and from inputs to results are in the workbook with live formulas.",
        `Amounts and areas have two decimals. A total is rounded from what it is exactly and the parts with the largest remainders give way, so that printed figures add up to the printed total; a part is off by less than ${last} (${unit}; areas 0.01 ㎡), where totals share a part one of them may be off by a step or two, and so may the same item in another table.`,
        "“–” means there is no value (something is missing), which is not 0; an empty cell does not apply. Checks are to be 0.",
        "Verdicts and findings of the review are not in here; what is not counted and what is open at the end have tables of their own.",
      ];
}
