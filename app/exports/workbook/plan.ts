import type { GraphLine } from "../../../models/language/graph.ts";
import type { Place } from "./places.ts";

/** Rows above the first line on both sheets of lines. */
export const HEAD_ROWS = 5;
/** Rows with the number of each period and its first month, from 1. */
export const T_ROW = 3;
export const MONTH_ROW = 4;

/** A row of a sheet of lines: a line, or the name of those below it. */
export type PlannedRow = { readonly heading: string } | { readonly line: GraphLine };

export interface Plan {
  readonly inputs: readonly PlannedRow[];
  readonly lines: readonly PlannedRow[];
  readonly places: ReadonlyMap<number, Place>;
}

/** Puts inputs on one sheet and all else on another, in the order of the model, under the names of what they belong to. */
export function planOf(lines: readonly GraphLine[], headingOf: (line: GraphLine) => string): Plan {
  const places = new Map<number, Place>();
  const grouped = (sheet: Place["sheet"], chosen: readonly GraphLine[]): readonly PlannedRow[] => {
    const groups = Map.groupBy(chosen, headingOf);
    const rows: PlannedRow[] = [];
    for (const [heading, members] of groups) {
      rows.push({ heading });
      for (const line of members) {
        rows.push({ line });
        places.set(line.index, { sheet, row: HEAD_ROWS + rows.length });
      }
    }
    return rows;
  };
  const inputs = grouped(
    "inputs",
    lines.filter(({ source }) => source === "input"),
  );
  return {
    inputs,
    lines: grouped(
      "lines",
      lines.filter(({ source }) => source !== "input"),
    ),
    places,
  };
}
