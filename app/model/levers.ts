import { type Frontier, type FrontierQuestion, frontierOf } from "../../models/analysis/frontier/frontier.ts";
import { type LeversAnswer, type LeversQuestion, leversFor } from "../../models/analysis/levers/levers.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** Sensitivities for whoever asks but once; undefined where it was stopped. */
export function leversOnce(
  document: ModelDocument,
  question: LeversQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<LeversAnswer | undefined> {
  return leversFor(document, question, shelf);
}

/** A frontier for whoever asks but once; undefined where it was stopped. */
export function frontierOnce(
  document: ModelDocument,
  question: FrontierQuestion,
  shelf: GraphShelf = new GraphShelf(mechanisms),
): Result<Frontier | undefined> {
  return frontierOf(document, question, shelf);
}
