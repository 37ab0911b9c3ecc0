import { ZERO } from "../../engines/arithmetic/decimal.ts";
import { PURE_TIE } from "../../engines/ties.ts";
import type { Operation } from "../operation.ts";
import { native, pointwise } from "../pointwise.ts";
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
};

export function squareRoot(x: number): number {
  return x < 0 && x >= -PURE_TIE ? 0 : Math.sqrt(x);
}
