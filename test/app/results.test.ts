import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ProgressEvent, SessionView } from "../../app/contract.ts";
import { label, Running } from "./support/running.ts";

let running: Running;
let small: SessionView;
let rebuild: SessionView;
beforeAll(async () => {
  running = new Running();
  small = await running.open();
  rebuild = await running.value("openExample", { id: "rebuild" });
});
afterEach(() => expect(running.logged).toEqual([]));
afterAll(() => running.end());

describe("the catalogue", () => {
  it("has a field for every input, with ranges, words and roles", async () => {
    const { mechanisms, partyRoles, statuses } = await running.value("catalogue", {});
    expect(mechanisms.length).toBeGreaterThan(20);
    expect(partyRoles.map(({ word }) => word)).toContain("spv");
    expect(statuses.map(({ word }) => word)).toEqual(["planned", "applied", "approved", "received", "refused"]);
    const sale = mechanisms.find(({ id }) => id === "sale");
    expect(sale?.fields.find(({ name }) => name === "seller")).toMatchObject({
      type: "party",
      partyRoles: expect.any(Array),
    });
    expect(sale?.fields.find(({ name }) => name === "vatMethod")?.options?.map(({ word }) => word)).toContain(
      "general",
    );
    expect(sale?.fields.find(({ name }) => name === "collection")?.columns?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["lag", "share"]),
    );
    for (const { fields } of mechanisms)
      for (const field of fields) expect(field.label.zh && field.label.en).toBeTruthy();
  });

  it("cites clauses of the model's packs only, all of them where there is no model", async () => {
    const packsIn = ({
      mechanisms,
    }: {
      readonly mechanisms: readonly { readonly clauses: readonly { id: string }[] }[];
    }) => new Set(mechanisms.flatMap(({ clauses }) => clauses.map(({ id }) => id.split("/")[0])));
    const cited = packsIn(await running.value("catalogue", { session: rebuild.session }));
    const used = (rebuild.document["packs"] as readonly { readonly id: string }[]).map(({ id }) => id);
    expect(cited.size).toBeGreaterThan(1);
    for (const pack of cited) expect(used).toContain(pack);
    expect(packsIn(await running.value("catalogue", {}))).toContain("taizhou-2023-draft");
  });

  it("shows what stands in for an empty field, from the packs of the model", async () => {
    const { mechanisms } = await running.value("catalogue", { session: rebuild.session });
    const stands = mechanisms.flatMap(({ fields }) => fields.flatMap(({ policy }) => policy ?? []));
    expect(stands.length).toBeGreaterThan(3);
    for (const { value, reference, status } of stands) {
      expect(value).toMatch(/^-?\d+(\.\d+)?$/);
      expect(reference).not.toBe("");
      expect(["law", "policy", "practice", "to_verify"]).toContain(status);
    }
    // Without its packs a model takes what the law of the books says, and of local values what stands in for them.
    const none = await running.value("newModel", { type: "renovation" });
    const edits = [{ path: "packs/zhejiang" }, { path: "packs/national-law" }];
    await running.value("edit", { session: none.session, edits, label });
    const without = await running.value("catalogue", { session: none.session });
    const sources = (of: typeof mechanisms) =>
      of.flatMap(({ fields }) => fields.flatMap(({ policy }) => policy?.reference ?? []));
    expect(sources(without.mechanisms)).not.toEqual(sources(mechanisms));
  });
});

