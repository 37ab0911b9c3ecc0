import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edit, SessionView } from "../../app/contract.ts";
import { inputOf, label, Running } from "./support/running.ts";

const price = "components/flats/inputs/price";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

const fresh = async (): Promise<SessionView> => {
  const { session } = await running.open();
  await running.value("close", { session, discard: true });
  return running.open();
};

const edit = (session: string, edits: readonly Edit[], more: { scenario?: string; group?: string } = {}) =>
  running.value("edit", { session, edits, label, ...more });

const itemsOf = (view: SessionView, list: string) =>
  (view.document[list] as readonly { readonly id: string }[]).map(({ id }) => id);

describe("editing an open model", () => {
  it("changes the document, the version and the unsaved mark", async () => {
    const before = await fresh();
    expect(before).toMatchObject({ dirty: false, canUndo: false, canRedo: false, version: 1, name: "small" });
    const after = await edit(before.session, [{ path: price, value: "75.50" }]);
    expect(inputOf(after, "flats", "price")).toBe("75.50");
    expect(after).toMatchObject({ dirty: true, canUndo: true, undoLabel: "改", version: 2 });
  });

  it("goes back and forth without limit, to the saved state without the unsaved mark", async () => {
    const { session } = await fresh();
    for (let step = 1; step <= 300; step += 1) await edit(session, [{ path: price, value: String(step) }]);
    let view = await running.value("session", { session });
    for (let step = 299; step >= 1; step -= 1) {
      view = await running.value("undo", { session });
      expect(inputOf(view, "flats", "price")).toBe(String(step));
    }
    view = await running.value("undo", { session });
    expect(inputOf(view, "flats", "price")).toBe("60");
    expect(view).toMatchObject({ dirty: false, canUndo: false, canRedo: true });
    for (let step = 1; step <= 300; step += 1) view = await running.value("redo", { session });
    expect(inputOf(view, "flats", "price")).toBe("300");
    expect(view).toMatchObject({ canRedo: false, dirty: true });
  });

  it("forgets what could be redone once something else is changed", async () => {
    const { session } = await fresh();
    await edit(session, [{ path: price, value: "61" }]);
    await running.value("undo", { session });
    const view = await edit(session, [{ path: "project/name", value: "新名" }]);
    expect(view.canRedo).toBe(false);
    expect((await running.value("undo", { session })).dirty).toBe(false);
  });

  it("makes one step of what was typed in one go", async () => {
    const { session } = await fresh();
    for (const value of ["6", "65", "65.5"]) await edit(session, [{ path: price, value }], { group: "typing" });
    await edit(session, [{ path: price, value: "9" }], { group: "other" });
    expect(inputOf(await running.value("undo", { session }), "flats", "price")).toBe("65.5");
    const view = await running.value("undo", { session });
    expect(inputOf(view, "flats", "price")).toBe("60");
    expect(view.canUndo).toBe(false);
  });

  it("does not join a step that was undone in between", async () => {
    const { session } = await fresh();
    await edit(session, [{ path: price, value: "61" }], { group: "g" });
    await edit(session, [{ path: price, value: "62" }]);
    await running.value("undo", { session });
    await edit(session, [{ path: price, value: "63" }], { group: "g" });
    expect(inputOf(await running.value("undo", { session }), "flats", "price")).toBe("61");
  });

  it("notes no step where nothing changes", async () => {
    const { session } = await fresh();
    const view = await edit(session, []);
    expect(view).toMatchObject({ canUndo: false, version: 1 });
  });
});

describe("a refused edit", () => {
  it.each([
    [price, "abc", "document.bad_number"],
    [price, "1,200", "document.bad_number"],
    ["components/capital/inputs/form", "monthly", "document.choice_unknown"],
    ["components/nobody/inputs/price", "1", "document.path_unknown"],
    ["components/flats/inputs/pricee", "1", "document.path_unknown"],
    ["format", "other", "document.path_fixed"],
    ["timeline/periods", 61, "document.horizon_too_long"],
    ["parties/spv/role", "emperor", "document.not_in_list"],
  ])("at %s says why and leaves the document alone", async (path, value, code) => {
    const { session } = await fresh();
    const problems = await running.problems("edit", { session, edits: [{ path, value }], label, lang: "en" });
    expect(problems).toMatchObject([{ code, path: expect.stringContaining(path.split("/").at(-1) ?? path) }]);
    const view = await running.value("session", { session });
    expect(view).toMatchObject({ version: 1, canUndo: false, dirty: false });
  });

  it("takes back the whole batch", async () => {
    const { session } = await fresh();
    const edits = [
      { path: price, value: "70" },
      { path: "components/flats/inputs/areaForSale", value: "viel" },
    ];
    await running.problems("edit", { session, edits, label, lang: "zh" });
    expect(inputOf(await running.value("session", { session }), "flats", "price")).toBe("60");
  });
});

