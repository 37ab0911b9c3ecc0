import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import type { PlanView } from "../../contract.ts";
import type { Block, TableCell } from "../word/blocks.ts";
import { answerText } from "./answers.ts";
import { heading, items, type PlanFacts, paragraph, sayIn, tableSection } from "./facts.ts";
import { figure, unitText } from "./quantity.ts";
import { singleFactorBlocks } from "./singleFactor.ts";
import { indicatorRows } from "./verdictSections.ts";

/** 敏感性与压力测试: break-even points, single inputs, the scenarios of the file, and the stresses its review keeps; what is not there is said. */
export function sensitivityBlocks(facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  return [
    heading(1, say("敏感性与压力测试", "Sensitivity and stress")),
    ...breakEvenBlocks(facts),
    ...singleFactorBlocks(facts),
    ...scenarioBlocks(facts),
    ...stressBlocks(facts),
  ];
}

function breakEvenBlocks(facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  const points = facts.results.indicators.filter(({ id }) => id.startsWith("bep."));
  return tableSection(
    say("盈亏平衡点", "Break-even points"),
    [say("项目", "item"), say("数值", "value"), say("说明", "note")],
    [34, 18, 48],
    indicatorRows(points, facts),
  );
}

function scenarioBlocks(facts: PlanFacts): readonly Block[] {
  const { scenarios, left, lang } = facts;
  if (scenarios.length < 2) return [];
  const say = sayIn(lang);
  return [
    heading(2, say("各情景的结论", "Scenarios of the file")),
    { kind: "caption", text: say("各情景的结论与余量", "Answers and margins by scenario") },
    plansTable(scenarios, say("情景", "scenario"), facts),
    paragraph(signsIn(say), "note"),
    ...(left.length === 0
      ? []
      : [paragraph(say(`未列入的情景:${left.join("、")}`, `scenarios not shown: ${left.join(", ")}`), "note")]),
  ];
}

function stressBlocks(facts: PlanFacts): readonly Block[] {
  const { stress, lang } = facts;
  const say = sayIn(lang);
  const title = heading(2, say("压力测试", "Stress"));
  if (stress === undefined)
    return [
      title,
      paragraph(
        say(
          "文件未保存压力测试的选择,本方案不含压力测试;可在“审查”页对标准压力组逐项测算,选定保存后再出具。",
          "The file keeps no choice of stresses, and this plan has none: try the standard set on the page of the review, keep what counts, and make the plan again.",
        ),
      ),
    ];
  return [
    title,
    ...(stress.rows.length === 0
      ? []
      : [
          { kind: "caption", text: say("压力情形下的结论与余量", "Answers and margins under stress") } as const,
          plansTable(stress.rows, say("情形", "stress"), facts),
          paragraph(signsIn(say), "note"),
        ]),
    ...items(
      stress.left
        .filter(({ kept }) => kept)
        .map(({ label, reason }) => say(`${label}:未测算,${reason}`, `${label}: not tried, ${reason}`)),
    ),
  ];
}

const signsIn = (say: ReturnType<typeof sayIn>): string =>
  say(
    "✓ 达标,✓* 附条件达标,✗ 未达标,? 资料不全,– 不适用;下为余量。",
    "✓ met, ✓* met on conditions, ✗ not met, ? no answer, – does not apply; the margin below.",
  );

/** Plans by row, the nine tests by column: the sign and the margin. */
function plansTable(plans: readonly PlanView[], name: string, facts: PlanFacts): Block {
  const ids = plans[0]?.verdicts.map(({ id }) => id) ?? [];
  return {
    kind: "table",
    small: true,
    widths: [22, ...ids.map(() => 10)],
    head: [name, ...ids.map((id) => headOf(id, plans, facts))],
    rows: plans.map(({ label, note, verdicts }) => [
      { text: note === undefined ? label : `${label}\n${note}` },
      ...verdicts.map((verdict): TableCell => {
        const { id, margin, unit } = verdict;
        const [sign = ""] = answerText(verdict, facts).split(" ");
        const star = verdict.pass === true && verdict.conditions > 0 ? "*" : "";
        const much = margin === null ? "" : figure(new RecordDecimal(margin), unit ?? "1", id, facts);
        return { text: `${sign}${star}\n${much}`.trimEnd(), align: "center" };
      }),
    ]),
  };
}

/** A test with the unit its margins have. */
function headOf(id: string, plans: readonly PlanView[], facts: PlanFacts): string {
  const units = plans.flatMap(({ verdicts }) => verdicts.filter((one) => one.id === id).map(({ unit }) => unit));
  const unit = units.find((one) => one !== null);
  return `${id}\n${unit === undefined || unit === null ? "" : unitText(unit, id, facts)}`.trimEnd();
}
