import type { Profile } from "../document/inputSchema.ts";
import { readMonth } from "../language/calendar.ts";
import {
  addDecimals,
  compareDecimals,
  proportion,
  readDecimal,
  type Scaled,
  subtractDecimals,
  writeDecimal,
  ZERO,
} from "../language/decimal.ts";
import { periodIndexOfMonth, STEP_MONTHS, type Timeline } from "../language/timeline.ts";

export interface Spread {
  /** One decimal literal a period. */
  readonly values: readonly string[];
  /** Sum of the amounts that fall outside the horizon, when it is not 0. */
  readonly lost?: string;
  /** Whether some of it falls before the horizon. */
  readonly early?: boolean;
}

/** Decimals kept when an amount is split; the last part takes the rest, so nothing is lost. */
const SPLIT_SCALE = 24;

/**
 * Puts a profile on a timeline. Amounts and shares are spread evenly over the months of the interval they stand for, which need not be whole months
 * where it is part of a phase: the split is made at month ends from the start of the interval, so a quarter is exactly the sum of its months and every step gives the same total. A rate is the value
 * in force in the period's first month: the last value goes on, before the first one it is 0. An averaged rate is the mean over the period's
 * months from the first value on, so that one that begins within a period is not lost to it.
 */
export function spreadProfile(profile: Profile, meaning: Meaning, timeline: Timeline): Spread {
  if (meaning === "averaged") return { values: averageRate(profile, timeline) };
  return meaning === "rate" ? { values: holdRate(profile, timeline) } : spreadAmounts(profile, timeline);
}

type Meaning = "amount" | "share" | "rate" | "averaged";

/** A constant rate. */
export function constantSeries(text: string, timeline: Timeline): readonly string[] {
  return timeline.periods.map(() => text);
}

function holdRate(profile: Profile, timeline: Timeline): readonly string[] {
  return timeline.periods.map(({ startMonth }) => rateIn(profile, startMonth) ?? "0");
}

/** The rate in force in a month; undefined before the first. */
function rateIn(profile: Profile, month: number): string | undefined {
  const from = startOf(profile);
  if (month < from) return undefined;
  const entry = Math.floor(((month - from) * profile.values.length) / monthsOf(profile));
  return profile.values[Math.min(entry, profile.values.length - 1)];
}

function averageRate(profile: Profile, timeline: Timeline): readonly string[] {
  return timeline.periods.map(({ startMonth }) => {
    const months = Array.from({ length: timeline.stepMonths }, (_unused, index) => rateIn(profile, startMonth + index));
    const rates = months.flatMap((text) => (text === undefined ? [] : [text]));
    const [first = "0"] = rates;
    if (rates.every((text) => compareDecimals(decimal(text), decimal(first)) === 0)) return first;
    const sum = rates.map(decimal).reduce(addDecimals);
    return writeDecimal(proportion(sum, 1, rates.length, SPLIT_SCALE));
  });
}

/** Months all its values stand for together. */
export const monthsOf = ({ every, values, phaseMonths = 0 }: Profile): number =>
  every === "phase" ? phaseMonths : values.length * STEP_MONTHS[every];

function spreadAmounts(profile: Profile, timeline: Timeline): Spread {
  const from = startOf(profile);
  const sums: Scaled[] = timeline.periods.map(() => ZERO);
  let [lost, early] = [ZERO, false];
  amountsByMonth(profile).forEach((part, month) => {
    if (part.units === 0n) return;
    if (from + month < timeline.startMonth) early = true;
    const period = periodIndexOfMonth(timeline, from + month);
    if (period === undefined) lost = addDecimals(lost, part);
    else sums[period] = addDecimals(sums[period] ?? ZERO, part);
  });
  const values = sums.map(writeDecimal);
  return lost.units === 0n ? { values } : { values, lost: writeDecimal(lost), early };
}

/** What falls into each month of a profile: the difference of what has fallen by its end and by its beginning. */
function amountsByMonth(profile: Profile): readonly Scaled[] {
  const entries = profile.values.map(decimal);
  const months = monthsOf(profile);
  let [before, whole, entry] = [ZERO, ZERO, 0];
  return Array.from({ length: months }, (_unused, month) => {
    const passed = (month + 1) * entries.length;
    for (; (entry + 1) * months <= passed; entry += 1) whole = addDecimals(whole, entries[entry] ?? ZERO);
    const until = addDecimals(whole, proportion(entries[entry] ?? ZERO, passed - entry * months, months, SPLIT_SCALE));
    const part = subtractDecimals(until, before);
    before = until;
    return part;
  });
}

function startOf(profile: Profile): number {
  const from = readMonth(profile.from);
  if (from === undefined) throw new Error(`profile start ${profile.from} is not a month; validation lets none through`);
  return from;
}

function decimal(text: string): Scaled {
  const value = readDecimal(text);
  if (value === undefined)
    throw new Error(`profile value ${text} is not a decimal number; validation lets none through`);
  return value;
}
