import { fromFloat, normalise, roundDecimal, shiftPoint } from "./decimal.ts";
import { formatNumber, type NegativeStyle } from "./format.ts";
import type { Display } from "./units.ts";

/** A number of a sheet: as shown, and as a spreadsheet takes it. */
export interface SheetCell {
  readonly text: string;
  readonly negative: boolean;
  /** No separators, a minus sign, the unit shown. */
  readonly plain: string;
}

/** What a cell shows and copies for a value; empty copies for NaN, which has no value. */
export function cellOf(value: number, display: Display, negative: NegativeStyle): SheetCell {
  const shown = formatNumber(value, display, negative);
  const text = fromFloat(value);
  const plain = text === null ? "" : normalise(roundDecimal(shiftPoint(text, -display.places), display.digits));
  return { text: shown.text, negative: shown.negative && negative === "red", plain };
}
