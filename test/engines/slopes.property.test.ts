import fc from "fast-check";
import { expect, it } from "vitest";
import { compileKernel, type Kernel } from "../../models/engines/index.ts";
import { randomModel, seeded } from "./random.ts";

/** `PINGHENG_SLOPES=n` tries so many random graphs. */
const RUNS = Number(process.env["PINGHENG_SLOPES"] ?? 500);
const STEP = 1e-5;

/** The slopes on both sides of a value, by trying. */
function tried(
  value: number,
  at: (x: number) => number | undefined,
): { readonly left: number; readonly right: number } | undefined {
  const [low, middle, high] = [at(value - STEP), at(value), at(value + STEP)];
  if (low === undefined || middle === undefined || high === undefined) return undefined;
  return { left: (middle - low) / STEP, right: (high - middle) / STEP };
}

/** Where both sides agree there is a slope to compare with. */
function smooth({ left, right }: { readonly left: number; readonly right: number }): boolean {
  return Math.abs(left - right) <= 1e-3 * Math.max(1, Math.abs(left), Math.abs(right));
}

function expectSlope(found: number, sides: { readonly left: number; readonly right: number }, where: unknown): void {
  const size = Math.max(1, Math.abs(sides.left), Math.abs(sides.right));
  const difference = Math.abs(found - (sides.left + sides.right) / 2);
  expect([where, found, difference < 1e-4 * size]).toEqual([where, found, true]);
}

it("slopes the kernel works out backwards are what trying says, for scalars and for single periods of a series", () => {
  const counts = { scalars: 0, periods: 0, moving: 0, none: 0 };
  const judge = (found: number, sides: { readonly left: number; readonly right: number }, where: unknown): void => {
    // On the way may lie a place without a slope, as that of a root of 0.
    if (Number.isNaN(found)) counts.none++;
    else expectSlope(found, sides, where);
    if (sides.right !== 0) counts.moving++;
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 0 }),
      fc.integer({ min: 3, max: 12 }),
      fc.integer({ min: 1, max: 7 }),
      (seed, size, periods) => {
        const { graph, bindings, scalarInputs, seriesInputs } = randomModel(seed, size, periods);
        const outputs = graph.lines.filter(({ axis, node }) => axis === "scalar" && node !== undefined);
        const output = outputs.at(-1)?.index;
        if (output === undefined) return;
        const random = seeded(seed);
        // Away from the round numbers the graph is made of, where its corners and steps lie.
        const draw = (): number => (random() - 0.3) * 10;
        const scalars = scalarInputs.map(draw);
        const series = seriesInputs.map(() => Array.from({ length: periods }, draw));
        const kernel: Kernel = compileKernel(graph, {
          outputs: [output],
          varying: [...scalarInputs, ...seriesInputs],
          slopes: true,
        });
        kernel.run(bindings);
        for (const [i, line] of scalarInputs.entries()) kernel.setScalar(line, scalars[i] as number);
        for (const [i, line] of seriesInputs.entries()) kernel.setSeries(line, series[i] as number[]);
        if (kernel.update().scalar(output) === undefined) return;
        const slopes = kernel.slopes(output);
        const found = [...scalarInputs, ...seriesInputs].map((line) => Float64Array.from(slopes.of(line)));
        for (const [i, line] of scalarInputs.entries()) {
          const sides = tried(scalars[i] as number, (x) => {
            kernel.setScalar(line, x);
            return kernel.update().scalar(output);
          });
          kernel.setScalar(line, scalars[i] as number);
          if (sides === undefined || !smooth(sides)) continue;
          counts.scalars++;
          judge(found[i]?.[0] as number, sides, [seed, size, periods, graph.lines[line]?.id]);
        }
        for (const [i, line] of seriesInputs.entries()) {
          const values = series[i] as number[];
          const t = Math.floor(random() * periods);
          const at = (x: number): number | undefined => {
            kernel.setSeries(line, values.with(t, x));
            return kernel.update().scalar(output);
          };
          const sides = tried(values[t] as number, at);
          kernel.setSeries(line, values);
          if (sides === undefined || !smooth(sides)) continue;
          counts.periods++;
          judge(found[scalarInputs.length + i]?.[t + 1] as number, sides, [seed, size, periods, line, t]);
        }
      },
    ),
    { seed: 20261128, numRuns: RUNS },
  );
  expect(counts.scalars).toBeGreaterThan(RUNS / 2);
  expect(counts.periods).toBeGreaterThan(RUNS / 2);
  expect(counts.none).toBeLessThan(counts.scalars / 100);
  expect(counts.moving).toBeGreaterThan(RUNS / 5);
});
