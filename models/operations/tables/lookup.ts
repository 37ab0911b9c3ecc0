import { order } from "../../engines/arithmetic/float.ts";
import type { Instruction } from "../../engines/kernel/ir.ts";
import type { Value } from "../../engines/kernel/machine/value.ts";
import type { Machine } from "../../engines/kernel/machine.ts";
import type { Node } from "../../language/graph.ts";
import { printed } from "../excel.ts";
import type { Cells, Operation } from "../operation.ts";
import { inline, operand, pointwise } from "../pointwise.ts";
import { PURE_TIE } from "../ties.ts";
import { calledWith, LOOSEST } from "../writing.ts";
import { atMost, column, keysInOrder, lastKeyAtMost, usable } from "./rows.ts";

/**
 * Value of a table at x (查表). Mode `step`: of the last key ≤ x, 0 below the first; `linear`: interpolated, flat outside. Keys must
 * ascend, or there is no value.
 */
export const lookup: Operation = {
  ...pointwise,
  signature: { units: "kvk -> v", arity: [2, 3], flow: "never" },
  ...calledWith("查表", "lookup", (node, to) => [
    to.column(column(node, 1)),
    to.text(operand(node, 0), LOOSEST),
    ...(node.mode === "linear" ? ["linear"] : []),
  ]),
  value: (node, t, cells) => {
    const { arithmetic } = cells;
    const keys = keysInOrder(node, t, cells);
    const x = cells.value(operand(node, 0), t);
    if (keys === undefined || !arithmetic.isDefined(x)) return arithmetic.nothing;
    const [row, next] = rowsRead(node, keys, x, cells);
    if (row === undefined) return arithmetic.zero;
    const value = (i: number) => cells.value(column(node, 1)[i] as Node, t);
    if (next === undefined) return value(row);
    const [from, to] = [row, next].map((i) => keys[i] as typeof x) as [typeof x, typeof x];
    const share = arithmetic.div(arithmetic.sub(x, from), arithmetic.sub(to, from));
    const start = value(row);
    return arithmetic.add(start, arithmetic.mul(share, arithmetic.sub(value(next), start)));
  },
  inUse: (node, t, cells) => {
    const keys = keysInOrder(node, t, cells);
    const x = cells.value(operand(node, 0), t);
    if (keys === undefined || !cells.arithmetic.isDefined(x)) return [operand(node, 0), ...column(node, 0)];
    const rows = rowsRead(node, keys, x, cells);
    return [operand(node, 0), ...rows.flatMap((i) => [column(node, 0)[i] as Node, column(node, 1)[i] as Node])];
  },
  fault: (node, t, cells) => ({ kind: keysInOrder(node, t, cells) === undefined ? "tableOrder" : "tooLarge" }),
  adjoint: (node, t, adjoint, tape) => {
    const x = operand(node, 0);
    const keys = keysInOrder(node, t, tape) ?? [];
    const at = tape.value(x, t);
    const [row, next] = rowsRead(node, keys, at, tape);
    const value = (i: number): Node => column(node, 1)[i] as Node;
    if (node.mode !== "linear") for (const cell of [x, ...column(node, 0)]) tape.kink(cell, t, "step");
    if (row === undefined) return;
    if (node.mode === "linear" && order(at, keys[row] as number, PURE_TIE) === 0) tape.kink(x, t, "corner");
    if (next === undefined) {
      tape.give(value(row), t, adjoint);
      return;
    }
    const [from, to] = [keys[row] as number, keys[next] as number];
    const share = (at - from) / (to - from);
    const slope = (tape.value(value(next), t) - tape.value(value(row), t)) / (to - from);
    tape.give(value(row), t, adjoint * (1 - share));
    tape.give(value(next), t, adjoint * share);
    tape.give(column(node, 0)[row] as Node, t, -adjoint * slope * (1 - share));
    tape.give(column(node, 0)[next] as Node, t, -adjoint * slope * share);
    tape.give(x, t, adjoint * slope);
  },
  ...printed((node, sheet) => {
    const [keys, values] = [sheet.ascending(column(node, 0)), sheet.list(column(node, 1))];
    const [x, count] = [sheet.text(operand(node, 0)), column(node, 0).length];
    const row = `MATCH(${x},${keys},1)`;
    const value = (range: string, at: string | number): string => `INDEX(${range},${at})`;
    if (node.mode !== "linear") return `IF(${x}<${value(keys, 1)},0,${value(values, row)})`;
    const two = (range: string): string => `${value(range, row)}:${value(range, `${row}+1`)}`;
    const inside = `FORECAST(${x},${two(values)},${two(keys)})`;
    const notAbove = `IF(${x}>=${value(keys, count)},${value(values, count)},${inside})`;
    return `IF(${x}<=${value(keys, 1)},${value(values, 1)},${notAbove})`;
  }),
  ...inline(lookedUp),
};

function lookedUp(node: Node, m: Machine): Value {
  const { code } = m;
  const keys = column(node, 0).map((key) => m.value(key));
  const value = (i: number): Value => m.value(column(node, 1)[i] as Node);
  const x = m.sound(m.value(operand(node, 0)));
  const known = usable(keys, x, m);
  const linear = node.mode === "linear";
  let { number, bounded } = linear && keys.length > 0 ? value(0) : m.constant(0);
  let reached = code.yes;
  for (const [i, key] of keys.entries()) {
    const next = linear ? keys[i + 1] : undefined;
    reached = code.and(reached, atMost(key.number, x, m));
    const row = m.under(reached, () => (next === undefined ? value(i) : between(i, [key, next], x)));
    bounded &&= row.bounded;
    number = code.pick(reached, row.number, number);
  }
  return { number: m.careful ? m.where(known, number) : number, bounded };

  function between(i: number, [from, to]: readonly [Value, Value], x: Instruction): Value {
    const before = code.not(atMost(to.number, x, m));
    return m.under(before, () => {
      const [part, whole] = [x, to.number].map((end) => m.open(code.apply("sub", end, from.number))) as [Value, Value];
      const start = value(i).number;
      const rise = code.apply("sub", value(i + 1).number, start);
      return m.open(code.apply("add", start, code.apply("mul", m.divide(part, whole).number, rise)));
    });
  }
}

/** The rows whose values are used: none below the first key of a step table, two between the keys of a linear one. */
function rowsRead<V>({ mode }: Node, keys: readonly V[], x: V, cells: Cells<V>): readonly number[] {
  const i = lastKeyAtMost(keys, x, cells);
  if (i < 0) return mode === "linear" && keys.length > 0 ? [0] : [];
  return mode === "linear" && i + 1 < keys.length ? [i, i + 1] : [i];
}
