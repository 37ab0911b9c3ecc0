import type { WordDocument } from "../word/blocks.ts";
import { annexBlocks, conventionBlocks } from "./basis.ts";
import { coverBlocks, draftMark, inBrackets, planTitle } from "./cover.ts";
import { type PlanFacts, sayIn } from "./facts.ts";
import { moneyBlocks } from "./moneySections.ts";
import { paperBlocks } from "./papers.ts";
import { projectBlocks } from "./project.ts";
import { reviewBlocks } from "./reviewSection.ts";
import { riskBlocks } from "./risks.ts";
import { sensitivityBlocks } from "./sensitivity.ts";
import { indicatorBlocks, verdictBlocks } from "./verdictSections.ts";

/** 资金平衡方案 as a text document: cover, contents, fourteen sections, standard tables. */
export function planOf(facts: PlanFacts): WordDocument {
  const { prepared, lang, made } = facts;
  const { project } = prepared.document;
  const title = planTitle(facts);
  return {
    title: `${project.name} ${title}`,
    author: project.author ?? "",
    header: `${project.name}\u3000${title}\u3000${inBrackets(draftMark(facts).mark, lang)}`,
    made,
    lang,
    sections: [
      { landscape: false, cover: true, blocks: coverBlocks(facts) },
      { landscape: false, blocks: [{ kind: "contents", title: sayIn(lang)("目录", "Contents") }] },
      {
        landscape: false,
        blocks: [
          ...projectBlocks(facts),
          ...moneyBlocks(facts),
          ...indicatorBlocks(facts),
          ...verdictBlocks(facts),
          ...sensitivityBlocks(facts),
          ...riskBlocks(facts),
          ...reviewBlocks(facts),
          ...paperBlocks(facts),
          ...conventionBlocks(facts),
        ],
      },
      { landscape: true, blocks: annexBlocks(facts) },
    ],
  };
}
