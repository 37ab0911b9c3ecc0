import type { Instruction } from "../../engines/kernel/ir.ts";
import type { Value } from "../../engines/kernel/machine/value.ts";
import type { Machine } from "../../engines/kernel/machine.ts";
import type { Node } from "../../language/graph.ts";
import type { Cells } from "../operation.ts";
import { PURE_TIE } from "../ties.ts";

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

/** Where a table can be used: all keys have values and ascend, and so has x. */
export function usable(keys: readonly Value[], x: Instruction, m: Machine): Instruction {
  const { code } = m;
  const numbers = keys.map((key) => m.sound(key));
  const pairs = numbers.slice(1).map((key, i) => atMost(numbers[i] as Instruction, key, m));
  const known = m.careful ? [x, ...numbers].map((number) => m.finite(number)) : [];
  const all = [...known, ...pairs].reduce((a, b) => code.and(a, b), code.yes);
  m.mark(code.not(all));
  return all;
}

/** a ≤ b, ties included. */
export function atMost(a: Instruction, b: Instruction, m: Machine): Instruction {
  return m.truth(m.compare("<=", m.bounded(a), m.bounded(b), PURE_TIE)).holds;
}
