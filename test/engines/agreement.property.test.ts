import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agree, compileKernel, evaluateRecord, type KernelEvaluation } from "../../models/engines/index.ts";
import { isScalarLine } from "../../models/engines/nodes.ts";
import type { Graph } from "../../models/language/graph.ts";
import { randomModel, seeded } from "./random.ts";

const sizes = fc.record({
  seed: fc.integer({ min: 0 }),
  lines: fc.integer({ min: 1, max: 14 }),
  periods: fc.integer({ min: 1, max: 14 }),
});

/** The same graphs in every run, so that a failure is a failure of the change at hand. */
const SEED = 20260701;

/** All defined values of the computed lines, exactly. */
function exactValues(graph: Graph, evaluation: KernelEvaluation, lines: readonly number[]): unknown[] {
  return lines.map((line) => [line, isScalarLine(graph, line) ? evaluation.scalar(line) : evaluation.series(line)]);
}

describe("random graphs", () => {
  it("have the same values, defined and undefined, in record and kernel", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings } = randomModel(seed, lines, periods);
        const kernel = compileKernel(graph).run(bindings);
        expect(agree(evaluateRecord(graph, bindings), kernel)).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it("have problems from the same lines in the same periods in record and kernel", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings } = randomModel(seed, lines, periods);
        const record = evaluateRecord(graph, bindings).gaps;
        const kernel = compileKernel(graph).run(bindings).gaps;
        expect(kernel.problems).toEqual(record.problems);
        expect([...kernel.lines]).toEqual([...record.lines]);
        // Nothing rests on an undefined cell without there being a line where it arose.
        expect(record.problems.filter((problem) => problem.code === "cell.restsOnGap")).toEqual([]);
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it("give the same numbers when only what a changed input can reach is computed again", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings, scalarInputs, seriesInputs } = randomModel(seed, lines, periods);
        const random = seeded(seed + 1);
        const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
        const formulas = graph.lines.filter((line) => line.node !== undefined).map((line) => line.index);
        const outputs = [pick(formulas), pick(formulas)];
        const varying = [pick(scalarInputs), pick(seriesInputs)] as const;
        const full = compileKernel(graph);
        const partial = compileKernel(graph, { outputs, varying });
        const started = compileKernel(graph, { varying });
        partial.run(bindings);
        started.startFrom(full.run(bindings));
        for (let round = 0; round < 3; round++) {
          const value = Math.floor(random() * 40) / 4 - 3;
          const series = Array.from({ length: periods }, () => Math.floor(random() * 40) / 4 - 3);
          for (const kernel of [full, partial, started]) {
            kernel.setScalar(varying[0], value);
            kernel.setSeries(varying[1], series);
          }
          const whole = full.update();
          expect(exactValues(graph, partial.update(), outputs)).toEqual(exactValues(graph, whole, outputs));
          expect(exactValues(graph, started.update(), formulas)).toEqual(exactValues(graph, whole, formulas));
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});
