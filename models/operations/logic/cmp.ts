import type { Node } from "../../language/graph.ts";
import { stepwise } from "../adjoint.ts";
import { printedTruth, type Sheet } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { binary, inline, operand, pointwise } from "../pointwise.ts";
import { PURE_TIE } from "../ties.ts";
import { COMPARE, SUM } from "../writing.ts";

/** 1 if the relation holds, otherwise 0; values within max(absTol, 1e-9 of the larger) of each other count as equal. */
export const cmp: Operation = {
  ...pointwise,
  signature: { units: "mm -> 1", arity: "operator", flow: "never" },
  binds: COMPARE,
  write: (node, to) => `${to.text(operand(node, 0), SUM)} ${node.rel} ${to.text(operand(node, 1), SUM)}`,
  value: binary((arithmetic, a, b, { rel = "==", absTol = 0 }) => arithmetic.compare(rel, a, b, absTol)),
  adjoint: stepwise,
  ...printedTruth(compared),
  ...inline((node, m) => {
    const { rel = "==", absTol = 0 } = node;
    return m.compare(rel, m.value(operand(node, 0)), m.value(operand(node, 1)), absTol);
  }),
};

/** Pure numbers are compared as they are, as people write it; money and areas by the band within which they are equal. */
function compared(node: Node, sheet: Sheet): string {
  const { rel = "==", absTol = 0 } = node;
  const [a, b] = [sheet.text(operand(node, 0)), sheet.text(operand(node, 1))];
  const isPure = absTol <= PURE_TIE;
  if (rel === "==") return isPure ? `(${a}=${b})` : `(ABS(${a}-${b})<=${absTol})`;
  if (rel === "!=") return isPure ? `(${a}<>${b})` : `(ABS(${a}-${b})>${absTol})`;
  if (isPure) return `(${a}${rel}${b})`;
  const sign = rel === ">" || rel === "<=" ? "+" : "-";
  const isZero = Number(operand(node, 1).text) === 0;
  const limit = isZero ? `${sign === "-" ? sign : ""}${absTol}` : `${b}${sign}${absTol}`;
  return `(${a}${rel}${limit})`;
}