describe("items of lists", () => {
  it("come and go with undo", async () => {
    const { session } = await fresh();
    const added = await edit(session, [
      { path: "components/cost2", value: { mechanism: "scheduled_investment", inputs: {} } },
      { path: "parties/donor", value: { id: "donor", label: "捐赠人", role: "donor" } },
      { path: "records/vote", value: { id: "vote", label: "表决", date: "2025-12-01" } },
      { path: "timeline/phases/late", value: { id: "late", label: "后期", after: "operate", months: 12 } },
      { path: "customLines/x", value: { label: "x", unit: "1", kind: "scalar", formula: "1" } },
      { path: "scenarios/low", value: { label: "低价", set: {} } },
    ]);
    expect(itemsOf(added, "components")).toContain("cost2");
    expect(itemsOf(added, "scenarios")).toContain("low");
    expect(added.problems.map(({ path }) => path)).toContain("components/cost2/inputs/payer");
    const removed = await edit(
      session,
      [
        "components/cost2",
        "parties/donor",
        "records/vote",
        "timeline/phases/late",
        "customLines/x",
        "scenarios/low",
      ].map((path) => ({ path })),
    );
    expect(itemsOf(removed, "components")).not.toContain("cost2");
    expect(itemsOf(removed, "scenarios")).toEqual(["base", "high", "higher"]);
    expect(removed.problems).toEqual([]);
    expect(itemsOf(await running.value("undo", { session }), "records")).toEqual(["vote"]);
  });

  it("refuse a second item of the same name", async () => {
    const { session } = await fresh();
    const phase = { id: "build", label: "一", start: "2026-01", months: 3 };
    const edits = [{ path: "timeline/phases", value: [phase, { ...phase, label: "又一" }] }];
    expect(await running.problems("edit", { session, edits, label, lang: "zh" })).toMatchObject([
      { code: "document.duplicate_id" },
    ]);
  });

  it("show what still refers to something that was removed", async () => {
    const { session } = await fresh();
    const view = await edit(session, [{ path: "parties/agent" }]);
    expect(view.problems.map(({ path }) => path)).toContain("components/flats/inputs/sellingCostPayee");
  });
});

describe("edits in a scenario", () => {
  const setOf = (view: SessionView, id: string) =>
    (view.document["scenarios"] as readonly { readonly id: string; readonly set: object }[]).find((s) => s.id === id)
      ?.set;

  it("go into its patch and leave the document alone", async () => {
    const { session } = await fresh();
    const view = await edit(session, [{ path: price, value: "77" }], { scenario: "high" });
    expect(inputOf(view, "flats", "price")).toBe("60");
    expect(setOf(view, "high")).toEqual({ [price]: "77" });
    expect(setOf(await edit(session, [{ path: price }], { scenario: "high" }), "high")).toEqual({});
  });

  it("change the document in the base scenario", async () => {
    const { session } = await fresh();
    expect(inputOf(await edit(session, [{ path: price, value: "66" }], { scenario: "base" }), "flats", "price")).toBe(
      "66",
    );
  });

  it("cover what was set below the place", async () => {
    const { session } = await fresh();
    const below = "components/flats/inputs/collection/a/share";
    await edit(session, [{ path: below, value: "0.6" }], { scenario: "high" });
    const whole = [{ id: "a", lag: "0", share: "1" }];
    const view = await edit(session, [{ path: "components/flats/inputs/collection", value: whole }], {
      scenario: "high",
    });
    expect(Object.keys(setOf(view, "high") ?? {})).toEqual([price, "components/flats/inputs/collection"]);
  });

  it("are refused with the place the user typed in", async () => {
    const { session } = await fresh();
    const args = { session, label, lang: "zh" };
    expect(
      await running.problems("edit", { ...args, scenario: "high", edits: [{ path: price, value: "viel" }] }),
    ).toMatchObject([{ code: "document.bad_number", path: price }]);
    expect(
      await running.problems("edit", { ...args, scenario: "nix", edits: [{ path: price, value: "1" }] }),
    ).toMatchObject([{ code: "edit.scenario_unknown" }]);
  });

  it("can mend a broken patch one value after the other", async () => {
    const document = (await fresh()).document as Record<string, unknown>;
    const set = { [price]: "viel", "components/flats/inputs/areaForSale": "mehr" };
    const { session } = await running.open({ ...document, scenarios: [{ id: "bad", label: "坏", set }] });
    await running.value("close", { session, discard: true });
    const opened = await running.open({ ...document, scenarios: [{ id: "bad", label: "坏", set }] });
    expect(opened.problems).toHaveLength(2);
    const mended = await running.value("edit", {
      session: opened.session,
      edits: [{ path: price, value: "5" }],
      scenario: "bad",
      label,
    });
    expect(mended.problems).toHaveLength(1);
  });
});
