import { fromFloat, groupDigits, isDecimal, normalise, roundDecimal, shiftPoint } from "./decimal.ts";
import type { Display } from "./units.ts";

/** How negatives look in tables: parentheses, red, or a plain minus in the colour of the text. */
export type NegativeStyle = "paren" | "red" | "minus";

export interface FormattedNumber {
  readonly text: string;
  readonly negative: boolean;
}

/** A number for reading: scaled, rounded and grouped. Null and what is no number become the dash of an empty cell. */
export function formatNumber(
  value: string | number | null | undefined,
  display: Display,
  style: NegativeStyle,
): FormattedNumber {
  const text = typeof value === "number" ? fromFloat(value) : value;
  if (text === null || text === undefined || !isDecimal(text)) return { text: text ?? "–", negative: false };
  const rounded = groupDigits(roundDecimal(shiftPoint(text, -display.places), display.digits));
  const negative = rounded.startsWith("-");
  if (!negative || style === "minus") return { text: rounded, negative };
  return style === "paren" ? { text: `(${rounded.slice(1)})`, negative } : { text: rounded, negative };
}

/** A stored decimal as a field shows it when it is not being typed in: every digit, grouped. */
export function formatExact(value: string, places: number): string {
  return isDecimal(value) ? groupDigits(normalise(shiftPoint(value, -places))) : value;
}

/** A stored decimal as a field shows it while it is being typed in: every digit, no separators. */
export function formatRaw(value: string, places: number): string {
  return isDecimal(value) ? normalise(shiftPoint(value, -places)) : value;
}

/** Short axis label: at most one decimal, in the scale given. */
export function formatAxis(value: number, places: number): string {
  const text = fromFloat(value);
  if (text === null) return "";
  const shifted = shiftPoint(text, -places);
  return groupDigits(normalise(roundDecimal(shifted, Math.abs(Number(shifted)) < 10 ? 1 : 0)));
}
