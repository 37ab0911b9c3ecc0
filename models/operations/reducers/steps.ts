import type { Clock } from "../../engines/evaluation.ts";
import type { Node } from "../../language/graph.ts";
import type { CellRead, Cells } from "../operation.ts";
import type { Steps } from "./answer.ts";

/** The lines a reducer looks at and the period, from 1, in which each step is read. */
export interface Places {
  readonly lines: readonly number[];
  readonly periods: readonly number[];
}

/** Of the lines named by `basis` the first half is read by period, the second by year. */
export function placesOf(node: Node, clock: Clock): Places {
  const byYear = node.by === "basis" ? clock.indicatorBasis !== "period" : node.by === "year";
  const lines = node.lines ?? [];
  const half = node.by === "basis" ? lines.length / 2 : 0;
  const periods = byYear ? yearEnds(clock) : Array.from({ length: clock.periods }, (_, i) => i + 1);
  return { lines: byYear || half === 0 ? lines.slice(half) : lines.slice(0, half), periods };
}

/** Last period of each statement year. */
function yearEnds({ periods, periodMonths, yearOfPeriod }: Clock): readonly number[] {
  const yearOf = (t: number): number => yearOfPeriod?.[t - 1] ?? Math.floor((periodMonths[t - 1] ?? 0) / 12);
  const ends: number[] = [];
  for (let t = 1; t <= periods; t++) if (t === periods || yearOf(t) !== yearOf(t + 1)) ends.push(t);
  return ends;
}

/** The cells in those places, each told to `seen`; a second series that is absent is true everywhere. */
export function stepsAt<V>({ lines, periods }: Places, cells: Cells<V>, seen: (cell: CellRead) => void): Steps<V> {
  return {
    count: periods.length,
    read: (series, step) => {
      const line = lines[series];
      if (line === undefined) return cells.arithmetic.one;
      const period = periods[step] as number;
      seen({ line, period });
      return cells.read(line, period);
    },
  };
}
