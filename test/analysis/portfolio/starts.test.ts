import { describe, expect, it } from "vitest";
import { proposeStarts, type StartsProposal } from "../../../models/analysis/portfolio/starts.ts";
import { loadSolver, type Solver } from "../../../models/analysis/solver/solver.ts";
import { EvaluationStopped } from "../../../models/engines/index.ts";
import { documentOf, jsonOf, Pool, prepared, projectOf, shelf } from "./support.ts";

const solver = await loadSolver();

const starts = { earliest: 0, latest: 36, every: 12 };
const year = (id: string, flows: readonly number[], more: object = {}) => ({
  id,
  document: projectOf(id, flows),
  starts,
  ...more,
});

function propose(members: readonly Record<string, unknown>[], portfolio: Record<string, unknown>): StartsProposal {
  const found = proposeStarts(documentOf(jsonOf({ members, portfolio })), { shelf }, solver);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  if (found.value === undefined) throw new Error("stopped");
  return found.value;
}

const shifts = ({ starts: chosen }: StartsProposal) => Object.fromEntries(chosen.map(({ member, to }) => [member, to]));

describe("starts of projects", () => {
  it("are moved as little as keeps the pool above its floor", () => {
    // Together −200 at once against a line of 120: the second waits until the first has paid back.
    const members = [year("a", [-100, 150]), year("b", [-100, 150])];
    const found = propose(members, { pool: { creditLimit: "120", creditRate: "0" } });
    expect(found.found).toBe(true);
    expect(found.best).toBe(true);
    expect(found.starts.reduce((sum, { to }) => sum + to, 0)).toBe(12);
    const after = new Pool(
      prepared(
        documentOf(jsonOf({ members, portfolio: { pool: { creditLimit: "120", creditRate: "0" } } })),
        "record",
        new Map(Object.entries(shifts(found))),
      ),
    );
    expect(after.one("pool.room_lowest")).toBe(20);
    expect(found.checks).toMatchObject([
      { line: "pool.room_lowest", met: true },
      { line: "pool.credit_left_lowest", met: true },
    ]);
  });

  it("leave alone who has none to choose", () => {
    const { starts: _none, ...fixed } = year("a", [-100, 150]);
    const found = propose([fixed, year("b", [-100, 150])], { pool: { creditLimit: "120", creditRate: "0" } });
    expect(shifts(found)).toEqual({ a: 0, b: 12 });
  });

  it("meet a target of numbers", () => {
    const found = propose([year("a", [-1, 1]), year("b", [-1, 1]), year("c", [-1, 1])], {
      targets: [{ id: "t", label: "t", counts: "started", year: "2028", atLeast: 2 }],
    });
    expect(Object.values(shifts(found)).filter((months) => months === 24)).toHaveLength(2);
    expect(found.starts.reduce((sum, { to }) => sum + to, 0)).toBe(48);
  });

  it("bear the interest of the credit line: what fits without it does not", () => {
    // a: −100, −105, then 300 more. Begun a year later b asks 12 of it: 117 drawn where 110 are offered, but −95 − 12 = −107 without interest.
    const fixed = { id: "a", document: projectOf("a", [-100, 5, 300]) };
    const members = [fixed, year("b", [-12, 20])];
    const pool = { creditLimit: "110", creditRate: "0.1" };
    const found = propose(members, { pool });
    expect([found.found, found.best, shifts(found)]).toEqual([true, true, { a: 0, b: 24 }]);
    expect(shifts(propose(members, { pool: { ...pool, creditRate: "0" } }))).toEqual({ a: 0, b: 12 });
    const after = new Pool(
      prepared(documentOf(jsonOf({ members, portfolio: { pool } })), "record", new Map(Object.entries(shifts(found)))),
    );
    expect([after.one("pool.credit_peak"), after.one("pool.room_lowest")]).toEqual([105, 5]);
  });

  it("that interest leaves none of are said not to be there, and by how much the limit is short", () => {
    // −100, −110, −121; with the 1 of b in 2028 it is −120, with any other start more.
    const members = [{ id: "a", document: projectOf("a", [-100, 0, 0, 300]) }, year("b", [1, -1])];
    const found = propose(members, { pool: { creditLimit: "110", creditRate: "0.1" } });
    expect(found.found).toBe(false);
    expect(found.obstacles.map(({ zh }) => zh)).toEqual([expect.stringMatching(/合并资金下限.*\d+ 年 10\.00 元/)]);
  });

  it("that the book of record refuses are left out, and the next best is looked for", () => {
    const members = [{ id: "a", document: projectOf("a", [-100, 5, 300]) }, year("b", [-12, 20])];
    const document = documentOf(jsonOf({ members, portfolio: { pool: { creditLimit: "110", creditRate: "0.1" } } }));
    let asked = 0;
    /** At first as a solver that leaves interest out. */
    const hasty: Solver = {
      solve: (problem, limits) => {
        asked += 1;
        if (asked > 1) return solver.solve(problem, limits);
        const values = new Float64Array(problem.columns.length);
        for (const column of [0, 2]) values[column] = 1;
        return { status: "optimal", values, rows: new Float64Array(problem.rows.length), objective: 12 };
      },
    };
    const found = proposeStarts(document, { shelf }, hasty);
    expect(found.ok && found.value && [found.value.found, shifts(found.value)]).toEqual([true, { a: 0, b: 24 }]);
    expect(asked).toBe(2);
  });

  it("are said not to be there, with what stands in the way and by how much", () => {
    const found = propose([year("a", [-100, 150]), year("b", [-100, 150])], {
      pool: { creditLimit: "70", creditRate: "0" },
    });
    expect(found.found).toBe(false);
    // One of them alone takes 100.
    expect(found.obstacles.map(({ zh }) => zh)).toEqual([expect.stringMatching(/合并资金下限.*\d+ 年 30\.00 元/)]);
  });

  it("are said to be short in every year they are, each by its own amount", () => {
    const found = propose([{ id: "a", document: projectOf("a", [-100, -20, 150]) }, year("b", [0, 0])], {
      pool: { creditLimit: "70", creditRate: "0" },
    });
    expect(found.obstacles.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/合并资金下限.*\(\d+ 年 30\.00 元、\d+ 年 50\.00 元\)/),
    ]);
  });

  it("that two demands forbid together say so of each, if either gave way", () => {
    // Both must start in 2026, and the line carries one.
    const members = [year("a", [-100, 150]), year("b", [-100, 150])];
    const found = propose(members, {
      pool: { creditLimit: "120", creditRate: "0" },
      targets: [{ id: "t", label: "启动", counts: "started", year: "2026", atLeast: 2 }],
    });
    expect(found.obstacles.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/合并资金下限.*\d+ 年 80\.00 元/),
      expect.stringMatching(/启动.*2026 年 1 个/),
    ]);
  });

  it.each([
    [
      "nothing to choose",
      [{ id: "a", document: projectOf("a", [1]) }],
      { pool: { creditLimit: "1", creditRate: "0" } },
      "portfolio.nothing_to_choose",
    ],
    ["a credit line without a rate", [year("a", [-1, 2])], { pool: { creditLimit: "1" } }, "portfolio.rate_missing"],
    [
      "a budget without amounts",
      [year("a", [-1, 2])],
      { budgets: [{ id: "b", label: "b", levels: ["province"], amounts: {} }] },
      "portfolio.budget_empty",
    ],
    [
      "a target after the last year",
      [year("a", [-1, 2])],
      { targets: [{ id: "t", label: "t", counts: "built", year: "2099", atLeast: 1 }] },
      "portfolio.outside",
    ],
    [
      "one project twice",
      [year("a", [-1, 2]), { ...year("a", [-1, 2]), id: "again" }],
      { pool: { minimumCash: "0" } },
      "portfolio.member_twice",
    ],
    ["nothing asked", [year("a", [1])], {}, "portfolio.no_condition"],
    [
      "too many to try",
      [
        year("a", [1], { starts: { earliest: -720, latest: 720, every: 1 } }),
        year("b", [1], { starts: { earliest: -720, latest: 720, every: 1 } }),
        year("c", [1], { starts: { earliest: -720, latest: 720, every: 1 } }),
      ],
      { pool: { creditLimit: "1", creditRate: "0" } },
      "portfolio.too_many_starts",
    ],
    [
      "a project without a value",
      [
        {
          ...year("a", [1]),
          document: {
            ...projectOf("a", [1]),
            customLines: [
              {
                id: "x",
                label: "x",
                unit: "CNY",
                kind: "flow",
                role: "revenue.other",
                payer: "others",
                payee: "own",
                formula: "nowhere",
              },
            ],
          },
        },
      ],
      { pool: { creditLimit: "1", creditRate: "0" } },
      "portfolio.member_missing",
    ],
  ])("say what is wrong where there is %s", (_what, members, portfolio, code) => {
    const found = proposeStarts(documentOf(jsonOf({ members, portfolio })), { shelf }, solver);
    expect(found.ok ? "" : found.problems[0]?.code).toBe(code);
  });

  it("that time did not suffice to find are neither found nor ruled out", () => {
    const document = documentOf(
      jsonOf({ members: [year("a", [-1, 1])], portfolio: { pool: { creditLimit: "0", creditRate: "0" } } }),
    );
    const found = proposeStarts(document, { shelf }, { solve: () => ({ status: "stopped" }) });
    expect(found).toMatchObject({ ok: true, value: { found: false, obstacles: [] } });
    expect(found.ok && found.value?.message.zh).toContain("未得出结论");
  });

  it("stop when they are told to", () => {
    const document = documentOf(
      jsonOf({ members: [year("a", [-1, 1])], portfolio: { pool: { creditLimit: "0", creditRate: "0" } } }),
    );
    let asked = 0;
    const stopped = () => {
      asked += 1;
      return asked > 1;
    };
    expect(() => proposeStarts(document, { shelf, shouldStop: stopped }, solver)).toThrow(EvaluationStopped);
  });
});
