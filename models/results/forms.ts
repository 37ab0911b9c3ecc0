import type { Clock } from "../engines/evaluation.ts";
import type { Graph, GraphLine } from "../language/graph.ts";

/** Lines that stand for another's years or total, by the other's index. */
export interface LineForms {
  readonly years: ReadonlyMap<number, number>;
  readonly totals: ReadonlyMap<number, number>;
}

/** Tags of a line that is the year or the total of another: the id of the other. */
export const YEAR_OF = "year_of";
export const TOTAL_OF = "total_of";

const known = new WeakMap<Graph, LineForms>();

/** The year of a ratio is the ratio of the year's amounts, no sum: such a line has a second one beside it, read in the year's last period. */
export function formsOf(graph: Graph): LineForms {
  const found = known.get(graph) ?? { years: tagged(graph, YEAR_OF), totals: tagged(graph, TOTAL_OF) };
  known.set(graph, found);
  return found;
}

/** Whether the total of a line over the horizon means something: amounts add up or have a form of their own for it, levels and rates do not. */
export function hasTotal(graph: Graph, { index, axis, kind }: Pick<GraphLine, "index" | "axis" | "kind">): boolean {
  const { years, totals } = formsOf(graph);
  return axis !== "scalar" && (totals.has(index) || (kind === "flow" && !years.has(index)));
}

function tagged(graph: Graph, tag: string): ReadonlyMap<number, number> {
  const forms = new Map<number, number>();
  for (const { tags, index } of graph.lines) {
    const of = tags[tag];
    const line = typeof of === "string" ? graph.indexById.get(of) : undefined;
    if (line !== undefined) forms.set(line, index);
  }
  return forms;
}

/** Whether a period (position from 0) is the last of its calendar year or of the horizon; a period counts to the year of its last month. */
export function calendarYearEnds({ periods, periodMonths, stepMonths }: Clock): readonly boolean[] {
  const yearOf = (position: number): number => Math.floor(((periodMonths[position] ?? 0) + stepMonths - 1) / 12);
  return Array.from({ length: periods }, (_, i) => i === periods - 1 || yearOf(i) !== yearOf(i + 1));
}
