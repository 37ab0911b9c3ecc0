import { type Advice, adviceFor } from "../../models/analysis/advise/advise.ts";
import type { AdviceQuestion } from "../../models/analysis/advise/question.ts";
import { loadSolver } from "../../models/analysis/solver/solver.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** Words for hosts that print an answer. */
export { BEARER_LABELS } from "../../models/analysis/advise/bearers.ts";
export { END_WORDS } from "../../models/analysis/advise/words.ts";

/** Advice for whoever asks but once; undefined where it was stopped before there was any. */
export async function adviseOnce(
  document: ModelDocument,
  question: AdviceQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Promise<Result<Advice | undefined>> {
  return adviceFor(document, question, shelf, await loadSolver());
}
