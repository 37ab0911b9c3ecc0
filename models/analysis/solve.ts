import { prepareScenario } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import type { ModelDocument } from "../document/schema.ts";
import { fail, type Result, succeed } from "../wording/problem.ts";
import { isBidPath, solveBid } from "./bids/solve.ts";
import { answeredAt, besideTarget, standingAt } from "./confirm.ts";
import { type Effect, effectOf, isRead } from "./effect.ts";
import { foundIn } from "./found.ts";
import { limitsOf, neighbours } from "./limits.ts";
import { numeric, rangeOf } from "./range.ts";
import { type Survey, survey } from "./sampling.ts";
import { type Solution, type SolveQuestion, solutionOf } from "./solution.ts";
import { NOTHING, standingNote } from "./solveNotes.ts";
import { messageOf } from "./solveWords.ts";
import { parseTarget, watchOf } from "./target.ts";
import { exactExcess, type Place, type Trial, trialOf } from "./trial.ts";
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
  const trial = trialOf(place, range.value);
  const found = surveyOf(place, trial, range.value, question);
  const undecided = found.empty ? undecidedProblem(target.value, prepared.value, "until") : undefined;
  if (undecided !== undefined) return fail(undecided);
  const effect = effectOf(found, {
    range: range.value,
    whole: place.variable.whole,
    read: trial.lines && isRead(place.prepared.graph, trial.lines, place.watch.outputs),
    exact: (literal) => exactExcess(place, literal),
  });
  const answer = answerOf(place, found, { effect, range: range.value, shouldStop: question.shouldStop });
  return succeed(solutionOf(question, range.value, found, answer));
}

function surveyOf(place: Place, trial: Trial, range: readonly [number, number], question: SolveQuestion): Survey {
  const { variable } = place;
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

interface Asked {
  readonly effect: Effect;
  readonly range: readonly [number, number];
  readonly shouldStop: SolveQuestion["shouldStop"];
}

function answerOf(place: Place, found: Survey, { effect, range, shouldStop }: Asked) {
  const limits = effect === "moves" ? limitsOf(place, found, range) : [];
  const { sure, intervals, roots } = foundIn(found, {
    whole: place.variable.whole,
    range,
    filed: place.variable.filed,
    answered: (literal) => answeredAt(place, literal),
    bindingOf: (edges) => limits.filter(({ reached }) => edges.some(({ met }) => reached(met))).map(({ path }) => path),
    shouldStop,
  });
  const at = sure ?? roots[0]?.value ?? intervals[0]?.at;
  const there = at === undefined ? undefined : standingAt(place, at);
  const beside = there === undefined ? NOTHING : standingNote(besideTarget(there, place.target), at);
  const message = messageOf({ found, effect, range, intervals, roots, limits, beside });
  const papers = [...roots, ...intervals].find((one) => ("at" in one ? one.at : one.value) === sure)?.papers ?? [];
  return { found: sure !== undefined, effect, intervals, roots, papers, message };
}
