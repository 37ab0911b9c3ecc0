import type { FindingView } from "../../contract.ts";
import { findingViews } from "../../model/findings.ts";
import type { Block } from "../word/blocks.ts";
import { heading, type PlanFacts, paragraph, sayIn, tableSection } from "./facts.ts";

const SEVERITIES = {
  R: { zh: "否决", en: "reject" },
  Q: { zh: "质询", en: "query" },
  N: { zh: "提示", en: "note" },
} as const;

/** 审查发现: what stands against the plan, each as an opinion words it, and what nobody could judge. */
export function reviewBlocks(facts: PlanFacts): readonly Block[] {
  const { findings, prepared, lang } = facts;
  const say = sayIn(lang);
  const views = findingViews(findings, prepared, lang);
  const of = (answer: FindingView["answer"]): readonly FindingView[] => views.filter((one) => one.answer === answer);
  const [failing, open] = [of("fails"), of("cannot_be_judged")];
  const [held, not] = [of("holds").length, of("does_not_apply").length];
  const severity = (view: FindingView): string => `${view.severity} ${SEVERITIES[view.severity][lang]}`;
  return [
    heading(1, say("审查发现", "Findings of the review")),
    paragraph(
      say(
        `共核对 ${views.length} 项:不符 ${failing.length} 项,资料不全、无法判断 ${open.length} 项,符合 ${held} 项,不涉及 ${not} 项。`,
        `${views.length} points were checked: ${failing.length} fail, ${open.length} cannot be judged, ${held} hold, ${not} do not apply.`,
      ),
    ),
    ...tableSection(
      say("不符事项", "What fails"),
      [say("级别", "grade"), say("编号", "no."), say("意见", "opinion")],
      [12, 16, 72],
      failing.map((view) => [severity(view), view.id, view.opinion]),
    ),
    ...tableSection(
      say("无法判断的事项", "What could not be judged"),
      [say("级别", "grade"), say("编号", "no."), say("缺少的资料", "what is missing")],
      [12, 16, 72],
      open.map((view) => [severity(view), view.id, view.message]),
    ),
  ];
}
