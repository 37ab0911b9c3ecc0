import type { Decimal } from "decimal.js";
import { compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Bindings, Graph } from "../../models/language/graph.ts";
import type { LineDecl } from "../../models/language/line.ts";
import { buildTimeline } from "../../models/language/timeline.ts";
import { frameOf } from "../../models/results/frame.ts";
import { type Results, resultsOf } from "../../models/results/results.ts";
import { conventionsOf } from "../../models/terms/conventions.ts";
import { build, input, plain } from "../language/model.ts";

/** Seven half-years from July 2026: one period in 2026, two in each of the three years after. */
export const timeline = buildTimeline({ start: "2026-07", step: "half-year", periods: 7 });

export const frame = frameOf(timeline, conventionsOf({}));

export interface Read {
  readonly graph: Graph;
  readonly record: Results<Decimal>;
  readonly kernel: Results<number>;
}

/** Builds lines on the timeline above and reads both engines; `values` of input lines, one for scalars, seven for periods. */
export function read(
  decls: readonly LineDecl[],
  values: Readonly<Record<string, readonly (number | undefined)[]>> = {},
): Read {
  const graph = build([input("statementstart", { ...plain, kind: "flag" }), ...decls]);
  const flags = (of: (p: (typeof timeline.periods)[number]) => boolean) => timeline.periods.map((p) => Number(of(p)));
  const clock: Readonly<Record<string, readonly (number | undefined)[]>> = {
    t: timeline.periods.map(({ number }) => number),
    month: timeline.periods.map(({ startMonth }) => startMonth),
    year: timeline.periods.map(({ year }) => year),
    yearstart: flags(({ yearstart }) => yearstart),
    yearend: flags(({ yearend }) => yearend),
    statementstart: flags(({ yearstart }) => yearstart),
    ...values,
  };
  const series = new Map<number, readonly string[]>();
  const scalars = new Map<number, string>();
  for (const line of graph.lines) {
    if (line.source !== "input") continue;
    const given = clock[line.id] ?? [1, 1, 1, 1, 1, 1, 1];
    if (given.includes(undefined)) continue;
    if (line.axis === "scalar") scalars.set(line.index, String(given[0]));
    else series.set(line.index, given.map(String));
  }
  const bindings: Bindings = {
    periods: 7,
    scalars,
    series,
    periodMonths: timeline.periods.map(({ startMonth }) => startMonth),
    stepMonths: 6,
    yearOfPeriod: frame.yearOfPeriod,
    indicatorBasis: "year",
  };
  return {
    graph,
    record: resultsOf(evaluateRecord(graph, bindings), frame),
    kernel: resultsOf(compileKernel(graph).run(bindings), frame),
  };
}
