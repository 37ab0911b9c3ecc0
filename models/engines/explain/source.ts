import type { Graph, Node } from "../../language/graph.ts";
import { type CellContext, evaluateNode } from "../cell.ts";
import { isScalarLine, lineAt } from "../nodes.ts";

/** The expression that gave a cell its value, and the period it was worked out in. */
export interface CellSource {
  readonly node: Node;
  readonly period: number;
}

/**
 * Where a cell's value comes from: the formula in its own period, the opening formula in slot 0 of a period line. A line that keeps its
 * value meanwhile, as a yearly line does between year ends, was worked out in the period it changed last. Undefined for inputs and for opening values of 0.
 */
export function sourceOf<V>(graph: Graph, line: number, t: number, context: CellContext<V>): CellSource | undefined {
  const { node, opening } = lineAt(graph, line);
  if (isScalarLine(graph, line)) return node === undefined ? undefined : { node, period: 0 };
  const held = node !== undefined ? heldExpression(node, line) : undefined;
  if (held === undefined) return sourceIn(t, node, opening);
  let period = t;
  while (period > 0 && context.arithmetic.truth(evaluateNode(held.cond, period, context)) === false) period--;
  return sourceIn(period, held.yes, opening);
}

function sourceIn(period: number, node: Node | undefined, opening: Node | undefined): CellSource | undefined {
  const found = period === 0 ? opening : node;
  return found === undefined ? undefined : { node: found, period };
}

/** `condition ? yes : prev(self)`, the form every yearly line has. */
function heldExpression(node: Node, line: number): Extract<Node, { readonly op: "if" }> | undefined {
  return node.op === "if" && node.no.op === "prev" && node.no.line === line ? node : undefined;
}
