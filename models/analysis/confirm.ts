import { findingsOf } from "../checks/findings.ts";
import { trustOf } from "../checks/trust/index.ts";
import { verdictsOf } from "../checks/verdicts/index.ts";
import { statementFrame } from "../compile/expand.ts";
import { evaluateRecord } from "../engines/index.ts";
import { resultsOf } from "../results/results.ts";
import { Teller } from "../statements/indicators/read.ts";
import { factsOf } from "../statements/tables/facts.ts";
import { exactExcess, type Place, preparedAt } from "./trial.ts";

/** Whether the book of record meets the target with the number at a decimal literal. A verdict is met only where it is given as such, and without a condition. */
export function confirms(place: Place, literal: string): boolean {
  const excess = exactExcess(place, literal);
  if (excess === undefined || (excess.isNegative() && !excess.isZero())) return false;
  return "verdict" in place.target ? isGiven(place, place.target.verdict, literal) : true;
}

function isGiven(place: Place, verdict: string, literal: string): boolean {
  const prepared = preparedAt(place, literal)?.prepared;
  if (prepared === undefined) return false;
  const facts = factsOf(prepared.graph.lines, statementFrame(prepared.document));
  const values = resultsOf(evaluateRecord(prepared.graph, prepared.bindings), prepared.frame);
  const teller = new Teller(values, facts);
  const verdicts = verdictsOf(teller, facts);
  if (verdicts.find(({ id }) => id === verdict)?.pass !== true) return false;
  const { document, counts, problems } = prepared;
  const reviewed = { document, counts, results: values, verdicts, indicators: teller.indicators(), problems };
  const { points } = trustOf({ document, results: values, verdicts, problems, findings: findingsOf(reviewed) });
  return !points.some(({ grade, verdicts: turned }) => grade === "condition" && turned.some((id) => id === verdict));
}
