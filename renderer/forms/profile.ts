import type { FieldView, Json, JsonObject } from "../../app/contract.ts";
import { addDecimals } from "../numbers/decimal.ts";
import { readNumber } from "../numbers/read.ts";
import { isList, isObject, textOf } from "../session/json.ts";
import { monthMeant, phaseBegun } from "./follow.ts";
import { type Interval, intervalMonths, isLength, monthText, readMonth } from "./months.ts";
import type { PlacedPhase } from "./phases.ts";

/** A value per interval, keyed by the month the first interval begins in. */
export interface Profile {
  /** A month, or a phase it follows. */
  readonly from: Json;
  readonly every: Interval;
  readonly values: readonly string[];
  readonly meaning: NonNullable<FieldView["meaning"]>;
}

/** The profile in a document value, or null where the value is a plain number, a formula or nothing. */
export function readProfile(value: Json | undefined, meaning: Profile["meaning"]): Profile | null {
  const inner = isObject(value) ? value["profile"] : undefined;
  if (!isObject(inner)) return null;
  const every = textOf(inner["every"]);
  const values = inner["values"];
  return {
    from: inner["from"] ?? "",
    every: isLength(every) || every === "phase" ? every : "year",
    values: isList(values) ? values.map(textOf) : [],
    meaning,
  };
}

/** As the document stores it; cells left empty count as 0. */
export function profileValue(profile: Profile): JsonObject {
  const { from, every, meaning } = profile;
  return { profile: { from, every, meaning, values: profile.values.map((value) => (value === "" ? "0" : value)) } };
}

/** Exact sum, for amounts and shares; null for rates, where a sum means nothing. */
export function profileSum(profile: Profile): string | null {
  return profile.meaning === "rate" ? null : addDecimals(profile.values.map((value) => (value === "" ? "0" : value)));
}

/** The first month of every interval, of a profile that begins where the phases of the document put it. */
export function profileMonths(profile: Profile, phases: readonly PlacedPhase[]): readonly (number | null)[] {
  const start = monthMeant(profile.from, { phases, lastMonth: false });
  const length = intervalLength(profile, phases);
  return profile.values.map((_, index) =>
    start === null || length === null ? null : Math.floor(start + index * length),
  );
}

/** Months a value stands for; part of a phase need not be whole months. */
function intervalLength({ from, every, values }: Profile, phases: readonly PlacedPhase[]): number | null {
  if (every !== "phase") return intervalMonths[every];
  const phase = phases.find(({ id }) => id === phaseBegun(from));
  return phase === undefined ? null : (phase.until - phase.from) / values.length;
}

/** A profile from another month: only one that begins with a phase divides it. */
export function beginning(profile: Profile, from: Json): Profile {
  return { ...profile, from, every: profile.every === "phase" && phaseBegun(from) === null ? "month" : profile.every };
}

/** Values put in from a cell on; the profile grows where the block is longer. */
export function withBlock(profile: Profile, at: number, block: readonly string[]): Profile {
  const values = [...profile.values];
  block.forEach((value, index) => {
    values[at + index] = value;
  });
  return { ...profile, values: Array.from(values, (value) => value ?? "0") };
}

/** The figures of some periods replaced. */
export function withValues(profile: Profile, given: ReadonlyMap<number, string>): Profile {
  return { ...profile, values: profile.values.map((value, at) => given.get(at) ?? value) };
}

/** Periods a series may have at most. */
export const LONGEST = 720;

/** How many periods are meant; null for what is no whole number of them. */
export function lengthMeant(text: string): number | null {
  const read = readNumber(text, 0, "period");
  const count = read === null || !/^\d+$/.test(read) ? 0 : Number(read);
  return count >= 1 && count <= LONGEST ? count : null;
}

/** A cell of a block that was pasted into a series. */
export interface PastedPeriod {
  /** Which period it falls on, from 0. */
  readonly at: number;
  readonly text: string;
  /** Nothing where it cannot be taken; an empty cell leaves what is there. */
  readonly value: string | undefined;
  readonly fault?: "unreadable" | "tooMany";
}

/** A block read row by row from a period on, in the unit shown. Empty cells behind the last figure are none. */
export function pastedPeriods(
  profile: Profile,
  at: number,
  block: readonly (readonly string[])[],
  places: number,
  unit?: string,
): readonly PastedPeriod[] {
  const texts = block.flat();
  const count = texts.findLastIndex((text) => text !== "") + 1;
  return texts.slice(0, count).map((text, index): PastedPeriod => {
    const period = at + index;
    if (period >= LONGEST) return { at: period, text, value: undefined, fault: "tooMany" };
    const held = profile.values[period];
    // Missing is not 0: a gap beyond what is there has no figure to keep.
    const value = text === "" ? held : readNumber(text, places, unit);
    return value === null || value === undefined
      ? { at: period, text, value: undefined, fault: "unreadable" }
      : { at: period, text, value };
  });
}

export function withLength(profile: Profile, count: number): Profile {
  const values = Array.from({ length: count }, (_, index) => profile.values[index] ?? "0");
  return { ...profile, values };
}

/** A profile to begin with: from the first month of the timeline, three years. */
export function newProfile(meaning: Profile["meaning"], start: string): Profile {
  const month = readMonth(start);
  return { from: month === null ? start : monthText(month), every: "year", values: ["0", "0", "0"], meaning };
}
