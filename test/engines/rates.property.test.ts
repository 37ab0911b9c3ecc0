import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, compilePair } from "../../models/engines/index.ts";
import { irr } from "../../models/finance/irr.ts";
import { isRefusal } from "../../models/finance/refusal.ts";
import type { Node } from "../../models/language/graph.ts";
import { bind, GraphWriter, lineOf } from "./graphs.ts";

const HALF_A_FEN = 0.005;
const RUNS = Number(process.env["PINGHENG_RATES"] ?? 600);

/** Reducers of one series of so many periods, as the kernel answers, alone and beside another draw. */
function reducing(periods: number) {
  const w = new GraphWriter();
  const x = w.input("x", "period");
  const rate: Node = { op: "irr", args: [], lines: [lineOf(x)], by: "period", absTol: HALF_A_FEN };
  const worth: Node = { op: "npv", args: [{ op: "const", args: [], text: "0.03" }], lines: [lineOf(x)], by: "period" };
  const [irrLine, npvLine] = [lineOf(w.scalar("irr", rate)), lineOf(w.scalar("npv", worth))];
  const graph = w.graph();
  const [kernel, pair] = [compileKernel(graph), compilePair(graph)];
  const flat = Array.from({ length: periods }, () => "1");
  kernel.run(bind(graph, periods, { x: flat }));
  pair.run(bind(graph, periods, { x: flat }));
  return (amounts: readonly number[]) => {
    kernel.setSeries(lineOf(x), amounts);
    pair.set(1, lineOf(x), amounts);
    const found = kernel.update();
    const beside = pair.update()[1];
    expect(beside.scalar(irrLine)).toBe(found.scalar(irrLine));
    expect(beside.scalar(npvLine)).toBe(found.scalar(npvLine));
    return { rate: found.scalar(irrLine), worth: found.scalar(npvLine) };
  };
}

/** The one rate above a loss of all, by the thorough search. */
function thorough(amounts: readonly number[]): number | undefined {
  const rates = irr.all(amounts.map((amount) => (Math.abs(amount) <= HALF_A_FEN ? 0 : amount)));
  if (isRefusal(rates)) return undefined;
  const kept = rates.filter((rate) => rate > 1e-4 - 1);
  const [only, ...more] = kept.length === 0 ? rates : kept;
  return more.length === 0 ? only : undefined;
}

function expectRate(found: number | undefined, amounts: readonly number[]): void {
  const expected = thorough(amounts);
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(expected, 9);
}

describe("rates of return in machine code", () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 13, 40])("are those of the thorough search, over %d periods", (periods) => {
    const ask = reducing(periods);
    const amount = fc.oneof(fc.constant(0), fc.integer({ min: -2000, max: 2000 }), fc.constant(0.004));
    let rates = 0;
    fc.assert(
      fc.property(fc.array(amount, { minLength: periods, maxLength: periods }), (amounts) => {
        const { rate, worth } = ask(amounts);
        expectRate(rate, amounts);
        if (rate !== undefined) rates++;
        const sum = amounts.reduce((before, each, i) => before + each / 1.03 ** (i + 1), 0);
        expect(worth).toBeCloseTo(sum, 6);
      }),
      { seed: 20260701, numRuns: RUNS },
    );
    expect(rates > 0).toBe(periods > 1);
  });

  it("are those of projects: money out, money back, something to clean up", () => {
    const ask = reducing(24);
    const part = (min: number, max: number) => fc.integer({ min, max });
    const project = fc.record({
      out: fc.array(part(-2000, 0), { minLength: 6, maxLength: 6 }),
      back: fc.array(part(0, 900), { minLength: 14, maxLength: 14 }),
      end: fc.array(part(-3000, 500), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(project, ({ out, back, end }) => {
        const amounts = [...out, ...back, ...end];
        expectRate(ask(amounts).rate, amounts);
      }),
      { seed: 20260701, numRuns: RUNS },
    );
  });

  it.each([
    ["twice the same root, which the thorough search tells", [1, -2.2, 1.21, 0, 0, 0, 0, 0]],
    ["a rate far out", [-1, 1e6, 0, 0, 0, 0, 0, 0]],
    ["nothing won, nothing lost", [-4.5, 4.5, 0, 0, 0, 0, 0, 0]],
    ["two rates", [-1000, 2500, -1540, 0, 0, 0, 0, 0]],
    ["a start that waits", [0, 0, -100, 0, 121, 0, 0, 0]],
    ["no flow at all", [0, 0, 0, 0, 0, 0, 0, 0]],
    ["a loss of nearly all at the end", [-100, 30, 30, 30, 30, 30, 30, -0.006]],
  ])("%s", (_name, amounts) => expectRate(reducing(8)(amounts).rate, amounts));

  it("with more changes of sign than are searched in machine code, over fifty years of months", () => {
    const times = (a: readonly number[], b: readonly number[]) =>
      Array.from({ length: a.length + b.length - 1 }, (_, k) =>
        a.reduce((sum, each, i) => sum + each * (b[k - i] ?? 0), 0),
      );
    // Rates of 10 % and 20 % every twenty months, and turns that make no root: 30 changes of sign.
    const turns = Array.from({ length: 14 }, () => [1, -1, 1]).reduce(times, [1000]);
    const flows = times([1, -1.1], times([1, -1.2], turns)).flatMap((flow) => [
      flow,
      ...Array.from({ length: 19 }, () => 0),
    ]);
    expect(flows.filter((flow) => flow !== 0)).toHaveLength(31);
    expect(irr.all(flows)).toEqual([1.1, 1.2].map((growth) => expect.closeTo(growth ** (1 / 20) - 1, 9)));
    expect(reducing(flows.length)(flows).rate).toBeUndefined();
  });
});
