import type { ColumnSpec, InputSpec } from "./inputs.ts";

/** 比例: whether values are shares of one whole that add up to 1, so that none of them can be another number by itself. */
export function isOfWhole(spec: InputSpec | ColumnSpec | undefined): boolean {
  if (spec?.type === "number") return spec.whole === true && spec.rest === undefined;
  return spec?.type === "profile" && spec.meaning === "share" && spec.rest === undefined;
}
