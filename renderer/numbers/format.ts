import { monthText } from "../forms/months.ts";
import { fromFloat, groupDigits, isDecimal, normalise, roundDecimal, shiftPoint } from "./decimal.ts";
import type { Display } from "./units.ts";

/** How negatives look in tables: parentheses, red, or a plain minus in the colour of the text. */
export type NegativeStyle = "paren" | "red" | "minus";

export interface FormattedNumber {
  readonly text: string;
  readonly negative: boolean;
}

/** Absolute months from this year on are dates; smaller numbers of months are durations. */
const firstDatedYear = 1900;

/** The forms that are no plain amount; null where the usual one applies. */
function specialForm(text: string, display: Display): string | null {
  if (display.form === "year") return roundDecimal(text, 0);
  if (display.form === "month") {
    const month = Number(roundDecimal(text, 0));
    return month >= firstDatedYear * 12 ? monthText(month) : null;
  }
  return null;
}

/** A number for reading: scaled, rounded and grouped. Null and what is no number become the dash of an empty cell. */
export function formatNumber(
  value: string | number | null | undefined,
  display: Display,
  style: NegativeStyle,
): FormattedNumber {
  const text = typeof value === "number" ? fromFloat(value) : value;
  if (text === null || text === undefined || !isDecimal(text)) return { text: text ?? "–", negative: false };
  const special = specialForm(text, display);
  if (special !== null) return { text: special, negative: false };
  const exact = roundDecimal(shiftPoint(text, -display.places), display.digits);
  const rounded = groupDigits(display.form === "short" ? normalise(exact) : exact);
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
