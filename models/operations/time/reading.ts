import type { Node } from "../../language/graph.ts";
import { childrenOf } from "../../language/nodes.ts";
import type { Tape } from "../adjoint.ts";
import type { CellRead, Cells, Operation } from "../operation.ts";

/** What operations have in common that read cells of one line. */
export const reading = {
  opening: "nothing",
  inUse: childrenOf,
  fault: () => ({ kind: "tooLarge" }),
  remark: () => undefined,
  decisive: () => [],
  calls: () => false,
} as const satisfies Partial<Operation>;

/** The line a reading node names. */
export const lineOf = (node: Node): number => node.line as number;

/** The one cell in `period`: none if that is not known, 0 in its place outside the horizon. */
export function oneCell(node: Node, period: number): readonly CellRead[] {
  if (Number.isNaN(period)) return [];
  const line = lineOf(node);
  return [period === 0 ? { line, period, outside: true } : { line, period }];
}

/** Value of that one cell. */
export function cellValue<V>(node: Node, period: number, cells: Cells<V>): V {
  if (Number.isNaN(period)) return cells.arithmetic.nothing;
  return period === 0 ? cells.arithmetic.zero : cells.read(lineOf(node), period);
}

/** Hands an adjoint on to that one cell. */
export function giveOne(node: Node, period: number, adjoint: number, tape: Tape): void {
  if (period > 0) tape.giveCell(lineOf(node), period, adjoint);
}

/** All periods of a line. */
export function everyCell<V>(node: Node, cells: Cells<V>): readonly CellRead[] {
  return Array.from({ length: cells.periods }, (_, i) => ({ line: lineOf(node), period: i + 1 }));
}
