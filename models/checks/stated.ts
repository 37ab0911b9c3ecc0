import type { Decimal } from "decimal.js";
import { statementFrame } from "../compile/expand.ts";
import type { Prepared } from "../compile/prepare.ts";
import type { Evaluation } from "../engines/index.ts";
import { datesOf } from "../results/dates.ts";
import { doubtsOf } from "../results/doubts.ts";
import { growthsOf } from "../results/growths.ts";
import { unlikelyOf } from "../results/plausible.ts";
import { type Results, resultsOf } from "../results/results.ts";
import { type Indicator, Teller } from "../statements/indicators/read.ts";
import { factsOf } from "../statements/tables/facts.ts";
import { mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { type Confirmed, confirmedOf } from "./confirmed.ts";
import type { Unmet } from "./expectations/expectation.ts";
import { absenceProblems, unmetOf } from "./expectations/index.ts";
import { operationGaps } from "./expectations/spans.ts";
import { easedTaxes } from "./taxes/index.ts";
import { verdictsOf } from "./verdicts/index.ts";
import { uncountedDebts } from "./verdicts/uncountedDebt.ts";
import type { Verdict } from "./verdicts/verdict.ts";

/** What an evaluation states of a scenario: verdicts and indicators, with every problem known. */
export interface Stated<V = Decimal | number> {
  readonly values: Results<V>;
  readonly indicators: readonly Indicator[];
  readonly verdicts: readonly Verdict[];
  /** What such a project has and this one has not, without a reason. */
  readonly expected: readonly Unmet[];
  readonly problems: readonly Problem[];
  /** Unusual values that the file confirms. */
  readonly confirmed: readonly Confirmed[];
}

export function statedOf<V extends Decimal | number>(
  { document, graph, frame, problems }: Prepared,
  evaluation: Evaluation<V>,
): Stated<V> {
  const facts = factsOf(graph.lines, statementFrame(document));
  const values = resultsOf(evaluation, frame);
  const teller = new Teller(values, facts);
  const expected = unmetOf(document, values);
  const gaps = operationGaps(document, values);
  const unlikely = confirmedOf(document, unlikelyOf(values));
  return {
    values,
    indicators: teller.indicators(),
    verdicts: verdictsOf(teller, facts, [...expected, ...gaps.unmet], uncountedDebts(facts, values)),
    expected,
    confirmed: unlikely.confirmed,
    problems: mergeProblems(
      problems,
      absenceProblems(document, values),
      evaluation.gaps.problems,
      doubtsOf(values),
      datesOf(values),
      unlikely.told,
      growthsOf(values),
      gaps.problems,
      easedTaxes(document, values),
    ),
  };
}
