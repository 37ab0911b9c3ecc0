import { readMonth, writeMonth } from "../language/calendar.ts";
import type { MonthMeaning } from "../terms/months.ts";
import type { Follows } from "./inputSchema.ts";
import { phaseProblem } from "./phases.ts";
import type { ModelDocument, PhaseSpec } from "./schema.ts";

/** Meanings for which the end of a phase is its last month; for all others it is the month after. */
export const LAST_MONTH: ReadonlySet<MonthMeaning> = new Set(["through", "last", "finished", "within"]);

/** 随阶段: whether a month is given by a phase of the timeline rather than by a date. */
export function isFollowing(value: unknown): value is Follows {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "phase" in value && "edge" in value;
}

/** First month of every phase that has one; a circle or a missing start leaves a phase out. */
export function phaseStarts(phases: readonly PhaseSpec[]): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  const byId = new Map(phases.map((phase) => [phase.id, phase]));
  const startOf = (phase: PhaseSpec, steps: number): number | undefined => {
    if (steps > phases.length || phaseProblem(phase, phases) !== undefined) return undefined;
    if (phase.after === undefined) return phase.start === undefined ? undefined : readMonth(phase.start);
    const before = byId.get(phase.after);
    const from = before === undefined ? undefined : startOf(before, steps + 1);
    return before === undefined || from === undefined
      ? undefined
      : from + Number(before.months) + Number(phase.lagMonths ?? 0);
  };
  for (const phase of phases) {
    const start = startOf(phase, 0);
    if (start !== undefined && Number.isInteger(start)) starts.set(phase.id, start);
  }
  return starts;
}

/** 占满阶段: months of the phase a profile begins with, undefined where it does not begin with one. */
export function phaseMonthsOf(
  from: unknown,
  { phases }: Pick<ModelDocument["timeline"], "phases">,
): number | undefined {
  const phase = isFollowing(from) && from.edge === "start" ? phases.find(({ id }) => id === from.phase) : undefined;
  const months = Number(phase?.months ?? 0);
  return months > 0 ? months : undefined;
}

/** Dates of what follows phases; undefined for what follows none, or one that has no beginning. */
export type Dates = (value: unknown, meaning: MonthMeaning) => string | undefined;

const known = new WeakMap<readonly PhaseSpec[], Dates>();

export function datesOf({ phases }: Pick<ModelDocument["timeline"], "phases">): Dates {
  const dates = known.get(phases) ?? datesIn(phases);
  known.set(phases, dates);
  return dates;
}

function datesIn(phases: readonly PhaseSpec[]): Dates {
  const starts = phaseStarts(phases);
  const lengths = new Map(phases.map(({ id, months }) => [id, Number(months)]));
  return (value, meaning) => {
    if (!isFollowing(value)) return undefined;
    const start = starts.get(value.phase);
    if (start === undefined) return undefined;
    const length = value.edge === "end" ? (lengths.get(value.phase) ?? 0) - (LAST_MONTH.has(meaning) ? 1 : 0) : 0;
    return writeMonth(start + length + Number(value.months ?? 0));
  };
}
