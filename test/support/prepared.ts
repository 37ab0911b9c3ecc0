import type { Decimal } from "decimal.js";
import { type Compiled, compile } from "../../models/compile/compile.ts";
import { contextOf } from "../../models/compile/context.ts";
import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Evaluation, evaluateRecord } from "../../models/engines/index.ts";
import type { Registry } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";

const shelves = new WeakMap<Registry, GraphShelf>();

/** As in the product, documents of one structure share their compiled graph. */
function shelfOf(registry: Registry): GraphShelf {
  const shelf = shelves.get(registry) ?? new GraphShelf(registry);
  shelves.set(registry, shelf);
  return shelf;
}

/** A scenario made ready as the product makes it ready; one that cannot be resolved is a mistake of the test. */
export function preparedOf(document: ModelDocument, scenario?: string, registry: Registry = mechanisms): Prepared {
  const prepared = prepareScenario(document, scenario, shelfOf(registry));
  if (!prepared.ok) throw new Error(prepared.problems.map(({ path, message }) => `${path}: ${message.en}`).join("\n"));
  return prepared.value;
}

/** The same with the values of the book of record. */
export function recordOf(
  document: ModelDocument,
  scenario?: string,
  registry: Registry = mechanisms,
): Prepared & { readonly evaluation: Evaluation<Decimal> } {
  const prepared = preparedOf(document, scenario, registry);
  return { ...prepared, evaluation: evaluateRecord(prepared.graph, prepared.bindings) };
}

/** The graph of a document with everything that is wrong with it. */
export function compiledOf(document: ModelDocument, registry: Registry = mechanisms): Compiled {
  return compile(contextOf(document, registry));
}
