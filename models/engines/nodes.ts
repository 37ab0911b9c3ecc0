import type { Graph, GraphLine, Node } from "../language/graph.ts";
import { childrenOf, linesRead } from "../language/nodes.ts";
import { readsWhole } from "../operations/operation.ts";
import { operations } from "../operations/table.ts";

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

/** How far what a line rests on is followed. */
interface Following {
  /** Lines whose formula is not followed. */
  readonly stopsAt?: (line: GraphLine) => boolean;
  /** What a line rests on that its formula does not name. */
  readonly beside?: (line: GraphLine) => readonly number[];
}

/** Some lines and all lines their formulas rest on. */
export function linesUnder(
  graph: Graph,
  outputs: readonly number[],
  { stopsAt, beside }: Following = {},
): ReadonlySet<number> {
  const found = new Set<number>();
  const waiting = [...outputs];
  const seen = new Set<Node>();
  const walk = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    waiting.push(...linesRead(node));
    childrenOf(node).forEach(walk);
  };
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (found.has(index)) continue;
    found.add(index);
    const line = lineAt(graph, index);
    if (stopsAt?.(line) === true) continue;
    lineExpressions(graph, index).forEach(walk);
    if (beside !== undefined) waiting.push(...beside(line));
  }
  return found;
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
    const { reads } = operations[node.op];
    if (reads === "same") return isScalarLine(graph, node.line ?? -1);
    return readsWhole(reads) || (reads === "none" && childrenOf(node).every(test));
  };
  return test;
}
