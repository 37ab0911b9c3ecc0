import type { Operation } from "../operation.ts";
import { inline, operand, pointwise, unary } from "../pointwise.ts";
import { PREFIX, prefix } from "../writing.ts";

export const neg: Operation = {
  ...pointwise,
  signature: { units: "m -> m", arity: "operator", flow: "first" },
  ...prefix({ zh: "-", en: "-" }, PREFIX, PREFIX),
  value: unary((arithmetic, a) => arithmetic.neg(a)),
  ...inline((node, m) => m.signed("neg", m.value(operand(node, 0)))),
};
