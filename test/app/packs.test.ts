import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packsView } from "../../app/packs/packs.ts";
import type { Pack } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { smallDocument } from "./fixtures/small.ts";
import { label, Running } from "./support/running.ts";

const law = INSTALLED_PACKS.find(({ id }) => id === "national-law");
if (law === undefined) throw new Error("the program comes with national law");
const { id, version } = law;

/** A text of the same name in which the first parameter says something else. */
function altered(value: string): Pack {
  const [first, ...others] = law?.parameters ?? [];
  if (law === undefined || first === undefined) throw new Error("national law has parameters");
  const [dated, ...rest] = first.values;
  if (dated === undefined) throw new Error("a parameter has a value");
  return { ...law, parameters: [{ ...first, values: [{ ...dated, value }, ...rest] }, ...others] };
}

describe("the packs of a file", () => {
  it("are told apart: today's, earlier, changed, local, not there", () => {
    const { used, offered } = packsView({
      packs: [
        { id: "my-town", version: "1", text: { ...altered("0.5"), id: "my-town", version: "1" } },
        { id: "nowhere", version: "9" },
        { id, version, text: altered("0.123") },
      ],
    });
    expect(used.map((pack) => [pack.id, pack.origin])).toEqual([
      ["my-town", "local"],
      ["nowhere", "unknown"],
      [id, "changed"],
    ]);
    const [, , changed] = used;
    expect(changed?.against).toBe(version);
    expect(changed?.changes).toMatchObject([
      { label: law.parameters[0]?.label, before: law.parameters[0]?.values[0]?.value, after: "0.123" },
    ]);
    expect(offered.map((pack) => pack.id)).toEqual(
      INSTALLED_PACKS.filter((pack) => pack.id !== id).map((pack) => pack.id),
    );
  });

  it("say of an earlier version what today's has that it had not, and which versions there are", () => {
    const [earlier] = packsView({ packs: [{ id, version: "2026.1" }] }).used;
    expect(earlier).toMatchObject({ origin: "earlier", against: version });
    expect(earlier?.versions).toEqual([version, "2026.5", "2026.4", "2026.3", "2026.2", "2026.1"]);
    const changed = new Map(earlier?.changes.map(({ label: { en }, before, after }) => [en, [before, after]]));
    expect(changed.get("legal reserve, share of the year's profit")).toEqual([null, "0.1"]);
    expect(changed.get("land-transfer business fee, at most")).toEqual(["0.02", null]);
    expect([...changed.values()].every(([before, after]) => before !== after)).toBe(true);
    const [today] = packsView({ packs: [{ id, version }] }).used;
    expect(today).toMatchObject({ origin: "installed", changes: [], clauses: 0 });
    expect(today?.against).toBeUndefined();
  });
});

describe("changing the packs of an open model", () => {
  let running: Running;
  beforeAll(() => {
    running = new Running();
  });
  afterAll(() => running.end());

  it("goes to another version and back by undo, and keeps an order given anew", async () => {
    const opened = await running.open({ ...smallDocument(), packs: [{ id, version, text: altered("0.123") }] });
    const { session } = opened;
    const origins = async () => (await running.value("packs", { session })).used.map((pack) => pack.origin);
    expect(await origins()).toEqual(["changed"]);
    await running.value("edit", { session, edits: [{ path: `packs/${id}`, value: { id, version } }], label });
    expect(await origins()).toEqual(["installed"]);
    await running.value("undo", { session });
    expect(await origins()).toEqual(["changed"]);
    await running.value("redo", { session });
    const reordered = await running.value("edit", {
      session,
      edits: [
        { path: `packs/${id}` },
        { path: "packs/civil-code", value: { id: "civil-code", version: "2026.1" } },
        { path: `packs/${id}`, value: { id, version } },
      ],
      label,
    });
    expect((reordered.document["packs"] as { id: string }[]).map((pack) => pack.id)).toEqual(["civil-code", id]);
  });
});
