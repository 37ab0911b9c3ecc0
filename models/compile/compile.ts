import { buildGraph } from "../language/build.ts";
import type { Graph } from "../language/graph.ts";
import { mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { ExpandContext } from "./context.ts";
import { parameterLine } from "./expand/parameters.ts";
import { expand } from "./expand.ts";

export interface Compiled {
  readonly graph: Graph;
  /** Everything wrong with the document's values and formulas; the rest of the model works. */
  readonly problems: readonly Problem[];
}

/** The graph of a document; documents that differ in values only have the same one. */
export function compile(context: ExpandContext): Compiled {
  const expansion = expand(context);
  const graph = buildGraph(expansion.decls, { param: (id, axis) => parameterLine(context, id, axis)?.decl });
  return { graph, problems: mergeProblems(expansion.problems, graph.problems) };
}
