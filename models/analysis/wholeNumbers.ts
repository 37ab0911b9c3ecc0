import type { ColumnSpec, InputSpec } from "../terms/inputs.ts";

/** Nobody has half a household, half a parking space or half a month. */
const COUNTED: ReadonlySet<string> = new Set(["household", "person", "mo", "space", "unit"]);

/** Whether only whole numbers make sense; what stands there with a fraction shows that fractions are meant. */
export function isWholeNumber(spec: InputSpec | ColumnSpec | undefined, now: number | undefined): boolean {
  if (spec?.type !== "number") return false;
  return spec.integer === true || (COUNTED.has(spec.unit) && (now === undefined || Number.isInteger(now)));
}
