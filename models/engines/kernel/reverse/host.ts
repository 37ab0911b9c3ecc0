import type { Node } from "../../../language/graph.ts";
import type { Tape } from "../../../operations/adjoint.ts";
import { operations } from "../../../operations/table.ts";
import { floatArithmetic } from "../../arithmetic/float.ts";
import { cellsOf } from "../../cell.ts";
import type { Clock } from "../../evaluation.ts";
import type { Callee } from "../ir.ts";
import type { CellPlaces } from "../runtime.ts";

interface Backwards {
  readonly values: CellPlaces;
  readonly slopes: CellPlaces;
  readonly isActive: (line: number) => boolean;
}

/** The slope of an operation in one of its operands, at their values. */
export function slopeFunction(callee: Callee, clock: () => Clock, values: CellPlaces): (...args: number[]) => number {
  return (...args) => {
    let slope = 0;
    const give = (operand: Node, _t: number, adjoint: number): void => {
      if (operand.line === callee.slopeIn) slope += adjoint;
    };
    runBack({ callee, args, clock, values }, 1, { give, giveCell: () => {} });
    return slope;
  };
}

/** Hands a slope on to the cells an operation reads by itself; called with the slope and the values of its operands. */
export function handing(
  callee: Callee,
  clock: () => Clock,
  { values, slopes, isActive }: Backwards,
): (...args: number[]) => number {
  const giveCell = (line: number, period: number, adjoint: number): void => {
    if (!isActive(line)) return;
    const { start, stride } = slopes.at(line);
    const slot = start + stride * period;
    slopes.numbers[slot] = (slopes.numbers[slot] as number) + adjoint;
  };
  return (slope = 0, ...args) => {
    runBack({ callee, args, clock, values }, slope, { give: () => {}, giveCell });
    return 0;
  };
}

interface Call {
  readonly callee: Callee;
  readonly args: readonly number[];
  readonly clock: () => Clock;
  readonly values: CellPlaces;
}

function runBack(
  { callee, args, clock, values }: Call,
  slope: number,
  { give, giveCell }: Pick<Tape, "give" | "giveCell">,
): void {
  const read = (line: number, t: number): number => {
    const { start, stride } = values.at(line);
    return values.numbers[start + stride * t] as number;
  };
  const cells = cellsOf({ arithmetic: floatArithmetic, ...clock(), read });
  const operands = args.map((_, line): Node => ({ op: "line", args: [], line }));
  const tape: Tape = {
    ...cells,
    ...clock(),
    arithmetic: floatArithmetic,
    read,
    value: (operand) => args[operand.line as number] as number,
    give,
    giveCell,
    kink: () => {},
    kinkCell: () => {},
  };
  operations[callee.op].adjoint({ ...callee, args: operands }, 0, slope, tape);
}
