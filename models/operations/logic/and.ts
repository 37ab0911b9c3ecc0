import { stepwise } from "../adjoint.ts";
import { printedTruth } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { binary, flag, inline, operand, pointwise } from "../pointwise.ts";
import { AND, COMPARE, infix } from "../writing.ts";

/** 1 if both are other than zero, otherwise 0; both must be defined. */
export const and: Operation = {
  ...pointwise,
  signature: { units: "11 -> 1", arity: "operator", flow: "never" },
  ...infix({ zh: "且", en: "and" }, AND, AND, COMPARE),
  value: binary((arithmetic, a, b) => {
    const [left, right] = [arithmetic.truth(a), arithmetic.truth(b)];
    return flag(arithmetic, left === undefined || right === undefined ? undefined : left && right);
  }),
  adjoint: stepwise,
  ...printedTruth(({ args }, sheet) => `AND(${args.map((arg) => sheet.test(arg)).join(",")})`),
  ...inline((node, m) => {
    return m.both(m.truthOf(operand(node, 0)), m.truthOf(operand(node, 1)), (a, b) => m.code.and(a, b));
  }),
};
