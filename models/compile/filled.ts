import type { Bindings, Graph } from "../language/graph.ts";

/**
 * The same bindings with 0 for everything that is missing, for showing what the part entered so far comes to; undefined where nothing is missing. Never a
 * verdict, an export or a comparison.
 */
export function filledBindings(graph: Graph, bindings: Bindings): Bindings | undefined {
  const missing = graph.lines.filter(
    ({ source, index }) => source === "input" && !bindings.scalars.has(index) && !bindings.series.has(index),
  );
  if (missing.length === 0) return undefined;
  const scalars = new Map(bindings.scalars);
  const series = new Map(bindings.series);
  for (const { index, axis } of missing) {
    if (axis === "scalar") scalars.set(index, "0");
    else series.set(index, new Array<string>(bindings.periods).fill("0"));
  }
  return { ...bindings, scalars, series };
}
