import { order } from "../../engines/arithmetic/float.ts";
import type { Adjoint } from "../adjoint.ts";
import { operand } from "../pointwise.ts";
import { PURE_TIE } from "../ties.ts";

/** To the operand that is the value; where another is as near as makes no difference, both are told of the corner. */
export const extremeAdjoint: Adjoint = (node, t, adjoint, tape) => {
  const value = tape.value(node, t);
  const near = node.args.filter((arg) => order(tape.value(arg, t), value, PURE_TIE) === 0);
  const chosen = near.find((arg) => tape.value(arg, t) === value) ?? operand(node, 0);
  tape.give(chosen, t, adjoint);
  if (near.length > 1) for (const arg of near) tape.kink(arg, t, "corner");
};
