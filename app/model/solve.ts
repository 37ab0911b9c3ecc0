import { type Solution, type SolveQuestion, solveForTarget } from "../../models/analysis/solve.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** Goal seek for whoever asks but once; the threads keep a shelf of graphs. */
export function solveOnce(document: ModelDocument, question: SolveQuestion): Result<Solution> {
  return solveForTarget(document, question, new GraphShelf(mechanisms));
}
