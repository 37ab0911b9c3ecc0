import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Board, FlowView, SessionView } from "../../app/contract.ts";
import { listExamples } from "../../app/files/examples.ts";
import { label, Running } from "./support/running.ts";

let running: Running;
let small: SessionView;
let rebuild: SessionView;
/** The small document and every example. */
const models = new Map<string, SessionView>();
const names = ["small", ...(await listExamples()).filter(({ kind }) => kind === "project").map(({ id }) => id)];
beforeAll(async () => {
  running = new Running();
  small = await running.open();
  models.set("small", small);
  for (const id of names.slice(1)) models.set(id, await running.value("openExample", { id }));
  rebuild = sessionOf("rebuild");
});
afterEach(() => expect(running.logged).toEqual([]));
afterAll(() => running.end());

const sessionOf = (name: string): SessionView => {
  const view = models.get(name);
  if (view === undefined) throw new Error(`no model ${name}`);
  return view;
};

const board = (
  session: string,
  more: { scenario?: string; perspective?: string; lang?: "zh" | "en" } = {},
): Promise<Board> => running.value("board", { session, scenario: "base", ...more });

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const sumOf = (flows: readonly FlowView[]): number => total(flows.map(({ amount }) => amount));

describe("the board", () => {
  it("words verdicts and indicators in the language asked for", async () => {
    const [zh, en] = [await board(small.session), await board(small.session, { lang: "en" })];
    expect(zh.verdicts.map(({ id }) => id)).toEqual(["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"]);
    expect(zh.verdicts[1]).toMatchObject({ pass: true, unit: "CNY", margin: expect.stringMatching(/^\d+\.\d\d$/) });
    expect(zh.verdicts[1]?.message).toContain("盈余");
    expect(en.verdicts[1]?.message).toContain("surplus");
    expect(en.conventions.join()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh.indicators.find(({ id }) => id === "balance.static")?.value).toBe(zh.verdicts[1]?.margin);
  });

  it("says the same as the command line's book of record", async () => {
    const { agree, cells, differences } = await running.value("agreement", {
      session: small.session,
      scenario: "base",
    });
    expect({ agree, differences }).toEqual({ agree: true, differences: [] });
    expect(cells).toBeGreaterThan(1000);
  });

  it.each(names)("draws the cash of the project from its lines (%s)", async (which) => {
    const { session } = sessionOf(which);
    const { cash } = await board(session);
    expect(cash.perspective).toBe("project");
    const { lines } = await running.value("lines", { session, scenario: "base", match: "project.cash*", by: "year" });
    const valuesOf = (id: string) =>
      Array.from(lines.find((line) => line.id === id)?.values ?? [], (value) => value.toFixed(4));
    expect(cash.inflow.map((value) => value.toFixed(4))).toEqual(valuesOf("project.cash_in"));
    expect(cash.outflow.map((value) => value.toFixed(4))).toEqual(valuesOf("project.cash_out"));
    expect(cash.cumulative.map((value) => value.toFixed(4))).toEqual(valuesOf("project.cash"));
    for (const [index, net] of cash.net.entries())
      expect(net).toBeCloseTo((cash.inflow[index] ?? 0) - (cash.outflow[index] ?? 0), 4);
  });

  it.each(names)("draws each party's cash as its own lines have it (%s)", async (which) => {
    const { session } = sessionOf(which);
    const { perspectives } = await board(session);
    const parties = perspectives.filter(({ id }) => id.startsWith("party."));
    expect(parties.length).toBeGreaterThan(3);
    const { lines } = await running.value("lines", { session, scenario: "base", match: "party.*.cash", by: "year" });
    for (const { id } of parties) {
      const { cash } = await board(session, { perspective: id });
      const own = lines.find((line) => line.id === `${id}.cash`)?.values ?? [];
      expect(own.length).toBe(cash.years.length);
      for (const [index, value] of cash.cumulative.entries()) expect(value).toBeCloseTo(own[index] ?? Number.NaN, 2);
    }
  });

  it("lets money between the parties of a side cancel", async () => {
    const { session } = rebuild;
    const { perspectives } = await board(session);
    expect(perspectives.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["project", "group.government", "group.funds", "group.project_and_budgets"]),
    );
    const sides = ["party.district", "party.city", "party.province", "party.tax"];
    const net = await Promise.all(sides.map(async (perspective) => (await board(session, { perspective })).cash.net));
    const { cash } = await board(session, { perspective: "group.government" });
    for (const [index, value] of cash.net.entries())
      expect(value).toBeCloseTo(total(net.map((side) => side[index] ?? 0)), 2);
    const inflows = await Promise.all(
      sides.map(async (perspective) => (await board(session, { perspective })).cash.inflow),
    );
    expect(total(cash.inflow)).toBeLessThan(total(inflows.map(total)));
  });

  it("falls back to the project for a perspective it does not know", async () => {
    expect((await board(small.session, { perspective: "party.nobody" })).cash.perspective).toBe("project");
  });

  it("marks phases, the deepest year and the year it stays above zero", async () => {
    const edits = [
      { path: "components/capital/enabled", value: false },
      { path: "parties/spv/openingCash", value: "0" },
    ];
    const { session } = await running.value("openBytes", {
      name: "x.json",
      base64: Buffer.from(JSON.stringify(small.document)).toString("base64"),
    });
    await running.value("edit", { session, edits, label });
    const { cash } = await board(session);
    expect(cash.phases).toEqual([
      { label: "建设期", fromYear: "2026", toYear: "2028" },
      { label: "运营期", fromYear: "2029", toYear: "2035" },
    ]);
    expect(cash.deepestYear).toBe(cash.years[cash.cumulative.indexOf(Math.min(...cash.cumulative))]);
    const turn = cash.years.indexOf(cash.breakEvenYear ?? "");
    expect(cash.cumulative[turn]).toBeGreaterThanOrEqual(0);
    expect(cash.cumulative[turn - 1]).toBeLessThan(0);
  });

  it.each(names)("draws sources and the gap as high as uses, in every scenario (%s)", async (which) => {
    const { session } = sessionOf(which);
    for (const { id: scenario } of await running.value("scenarios", { session })) {
      const { flows, verdicts } = await board(session, { scenario });
      const sources = flows.filter(({ to, from }) => to === "project" && from !== "gap");
      const uses = flows.filter(({ from }) => from === "project");
      const gap = flows.find(({ from }) => from === "gap");
      const margin = Number(verdicts.find(({ id }) => id === "B2")?.margin);
      expect(sumOf(sources) - sumOf(uses)).toBeCloseTo(margin, 1);
      if (margin < 0) expect(gap?.amount).toBeCloseTo(-margin, 1);
      else expect(gap).toBeUndefined();
    }
  });

  it("shows what does not rest on a mistake", async () => {
    const { session } = await running.value("openBytes", {
      name: "y.json",
      base64: Buffer.from(JSON.stringify(small.document)).toString("base64"),
    });
    await running.value("edit", { session, edits: [{ path: "customLines/gift/formula", value: "1 +* 2" }], label });
    const { problems, verdicts, flows } = await board(session);
    expect(problems.map(({ path }) => path)).toContain("customLines/gift");
    expect(verdicts.find(({ id }) => id === "B2")?.pass).toBeNull();
    expect(flows).toEqual([]);
    const spv = (await board(session)).cash;
    expect(spv).toMatchObject({ years: [], inflow: [], outflow: [], cumulative: [] });
    expect((await board(session, { perspective: "party.district" })).cash.years).toEqual([]);
    // The bank has no dealings with the broken line.
    expect((await board(session, { perspective: "party.bank" })).cash.inflow.length).toBe(10);
  });

  it("refuses a scenario that does not exist", async () => {
    const args = { session: small.session, scenario: "nix", lang: "en" };
    expect(await running.problems("board", args)).toMatchObject([{ code: "document.scenario_unknown" }]);
  });
});
