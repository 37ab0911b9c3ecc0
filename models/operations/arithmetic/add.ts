import type { Operation } from "../operation.ts";
import { folded, pointwise } from "../pointwise.ts";
import { infix, PRODUCT, SUM } from "../writing.ts";

/** Sum of any number of operands, from the first to the last. */
export const add: Operation = {
  ...pointwise,
  signature: { units: "m.. -> m", arity: "operator", flow: "any" },
  opening: "known",
  ...infix("+", SUM, SUM, PRODUCT),
  value: folded(
    (arithmetic, a, b) => arithmetic.add(a, b),
    ({ zero }) => zero,
  ),
};
