import fc from "fast-check";
import { expect, it } from "vitest";
import { floatArithmetic } from "../../models/engines/arithmetic/float.ts";
import { cellsOf } from "../../models/engines/cell.ts";
import { compileKernel, type Evaluation, type Kernel } from "../../models/engines/index.ts";
import type { Graph, Node } from "../../models/language/graph.ts";
import type { Cells } from "../../models/operations/operation.ts";
import { operations } from "../../models/operations/table.ts";
import { randomModel, seeded } from "../engines/random.ts";

/** Slopes of one scalar line in all cells, worked out backwards through a whole graph. */
function adjointsOf(graph: Graph, evaluation: Evaluation<number>, output: number): (line: number, t: number) => number {
  const { periods, clock } = evaluation;
  const adjoints = graph.lines.map(() => new Float64Array(periods + 1));
  const slotOf = (line: number, t: number): number => (graph.lines[line]?.axis === "scalar" ? 0 : t);
  const cells: Cells<number> = cellsOf({
    arithmetic: floatArithmetic,
    ...clock,
    read: (line, t) => evaluation.value(line, t) ?? Number.NaN,
  });
  const tape = Object.assign(Object.create(cells), {
    give: (operand: Node, t: number, adjoint: number) => operations[operand.op].adjoint(operand, t, adjoint, tape),
    giveCell: (line: number, t: number, adjoint: number) => {
      const slots = adjoints[line] as Float64Array;
      slots[slotOf(line, t)] = (slots[slotOf(line, t)] as number) + adjoint;
    },
    kink: () => {},
    kinkCell: () => {},
  });
  const back = (line: number, t: number, node: Node | undefined): void => {
    const adjoint = adjoints[line]?.[t] as number;
    if (adjoint !== 0 && node !== undefined) operations[node.op].adjoint(node, t, adjoint, tape);
  };
  (adjoints[output] as Float64Array)[0] = 1;
  for (const { scalars, periods: lines } of graph.levels.toReversed()) {
    for (let t = periods; t > 0; t--) for (const line of lines.toReversed()) back(line, t, graph.lines[line]?.node);
    for (const line of lines) back(line, 0, graph.lines[line]?.opening);
    for (const line of scalars.toReversed()) back(line, 0, graph.lines[line]?.node);
  }
  return (line, t) => adjoints[line]?.[t] as number;
}

/** The slopes on both sides of an input's value, by trying. */
function tried(kernel: Kernel, input: number, value: number, output: number): readonly (number | undefined)[] {
  const h = 1e-5;
  const at = (x: number): number | undefined => {
    kernel.setScalar(input, x);
    return kernel.update().scalar(output);
  };
  const [low, middle, high] = [at(value - h), at(value), at(value + h)];
  if (low === undefined || middle === undefined || high === undefined) return [];
  return [(middle - low) / h, (high - middle) / h];
}

it("slopes of random graphs are what trying every scalar input says", () => {
  let compared = 0;
  let moving = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const { graph, bindings, scalarInputs } = randomModel(seed, 12, 6);
      const outputs = graph.lines.filter(({ axis, node }) => axis === "scalar" && node !== undefined);
      const output = outputs.at(-1)?.index;
      if (output === undefined) return;
      const random = seeded(seed);
      // Away from the round numbers the graph is made of, where its corners and steps lie.
      const values = scalarInputs.map(() => (random() - 0.3) * 10);
      const kernel = compileKernel(graph);
      kernel.run(bindings);
      for (const [i, input] of scalarInputs.entries()) kernel.setScalar(input, values[i] as number);
      const evaluation = kernel.update().snapshot();
      if (evaluation.scalar(output) === undefined) return;
      const adjointOf = adjointsOf(graph, evaluation, output);
      for (const [i, input] of scalarInputs.entries()) {
        const [left, right] = tried(kernel, input, values[i] as number, output);
        kernel.setScalar(input, values[i] as number);
        if (left === undefined || right === undefined) continue;
        const size = Math.max(1, Math.abs(left), Math.abs(right));
        if (Math.abs(left - right) > 1e-3 * size) continue;
        compared++;
        if (right !== 0) moving++;
        const difference = Math.abs(adjointOf(input, 0) - (left + right) / 2);
        expect([seed, i, difference < 1e-4 * size]).toEqual([seed, i, true]);
      }
    }),
    { seed: 20260701, numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(300);
  expect(moving).toBeGreaterThan(100);
});
