import { fromFloat, isDecimal, normalise, roundDecimal, shiftPoint } from "./decimal.ts";
import { formatNumber, type NegativeStyle } from "./format.ts";
import type { Display } from "./units.ts";

/** A number of a sheet: as shown, and as a spreadsheet takes it. */
export interface SheetCell {
  readonly text: string;
  readonly negative: boolean;
  /** No separators, a minus sign, the unit shown. */
  readonly plain: string;
  /** Nothing stands there, or there is no value: neither is a number to be read. */
  readonly faint?: true;
}

/**
 * What a cell of a sheet shows and copies for a value: 0 is a dash as in print, and what has no value (NaN) says so and copies nothing.
 * @param none the word for what has no value
 */
export function cellOf(value: number, display: Display, negative: NegativeStyle, none: string): SheetCell {
  if (value === 0 && display.form === undefined)
    return { text: "–", negative: false, plain: plainOf(value, display), faint: true };
  if (Number.isNaN(value)) return { text: none, negative: false, plain: "", faint: true };
  const shown = formatNumber(value, display, negative);
  return { text: shown.text, negative: shown.negative && negative === "red", plain: plainOf(value, display) };
}

/** The number as it is shown, without separators and with a minus sign; nothing where there is none. */
export function plainOf(value: string | number | null | undefined, display: Display): string {
  const text = typeof value === "number" ? fromFloat(value) : value;
  if (text === null || text === undefined || !isDecimal(text)) return "";
  if (display.form === "month") return formatNumber(value, display, "minus").text.replaceAll(",", "");
  return normalise(roundDecimal(shiftPoint(text, -display.places), display.digits));
}
