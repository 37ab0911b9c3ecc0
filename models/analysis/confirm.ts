import { verdictsOf } from "../checks/verdicts/index.ts";
import { statementFrame } from "../compile/expand.ts";
import { evaluateRecord } from "../engines/index.ts";
import { resultsOf } from "../results/results.ts";
import { Teller } from "../statements/indicators/read.ts";
import { factsOf } from "../statements/tables/facts.ts";
import { exactExcess, type Place, preparedAt } from "./trial.ts";

/** Whether the book of record meets the target with the number at a decimal literal. A verdict is met only where it is given as such. */
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
  return verdictsOf(new Teller(values, facts), facts).find(({ id }) => id === verdict)?.pass === true;
}
