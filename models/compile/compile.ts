import { buildGraph } from "../language/build.ts";
import type { Declarations } from "../language/declarations.ts";
import type { Graph } from "../language/graph.ts";
import type { InputDecl } from "../language/line.ts";
import { mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { ExpandContext } from "./context.ts";
import { parameterLine } from "./expand/parameters.ts";
import { expand } from "./expand.ts";

export interface Compiled {
  readonly graph: Graph;
  /** Everything wrong with the document's values and formulas; the rest of the model works. */
  readonly problems: readonly Problem[];
  readonly declarations: Declarations;
}

/** The graph of a document; documents that differ in values only have the same one. */
export function compile(context: ExpandContext): Compiled {
  const { decls, problems } = expand(context);
  const parameters = new Map<string, InputDecl>();
  const graph = buildGraph(decls, {
    param: (id, axis) => {
      const decl = parameterLine(context, id, axis)?.decl;
      if (decl !== undefined) parameters.set(decl.id, decl);
      return decl;
    },
  });
  return {
    graph,
    problems: mergeProblems(problems, graph.problems),
    declarations: { decls, parameters: [...parameters.values()] },
  };
}
