import { bySlopes } from "../adjoint.ts";
import { signed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { folded, inline, pointwise } from "../pointwise.ts";
import { infix, PRODUCT, SUM } from "../writing.ts";

/** Sum of any number of operands, from the first to the last. */
export const add: Operation = {
  ...pointwise,
  signature: { units: "m.. -> m", arity: "operator", flow: "any" },
  opening: "known",
  ...infix("+", SUM, SUM, PRODUCT),
  value: folded(
    (arithmetic, a, b) => arithmetic.add(a, b),
    ({ zero }) => zero,
  ),
  adjoint: bySlopes((values) => values.map(() => 1)),
  ...signed("+"),
  ...inline(({ args }, m) => {
    const [first = m.constant(0), ...rest] = args.map((arg) => m.value(arg));
    return rest.reduce((a, b) => m.open(m.code.apply("add", a.number, b.number)), first);
  }),
};
