import type { Node } from "../../language/graph.ts";
import { bySlopes } from "../adjoint.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, operand, pointwise, unary } from "../pointwise.ts";
import { PREFIX, prefix } from "../writing.ts";

export const neg: Operation = {
  ...pointwise,
  signature: { units: "m -> m", arity: "operator", flow: "first" },
  ...prefix({ zh: "-", en: "-" }, PREFIX, PREFIX),
  value: unary((arithmetic, a) => arithmetic.neg(a)),
  adjoint: bySlopes(() => [-1]),
  ...printed(({ args: [a] }, sheet) => `(-${sheet.text(a as Node)})`),
  ...inline((node, m) => m.signed("neg", m.value(operand(node, 0)))),
};
