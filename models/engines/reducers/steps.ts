import type { Node } from "../../language/graph.ts";
import type { Clock } from "../evaluation.ts";
import type { Steps } from "./reduce.ts";

type Reducer = Extract<Node, { op: "reduce" }>;

/** Whether the steps of a reducer are statement years. */
export function stepsAreYears({ by }: Pick<Reducer, "by">, clock: Pick<Clock, "indicatorBasis">): boolean {
  return by === "basis" ? clock.indicatorBasis !== "period" : by === "year";
}

/** Last period (from 1) of each statement year. */
export function yearEnds({ periods, periodMonths, yearOfPeriod }: Clock): readonly number[] {
  const yearOf = (t: number): number => yearOfPeriod?.[t - 1] ?? Math.floor((periodMonths[t - 1] ?? 0) / 12);
  const ends: number[] = [];
  for (let t = 1; t <= periods; t++) if (t === periods || yearOf(t) !== yearOf(t + 1)) ends.push(t);
  return ends;
}

/** The cells a reducer looks at; a second series that is absent is true everywhere. */
export function stepsOf<V>(
  node: Pick<Reducer, "by" | "series" | "yearly">,
  clock: Clock,
  read: (line: number, t: number) => V,
  always: V,
): Steps<V> {
  const byYear = stepsAreYears(node, clock);
  const lines = byYear ? node.yearly : node.series;
  const ends = byYear ? yearEnds(clock) : undefined;
  return {
    count: ends?.length ?? clock.periods,
    read: (series, step) => {
      const line = lines[series];
      return line === undefined ? always : read(line, ends?.[step] ?? step + 1);
    },
  };
}
