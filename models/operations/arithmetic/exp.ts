import { bySlopes } from "../adjoint.ts";
import { spreadsheetCall } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { native, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";

/** e to the power of x. */
export const exp: Operation = {
  ...pointwise,
  signature: { units: "1 -> 1", arity: [1, 1], flow: "never" },
  ...called("指数", "exp"),
  value: native({ decimal: (x) => x.exp(), float: Math.exp }),
  adjoint: bySlopes(([a = 0]) => [Math.exp(a)]),
  ...spreadsheetCall("EXP"),
};
