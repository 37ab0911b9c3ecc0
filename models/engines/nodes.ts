import type { Graph, Node } from "../language/graph.ts";
import { childrenOf } from "../language/nodes.ts";

type Holding<N extends Node, O> = N extends Node ? ([Extract<N["op"], O>] extends [never] ? never : N) : never;

/** The nodes with one of these operations. */
export type NodeOf<O extends Node["op"]> = Holding<Node, O>;

/** How an expression reads a line. `same` covers scalar lines too. */
/** `whole`: all values of a series, as a reducer reads them. */
export type ReadKind = "same" | "prev" | "lag" | "total" | "at" | "convolve" | "whole";

/** The line a node reads by itself (not through its operands), and how. */
export function directRead(node: Node): { readonly line: number; readonly kind: ReadKind } | undefined {
  switch (node.op) {
    case "line":
      return { line: node.line, kind: "same" };
    case "prev":
    case "lag":
    case "total":
    case "at":
    case "convolve":
      return { line: node.line, kind: node.op };
    default:
      return undefined;
  }
}

/** Every line a node reads by itself, a reducer's series included. */
export function linesRead(node: Node): readonly number[] {
  if (node.op === "reduce") return [...node.series, ...node.yearly];
  const read = directRead(node);
  return read === undefined ? [] : [read.line];
}

/** Visits every node of some expressions once, operands before the nodes that use them. */
export function visitNodes(roots: readonly Node[], visit: (node: Node) => void): void {
  const seen = new Set<Node>();
  const walk = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const operand of childrenOf(node)) walk(operand);
    visit(node);
  };
  for (const root of roots) walk(root);
}

/** The expressions of a line: its formula and its opening value, where it has them. */
export function lineExpressions(graph: Graph, line: number): Node[] {
  const { node, opening } = lineAt(graph, line);
  return [node, opening].filter((expression) => expression !== undefined);
}

/** The line with this index; throws on an index the graph does not have. */
export function lineAt(graph: Graph, line: number): Graph["lines"][number] {
  const found = graph.lines[line];
  if (found === undefined) throw new RangeError(`the graph has no line ${line}`);
  return found;
}

export function isScalarLine(graph: Graph, line: number): boolean {
  return lineAt(graph, line).axis === "scalar";
}

/** Tells expressions whose value is the same in every period; remembers its answers. */
export function scalarTest(graph: Graph): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  const test = (node: Node): boolean => {
    const answer = known.get(node);
    if (answer !== undefined) return answer;
    const scalar = decide(node);
    known.set(node, scalar);
    return scalar;
  };
  const decide = (node: Node): boolean => {
    switch (node.op) {
      case "line":
        return isScalarLine(graph, node.line);
      case "prev":
      case "lag":
      case "convolve":
        return false;
      case "total":
      case "at":
      case "reduce":
      case "none":
        return true;
      default:
        return childrenOf(node).every(test);
    }
  };
  return test;
}