describe("scenarios", () => {
  it("say what they change in the words of the forms, against their parent", async () => {
    const views = await running.value("scenarios", { session: small.session });
    expect(views.map(({ id, label: name }) => [id, name])).toEqual([
      ["base", "基准"],
      ["high", "高价"],
      ["higher", "更高"],
    ]);
    expect(views[2]).toMatchObject({
      parent: "high",
      counts: ["approved", "received"],
      changes: [
        { path: "components/flats/inputs/price", from: "80", to: "90" },
        { path: "timeline/phases/build/months", label: "建设期:月数", from: 36, to: 30 },
      ],
    });
    const [, english] = await running.value("scenarios", { session: small.session, lang: "en" });
    expect(english?.label).toBe("High price");
    expect(english?.changes[0]?.label).toMatch(/: /);
    expect(english?.changes[0]?.label).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("always have the base, also where none is declared", async () => {
    const { session } = await running.value("openBytes", {
      name: "z.json",
      base64: Buffer.from(JSON.stringify({ ...small.document, scenarios: [] })).toString("base64"),
    });
    expect(await running.value("scenarios", { session, lang: "en" })).toMatchObject([
      { id: "base", label: "Base", changes: [] },
    ]);
    expect((await running.value("board", { session, scenario: "base" })).verdicts).not.toEqual([]);
  });

  it("give different boards", async () => {
    const of = async (scenario: string) => {
      const { verdicts } = await running.value("board", { session: small.session, scenario });
      return Number(verdicts.find(({ id }) => id === "B2")?.margin);
    };
    const [base, high, higher] = [await of("base"), await of("high"), await of("higher")];
    expect(high).toBeGreaterThan(base);
    expect(higher).toBeGreaterThan(high);
  });
});

describe("lines and explanations", () => {
  it("give years as sums of periods for flows", async () => {
    const args = { session: rebuild.session, scenario: "base", match: "project.cash_in" };
    const periods = (await running.value("lines", { ...args, by: "period" })).lines[0]?.values ?? new Float64Array();
    const years = await running.value("lines", { ...args, by: "year" });
    expect(periods).toHaveLength(160);
    expect(years.columns[0]).toBe("2026");
    expect(years.lines[0]?.values[0]).toBeCloseTo(
      periods.slice(0, 4).reduce((sum, x) => sum + x, 0),
      4,
    );
  });

  it("explain a number down to the input, with both engines' values", async () => {
    const args = { session: small.session, scenario: "base", lang: "zh" as const };
    const found = await running.value("explain", { ...args, cell: "project.cash@2028" });
    expect(found.period).toBe("2028");
    expect(found.kernelValue).toBeCloseTo(Number(found.recordValue), 4);
    expect(found.agrees).toBe(true);
    expect(found.terms.map(({ ref }) => ref)).toContain("project.net@2028");
    const input = await running.value("explain", { ...args, cell: "flats.price" });
    expect(input).toMatchObject({ value: "60", inputPath: "components/flats/inputs/price" });
    const works = await running.value("explain", { ...args, cell: "works.amount@1" });
    expect(works).toMatchObject({ value: "9000", evidence: { document: "概算批复", status: "approved" } });
  });

  it("explain every light and every indicator by its own number", async () => {
    const { verdicts, indicators } = await running.value("board", { session: rebuild.session, scenario: "base" });
    const shown = [
      ...verdicts.map(({ id, cell, margin, unit }) => ({ id, cell, value: margin ?? null, unit: unit ?? "1" })),
      ...indicators.map(({ id, cell, value, unit }) => ({ id, cell, value, unit })),
    ];
    expect(shown.length).toBeGreaterThan(40);
    for (const { id, cell, value, unit } of shown) {
      expect(cell, id).toBeDefined();
      const why = await running.value("explain", { session: rebuild.session, scenario: "base", cell: cell ?? "" });
      if (value === null) continue;
      expect(Math.abs(Number(why.value) - Number(value)), `${id} ${why.value}`).toBeLessThan(
        unit === "CNY" ? 0.011 : 1e-6,
      );
    }
  });

  it("refuse what is not there, with what is near", async () => {
    const args = { session: small.session, scenario: "base", lang: "zh" };
    expect(await running.problems("explain", { ...args, cell: "flats.nothing" })).toMatchObject([
      { code: "explain.line_unknown", hint: expect.stringContaining("flats.") },
    ]);
    expect(await running.problems("explain", { ...args, cell: "project.cash@1999" })).toMatchObject([
      { code: "explain.period_unknown" },
    ]);
  });
});

describe("long work", () => {
  const question = { scenario: "base", vary: "components/flats/inputs/price", until: "balance.static>=5000" };

  it("finds the value, tells how far it is, and the value meets the target", async () => {
    const events: ProgressEvent[] = [];
    const stop = running.app.onProgress((event) => events.push(event));
    const solution = await running.value("solve", { session: small.session, job: "a", ...question });
    stop();
    expect(solution.roots).toMatchObject([{ confirmed: true }]);
    expect(events.length).toBeGreaterThan(1);
    expect(events.every(({ job, done, total }) => job === "a" && done <= total)).toBe(true);
    const { session } = await running.open();
    await running.value("edit", {
      session,
      edits: [{ path: question.vary, value: solution.roots[0]?.value ?? "" }],
      label,
    });
    const { verdicts } = await running.value("board", { session, scenario: "base" });
    expect(Number(verdicts.find(({ id }) => id === "B2")?.margin)).toBeCloseTo(5000, 1);
    await running.value("undo", { session });
  });

  it("stops when asked, and the board never waits for it", async () => {
    const job = { session: rebuild.session, job: "b", ...question, vary: "components/flats/inputs/price" };
    const started = new Promise<void>((resolve) => {
      const stop = running.app.onProgress((event) => {
        if (event.job !== "b") return;
        stop();
        resolve();
      });
    });
    const solving = running.app.call("solve", { ...job, lang: "zh" });
    await started;
    await running.value("board", { session: rebuild.session, scenario: "base" });
    expect(await running.value("cancel", { job: "b" })).toEqual({ cancelled: true });
    expect(await solving).toMatchObject({ ok: false, problems: [{ code: "solve.stopped" }] });
    expect(await running.value("cancel", { job: "b" })).toEqual({ cancelled: false });
  });

  it("gives way to the comparison of a newer state", async () => {
    const { session } = await running.value("openExample", { id: "rebuild" });
    const args = { session, scenario: "base", lang: "zh" };
    const [first, second] = await Promise.all([
      running.app.call("agreement", args),
      running.app.call("agreement", args),
    ]);
    expect(second).toMatchObject({ ok: true, value: { agree: true } });
    if (!first.ok) expect(first.problems).toMatchObject([{ code: "agreement.superseded" }]);
  });

  it("refuses a target it cannot read", async () => {
    const args = { session: small.session, job: "c", ...question, lang: "en" };
    expect((await running.problems("solve", { ...args, until: "balance.static>>1" })).length).toBeGreaterThan(0);
    expect(await running.problems("solve", { ...args, vary: "components/flats/inputs/nothing" })).toMatchObject([
      { path: "components/flats/inputs/nothing" },
    ]);
  });
});

describe("levers", () => {
  it("come with progress, and one turned says what every verdict has to spare there", async () => {
    const events: ProgressEvent[] = [];
    const stop = running.app.onProgress((event) => events.push(event));
    const args = { session: rebuild.session, scenario: "base" };
    const answer = await running.value("levers", { ...args, job: "levers", of: "B2" });
    stop();
    expect(events.filter(({ job }) => job === "levers").length).toBeGreaterThan(1);
    const price = answer.levers.find(({ path }) => path === "components/flats/inputs/price");
    const [flip] = price?.flips?.filter(({ watch }) => watch === "B2") ?? [];
    expect(flip).toMatchObject({ met: "above", confirmed: true });
    const turn = { ...args, of: "B2", path: price?.path ?? "" };
    const { excesses } = await running.value("turn", { ...turn, value: flip?.value ?? "" });
    expect(excesses["B2"]).toBeGreaterThanOrEqual(0);
    expect(excesses["B2"]).toBeLessThan(10_000);
    const before = await running.value("turn", { ...turn, value: price?.now ?? "" });
    expect(before.excesses["B2"]).toBeCloseTo(answer.value, 1);
  });

  it("turned by a factor say what to enter: every value of the profile times it", async () => {
    const args = { session: rebuild.session, scenario: "base", of: "B2" };
    const answer = await running.value("levers", { ...args, job: "factors" });
    const factors = answer.levers.filter(({ kind }) => kind === "factor");
    expect(factors.length).toBeGreaterThan(0);
    for (const { path } of factors.slice(0, 3)) {
      const read = ({ profile }: { profile: { values: string[] } }) => profile.values.map(Number);
      const one = await running.value("turn", { ...args, path, value: "1" });
      const half = await running.value("turn", { ...args, path, value: "0.5" });
      const now = read(one.entered as never);
      expect(read(half.entered as never)).toEqual(now.map((value) => value / 2));
    }
  });

  it("stop when asked, and refuse what cannot be turned", async () => {
    const args = { session: rebuild.session, scenario: "base", lang: "zh" as const };
    const started = new Promise<void>((resolve) => {
      const stop = running.app.onProgress((event) => {
        if (event.job !== "stopped") return;
        stop();
        resolve();
      });
    });
    const working = running.app.call("levers", { ...args, job: "stopped", of: "B5" });
    await started;
    const asked = performance.now();
    await running.value("cancel", { job: "stopped" });
    expect(await working).toMatchObject({ ok: false, problems: [{ code: "solve.stopped" }] });
    expect(performance.now() - asked).toBeLessThan(5000);
    for (const [path, value, code] of [
      ["components/flats/inputs/nothing", "1", "levers.unknown"],
      ["components/flats/inputs/price", "-5", "levers.no_lever"],
      ["components/flats/inputs/price", "a lot", "levers.no_lever"],
    ] as const)
      expect(await running.problems("turn", { ...args, of: "B2", path, value })).toMatchObject([{ code, path }]);
  });
});
