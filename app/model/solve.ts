import type { Told } from "../../models/analysis/answered.ts";
import type { Solution, SolveQuestion } from "../../models/analysis/solution.ts";
import { solveForTarget } from "../../models/analysis/solve.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { Lang, SolveView } from "../contract.ts";
import { shown } from "./shown.ts";

/** Goal seek for whoever asks but once or brings a shelf of graphs. */
export function solveOnce(
  document: ModelDocument,
  question: SolveQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Solution> {
  return solveForTarget(document, question, shelf);
}

/** What is told of a value, in one language. */
export function toldView<T extends Told>(one: T, lang: Lang) {
  const say = shown(lang);
  return {
    ...one,
    papers: one.papers.map(say),
    conditions: one.conditions.map(say),
    undecided: one.undecided.map(say),
  };
}

/** An answer in one language. */
export function solveView(solution: Solution, lang: Lang): SolveView {
  const say = shown(lang);
  const worded = <T extends Told>(one: T) => toldView(one, lang);
  return {
    ...solution,
    intervals: solution.intervals.map(worded),
    roots: solution.roots.map(worded),
    papers: solution.papers.map(say),
    message: say(solution.message),
  };
}
