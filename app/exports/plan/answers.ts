import type { Decimal } from "decimal.js";
import type { Verdict } from "../../../models/checks/verdicts/index.ts";
import { conditionsOf } from "../../model/trust.ts";
import { type PlanFacts, sayIn, told } from "./facts.ts";
import { quantity } from "./quantity.ts";

/** What the answer to a test of balance rests on. */
export interface Answered {
  readonly pass: boolean | null;
  readonly reason?: string | undefined;
  readonly conditions: number;
}

/** ✓, ✓附条件, ✗, ? or –, in words beside the sign. */
export function answerText({ pass, reason, conditions }: Answered, { lang }: Pick<PlanFacts, "lang">): string {
  const say = sayIn(lang);
  if (pass === false) return say("✗ 未达标", "✗ not met");
  if (pass === true) return conditions > 0 ? say("✓ 达标(附条件)", "✓ met on conditions") : say("✓ 达标", "✓ met");
  if (reason === "inapplicable") return say("– 不适用", "– does not apply");
  if (reason === "no_target") return say("? 未填目标", "? no target");
  return reason === "area" ? say("? 面积不平", "? areas do not balance") : say("? 资料不全", "? no answer");
}

export function verdictAnswer(verdict: Verdict, facts: PlanFacts): string {
  const { pass, reason, id } = verdict;
  return answerText({ pass, reason, conditions: conditionsOf(facts.trust, id).length }, facts);
}

export function marginText(
  id: string,
  margin: Decimal | undefined,
  unit: string | undefined,
  facts: PlanFacts,
): string {
  return margin === undefined ? "–" : quantity(margin, unit ?? "1", id, facts);
}

/** What a section says first: the tests that are about it, with their answers. */
export function verdictSentences(facts: PlanFacts, ids: readonly string[]): readonly string[] {
  const say = sayIn(facts.lang);
  return facts.results.verdicts
    .filter(({ id }) => ids.includes(id))
    .map((verdict) => {
      const message = told(facts, verdict.message);
      const title = told(facts, verdict.title);
      const answer = verdictAnswer(verdict, facts);
      return say(`${verdict.id} ${title}:${answer}。${message}。`, `${verdict.id} ${title}: ${answer}. ${message}.`);
    });
}
