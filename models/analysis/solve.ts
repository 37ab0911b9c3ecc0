import { prepareScenario } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import type { ModelDocument } from "../document/schema.ts";
import { fail, type Result, succeed } from "../wording/problem.ts";
import { isBidPath, solveBid } from "./bids/solve.ts";
import { confirms, papersOf, standingAt } from "./confirm.ts";
import { foundIn } from "./found.ts";
import { type Limit, limitsOf, neighbours } from "./limits.ts";
import { numeric, rangeOf } from "./range.ts";
import { type Survey, survey } from "./sampling.ts";
import { type Solution, type SolveQuestion, solutionOf } from "./solution.ts";
import { messageOf, standingNote } from "./solveWords.ts";
import { parseTarget, watchOf } from "./target.ts";
import { type Place, trialOf } from "./trial.ts";
import { undecidedProblem } from "./undecided.ts";
import { variableOf } from "./variable.ts";

/** Values of the first grid, and how many more where rules change. */
const QUICK = { grid: 256, extra: 2400 } as const;
const SLOW = { grid: 64, extra: 260 } as const;

/** Finds the values of one input at which a target is met, as far as samples can tell; the document is not touched. */
export function solveForTarget(document: ModelDocument, question: SolveQuestion, shelf: GraphShelf): Result<Solution> {
  const target = parseTarget(question.until);
  if (!target.ok) return target;
  if (isBidPath(question.vary)) return solveBid(document, question, target.value, shelf);
  const prepared = prepareScenario(document, question.scenario, shelf);
  if (!prepared.ok) return prepared;
  const variable = variableOf(prepared.value.document, question.vary, shelf.registry);
  if (!variable.ok) return variable;
  const range = rangeOf(variable.value, question);
  if (!range.ok) return range;
  const watch = watchOf(target.value, prepared.value);
  if (!watch.ok) return watch;
  const place: Place = {
    prepared: prepared.value,
    variable: variable.value,
    target: target.value,
    watch: watch.value,
    shelf,
  };
  const found = surveyOf(place, range.value, question);
  const answer = answerOf(place, found, limitsOf(place, found, range.value), question.shouldStop);
  const undecided = found.empty ? undecidedProblem(target.value, prepared.value, "until") : undefined;
  if (undecided !== undefined) return fail(undecided);
  return succeed(solutionOf(question, range.value, found, answer));
}

function surveyOf(place: Place, range: readonly [number, number], question: SolveQuestion): Survey {
  const { variable } = place;
  const trial = trialOf(place, range);
  const [from, to] = range;
  const spec = numeric(variable.spec);
  const bounds = [spec?.from, spec?.to, ...(spec?.usual ?? [])];
  const others = neighbours(place).map(({ value }) => value);
  const known = [variable.now, ...bounds, ...others].filter((x) => x !== undefined);
  const { onProgress, shouldStop } = question;
  return survey({
    from,
    to,
    known,
    whole: variable.whole,
    ...(trial.quick ? QUICK : SLOW),
    excess: (x) => trial.excess(x),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(shouldStop === undefined ? {} : { shouldStop }),
  });
}

function answerOf(place: Place, found: Survey, limits: readonly Limit[], shouldStop: SolveQuestion["shouldStop"]) {
  const { sure, intervals, roots } = foundIn(found, {
    whole: place.variable.whole,
    confirms: (literal) => confirms(place, literal),
    bindingOf: (edges) => limits.filter(({ reached }) => edges.some(({ met }) => reached(met))).map(({ path }) => path),
    shouldStop,
  });
  const at = sure ?? roots[0]?.value ?? intervals[0]?.from;
  const there = at === undefined ? undefined : standingAt(place, at);
  const message = messageOf(found, intervals, roots, limits, standingNote(there));
  const papers = there === undefined ? [] : papersOf(there, place.target).map((paper) => paper.message);
  return { found: sure !== undefined, intervals, roots, papers, message };
}
