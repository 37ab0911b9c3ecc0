import { spreadsheetCall } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { folded, inline, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";
import { extremeAdjoint } from "./extreme.ts";

/** The greatest of any number of operands; of none there is no greatest. */
export const max: Operation = {
  ...pointwise,
  signature: { units: "m.. -> m", arity: [1, 100], flow: "any" },
  ...called("最大", "max"),
  value: folded(
    (arithmetic, a, b) => arithmetic.max(a, b),
    ({ nothing }) => nothing,
  ),
  fault: ({ args }) => ({ kind: args.length === 0 ? "noOperand" : "tooLarge" }),
  adjoint: extremeAdjoint,
  ...spreadsheetCall("MAX"),
  ...inline(({ args }, m) =>
    m.extreme(
      "greatest",
      args.map((arg) => m.value(arg)),
    ),
  ),
};
