import type { PortfolioQuestion } from "../../models/analysis/portfolio/portfolio.ts";
import { proposeStarts, type StartsProposal } from "../../models/analysis/portfolio/starts.ts";
import { loadSolver } from "../../models/analysis/solver/solver.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { StartsView } from "../contract.ts";

/** The proposal as the face and the command line show it, with the edits that take it over. */
export function startsView({ found, starts, checks, message, obstacles }: StartsProposal): Omit<StartsView, "version"> {
  const text = (value: { toFixed(decimals: number): string } | undefined): string | null => value?.toFixed(2) ?? null;
  return {
    found,
    starts: starts.map(({ change, ...start }) => ({ ...start, change: change.toFixed(2) })),
    checks: checks.map(({ before, after, ...check }) => ({ ...check, before: text(before), after: text(after) })),
    message,
    obstacles,
    edits: found
      ? starts
          .filter(({ from, to }) => from !== to)
          .map(({ member, to }) => ({ path: `members/${member}/startMonths`, value: to }))
      : [],
  };
}

/** Starts for whoever asks but once; nothing where it was stopped. */
export async function proposeOnce(
  document: ModelDocument,
  question: Pick<PortfolioQuestion, "supplied" | "onProgress" | "shouldStop">,
): Promise<Result<StartsProposal | undefined>> {
  return proposeStarts(document, { ...question, shelf: new GraphShelf(mechanisms) }, await loadSolver());
}
