import type { Node } from "../../language/graph.ts";
import { operations } from "../../operations/table.ts";
import { floatArithmetic } from "../arithmetic/float.ts";
import { cellsOf } from "../cell.ts";
import type { Clock } from "../evaluation.ts";
import type { Callee } from "./ir.ts";

/** Value of a line in a slot, as a host function reads it. */
export type CellReader = (line: number, t: number) => number;

const OPERANDS_MAX = 8;
const operands: readonly Node[] = Array.from({ length: OPERANDS_MAX }, (_, line) => ({ op: "line", args: [], line }));

/** An operation as a function of its operands' values; it reads lines as `read` does, at the time the clock says when it is called. */
export function hostFunction(callee: Callee, clock: () => Clock, read: CellReader): (...args: number[]) => number {
  const { value } = operations[callee.op];
  return (...args) => {
    const cells = cellsOf({ arithmetic: floatArithmetic, ...clock(), read });
    const node = { ...callee, args: operands.slice(0, args.length) };
    return value(node, 0, { ...cells, read, value: (operand) => args[operand.line as number] as number });
  };
}
