import { prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { storeComputation } from "../../models/compile/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { recordResultsOf } from "../model/results.ts";
import { headlineOf } from "./headline.ts";

/** What a revision keeps of how it was computed. */
export interface Computed {
  /** Absent of a portfolio, whose lines rest on those of its members: they are computed anew. */
  readonly lines?: string;
  readonly inputs?: string;
  /** Absent where the base scenario cannot be computed. */
  readonly results?: string;
}

/** The same for whoever saves but once. */
export async function computedOnce(document: ModelDocument): Promise<Result<Computed>> {
  if (document.members !== undefined) return succeed({});
  const prepared = prepareScenario(document, undefined, new GraphShelf(mechanisms));
  return succeed(computedFor(document, prepared.ok ? headlineOf(recordResultsOf(prepared.value)) : undefined));
}

/** @param results of the base scenario, as `headlineOf` writes them */
export function computedFor(document: ModelDocument, results: string | undefined): Computed {
  return { ...storeComputation(document, mechanisms), ...(results === undefined ? {} : { results }) };
}
