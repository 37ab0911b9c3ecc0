import { describe, expect, it } from "vitest";
import { proposeStarts, type StartsProposal } from "../../../models/analysis/portfolio/starts.ts";
import { loadSolver } from "../../../models/analysis/solver/solver.ts";
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
    const found = propose(members, { pool: { creditLimit: "120" } });
    expect(found.found).toBe(true);
    expect(found.best).toBe(true);
    expect(found.starts.reduce((sum, { to }) => sum + to, 0)).toBe(12);
    const after = new Pool(
      prepared(
        documentOf(jsonOf({ members, portfolio: { pool: { creditLimit: "120" } } })),
        "record",
        new Map(Object.entries(shifts(found))),
      ),
    );
    expect(after.one("pool.room_lowest")).toBe(20);
    expect(found.checks).toMatchObject([{ line: "pool.room_lowest", met: true }]);
  });

  it("leave alone who has none to choose", () => {
    const { starts: _none, ...fixed } = year("a", [-100, 150]);
    const found = propose([fixed, year("b", [-100, 150])], { pool: { creditLimit: "120" } });
    expect(shifts(found)).toEqual({ a: 0, b: 12 });
  });

  it("meet a target of numbers", () => {
    const found = propose([year("a", [-1, 1]), year("b", [-1, 1]), year("c", [-1, 1])], {
      targets: [{ id: "t", label: "t", counts: "started", year: "2028", atLeast: 2 }],
    });
    expect(Object.values(shifts(found)).filter((months) => months === 24)).toHaveLength(2);
    expect(found.starts.reduce((sum, { to }) => sum + to, 0)).toBe(48);
  });

  it("are said not to be there, with what stands in the way and by how much", () => {
    const found = propose([year("a", [-100, 150]), year("b", [-100, 150])], { pool: { creditLimit: "70" } });
    expect(found.found).toBe(false);
    // One of them alone takes 100.
    expect(found.obstacles.map(({ zh }) => zh)).toEqual([expect.stringMatching(/合并资金下限.*至少 30\.00 元/)]);
  });

  it("that two demands forbid together say so of each, if either gave way", () => {
    // Both must start in 2026, and the line carries one.
    const members = [year("a", [-100, 150]), year("b", [-100, 150])];
    const found = propose(members, {
      pool: { creditLimit: "120" },
      targets: [{ id: "t", label: "启动", counts: "started", year: "2026", atLeast: 2 }],
    });
    expect(found.obstacles.map(({ zh }) => zh)).toEqual([
      expect.stringMatching(/合并资金下限.*至少 80\.00 元/),
      expect.stringMatching(/启动.*至少 1 个/),
    ]);
  });

  it.each([
    [
      "nothing to choose",
      [{ id: "a", document: projectOf("a", [1]) }],
      { pool: { creditLimit: "1" } },
      "portfolio.nothing_to_choose",
    ],
    ["nothing asked", [year("a", [1])], {}, "portfolio.no_condition"],
    [
      "too many to try",
      [
        year("a", [1], { starts: { earliest: -720, latest: 720, every: 1 } }),
        year("b", [1], { starts: { earliest: -720, latest: 720, every: 1 } }),
        year("c", [1], { starts: { earliest: -720, latest: 720, every: 1 } }),
      ],
      { pool: { creditLimit: "1" } },
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
      { pool: { creditLimit: "1" } },
      "portfolio.member_missing",
    ],
  ])("say what is wrong where there is %s", (_what, members, portfolio, code) => {
    const found = proposeStarts(documentOf(jsonOf({ members, portfolio })), { shelf }, solver);
    expect(found.ok ? "" : found.problems[0]?.code).toBe(code);
  });

  it("that time did not suffice to find are neither found nor ruled out", () => {
    const document = documentOf(jsonOf({ members: [year("a", [-1, 1])], portfolio: { pool: { creditLimit: "0" } } }));
    const found = proposeStarts(document, { shelf }, { solve: () => ({ status: "stopped" }) });
    expect(found).toMatchObject({ ok: true, value: { found: false, obstacles: [] } });
    expect(found.ok && found.value?.message.zh).toContain("未得出结论");
  });

  it("stop when they are told to", () => {
    const document = documentOf(jsonOf({ members: [year("a", [-1, 1])], portfolio: { pool: { creditLimit: "0" } } }));
    let asked = 0;
    const stopped = () => {
      asked += 1;
      return asked > 1;
    };
    expect(() => proposeStarts(document, { shelf, shouldStop: stopped }, solver)).toThrow(EvaluationStopped);
  });
});
