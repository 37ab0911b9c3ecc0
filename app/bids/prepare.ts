import { type BidsQuestion, type PreparedBids, prepareBids } from "../../models/analysis/bids/bids.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** Lines of a comparison of bids, told apart from those of the model by their first word. */
export const isBidCell = (cell: string, { tender }: ModelDocument): boolean =>
  tender !== undefined && /^(?:bid|tender|self)\./.test(cell);

/** A comparison for whoever asks but once or brings a shelf of graphs. */
export function prepareBidsOnce(
  document: ModelDocument,
  { shelf = new GraphShelf(mechanisms), ...question }: Partial<BidsQuestion>,
): Result<PreparedBids> {
  return prepareBids(document, { ...question, shelf });
}
