import { ZERO } from "../../engines/arithmetic/decimal.ts";
import { bySlopes } from "../adjoint.ts";
import { spreadsheetCall } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, native, operand, pointwise } from "../pointwise.ts";
import { PURE_TIE } from "../ties.ts";
import { called } from "../writing.ts";

/** Square root; a negative number within the tie band of zero counts as zero. */
export const sqrt: Operation = {
  ...pointwise,
  signature: { units: "1 -> 1", arity: [1, 1], flow: "never" },
  ...called("平方根", "sqrt"),
  value: native({
    decimal: (x) => (x.isNegative() && x.gte(-PURE_TIE) ? ZERO : x.sqrt()),
    float: squareRoot,
  }),
  fault: () => ({ kind: "rootUndefined" }),
  adjoint: bySlopes(([a = 0]) => [0.5 / squareRoot(a)]),
  ...spreadsheetCall("SQRT"),
  ...inline((node, m) => {
    const { code } = m;
    const { number } = m.value(operand(node, 0));
    const tooLow = code.apply("lt", number, code.constant(-PURE_TIE));
    return m.open(code.apply("sqrt", code.pick(tooLow, number, code.apply("greatest", number, code.constant(0)))));
  }),
};

export function squareRoot(x: number): number {
  return x < 0 && x >= -PURE_TIE ? 0 : Math.sqrt(x);
}
