import type { Node } from "../language/graph.ts";
import type { Cells } from "./operation.ts";

/** `step`: the value changes in jumps and stands still in between; `corner`: two slopes meet here, or the slope is infinite. */
export type Kink = "step" | "corner";

/** What one run backwards collects: adjoints, the change of the result per change of a value. Contributions add up. */
export interface Tape extends Cells<number> {
  /** To an operand in period `t`. */
  give(operand: Node, t: number, adjoint: number): void;
  /** To a cell read. */
  giveCell(line: number, period: number, adjoint: number): void;
  /** The value has no slope in this operand here: whoever wants its effect must try it. */
  kink(operand: Node, t: number, kind: Kink): void;
  kinkCell(line: number, period: number, kind: Kink): void;
}

/** Hands the adjoint of a node's value in period `t` on to its operands and to the cells it reads. Asked where the node has a value. */
export type Adjoint = (node: Node, t: number, adjoint: number, tape: Tape) => void;

/** From the slopes in the operands; one that is not finite is a corner. */
export function bySlopes(slopes: (values: readonly number[], node: Node) => readonly number[]): Adjoint {
  return (node, t, adjoint, tape) => {
    const values = node.args.map((arg) => tape.value(arg, t));
    for (const [i, slope] of slopes(values, node).entries()) {
      const arg = node.args[i] as Node;
      if (Number.isFinite(slope)) tape.give(arg, t, adjoint * slope);
      else tape.kink(arg, t, "corner");
    }
  };
}

/** Operations that move in steps of every operand, as comparisons do. */
export const stepwise: Adjoint = ({ args }, t, _adjoint, tape) => {
  for (const arg of args) tape.kink(arg, t, "step");
};

/** Operations of nothing. */
export const constant: Adjoint = () => {};
