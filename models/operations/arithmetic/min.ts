import { spreadsheetCall } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { folded, inline, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";
import { extremeAdjoint } from "./extreme.ts";

/** The least of any number of operands; of none there is no least. */
export const min: Operation = {
  ...pointwise,
  signature: { units: "m.. -> m", arity: [1, 100], flow: "any" },
  ...called("最小", "min"),
  value: folded(
    (arithmetic, a, b) => arithmetic.min(a, b),
    ({ nothing }) => nothing,
  ),
  fault: ({ args }) => ({ kind: args.length === 0 ? "noOperand" : "tooLarge" }),
  adjoint: extremeAdjoint,
  ...spreadsheetCall("MIN"),
  ...inline(({ args }, m) =>
    m.extreme(
      "least",
      args.map((arg) => m.value(arg)),
    ),
  ),
};
