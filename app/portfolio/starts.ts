import type { StartsProposal } from "../../models/analysis/portfolio/starts.ts";
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
      ? starts.filter(({ from, to }) => from !== to).map(({ member, to }) => ({ path: `members/${member}/startMonths`, value: to }))
      : [],
  };
}
