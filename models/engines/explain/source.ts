import type { Graph, Node } from "../../language/graph.ts";
import type { Cells } from "../../operations/operation.ts";
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
export function sourceOf<V>(graph: Graph, line: number, t: number, cells: Cells<V>): CellSource | undefined {
  const { node, opening } = lineAt(graph, line);
  if (isScalarLine(graph, line)) return node === undefined ? undefined : { node, period: 0 };
  const held = node !== undefined ? heldExpression(node, line) : undefined;
  if (held === undefined) return sourceIn(t, node, opening);
  let period = t;
  while (period > 0 && cells.arithmetic.truth(cells.value(held.condition, period)) === false) period--;
  return sourceIn(period, held.value, opening);
}

function sourceIn(period: number, node: Node | undefined, opening: Node | undefined): CellSource | undefined {
  const found = period === 0 ? opening : node;
  return found === undefined ? undefined : { node: found, period };
}

/** `condition ? value : prev(self)`, the form every yearly line has. */
function heldExpression(
  { op, args }: Node,
  line: number,
): { readonly condition: Node; readonly value: Node } | undefined {
  const [condition, value, before] = args;
  if (op !== "if" || before?.op !== "prev" || before.line !== line) return undefined;
  return condition === undefined || value === undefined ? undefined : { condition, value };
}
