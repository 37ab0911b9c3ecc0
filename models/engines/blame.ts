import type { Node } from "../language/graph.ts";
import type { Cells, Fault } from "../operations/operation.ts";
import { operations } from "../operations/table.ts";

/** Why an expression has no value: because it reads a cell without one, or by itself. */
export type Blame = { readonly kind: "inherits"; readonly line: number; readonly period: number } | Fault;

/** The innermost reason why an expression has no value in period `t`; undefined if it has one. */
export function blame<V>(node: Node, t: number, cells: Cells<V>): Blame | undefined {
  const { isDefined } = cells.arithmetic;
  if (isDefined(cells.value(node, t))) return undefined;
  const operation = operations[node.op];
  for (const operand of operation.inUse(node, t, cells)) {
    const found = blame(operand, t, cells);
    if (found !== undefined) return found;
  }
  for (const { line, period, outside } of operation.cells(node, t, cells)) {
    if (outside !== true && !isDefined(cells.read(line, period))) return { kind: "inherits", line, period };
  }
  return operation.fault(node, t, cells);
}
