import { afterAll, beforeAll, expect, it } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { smallDocument } from "./fixtures/small.ts";
import { Running } from "./support/running.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

const fresh = async (document?: Record<string, unknown>): Promise<SessionView> => {
  const { session } = await running.open();
  await running.value("close", { session, discard: true });
  return running.open(document);
};

const idsOf = (view: SessionView, list: string) =>
  (view.document[list] as readonly { readonly id: string }[]).map(({ id }) => id);

it("is followed by formulas, scenarios and the results, and is one step of undo", async () => {
  const document = smallDocument();
  document["customLines"] = [
    { id: "twice", label: "两倍", unit: "CNY", kind: "flow", formula: "2 * flats.receipt", note: "" },
  ];
  const { session, document: opened } = await fresh(document);
  const before = await running.value("board", { session, scenario: "base" });
  const renaming = { session, list: "components", from: "flats", to: "住宅" } as const;
  const view = await running.value("renameItem", renaming);
  expect(idsOf(view, "components")).toContain("住宅");
  expect(JSON.stringify(view.document)).not.toMatch(/\bflats\b/);
  expect(JSON.stringify(view.document["customLines"])).toContain("2 * 住宅.receipt");
  expect(view).toMatchObject({ dirty: true, canUndo: true, undoLabel: "代码 flats 改为 住宅" });
  const after = await running.value("board", { session, scenario: "base" });
  const margins = ({ verdicts }: typeof before) => verdicts.map(({ id, pass, margin }) => [id, pass, margin]);
  expect(margins(after)).toEqual(margins(before));
  expect((await running.value("undo", { session })).document).toEqual(opened);
  expect(idsOf(await running.value("redo", { session }), "components")).toContain("住宅");
});

it("refuses what is taken, is no id or is not there, and changes nothing", async () => {
  const { session, version } = await fresh();
  const asked = { session, lang: "zh", list: "parties", from: "bank", to: "city" };
  const said = async (args: object) =>
    (await running.problems("renameItem", { ...asked, ...args })).map(({ code }) => code);
  expect(await said({})).toEqual(["document.rename_taken"]);
  expect(await said({ to: "1 2" })).toEqual(["document.rename_bad"]);
  expect(await said({ from: "nobody", to: "lender" })).toEqual(["document.path_unknown"]);
  expect(await said({ list: "scenarios" })).not.toEqual([]);
  expect((await running.value("session", { session })).version).toBe(version);
});

it("keeps the scenario that is looked at, whose changes follow", async () => {
  const { session } = await fresh();
  const view = await running.value("renameItem", {
    session,
    scenario: "high",
    list: "components",
    from: "flats",
    to: "homes",
  });
  const scenarios = view.document["scenarios"] as readonly { readonly id: string; readonly set: object }[];
  expect(scenarios.find(({ id }) => id === "high")?.set).toEqual({ "components/homes/inputs/price": "80" });
  expect(view.seen?.scenario).toBe("high");
});
