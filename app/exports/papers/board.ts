import { Decimal } from "decimal.js";
import { flowsOf } from "../../board/flows.ts";
import { answerText } from "../../model/answer.ts";
import { CASH_LINES } from "../cashLines.ts";
import { conventionBlocks } from "../plan/basis.ts";
import { cashChart } from "../plan/charts.ts";
import { heading, items, type PlanFacts, paragraph, sayIn } from "../plan/facts.ts";
import { figure } from "../plan/quantity.ts";
import { reviewBlocks } from "../plan/reviewSection.ts";
import { answersTable, indicatorBlocks, pointText } from "../plan/verdictSections.ts";
import { moneyWords } from "../tables/money.ts";
import type { Block, WordDocument } from "../word/blocks.ts";
import { captioned, imprintOf, ofWhat, paperOf } from "./layout.ts";

/** 平衡台 as a paper: verdicts, money by year, sources and uses, indicators, what they rest on, and the review. */
export function boardPaper(facts: PlanFacts): WordDocument {
  const say = sayIn(facts.lang);
  return paperOf(say("平衡台", "Board"), imprintOf(facts), {
    blocks: [
      paragraph(ofWhat(facts), "note"),
      ...answerBlock(facts),
      heading(1, say("九项盈亏平衡结论", "The nine tests of balance")),
      ...answersTable(facts),
      heading(1, say("现金流量", "Cash")),
      ...cashChart(facts),
      ...cashTable(facts),
      ...flowBlocks(facts),
      ...indicatorBlocks(facts),
      ...trustBlocks(facts),
      ...reviewBlocks(facts),
      ...conventionBlocks(facts),
    ],
  });
}

/** The answer in a sentence, before everything it rests on. */
function answerBlock(facts: PlanFacts): readonly Block[] {
  const answer = answerText(facts.results, facts.lang);
  return answer === undefined ? [] : [paragraph(answer)];
}

/** The numbers of the chart, year by year. */
function cashTable({ prepared, results, money, lang }: PlanFacts): readonly Block[] {
  const say = sayIn(lang);
  const lines = CASH_LINES.filter(({ id }) => results.values.has(id));
  const bare = (value: Decimal | undefined, id: string): string =>
    value === undefined ? "–" : figure(value, "CNY", id, { money });
  return captioned(
    say(`各年资金(${moneyWords[money].zh})`, `Cash by year (${moneyWords[money].en})`),
    {
      head: [say("年份", "year"), ...lines.map((line) => line[lang])],
      widths: [16, ...lines.map(() => 28)],
      figures: lines.map((_, at) => at + 1),
    },
    prepared.frame.years.map(({ name }, year) => [
      name[lang],
      ...lines.map(({ id }) => bare(results.values.year(id, year), id)),
    ]),
  );
}

/** 资金来源与去向: who pays whom over the whole life, and what is missing. */
function flowBlocks({ prepared, results, money, lang }: PlanFacts): readonly Block[] {
  const say = sayIn(lang);
  const flows = flowsOf({ prepared, results: results.values, lang });
  const title = say("资金来源与去向", "Sources and uses");
  if (flows.length === 0) return [heading(1, title), paragraph(say("没有资金往来。", "There are no flows of money."))];
  return [
    heading(1, title),
    ...captioned(
      `${title}(${moneyWords[money][lang]})`,
      {
        head: [say("付款方", "from"), say("收款方", "to"), say("金额", "amount")],
        widths: [38, 38, 24],
        figures: [2],
      },
      flows.map(({ fromLabel, toLabel, amount }) => [
        fromLabel,
        toLabel,
        figure(new Decimal(amount), "CNY", "", { money }),
      ]),
    ),
  ];
}

/** 可信说明: conditions of the verdicts, and what else a reader has to know. */
function trustBlocks(facts: PlanFacts): readonly Block[] {
  const { points } = facts.trust;
  const say = sayIn(facts.lang);
  return [
    heading(1, say("可信说明", "What the figures rest on")),
    ...(points.length === 0
      ? [paragraph(say("没有须说明的事项。", "There is nothing to note."))]
      : items(
          points.map((point) => {
            const whose = point.verdicts.length === 0 ? "" : `${point.verdicts.join(say("、", ", "))}${say(":", ": ")}`;
            return `${whose}${pointText(point, facts)}`;
          }),
        )),
  ];
}
