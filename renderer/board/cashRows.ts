import type { CashPicture } from "../../app/contract.ts";

const HALVES = ["build", "run"] as const;

/** Construction, and what comes after it: each drawn on a scale of its own. */
export type Half = (typeof HALVES)[number];

/** What is drawn of a year: outflow below the axis. */
interface Drawn {
  readonly inflow: number;
  readonly outflow: number;
  readonly cumulative: number;
  /** Cumulative before financing, of the project. */
  readonly need?: number;
}

/** One year as the chart draws it; its numbers stand under the half it belongs to. */
export interface CashRow extends Partial<Record<Half, Drawn>> {
  readonly year: string;
  readonly half: Half;
}

/** The years, each under its half. */
export function cashRows(cash: CashPicture): readonly CashRow[] {
  const split = splitOf(cash);
  return cash.years.map((year, index) => {
    const half: Half = index < split ? "build" : "run";
    const need = cash.need?.values[index];
    const drawn: Drawn = {
      inflow: cash.inflow[index] ?? 0,
      outflow: -(cash.outflow[index] ?? 0),
      cumulative: cash.cumulative[index] ?? 0,
      ...(need === undefined ? {} : { need }),
    };
    return { year, half, [half]: drawn };
  });
}

/** How many years stand left of the divide; all of them where there is nothing to divide. */
export const splitOf = ({ building, years }: Pick<CashPicture, "building" | "years">): number =>
  building > 0 && building < years.length ? building : years.length;

export const drawnIn = (row: CashRow): Drawn | undefined => row[row.half];

/** Least and greatest number of each half, stretched so that both have 0 at one height. */
export function domainsOf(rows: readonly CashRow[]): Readonly<Partial<Record<Half, readonly [number, number]>>> {
  const ends = HALVES.flatMap((half) => {
    const numbers = rows.flatMap((row) => Object.values(row[half] ?? {}) as number[]);
    return numbers.length === 0 ? [] : [[half, Math.min(0, ...numbers), Math.max(0, ...numbers)] as const];
  });
  const spread = ends.filter(([, low, high]) => high > low);
  // Halfway between the shares both have below 0, neither needs more than twice its own height.
  const below = spread.reduce((sum, [, low, high]) => sum - low / (high - low), 0) / Math.max(1, spread.length);
  return Object.fromEntries(
    ends.map(([half, low, high]) => {
      const height = Math.max(low < 0 ? -low / below : 0, high > 0 ? high / (1 - below) : 0);
      return [half, height === 0 ? [0, 1] : [-below * height, (1 - below) * height]];
    }),
  );
}

const NICE = [1, 2, 2.5, 5, 10] as const;
/** About so many steps an axis has. */
const STEPS = 5;

/** Round numbers within a domain, 0 among them. */
export function ticksOf([low, high]: readonly [number, number]): readonly number[] {
  const raw = (high - low) / STEPS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (NICE.find((nice) => nice * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
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
