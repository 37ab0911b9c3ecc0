import { describe, expect, it } from "vitest";
import type { Column, LinearProblem } from "../../../models/analysis/solver/problem.ts";
import { loadSolver } from "../../../models/analysis/solver/solver.ts";

const solver = await loadSolver();
const column = (cost: number, from: number, to: number, whole = false): Column => ({ cost, from, to, whole });
const { POSITIVE_INFINITY: INF, NEGATIVE_INFINITY: NONE } = Number;

/** A workshop: chairs bring 30, tables 50; carpentry x + 2y ≤ 40, finishing 2x + y ≤ 50. The two lines cross at (20, 10). */
const workshop: LinearProblem = {
  columns: [column(-30, 0, INF), column(-50, 0, INF)],
  rows: [
    {
      from: NONE,
      to: 40,
      terms: [
        [0, 1],
        [1, 2],
      ],
    },
    {
      from: NONE,
      to: 50,
      terms: [
        [0, 2],
        [1, 1],
      ],
    },
  ],
};

/** Of weights 5, 4, 3 worth 10, 40, 30 those that fit into 8: the second and third, worth 70; in parts it would be 72. */
const bag: LinearProblem = {
  columns: [column(-10, 0, 1, true), column(-40, 0, 1, true), column(-30, 0, 1, true)],
  rows: [
    {
      from: NONE,
      to: 8,
      terms: [
        [0, 5],
        [1, 4],
        [2, 3],
      ],
    },
  ],
};

describe("the linear solver", () => {
  it("finds the corner of a linear programme", () => {
    const found = solver.solve(workshop);
    expect(found.status).toBe("optimal");
    if (found.status !== "optimal") return;
    expect([...found.values]).toEqual([expect.closeTo(20, 9), expect.closeTo(10, 9)]);
    expect([...found.rows]).toEqual([expect.closeTo(40, 9), expect.closeTo(50, 9)]);
    expect(found.objective).toBeCloseTo(-1100, 6);
  });

  it("finds whole numbers, where parts would be better", () => {
    const found = solver.solve(bag, { gap: 0 });
    expect(found).toMatchObject({ status: "optimal", objective: -70 });
    const parts = { ...bag, columns: bag.columns.map((one) => ({ ...one, whole: false })) };
    expect(solver.solve(parts)).toMatchObject({ status: "optimal", objective: expect.closeTo(-72, 9) });
  });

  it("says that nothing keeps all rows, that nothing bounds it, and tells both apart", () => {
    const row = (from: number, to: number) => ({ from, to, terms: [[0, 1] as const] });
    expect(solver.solve({ columns: [column(1, 0, INF)], rows: [row(5, INF), row(NONE, 3)] })).toEqual({
      status: "infeasible",
    });
    expect(solver.solve({ columns: [column(-1, 0, INF)], rows: [row(5, INF)] })).toEqual({ status: "unbounded" });
  });

  it("answers a problem without rows and one without columns", () => {
    expect(solver.solve({ columns: [column(2, -3, 4)], rows: [] })).toMatchObject({ status: "optimal", objective: -6 });
    expect(solver.solve({ columns: [], rows: [] })).toMatchObject({ status: "optimal", objective: 0 });
  });

  it("stops when told to", () => {
    expect(solver.solve(bag, { shouldStop: () => true })).toEqual({ status: "stopped" });
  });

  it("has one answer for one problem", () => {
    expect(solver.solve(workshop)).toEqual(solver.solve(workshop));
  });

  it.each<[string, LinearProblem]>([
    ["bounds the wrong way round", { columns: [column(1, 2, 1)], rows: [] }],
    ["a cost that is no number", { columns: [column(Number.NaN, 0, 1)], rows: [] }],
    ["a column that is not there", { columns: [column(1, 0, 1)], rows: [{ from: 0, to: 1, terms: [[1, 1]] }] }],
    [
      "a column twice in a row",
      {
        columns: [column(1, 0, 1)],
        rows: [
          {
            from: 0,
            to: 1,
            terms: [
              [0, 1],
              [0, 1],
            ],
          },
        ],
      },
    ],
  ])("refuses %s", (_, problem) => {
    expect(() => solver.solve(problem)).toThrow(RangeError);
  });
});
