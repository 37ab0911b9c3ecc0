import { constant } from "../adjoint.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, pointwise } from "../pointwise.ts";
import { TIGHTEST } from "../writing.ts";

/** A cell that by its nature has no answer: shown as "–", and no problem; `text` is a word for the reason. */
export const none: Operation = {
  ...pointwise,
  signature: { units: "-> m", arity: "operator", flow: "never" },
  opening: "itself",
  binds: TIGHTEST,
  write: (_node, to) => to.word({ zh: "无", en: "none" }),
  value: (_node, _t, { arithmetic }) => arithmetic.nothing,
  fault: ({ text }) => ({ kind: "none", reason: text ?? "" }),
  adjoint: constant,
  ...printed(() => "NA()"),
  ...inline((_node, m) => m.nothing()),
};
