import type { Block } from "../word/blocks.ts";
import { heading, items, type PlanFacts, paragraph, sayIn } from "./facts.ts";
import { excerptBlocks } from "./moneySections.ts";
import { pointText } from "./verdictSections.ts";

/** 风险与未计入资金: money that no line counts, what is open at the end, and what a reader has to know besides the conditions. */
export function riskBlocks(facts: PlanFacts): readonly Block[] {
  const { trust, lang } = facts;
  const say = sayIn(lang);
  const notes = trust.points.filter(({ grade }) => grade === "note");
  const filled = { totals: true, filled: true } as const;
  return [
    heading(1, say("风险与未计入资金", "Risks and uncounted money")),
    heading(2, say("未计入资金", "Money not counted")),
    ...excerptBlocks("uncounted", filled, facts),
    heading(2, say("期末未了事项", "What is open at the end")),
    ...excerptBlocks("open_ends", { filled: true }, facts),
    heading(2, say("须知事项", "What a reader has to know")),
    ...(notes.length === 0
      ? [paragraph(say("除结论所附条件外,没有其他须知事项。", "Nothing besides the conditions of the tests."))]
      : items(notes.map((point) => pointText(point, facts)))),
  ];
}
