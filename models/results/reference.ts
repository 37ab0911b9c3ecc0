import type { Graph } from "../language/graph.ts";
import { parsePeriod, type Timeline } from "../language/timeline.ts";
import type { Frame } from "./frame.ts";

/** Which cell of a line: a period (1..T, 0 before the first), a statement year by its position in the frame, the total over the horizon. */
export type Place =
  | { readonly kind: "period"; readonly period: number }
  | { readonly kind: "year"; readonly position: number }
  | { readonly kind: "total" };

export interface CellRef {
  readonly line: string;
  /** Absent for the one value of a scalar line. */
  readonly place?: Place;
}

type Years = Pick<Frame, "years" | "periodLabels">;

/** Parts of `LINE`, `LINE@PERIOD`, `LINE@YEAR` or `LINE@total`; the id of a rule parameter has an `@` of its own. */
export function splitReference(text: string, graph: Graph): { readonly line: string; readonly at?: string } {
  const sign = graph.indexById.has(text) ? -1 : text.lastIndexOf("@");
  return sign < 0 ? { line: text } : { line: text.slice(0, sign), at: text.slice(sign + 1) };
}

/** The place written after the `@`; undefined where the timeline has no such period or year. */
export function readPlace(at: string, frame: Years, timeline: Timeline): Place | undefined {
  if (at === "total") return { kind: "total" };
  if (at === "0") return { kind: "period", period: 0 };
  const position = frame.years.findIndex(({ label }) => label === at);
  // A year of one period is that period.
  if (position >= 0 && !frame.periodLabels.includes(at)) return { kind: "year", position };
  const period = parsePeriod(at, timeline)?.number;
  return period === undefined ? undefined : { kind: "period", period };
}

/** The place as `readPlace` takes it. */
export function writePlace(place: Place, frame: Years): string {
  switch (place.kind) {
    case "total":
      return "total";
    case "year":
      return frame.years[place.position]?.label ?? "";
    case "period":
      return place.period === 0 ? "0" : (frame.periodLabels[place.period - 1] ?? "");
  }
}

export function writeReference({ line, place }: CellRef, frame: Years): string {
  return place === undefined ? line : `${line}@${writePlace(place, frame)}`;
}

/** The cell of a line in a column: a scalar line has one only. */
export function cellOf(graph: Graph, line: string, place: Place): CellRef {
  const index = graph.indexById.get(line);
  return index !== undefined && graph.lines[index]?.axis === "scalar" ? { line } : { line, place };
}
