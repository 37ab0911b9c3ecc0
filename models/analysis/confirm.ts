import { absenceProblems, unmetOf } from "../checks/expectations/index.ts";
import { operationGaps } from "../checks/expectations/spans.ts";
import { findingsOf } from "../checks/findings.ts";
import { trustOf } from "../checks/trust/index.ts";
import { type Verdict, verdictsOf } from "../checks/verdicts/index.ts";
import { statementFrame } from "../compile/expand.ts";
import { evaluateRecord } from "../engines/index.ts";
import { datesOf } from "../results/dates.ts";
import { doubtsOf } from "../results/doubts.ts";
import { resultsOf } from "../results/results.ts";
import { Teller } from "../statements/indicators/read.ts";
import { factsOf } from "../statements/tables/facts.ts";
import { mergeProblems } from "../wording/document.ts";
import type { Text } from "../wording/text.ts";
import { exactExcess, type Place, preparedAt } from "./trial.ts";

/** What stands beside the target at a value: what the book of record makes a condition of, and which verdicts it leaves undecided. */
export interface Standing {
  readonly verdicts: readonly Verdict[];
  readonly conditions: readonly { readonly message: Text; readonly verdicts: readonly string[] }[];
}

/** Whether the book of record meets the target with the number at a decimal literal. A verdict is met only where it is given as such, and without a condition. */
export function confirms(place: Place, literal: string): boolean {
  const excess = exactExcess(place, literal);
  if (excess === undefined || (excess.isNegative() && !excess.isZero())) return false;
  if (!("verdict" in place.target)) return true;
  const wanted = place.target.verdict;
  const there = standingAt(place, literal);
  if (there?.verdicts.find(({ id }) => id === wanted)?.pass !== true) return false;
  return !there.conditions.some(({ verdicts }) => verdicts.includes(wanted));
}

/** The whole statement at a value. */
export function standingAt(place: Place, literal: string): Standing | undefined {
  const prepared = preparedAt(place, literal)?.prepared;
  if (prepared === undefined) return undefined;
  const { document, counts, graph } = prepared;
  const facts = factsOf(graph.lines, statementFrame(document));
  const evaluation = evaluateRecord(graph, prepared.bindings);
  const values = resultsOf(evaluation, prepared.frame);
  const teller = new Teller(values, facts);
  const gaps = operationGaps(document, values);
  const verdicts = verdictsOf(teller, facts, [...unmetOf(document, graph.lines), ...gaps.unmet]);
  const problems = mergeProblems(
    prepared.problems,
    absenceProblems(document, graph.lines),
    evaluation.gaps.problems,
    doubtsOf(values),
    datesOf(values),
    gaps.problems,
  );
  const reviewed = { document, counts, results: values, verdicts, indicators: teller.indicators(), problems };
  const { points } = trustOf({ document, results: values, verdicts, problems, findings: findingsOf(reviewed) });
  return { verdicts, conditions: points.filter(({ grade }) => grade === "condition") };
}
