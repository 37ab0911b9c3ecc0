import { stepwise } from "../adjoint.ts";
import { printedTruth } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { flag, inline, operand, pointwise, unary } from "../pointwise.ts";
import { COMPARE, prefix, TIGHTEST } from "../writing.ts";

/** 1 for zero, 0 for anything else. */
export const not: Operation = {
  ...pointwise,
  signature: { units: "1 -> 1", arity: "operator", flow: "never" },
  ...prefix({ zh: "非 ", en: "not " }, COMPARE, TIGHTEST),
  value: unary((arithmetic, a) => {
    const truth = arithmetic.truth(a);
    return flag(arithmetic, truth === undefined ? undefined : !truth);
  }),
  adjoint: stepwise,
  ...printedTruth(({ args }, sheet) => `NOT(${args.map((arg) => sheet.test(arg)).join(",")})`),
  ...inline((node, m) => {
    const test = m.truthOf(operand(node, 0));
    return m.flag({ ...test, holds: m.code.not(test.holds) });
  }),
};
