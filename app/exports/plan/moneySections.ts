import type { Block } from "../word/blocks.ts";
import { verdictSentences } from "./answers.ts";
import { cashChart } from "./charts.ts";
import { heading, type PlanFacts, paragraph, sayIn } from "./facts.ts";
import { type Excerpt, PORTRAIT, printedBlocks } from "./printedTable.ts";

interface Section {
  readonly zh: string;
  readonly en: string;
  /** Tests of balance that are about it. */
  readonly verdicts: readonly string[];
  readonly chart?: true;
  readonly tables: readonly { readonly id: string; readonly excerpt: Omit<Excerpt, "pages"> }[];
}

const TOTALS = { totals: true, filled: true } as const;

/** What a plan tells of areas and money, each with parts of the standard tables. */
const SECTIONS: readonly Section[] = [
  { zh: "面积平衡", en: "Areas", verdicts: ["B1"], tables: [{ id: "area", excerpt: { filled: true } }] },
  { zh: "投资估算", en: "Investment", verdicts: [], tables: [{ id: "investment", excerpt: TOTALS }] },
  {
    zh: "资金筹措与到位时间",
    en: "Funding and its timing",
    verdicts: ["B2", "B3", "B4"],
    chart: true,
    tables: [{ id: "funding", excerpt: { filled: true, under: ["1", "2"] } }],
  },
  {
    zh: "收入",
    en: "Income",
    verdicts: [],
    tables: [
      { id: "sales", excerpt: TOTALS },
      { id: "income", excerpt: TOTALS },
    ],
  },
  {
    zh: "运营",
    en: "Operation",
    verdicts: ["B7"],
    tables: [
      { id: "operating_cost", excerpt: TOTALS },
      { id: "tax", excerpt: TOTALS },
    ],
  },
  { zh: "还本付息", en: "Debt service", verdicts: ["B5"], tables: [{ id: "debt", excerpt: TOTALS }] },
];

export function moneyBlocks(facts: PlanFacts): readonly Block[] {
  return SECTIONS.flatMap((section) => sectionBlocks(section, facts));
}

function sectionBlocks({ zh, en, verdicts, chart, tables }: Section, facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  return [
    heading(1, say(zh, en)),
    ...verdictSentences(facts, verdicts).map((text) => paragraph(text)),
    ...(chart === true ? cashChart(facts) : []),
    ...tables.flatMap(({ id, excerpt }) => excerptBlocks(id, excerpt, facts)),
  ];
}

/** Part of a standard table with where the whole of it is; a sentence where nothing is in it. */
export function excerptBlocks(id: string, excerpt: Omit<Excerpt, "pages">, facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  const table = facts.tables.find(({ statement }) => statement.id === id);
  if (table === undefined) return [];
  const { title, no } = table;
  const shown = printedBlocks(table, { ...excerpt, pages: PORTRAIT }, facts);
  if (shown.length === 0)
    return [paragraph(say(`${title}各行均为0,见${no}。`, `Every row of “${title}” is 0; see ${no}.`))];
  const caption = say(
    `${title}(${excerpt.totals === true ? "合计" : "摘要"},全表见${no})`,
    `${title} (${excerpt.totals === true ? "totals" : "excerpt"}; the whole in ${no})`,
  );
  return [{ kind: "caption", text: caption }, ...shown];
}
