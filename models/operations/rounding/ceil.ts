import * as decimal from "../../engines/arithmetic/decimal.ts";
import * as float from "../../engines/arithmetic/float.ts";
import type { Operation } from "../operation.ts";
import { inline, native, operand, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";

/** The smallest integer not below x (向上取整); a hair above an integer counts as that integer. */
export const ceil: Operation = {
  ...pointwise,
  signature: { units: "m -> m", arity: [1, 1], flow: "first" },
  ...called("向上取整", "ceil"),
  value: native({
    decimal: (x) => (x.isInteger() ? x : x.minus(decimal.stepTie(x.abs())).ceil()),
    float: (x) => Math.ceil(x - float.stepTie(Math.abs(x))),
  }),
  ...inline((node, m) => m.step("ceil", m.value(operand(node, 0)))),
};
