import type { Node } from "../../language/graph.ts";
import { operations } from "../../operations/table.ts";
import { floatArithmetic } from "../arithmetic/float.ts";
import { cellsOf } from "../cell.ts";
import type { Clock } from "../evaluation.ts";
import type { Callee } from "./ir.ts";

/** Where a host function finds the value of a line in slot `t`: `numbers[start + stride · t]`. */
export interface CellPlaces {
  readonly numbers: Float64Array;
  readonly at: (line: number) => { readonly start: number; readonly stride: number };
}

const OPERANDS_MAX = 8;
const operands: readonly Node[] = Array.from({ length: OPERANDS_MAX }, (_, line) => ({ op: "line", args: [], line }));

/** An operation as a function of its operands' values, at the time the clock says when it is called. */
export function hostFunction(callee: Callee, clock: () => Clock, places: CellPlaces): (...args: number[]) => number {
  const { value } = operations[callee.op];
  const read = (line: number, t: number): number => {
    const { start, stride } = places.at(line);
    return places.numbers[start + stride * t] as number;
  };
  return (...args) => {
    const cells = cellsOf({ arithmetic: floatArithmetic, ...clock(), read });
    const node = { ...callee, args: operands.slice(0, args.length) };
    return value(node, 0, { ...cells, read, value: (operand) => args[operand.line as number] as number });
  };
}
