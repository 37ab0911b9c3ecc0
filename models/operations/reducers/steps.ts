import type { Clock } from "../../engines/evaluation.ts";
import type { Node } from "../../language/graph.ts";
import type { CellRead, Cells } from "../operation.ts";
import type { Steps } from "./answer.ts";

/** Whether the steps of a reducer are statement years. */
function stepsAreYears({ by }: Node, { indicatorBasis }: Pick<Clock, "indicatorBasis">): boolean {
  return by === "basis" ? indicatorBasis !== "period" : by === "year";
}

/** The lines a reducer looks at: of those it names by `basis`, the first half is read by period, the second by year. */
export function linesInUse(node: Node, clock: Pick<Clock, "indicatorBasis">): readonly number[] {
  const lines = node.lines ?? [];
  if (node.by !== "basis") return lines;
  const half = lines.length / 2;
  return stepsAreYears(node, clock) ? lines.slice(half) : lines.slice(0, half);
}

/** Last period (from 1) of each statement year. */
function yearEnds({ periods, periodMonths, yearOfPeriod }: Clock): readonly number[] {
  const yearOf = (t: number): number => yearOfPeriod?.[t - 1] ?? Math.floor((periodMonths[t - 1] ?? 0) / 12);
  const ends: number[] = [];
  for (let t = 1; t <= periods; t++) if (t === periods || yearOf(t) !== yearOf(t + 1)) ends.push(t);
  return ends;
}

/** The cells of one step. */
export function cellsOfStep(node: Node, clock: Clock, step: number): readonly CellRead[] {
  const period = stepsAreYears(node, clock) ? (yearEnds(clock)[step] as number) : step + 1;
  return linesInUse(node, clock).map((line) => ({ line, period }));
}

/** The cells a reducer looks at, each told to `seen`; a second series that is absent is true everywhere. */
export function stepsOf<V>(node: Node, cells: Cells<V>, seen: (cell: CellRead) => void = () => {}): Steps<V> {
  const lines = linesInUse(node, cells);
  const ends = stepsAreYears(node, cells) ? yearEnds(cells) : undefined;
  return {
    count: ends?.length ?? cells.periods,
    read: (series, step) => {
      const line = lines[series];
      if (line === undefined) return cells.arithmetic.one;
      const period = ends?.[step] ?? step + 1;
      seen({ line, period });
      return cells.read(line, period);
    },
  };
}
