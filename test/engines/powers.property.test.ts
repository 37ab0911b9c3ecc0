import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKernel, compilePair } from "../../models/engines/index.ts";
import { power } from "../../models/operations/arithmetic/pow.ts";
import { bind, GraphWriter, lineOf } from "./graphs.ts";

/** A line that is one input to the power of another, and how to ask the kernel for it. */
function powers() {
  const w = new GraphWriter();
  const [base, exponent] = [w.input("base"), w.input("exponent")];
  const line = lineOf(w.scalar("power", { op: "pow", args: [base, exponent] }));
  const graph = w.graph();
  const kernel = compileKernel(graph);
  const pair = compilePair(graph);
  const bindings = bind(graph, 1, { base: "1", exponent: "1" });
  kernel.run(bindings);
  pair.run(bindings);
  return {
    one: (a: number, b: number): number => {
      kernel.setScalar(lineOf(base), a);
      kernel.setScalar(lineOf(exponent), b);
      return kernel.update().scalar(line) ?? Number.NaN;
    },
    beside: (a: number, b: number): number => {
      pair.set(1, lineOf(base), a);
      pair.set(1, lineOf(exponent), b);
      return pair.update()[1].scalar(line) ?? Number.NaN;
    },
  };
}

const { one, beside } = powers();
const RUNS = Number(process.env["PINGHENG_POWERS"] ?? 4000);
/** How many units in the last place: whole exponents are multiplied out, and each product rounds. */
const lastPlaces = (exponent: number): number => (Number.isInteger(exponent) ? 2 + Math.abs(exponent) : 2);

function expectPower(a: number, b: number): void {
  const [found, expected] = [one(a, b), power(a, b)];
  expect(beside(a, b)).toBe(found);
  if (Number.isNaN(expected) || expected === 0) expect(found).toBe(expected);
  else expect(Math.abs(found / expected - 1)).toBeLessThanOrEqual(lastPlaces(b) * Number.EPSILON);
}

describe("powers in machine code", () => {
  it("are those of the language to the last digit but one, whatever is raised to what", () => {
    const size = fc.double({ min: -300, max: 300, noNaN: true });
    const base = fc.oneof(
      size.map((digits) => 10 ** digits),
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.double({ min: 0.999, max: 1.001, noNaN: true }),
    );
    const exponent = fc.oneof(
      fc.double({ min: -40, max: 40, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    );
    fc.assert(fc.property(base, exponent, expectPower), { seed: 20260701, numRuns: RUNS });
  });

  it.each([
    ["a root", 2, 0.5],
    ["a growth of a year by the quarter", 1.03, 0.25],
    ["a number just below the square root of three", 1.732050807568877, 2.5],
    ["a number just above it", 1.7320508075688776, 2.5],
    ["a number just below the root of one and a half", 1.224744871391589, -3.5],
    ["a number just above it", 1.2247448713915892, -3.5],
    ["the least ordinary number", 2 ** -1022, 0.3],
    ["a smaller one", 5e-324, 0.3],
    ["the greatest number", Number.MAX_VALUE, 0.99],
    ["a result that is too large", 10, 308.5],
    ["a result that is nearly too large", 10, 308.2],
    ["a result that is nearly nothing", 10, -307.9],
    ["a result that has lost digits", 10, -310.5],
    ["a result that is nothing", 10, -400.5],
    ["one to anything", 1, 1e300],
    ["nothing to a part", 0, 0.5],
    ["nothing to less than nothing", 0, -0.5],
    ["a negative number to a part", -2, 0.5],
    ["a negative number to what is whole but for rounding", -2, 3 + 1e-13],
    ["a whole exponent too large to multiply out", 1.0001, 5000],
  ])("%s: %d to the power %d", (_name, a, b) => expectPower(a, b));
});
