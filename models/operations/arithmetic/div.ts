import { bySlopes } from "../adjoint.ts";
import { signed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { binary, inline, operand, pointwise } from "../pointwise.ts";
import { PURE_TIE } from "../ties.ts";
import { infix, PREFIX, PRODUCT } from "../writing.ts";

/** Undefined for divisors that count as zero: (1/3)·3 − 1 is zero in one number system and a hair off it in another. */
export const div: Operation = {
  ...pointwise,
  signature: { units: "ab -> a/b", arity: "operator", flow: "quotient" },
  opening: "all",
  ...infix("/", PRODUCT, PRODUCT, PREFIX),
  value: binary((arithmetic, a, b) => arithmetic.div(a, b)),
  fault: (node, t, cells) => {
    const divisor = cells.arithmetic.toNumber(cells.value(operand(node, 1), t));
    return { kind: Math.abs(divisor) <= PURE_TIE ? "divisionByZero" : "tooLarge" };
  },
  adjoint: bySlopes(([a = 0, b = 0]) => [1 / b, -a / b / b]),
  ...signed("/"),
  ...inline((node, m) => m.divide(m.value(operand(node, 0)), m.value(operand(node, 1)))),
};
