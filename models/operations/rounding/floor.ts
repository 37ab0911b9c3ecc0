import * as decimal from "../../engines/arithmetic/decimal.ts";
import * as float from "../../engines/arithmetic/float.ts";
import { stepwise } from "../adjoint.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, native, operand, pointwise } from "../pointwise.ts";
import { called } from "../writing.ts";
import { NOISE } from "./round.ts";

/** The largest integer not above x (向下取整); a hair below an integer counts as that integer. */
export const floor: Operation = {
  ...pointwise,
  signature: { units: "m -> m", arity: [1, 1], flow: "first" },
  ...called("向下取整", "floor"),
  value: native({
    decimal: (x) => (x.isInteger() ? x : x.plus(decimal.stepTie(x.abs())).floor()),
    float: (x) => Math.floor(x + float.stepTie(Math.abs(x))),
  }),
  adjoint: stepwise,
  ...printed((node, sheet) => `INT(ROUND(${sheet.text(operand(node, 0))},${NOISE}))`),
  ...inline((node, m) => m.step("floor", m.value(operand(node, 0)))),
};
