import { NOTHING } from "../../engines/arithmetic/decimal.ts";
import { bySlopes } from "../adjoint.ts";
import { spreadsheetCall } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { native, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";

/** Natural logarithm of a positive number. */
export const ln: Operation = {
  ...pointwise,
  signature: { units: "1 -> 1", arity: [1, 1], flow: "never" },
  ...called("自然对数", "ln"),
  value: native({ decimal: (x) => (x.gt(0) ? x.ln() : NOTHING), float: (x) => (x > 0 ? Math.log(x) : Number.NaN) }),
  fault: () => ({ kind: "logUndefined" }),
  adjoint: bySlopes(([a = 0]) => [1 / a]),
  ...spreadsheetCall("LN"),
};
