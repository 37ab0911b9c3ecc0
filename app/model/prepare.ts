import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { Result } from "../../models/wording/problem.ts";

/** One scenario of a document ready to evaluate, for whoever asks but once or brings a shelf of graphs. */
export function prepareOnce(
  document: ModelDocument,
  scenario: string | undefined,
  shelf: GraphShelf = new GraphShelf(mechanisms, 1),
): Result<Prepared> {
  return prepareScenario(document, scenario, shelf);
}

/** A shelf for whoever asks again and again. */
export const newShelf = (): GraphShelf => new GraphShelf(mechanisms);
