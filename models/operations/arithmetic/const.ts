import { constant as nothing } from "../adjoint.ts";
import { printed } from "../excel.ts";
import type { Operation } from "../operation.ts";
import { inline, pointwise } from "../pointwise.ts";
import { TIGHTEST } from "../writing.ts";

/** A decimal literal, kept as its author wrote it so that the record loses nothing. */
export const constant: Operation = {
  ...pointwise,
  signature: { units: "-> 1", arity: "operator", flow: "never" },
  opening: "itself",
  binds: TIGHTEST,
  write: ({ text = "", unit }) => (unit === undefined ? text : `${text} ${unit}`),
  value: ({ text = "" }, _t, { arithmetic }) => arithmetic.literal(text),
  adjoint: nothing,
  ...printed(({ text = "" }) => (text.startsWith("-") ? `(${text})` : text)),
  ...inline(({ text = "" }, m) => m.constant(text.trim() === "" ? Number.NaN : Number(text))),
};
