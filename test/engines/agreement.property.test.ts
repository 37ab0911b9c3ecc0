import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agree, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import { randomModel } from "./random.ts";

const sizes = fc.record({
  seed: fc.integer({ min: 0 }),
  lines: fc.integer({ min: 1, max: 14 }),
  periods: fc.integer({ min: 1, max: 14 }),
});

describe("random graphs", () => {
  it("have the same values, defined and undefined, in record and kernel", () => {
    fc.assert(
      fc.property(sizes, ({ seed, lines, periods }) => {
        const { graph, bindings } = randomModel(seed, lines, periods);
        const kernel = compileKernel(graph).run(bindings);
        expect(agree(evaluateRecord(graph, bindings), kernel)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
