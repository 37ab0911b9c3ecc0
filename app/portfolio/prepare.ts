import { type PortfolioQuestion, type PreparedPortfolio, preparePortfolio } from "../../models/analysis/portfolio/portfolio.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** A portfolio ready to evaluate, for whoever asks but once. */
export function preparePortfolioOnce(
  document: ModelDocument,
  question: Omit<PortfolioQuestion, "shelf">,
): Result<PreparedPortfolio> {
  return preparePortfolio(document, { ...question, shelf: new GraphShelf(mechanisms, 2) });
}
