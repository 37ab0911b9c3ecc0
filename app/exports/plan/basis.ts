import { conventionsInWords } from "../../board/conventions.ts";
import { moneyWords } from "../tables/money.ts";
import type { PrintedTable } from "../tables/printed.ts";
import { printedText } from "../tables/sheet.ts";
import type { Block } from "../word/blocks.ts";
import { heading, items, type PlanFacts, sayIn } from "./facts.ts";
import { LANDSCAPE, printedBlocks } from "./printedTable.ts";

/** 口径与约定: what the figures rest on, and how they are printed. */
export function conventionBlocks({ prepared, lang, money }: PlanFacts): readonly Block[] {
  const say = sayIn(lang);
  const unit = moneyWords[money][lang];
  return [
    heading(1, say("口径与约定", "Conventions")),
    ...items([
      ...conventionsInWords(prepared, lang).map((text) => printedText(text, lang)),
      say(
        `表内金额、面积取两位小数,单位${unit}、㎡。合计按精确值四舍五入,尾差由余数最大的明细承担,表内各数相加与所列合计一致;几个合计共用同一明细时个别合计、以及同一项目在不同表中,可差一两个末位。`,
        `Amounts (${unit}) and areas of tables have two decimals. A total is rounded from what it is exactly and the parts with the largest remainders give way, so that printed figures add up; the same item may differ by a step or two in another table.`,
      ),
      say(
        "“–”为没有数值(缺项),不按0计;空格为该栏不适用。",
        "“–” means there is no value, which is not 0; an empty cell does not apply.",
      ),
      say(
        "全部数值取自测算文件的记账引擎;本文件不含公式,改动须在测算文件中进行后重新出具。",
        "All figures are those of the book of record; this file has no formulas, and changes are made in the model and the plan made again.",
      ),
    ]),
  ];
}

/** 附表: the standard tables, all rows and years. */
export function annexBlocks(facts: PlanFacts): readonly Block[] {
  const { tables, lang } = facts;
  const say = sayIn(lang);
  return [
    { kind: "annex", level: 1, text: say("附表", "Standard tables") },
    ...tables.flatMap((table) => annexTable(table, 2, facts)),
  ];
}

/** One standard table with all its rows and years, and its notes. */
export function annexTable(table: PrintedTable, level: 1 | 2, facts: PlanFacts): readonly Block[] {
  const { lang } = facts;
  return [
    { kind: "annex", level, text: `${table.no} ${table.title}` },
    ...printedBlocks(table, { pages: LANDSCAPE }, facts),
    ...table.statement.notes.map(
      (note, at): Block => ({
        kind: "paragraph",
        look: "note",
        text: `${at === 0 ? sayIn(lang)("注:", "Note: ") : ""}${printedText(note[lang], lang)}`,
      }),
    ),
  ];
}
