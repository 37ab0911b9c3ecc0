import { bySlopes } from "../adjoint.ts";
import { spreadsheetCall } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, native, operand, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";

export const abs: Operation = {
  ...pointwise,
  signature: { units: "m -> m", arity: [1, 1], flow: "first" },
  ...called("绝对值", "abs"),
  value: native({ decimal: (x) => x.abs(), float: Math.abs }),
  adjoint: bySlopes(([a = 0]) => [a === 0 ? Number.NaN : Math.sign(a)]),
  ...spreadsheetCall("ABS"),
  ...inline((node, m) => m.signed("abs", m.value(operand(node, 0)))),
};
