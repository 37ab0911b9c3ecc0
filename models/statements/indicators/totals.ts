import type { Decimal } from "decimal.js";
import { type ModelView, ZERO } from "../view.ts";

/** Sum of a line over the horizon. */
export function totalOf(view: ModelView, id: string): Decimal | undefined {
  return view.series(id)?.reduce((sum, value) => sum.plus(value), ZERO);
}

/** Values of several lines by year, or nothing when one of them cannot be read. */
export function yearlyOf<K extends string>(view: ModelView, ids: Readonly<Record<K, string>>): Readonly<Record<K, readonly Decimal[]>> | undefined {
  const found: Partial<Record<K, readonly Decimal[]>> = {};
  for (const [name, id] of Object.entries(ids) as [K, string][]) {
    const values = view.yearly(id);
    if (values === undefined) return undefined;
    found[name] = values;
  }
  return found as Record<K, readonly Decimal[]>;
}

export interface YearRatio {
  readonly label: string;
  readonly value: Decimal;
}

/** Quotients of the years in which the lower amount is more than half a fen. */
export function ratiosByYear(view: ModelView, above: readonly Decimal[], below: readonly Decimal[], least: string): readonly YearRatio[] {
  return view.years.flatMap(({ label }, index) => {
    const [upper, lower] = [above[index], below[index]];
    return upper === undefined || lower === undefined || lower.lessThan(least) ? [] : [{ label, value: upper.div(lower) }];
  });
}

/** Smallest quotient and its year. */
export function lowestRatio([first, ...rest]: readonly YearRatio[]): YearRatio | undefined {
  return first === undefined ? undefined : rest.reduce((lowest, ratio) => (ratio.value.lessThan(lowest.value) ? ratio : lowest), first);
}

export function average(values: readonly Decimal[]): Decimal | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum.plus(value), ZERO).div(values.length);
}
