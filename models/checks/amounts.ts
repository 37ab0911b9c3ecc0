import type { Decimal } from "decimal.js";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";

export const ZERO: Decimal = new RecordDecimal(0);

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), ZERO);
}

/** The greatest of some numbers, none below 0. */
export const greatest = (values: readonly Decimal[]): Decimal =>
  values.reduce((most, value) => (value.greaterThan(most) ? value : most), ZERO);

/** Running sums, first value included. */
export function cumulate(values: readonly Decimal[]): readonly Decimal[] {
  let total = ZERO;
  return values.map((value) => {
    total = total.plus(value);
    return total;
  });
}
