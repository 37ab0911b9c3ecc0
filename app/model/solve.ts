import type { Solution, SolveQuestion } from "../../models/analysis/solution.ts";
import { solveForTarget } from "../../models/analysis/solve.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** Goal seek for whoever asks but once or brings a shelf of graphs. */
export function solveOnce(
  document: ModelDocument,
  question: SolveQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Solution> {
  return solveForTarget(document, question, shelf);
}
