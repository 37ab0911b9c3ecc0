import { PURE_TIE } from "../../engines/ties.ts";
import type { Node } from "../../language/graph.ts";
import type { Cells } from "../operation.ts";

/** A column of a table node: 0 the keys, 1 the values. */
export const column = (node: Node, i: 0 | 1): readonly Node[] => node.lists?.[i] ?? [];

/** The values of the keys; undefined unless all are defined and ascend, ties allowed. */
export function keysInOrder<V>(node: Node, t: number, cells: Cells<V>): readonly V[] | undefined {
  const { arithmetic } = cells;
  const keys = column(node, 0).map((key) => cells.value(key, t));
  const inOrder = keys.every((key, i) => {
    const before = keys[i - 1];
    return before === undefined
      ? arithmetic.isDefined(key)
      : arithmetic.truth(arithmetic.compare("<=", before, key, PURE_TIE)) === true;
  });
  return inOrder ? keys : undefined;
}

/** Index of the last key ≤ x, ties included; -1 below the first. */
export function lastKeyAtMost<V>(keys: readonly V[], x: V, { arithmetic }: Cells<V>): number {
  const above = keys.findIndex((key) => arithmetic.truth(arithmetic.compare("<=", key, x, PURE_TIE)) !== true);
  return above < 0 ? keys.length - 1 : above - 1;
}
