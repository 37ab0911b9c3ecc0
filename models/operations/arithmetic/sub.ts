import { bySlopes } from "../adjoint.ts";
import { signed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { binary, instruction, pointwise } from "../pointwise.ts";
import { infix, PRODUCT, SUM } from "../writing.ts";

export const sub: Operation = {
  ...pointwise,
  signature: { units: "mm -> m", arity: "operator", flow: "any" },
  ...infix("-", SUM, SUM, PRODUCT),
  value: binary((arithmetic, a, b) => arithmetic.sub(a, b)),
  adjoint: bySlopes(() => [1, -1]),
  ...signed("-"),
  ...instruction("sub"),
};
