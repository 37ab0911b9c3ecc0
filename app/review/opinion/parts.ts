import { auditPart, declaredPart } from "./audited.ts";
import type { OpinionFacts } from "./facts.ts";
import { listPart, type OpinionPart } from "./part.ts";
import { basisPart, decisionPart, findingPart, missingPart, remarkPart } from "./points.ts";
import { stressPart } from "./stress.ts";
import { verdictPart } from "./verdicts.ts";
import { WORDS } from "./words.ts";

export const opinionTitle = ({ document, lang }: OpinionFacts): string => WORDS.head[lang](document.project.name);

/** The parts of an 审核意见 that have something to say, in their order. */
export function opinionParts(facts: OpinionFacts): readonly OpinionPart[] {
  return [
    basisPart(facts),
    verdictPart(facts),
    ...listPart("conditions", facts.conditions, facts.lang),
    ...(["R", "Q", "N"] as const).flatMap((severity) => findingPart(facts, severity)),
    ...missingPart(facts),
    ...remarkPart(facts),
    ...auditPart(facts),
    ...declaredPart(facts),
    ...stressPart(facts),
    decisionPart(facts),
  ];
}
