/**
 * Formula texts about time that many mechanisms share. Dates are absolute months (unit `mo`), a period covers [month, month + dtmonths).
 */

/** Months of the period that lie in [from, to); unit `mo`. */
export function monthsWithin(from: string, to: string): string {
  return `max(0, min(${to}, month + dtmonths) - max(${from}, month))`;
}

/** Condition that is true in the period containing `date`. */
export function isPeriodOf(date: string): string {
  return `(month <= ${date} and ${date} < month + dtmonths)`;
}

/** Operating year 1, 2, … at the first month of the period; 1 before the start. */
export function operatingYear(start: string): string {
  return `floor(max(0, month - ${start}) / monthsperyear / oneyear) + 1`;
}

/** Growth factor in operating year `year`: one step a year, or one step every `everyYears` years; the first year has none. */
export function escalation(growth: string, year: string, everyYears?: string): string {
  const steps = everyYears === undefined ? `(${year} - 1)` : `floor((${year} - 1) / ${everyYears})`;
  return `(1 + ${growth}) ^ ${steps} * project.price_index`;
}
