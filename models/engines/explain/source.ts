import type { Graph, Node } from "../../language/graph.ts";
import type { Cells } from "../../operations/operation.ts";
import { isScalarLine, lineAt } from "../nodes.ts";

/** The expression that gave a cell its value, and the period it was worked out in. */
export interface CellSource {
  readonly node: Node;
  readonly period: number;
}

/**
 * Where a cell's value comes from: the formula in its own period, the opening formula in slot 0 of a period line. A yearly line keeps its
 * value between year ends, so the source is the year end it was worked out at. Undefined for inputs and for opening values of 0.
 */
export function sourceOf<V>(graph: Graph, line: number, t: number, cells: Cells<V>): CellSource | undefined {
  const { node, opening, axis } = lineAt(graph, line);
  if (isScalarLine(graph, line)) return node === undefined ? undefined : { node, period: 0 };
  const held = axis === "year" && node !== undefined ? heldExpression(node, line) : undefined;
  if (held === undefined) return sourceIn(t, node, opening);
  let period = t;
  while (period > 0 && cells.arithmetic.truth(cells.value(held.yearend, period)) === false) period--;
  return sourceIn(period, held.value, opening);
}

function sourceIn(period: number, node: Node | undefined, opening: Node | undefined): CellSource | undefined {
  const found = period === 0 ? opening : node;
  return found === undefined ? undefined : { node: found, period };
}

/** `yearend ? value : prev(self)`, the form every yearly line has. */
function heldExpression(
  { op, args }: Node,
  line: number,
): { readonly yearend: Node; readonly value: Node } | undefined {
  const [yearend, value, before] = args;
  if (op !== "if" || before?.op !== "prev" || before.line !== line) return undefined;
  return yearend === undefined || value === undefined ? undefined : { yearend, value };
}
