import { annexTable, conventionBlocks } from "../plan/basis.ts";
import { type PlanFacts, paragraph, sayIn } from "../plan/facts.ts";
import type { WordDocument } from "../word/blocks.ts";
import { imprintOf, ofWhat, paperOf } from "./layout.ts";

/** 报表 as a paper: what there is, on which conventions, and each standard table from a page of its own, cut by years where it is wide. */
export function statementsPaper(facts: PlanFacts): WordDocument {
  const say = sayIn(facts.lang);
  return paperOf(say("报表", "Statements"), imprintOf(facts), {
    blocks: [
      paragraph(ofWhat(facts), "note"),
      { kind: "contents", title: say("目录", "Contents") },
      ...conventionBlocks(facts),
    ],
    more: facts.tables.map((table) => ({ landscape: true, blocks: annexTable(table, 1, facts) })),
  });
}
