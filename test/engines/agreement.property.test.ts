import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agree,
  compileKernel,
  compilePair,
  evaluateRecord,
  type KernelEvaluation,
} from "../../models/engines/index.ts";
import { isScalarLine } from "../../models/engines/nodes.ts";
import type { Graph } from "../../models/language/graph.ts";
import { randomModel, randomWideModel, seeded } from "./random.ts";

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

describe.each([
  ["random graphs", randomModel],
  ["random graphs with all that models have", randomWideModel],
])("%s", (_name, model) => {
  it("have the same values, defined and undefined, in record and kernel", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings } = model(seed, lines, periods);
        const kernel = compileKernel(graph).run(bindings);
        expect(agree(evaluateRecord(graph, bindings), kernel)).toEqual([]);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it("have problems from the same lines in the same periods in record and kernel", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings } = model(seed, lines, periods);
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

  it("give the same numbers when only what a changed input can reach is computed again, and two draws at once", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings, scalarInputs, seriesInputs } = model(seed, lines, periods);
        const random = seeded(seed + 1);
        const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
        const formulas = graph.lines.filter((line) => line.node !== undefined).map((line) => line.index);
        const outputs = [pick(formulas), pick(formulas)];
        const varying = [pick(scalarInputs), pick(seriesInputs)] as const;
        const full = compileKernel(graph);
        const partial = compileKernel(graph, { outputs, varying });
        const started = compileKernel(graph, { varying });
        const pair = compilePair(graph, { outputs, varying });
        partial.run(bindings);
        started.startFrom(full.run(bindings));
        pair.startFrom(full.run(bindings));
        let before: unknown;
        for (let round = 0; round < 4; round++) {
          const value = Math.floor(random() * 40) / 4 - 3;
          const series = Array.from({ length: periods }, () => Math.floor(random() * 40) / 4 - 3);
          for (const kernel of [full, partial, started]) {
            kernel.setScalar(varying[0], value);
            kernel.setSeries(varying[1], series);
          }
          const draw = round % 2 === 0 ? 0 : 1;
          pair.set(draw, varying[0], value);
          pair.set(draw, varying[1], series);
          const whole = full.update();
          const expected = exactValues(graph, whole, outputs);
          expect(exactValues(graph, partial.update(), outputs)).toEqual(expected);
          expect(exactValues(graph, started.update(), formulas)).toEqual(exactValues(graph, whole, formulas));
          const draws = pair.update();
          expect(exactValues(graph, draws[draw], outputs)).toEqual(expected);
          if (round > 0) expect(exactValues(graph, draws[1 - draw] as KernelEvaluation, outputs)).toEqual(before);
          before = expected;
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });
});

describe("swift code", () => {
  it("is enough where the record has no problem to tell, cells without an answer by their nature included", () => {
    let sound = 0;
    let natural = 0;
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings } = randomWideModel(seed, lines, periods);
        const evaluation = compileKernel(graph).run(bindings);
        const { problems } = evaluation.gaps;
        if (problems.length === 0) expect(evaluation.sound).toBe(true);
        if (!evaluation.sound) return;
        sound++;
        const all = exactValues(
          graph,
          evaluation,
          graph.lines.map(({ index }) => index),
        );
        if (JSON.stringify(all).includes("null")) natural++;
      }),
      { seed: SEED, numRuns: 300 },
    );
    // The graphs are such that both happen.
    expect(sound).toBeGreaterThan(100);
    expect(natural).toBeGreaterThan(10);
  });
});
