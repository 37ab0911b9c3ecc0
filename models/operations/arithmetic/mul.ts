import { bySlopes } from "../adjoint.ts";
import { signed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { binary, instruction, pointwise } from "../pointwise.ts";
import { infix, PREFIX, PRODUCT } from "../writing.ts";

export const mul: Operation = {
  ...pointwise,
  signature: { units: "ab -> a*b", arity: "operator", flow: "any" },
  opening: "all",
  ...infix("*", PRODUCT, PRODUCT, PREFIX),
  value: binary((arithmetic, a, b) => arithmetic.mul(a, b)),
  adjoint: bySlopes(([a = 0, b = 0]) => [b, a]),
  ...signed("*"),
  ...instruction("mul"),
};
