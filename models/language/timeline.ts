import { daysInMonths, readMonth, writeMonth, yearOf } from "./calendar.ts";

/** Steps a timeline can have, with their months. */
export const STEP_MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;
export type Step = keyof typeof STEP_MONTHS;

/** Where a timeline begins (`YYYY-MM`) and its steps. */
export interface TimelineSpec {
  readonly start: string;
  readonly step: Step;
  readonly periods: number;
}

/** One step of the timeline. */
export interface Period {
  /** 1-based, as users count. */
  readonly number: number;
  /** Absolute month (year*12 + month-1) of its first month. */
  readonly startMonth: number;
  /** `2027-03`, `2027-Q3`, `2027-H1`, `2027`; `2027-02/2027-04` when it does not fit the calendar's quarters. */
  readonly label: string;
  /** Calendar year of its last month, since flows stand at the end of their period. */
  readonly year: number;
  /** First period of its year, or of the timeline. */
  readonly yearstart: boolean;
  /** Last period of its year, or of the timeline. */
  readonly yearend: boolean;
  readonly days: number;
}

export interface Timeline {
  readonly start: string;
  readonly step: Step;
  readonly stepMonths: number;
  readonly startMonth: number;
  /** Last month of the horizon. */
  readonly endMonth: number;
  readonly periods: readonly Period[];
}

/** Lays out the periods of a checked document. */
export function buildTimeline(spec: TimelineSpec): Timeline {
  const startMonth = readMonth(spec.start);
  if (startMonth === undefined) throw new Error(`timeline start ${spec.start} is not a month`);
  const stepMonths = STEP_MONTHS[spec.step];
  const years = Array.from({ length: spec.periods + 2 }, (_unused, index) =>
    yearOf(startMonth + index * stepMonths - 1),
  );
  const periods = Array.from({ length: spec.periods }, (_unused, index): Period => {
    const first = startMonth + index * stepMonths;
    const year = yearOf(first + stepMonths - 1);
    return {
      number: index + 1,
      startMonth: first,
      label: periodLabel(first, stepMonths),
      year,
      yearstart: index === 0 || years[index] !== year,
      yearend: index === spec.periods - 1 || years[index + 2] !== year,
      days: daysInMonths(first, stepMonths),
    };
  });
  return {
    start: spec.start,
    step: spec.step,
    stepMonths,
    startMonth,
    endMonth: startMonth + spec.periods * stepMonths - 1,
    periods,
  };
}

function periodLabel(first: number, stepMonths: number): string {
  const year = String(yearOf(first));
  if (stepMonths === 1) return writeMonth(first);
  const ofYear = first % 12;
  if (ofYear % stepMonths !== 0) return `${writeMonth(first)}/${writeMonth(first + stepMonths - 1)}`;
  if (stepMonths === 12) return year;
  return `${year}-${stepMonths === 3 ? "Q" : "H"}${ofYear / stepMonths + 1}`;
}

/** Position (0-based) of the period a month falls into; undefined outside the horizon. */
export function periodIndexOfMonth(timeline: Timeline, month: number): number | undefined {
  if (month < timeline.startMonth || month > timeline.endMonth) return undefined;
  return Math.floor((month - timeline.startMonth) / timeline.stepMonths);
}

const WITHIN_YEAR = /^(\d{4})-(?:Q([1-4])|H([12]))$/;

/**
 * Reads what a user calls a period: its number (1 is the first), a label, a month, or a year or quarter (the last period that ends in it).
 * Undefined when the timeline has no such period.
 */
export function parsePeriod(text: string, timeline: Timeline): Period | undefined {
  const trimmed = text.trim();
  const labelled = timeline.periods.find(({ label }) => label === trimmed);
  if (labelled !== undefined) return labelled;
  if (/^\d{1,3}$/.test(trimmed)) return timeline.periods[Number(trimmed) - 1];
  const month = readMonth(trimmed);
  if (month !== undefined) {
    const index = periodIndexOfMonth(timeline, month);
    return index === undefined ? undefined : timeline.periods[index];
  }
  if (/^\d{4}$/.test(trimmed)) return timeline.periods.findLast(({ year }) => year === Number(trimmed));
  const match = WITHIN_YEAR.exec(trimmed);
  if (match === null) return undefined;
  const last = Number(match[1]) * 12 + (match[2] === undefined ? Number(match[3]) * 6 : Number(match[2]) * 3) - 1;
  const index = periodIndexOfMonth(timeline, last);
  return index === undefined ? undefined : timeline.periods[index];
}
