import type { Operation } from "../operation.ts";
import { flag, pointwise, unary } from "../pointwise.ts";
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
};
