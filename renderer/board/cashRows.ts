import type { CashPicture } from "../../app/contract.ts";

/** One year as the chart draws it: outflow below the axis. */
export interface CashRow {
  readonly year: string;
  readonly inflow: number;
  readonly outflow: number;
  readonly cumulative: number;
}

export function cashRows(cash: CashPicture): readonly CashRow[] {
  return cash.years.map((year, index) => ({
    year,
    inflow: cash.inflow[index] ?? 0,
    outflow: -(cash.outflow[index] ?? 0),
    cumulative: cash.cumulative[index] ?? 0,
  }));
}

/** The part of a phase that lies inside the years drawn, or null. */
export function visiblePhase(
  phase: { readonly fromYear: string; readonly toYear: string },
  years: readonly string[],
): { readonly from: string; readonly to: string } | null {
  const inside = years.filter((year) => phase.fromYear <= year && year <= phase.toYear);
  const from = inside[0];
  const to = inside.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}
