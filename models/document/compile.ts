import { evaluateRecord } from "../engines/index.ts";
import { buildGraph } from "../language/build.ts";
import type { Graph } from "../language/graph.ts";
import type { Problem } from "../wording/problem.ts";
import { bindPrepared } from "./bind.ts";
import type { Registry } from "./component.ts";
import { prepare } from "./expand/context.ts";
import { parameterLine } from "./expand/parameters.ts";
import { expandPrepared } from "./expand.ts";
import { mergeProblems } from "./problem.ts";
import type { ModelDocument } from "./schema.ts";

/** A document's graph. Scenarios that change values only share it. */
export interface CompiledModel {
  readonly document: ModelDocument;
  readonly registry: Registry;
  readonly graph: Graph;
  /** Everything wrong with the document's values and formulas; the rest of the model works. */
  readonly problems: readonly Problem[];
}

export function compileModel(document: ModelDocument, registry: Registry): CompiledModel {
  const context = prepare(document, registry);
  const expansion = expandPrepared(context);
  const graph = buildGraph(expansion.decls, { param: (id, axis) => parameterLine(context, id, axis)?.decl });
  return { document, registry, graph, problems: mergeProblems(expansion.problems, graph.problems) };
}
