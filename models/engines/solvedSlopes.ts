import type { Bindings, Graph } from "../language/graph.ts";
import { compileKernel } from "./kernel/kernel.ts";
import { searchesOf } from "./solved.ts";

interface SlotSum {
  readonly line: number;
  readonly slots: readonly number[];
}

/**
 * Slopes of some slots of a line in all inputs where the line rests on values that are searched for, such as break-even points. Such a value
 * x keeps its target f(x, p) where it is: dx/dp = −(∂f/∂p) / (∂f/∂x). Undefined where a search it rests on has no single answer.
 * @param bindings with the values found
 */
export function slopesThroughSearch(
  graph: Graph,
  bindings: Bindings,
  { line, slots }: SlotSum,
): ((input: number) => Float64Array) | undefined {
  const varying = [...bindings.scalars.keys(), ...bindings.series.keys()];
  const kernel = compileKernel(graph, { outputs: [line], varying, slopes: true });
  kernel.run(bindings);
  const direct = kernel.slopes(line, slots);
  const own = new Map(varying.map((input) => [input, Float64Array.from(direct.of(input))]));
  for (const { root, vary, target } of searchesOf(graph).searches) {
    const [weight = 0] = own.get(root) ?? [];
    if (weight === 0) continue;
    const found = bindings.scalars.get(root);
    if (found === undefined || Number(bindings.scalars.get(stateOf(graph, root)) ?? Number.NaN) !== 0) return undefined;
    const there = compileKernel(graph, { outputs: [target], varying, slopes: true });
    there.run({ ...bindings, scalars: new Map(bindings.scalars).set(vary, found) });
    const slopes = there.slopes(target);
    const [rise = 0] = slopes.of(vary);
    if (rise === 0) return undefined;
    for (const input of varying) {
      if (input === vary) continue;
      const cells = own.get(input) as Float64Array;
      for (const [t, slope] of slopes.of(input).entries()) cells[t] = (cells[t] ?? 0) - (weight * slope) / rise;
    }
  }
  return (input) => own.get(input) ?? new Float64Array(1);
}

/** The line that says what came of a search: 0 where it has one answer. */
function stateOf(graph: Graph, root: number): number {
  return graph.indexById.get(`${graph.lines[root]?.id}.state`) ?? -1;
}
