import type { Json, JsonObject, Lang } from "../../app/contract.ts";
import { labelOf, objectsOf, textOf, valueAt } from "../session/json.ts";
import { intervalMonths, isLength, readMonth } from "./months.ts";

/** A phase with its place on the timeline, months counted from year 0. */
export interface PlacedPhase {
  readonly id: string;
  readonly label: string;
  readonly from: number;
  /** First month after it. */
  readonly until: number;
}

function whole(value: Json | undefined): number {
  const number = Number(textOf(value));
  return Number.isInteger(number) ? number : 0;
}

/** Start months, following "after" from phase to phase; a phase that cannot be placed (a circle, no start) is left out. */
export function placePhases(document: JsonObject, lang: Lang): readonly PlacedPhase[] {
  const phases = objectsOf(valueAt(document, "timeline/phases"));
  const byId = new Map(phases.map((phase) => [textOf(phase["id"]), phase]));
  const startOf = (phase: JsonObject, steps: number): number | null => {
    if (steps > phases.length) return null;
    const after = byId.get(textOf(phase["after"]));
    if (!after) return readMonth(textOf(phase["start"]));
    const before = startOf(after, steps + 1);
    return before === null ? null : before + whole(after["months"]) + whole(phase["lagMonths"]);
  };
  return phases.flatMap((phase) => {
    const from = startOf(phase, 0);
    if (from === null) return [];
    const id = textOf(phase["id"]);
    return [{ id, label: labelOf(phase["label"], lang) || id, from, until: from + whole(phase["months"]) }];
  });
}

/** First month and first month after the timeline, or null while its settings are incomplete. */
export function horizon(document: JsonObject): { readonly from: number; readonly until: number } | null {
  const from = readMonth(textOf(valueAt(document, "timeline/start")));
  const step = textOf(valueAt(document, "timeline/step"));
  const periods = whole(valueAt(document, "timeline/periods"));
  if (from === null || !isLength(step) || periods < 1) return null;
  return { from, until: from + periods * intervalMonths[step] };
}
