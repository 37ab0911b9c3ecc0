import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agree, compileKernel, compilePair, evaluateRecord } from "../../../models/engines/index.ts";
import type { Bindings, Node } from "../../../models/language/graph.ts";
import { bind, GraphWriter, lineOf } from "../graphs.ts";

const RUNS = Number(process.env["PINGHENG_REDUCERS"] ?? 250);
const PERIODS = 9;
/** Two statement years of four half-years and one that is cut short. */
const YEARS = [2026, 2026, 2027, 2027, 2027, 2028, 2028, 2028, 2029];

const OPERATIONS = ["lowest", "highest", "average", "first", "when", "payback", "irr", "npv"] as const;
const CONDITIONAL: ReadonlySet<string> = new Set(["lowest", "highest", "average"]);
const KINDS = ["period", "year", "basis"] as const;
const HALF_A_FEN = 0.005;

/** Every reducer of two series and a condition, each by period, by year and by the basis; x / s is missing where s is 0. */
function everyReducer() {
  const w = new GraphWriter();
  const [x, s, c, rate] = [w.input("x", "period"), w.input("s", "period"), w.input("c", "period"), w.input("rate")];
  const some = w.period("some", { op: "div", args: [x, s] });
  const other = w.period("other", { op: "neg", args: [x] });
  const lines: number[] = [];
  for (const op of OPERATIONS) {
    for (const by of KINDS) {
      for (const conditional of [false, true]) {
        if (conditional !== (op === "first") && !(CONDITIONAL.has(op) && conditional)) continue;
        const series = op === "when" ? [c] : conditional ? [some, c] : [some];
        // By the basis: the lines by period first, then those by year.
        const byYear = op === "when" ? [other] : conditional ? [other, c] : [other];
        const read = (by === "basis" ? [...series, ...byYear] : series).map(lineOf);
        const node: Node = { op, args: op === "npv" ? [rate] : [], lines: read, by, absTol: HALF_A_FEN };
        lines.push(lineOf(w.scalar(`${op}_${by}_${conditional}`, node)));
      }
    }
  }
  return { graph: w.graph(), x: lineOf(x), s: lineOf(s), c: lineOf(c), rate: lineOf(rate), lines };
}

const { graph, x, s, c, rate, lines } = everyReducer();

interface Drawn {
  readonly x: readonly number[];
  readonly s: readonly number[];
  readonly c: readonly number[];
  readonly rate: number;
}

const series = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: PERIODS, maxLength: PERIODS });
const drawn = fc.record<Drawn>({
  x: series(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0, 0.004, -0.004, 1e-13))),
  s: fc.oneof(
    { weight: 3, arbitrary: fc.constant(Array.from({ length: PERIODS }, () => 1)) },
    series(fc.integer({ min: 0, max: 3 })),
  ),
  c: series(fc.constantFrom(0, 0, 1, 1e-13)),
  rate: fc.constantFrom(0, 0.03, -0.5, -1, -1 + 1e-13, 3),
});

function boundTo(given: Drawn, indicatorBasis: "year" | "period"): Bindings {
  const values = { x: given.x.map(String), s: given.s.map(String), c: given.c.map(String), rate: String(given.rate) };
  return { ...bind(graph, PERIODS, values, 6), yearOfPeriod: YEARS, indicatorBasis };
}

const constant = (value: number): readonly number[] => Array.from({ length: PERIODS }, () => value);
const plain: Drawn = { x: constant(1), s: constant(1), c: constant(1), rate: 0 };

describe("reducers in machine code", () => {
  it("say what the record says, missing steps and conditions, years and basis included", () => {
    const kernel = compileKernel(graph);
    const answered = new Set<number>();
    const silent = new Set<number>();
    fc.assert(
      fc.property(drawn, fc.constantFrom("year" as const, "period" as const), (given, basis) => {
        const bindings = boundTo(given, basis);
        const found = kernel.run(bindings);
        expect(agree(evaluateRecord(graph, bindings), found)).toEqual([]);
        for (const line of lines) (found.scalar(line) === undefined ? silent : answered).add(line);
      }),
      { seed: 20261128, numRuns: RUNS },
    );
    // Each of them was seen with an answer and without one.
    expect([...answered].sort()).toEqual([...lines].sort());
    expect(silent.size).toBe(lines.length);
  });

  it("look by the basis of the run at hand, not of the one before", () => {
    const kernel = compileKernel(graph);
    const rising = { ...plain, x: Array.from({ length: PERIODS }, (_, i) => i + 1) };
    const line = graph.indexById.get("lowest_basis_false") as number;
    // The year's line is −x at the ends of the statement years: periods 2, 5, 8 and 9.
    for (const [basis, expected] of [
      ["period", 1],
      ["year", -9],
      ["period", 1],
    ] as const)
      expect(kernel.run(boundTo(rising, basis)).scalar(line)).toBe(expected);
    const average = graph.indexById.get("average_basis_false") as number;
    expect(kernel.run(boundTo(rising, "year")).scalar(average)).toBe(-(2 + 5 + 8 + 9) / 4);
  });

  it("answer for two draws side by side as for each alone", () => {
    const varying = [x, s, c, rate];
    const pair = compilePair(graph, { varying });
    const alone = compileKernel(graph, { varying });
    pair.run(boundTo(plain, "year"));
    alone.run(boundTo(plain, "year"));
    const values = (of: { scalar(line: number): number | undefined }) => lines.map((line) => of.scalar(line));
    fc.assert(
      fc.property(drawn, drawn, (one, two) => {
        for (const [draw, given] of [one, two].entries()) {
          pair.set(draw as 0 | 1, x, given.x);
          pair.set(draw as 0 | 1, s, given.s);
          pair.set(draw as 0 | 1, c, given.c);
          pair.set(draw as 0 | 1, rate, given.rate);
        }
        const both = pair.update().map(values);
        for (const [draw, given] of [one, two].entries()) {
          alone.setSeries(x, given.x);
          alone.setSeries(s, given.s);
          alone.setSeries(c, given.c);
          alone.setScalar(rate, given.rate);
          expect(both[draw]).toEqual(values(alone.update()));
        }
      }),
      { seed: 20261128, numRuns: RUNS },
    );
  });
});
