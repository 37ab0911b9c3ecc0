import * as decimal from "../../engines/arithmetic/decimal.ts";
import * as float from "../../engines/arithmetic/float.ts";
import { stepwise } from "../adjoint.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, native, operand, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";
import { NOISE } from "./round.ts";

/** The smallest integer not below x (向上取整); a hair above an integer counts as that integer. */
export const ceil: Operation = {
  ...pointwise,
  signature: { units: "m -> m", arity: [1, 1], flow: "first" },
  ...called("向上取整", "ceil"),
  value: native({
    decimal: (x) => (x.isInteger() ? x : x.minus(decimal.stepTie(x.abs())).ceil()),
    float: (x) => Math.ceil(x - float.stepTie(Math.abs(x))),
  }),
  adjoint: stepwise,
  ...printed((node, sheet) => `(-INT(-ROUND(${sheet.text(operand(node, 0))},${NOISE})))`),
  ...inline((node, m) => m.step("ceil", m.value(operand(node, 0)))),
};
