import { compareDecimals, isDecimal } from "../numbers/decimal.ts";

/** Half a cent and the like: below it two values count as the same, next to a relative 1e-9. */
const tolerance: Readonly<Record<string, number>> = { CNY: 0.005, m2: 1e-6 };

/** Whether the book of record and the fast engine give the same number. Null where one of them has none. */
export function agrees(
  record: string | null | undefined,
  kernel: number | null | undefined,
  unit: string,
): boolean | null {
  if (record === undefined || kernel === undefined) return null;
  if (record === null || kernel === null) return record === null && kernel === null;
  if (!isDecimal(record)) return null;
  const allowed = (tolerance[unit] ?? 1e-12) + Math.abs(kernel) * 1e-9;
  const low = (kernel - allowed).toFixed(12);
  const high = (kernel + allowed).toFixed(12);
  if (!isDecimal(low) || !isDecimal(high)) return null;
  return compareDecimals(record, low) >= 0 && compareDecimals(record, high) <= 0;
}
