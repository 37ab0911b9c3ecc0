import type { TrustPoint } from "../../../models/checks/trust/index.ts";
import type { Block } from "../word/blocks.ts";
import { marginText, verdictAnswer } from "./answers.ts";
import { heading, items, type PlanFacts, paragraph, sayIn, textTable, told } from "./facts.ts";
import { quantity } from "./quantity.ts";

/** 评价指标 */
export function indicatorBlocks(facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  return [
    heading(1, say("评价指标", "Indicators")),
    ...textTable(
      say("评价指标", "Indicators"),
      [say("指标", "indicator"), say("数值", "value"), say("说明", "note")],
      [34, 22, 44],
      indicatorRows(facts.results.indicators, facts),
    ),
  ];
}

/** Each with its value and what is noted beside it. */
export function indicatorRows(
  indicators: PlanFacts["results"]["indicators"],
  facts: PlanFacts,
): readonly (readonly string[])[] {
  return indicators.map(({ id, label, unit, value, note }) => [
    told(facts, label),
    value === null ? sayIn(facts.lang)("无", "none") : quantity(value, unit, id, facts),
    note === undefined ? "" : told(facts, note),
  ]);
}

/** 九项盈亏平衡结论: answers, what each means, and on which conditions those stand that are met. */
export function verdictBlocks(facts: PlanFacts): readonly Block[] {
  const { results, trust, lang } = facts;
  const say = sayIn(lang);
  const conditions = trust.points.filter(({ grade }) => grade === "condition");
  return [
    heading(1, say("九项盈亏平衡结论", "The nine tests of balance")),
    heading(2, say("结论", "Answers")),
    ...answersTable(facts),
    heading(2, say("定义", "What they mean")),
    ...textTable(
      say("结论的定义", "What the tests mean"),
      [say("编号", "no."), say("结论", "test"), say("定义", "definition")],
      [7, 20, 73],
      results.verdicts.map(({ id, title, definition }) => [id, told(facts, title), told(facts, definition)]),
    ),
    heading(2, say("所附条件", "Conditions")),
    ...(conditions.length === 0
      ? [paragraph(say("已达标的结论没有附条件。", "No test that is met stands on a condition."))]
      : items(conditions.map((point) => conditionText(point, facts)))),
  ];
}

/** Each test with its answer, its margin and what is said of it. */
export function answersTable(facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  return textTable(
    say("九项盈亏平衡结论", "The nine tests of balance"),
    [say("编号", "no."), say("结论", "test"), say("答复", "answer"), say("余量", "margin"), say("说明", "said")],
    [7, 18, 18, 19, 38],
    facts.results.verdicts.map((verdict) => [
      verdict.id,
      told(facts, verdict.title),
      verdictAnswer(verdict, facts),
      marginText(verdict.id, verdict.margin, verdict.unit, facts),
      told(facts, verdict.message),
    ]),
  );
}

function conditionText(point: TrustPoint, facts: PlanFacts): string {
  const say = sayIn(facts.lang);
  const whose = point.verdicts.length === 0 ? say("全部结论", "all") : point.verdicts.join(say("、", ", "));
  return say(`${whose}：${pointText(point, facts)}`, `${whose}: ${pointText(point, facts)}`);
}

/** A point of the trust statement with its amount. */
export function pointText({ message, amount, unit }: TrustPoint, facts: PlanFacts): string {
  const said = told(facts, message);
  if (amount === undefined) return said;
  const much = quantity(amount, unit ?? "CNY", "", facts);
  return sayIn(facts.lang)(`${said}(${much})`, `${said} (${much})`);
}
