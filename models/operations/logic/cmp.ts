import { stepwise } from "../adjoint.ts";
import { printedTruth } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { binary, inline, operand, pointwise } from "../pointwise.ts";
import { COMPARE, SUM } from "../writing.ts";

/** 1 if the relation holds, otherwise 0; values within max(absTol, 1e-9 of the larger) of each other count as equal. */
export const cmp: Operation = {
  ...pointwise,
  signature: { units: "mm -> 1", arity: "operator", flow: "never" },
  binds: COMPARE,
  write: (node, to) => `${to.text(operand(node, 0), SUM)} ${node.rel} ${to.text(operand(node, 1), SUM)}`,
  value: binary((arithmetic, a, b, { rel = "==", absTol = 0 }) => arithmetic.compare(rel, a, b, absTol)),
  adjoint: stepwise,
  ...printedTruth((node, sheet) => {
    const sign = node.rel === "==" ? "=" : node.rel === "!=" ? "<>" : node.rel;
    return `(${sheet.text(operand(node, 0))}${sign}${sheet.text(operand(node, 1))})`;
  }),
  ...inline((node, m) => {
    const { rel = "==", absTol = 0 } = node;
    return m.compare(rel, m.value(operand(node, 0)), m.value(operand(node, 1)), absTol);
  }),
};
