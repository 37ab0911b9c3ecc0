import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { diffDocuments } from "../../models/document/diff.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";
import { label, Running } from "./support/running.ts";

const running = new Running();
afterAll(() => running.end());

const LATER = {
  id: "later",
  label: "later",
  parent: "base",
  set: { "timeline/start": "2028-07", "components/flats/inputs/price": "61" },
};
const PRICE = "components/flats/inputs/price";

/** The large example with a scenario that begins later. */
function rebuild(): { readonly scenarios: readonly unknown[] } {
  const document = JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8"));
  return { ...document, scenarios: [...document.scenarios, LATER] };
}

function parsed(input: unknown): ModelDocument {
  const result = parseDocument(input, mechanisms);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.document;
}

let files = 0;

function opened(document: unknown): Promise<SessionView> {
  files += 1;
  return running.value("openPath", { path: running.write(`${files}.json`, document) });
}

async function seen(view: SessionView, scenario: string): Promise<SessionView["seen"]> {
  return (await running.value("session", { session: view.session, scenario })).seen;
}

const price = (of: unknown) =>
  (of as ModelDocument | undefined)?.components.find(({ id }) => id === "flats")?.inputs["price"];

describe("the document a scenario shows", () => {
  it("is the one that is computed, whatever the scenario patches", async () => {
    const view = await opened(rebuild());
    const document = parsed(view.document);
    for (const id of scenarioIds(document)) {
      const shown = (await seen(view, id))?.document ?? view.document;
      expect(diffDocuments(shown as never, preparedOf(document, id).document), id).toEqual([]);
    }
  });

  it("moves with the start what no patch names", async () => {
    const view = await opened(rebuild());
    const document = parsed(view.document);
    const literal = Object.entries(LATER.set).reduce((patched, [path, value]) => {
      const written = writePath(patched, path, value, mechanisms);
      if (!written.ok) throw new Error(path);
      return written.value;
    }, document);
    const moved = diffDocuments(literal, (await seen(view, "later"))?.document as never);
    // What follows a phase moves with it and is the same text.
    expect(moved.length).toBeGreaterThan(15);
  });

  it("tells which paths the scenario itself patches and what they go back to", async () => {
    const view = await opened(rebuild());
    const later = await seen(view, "later");
    expect(later).toMatchObject({ scenario: "later", patched: ["timeline/start", PRICE] });
    const start = (of: unknown) => (of as ModelDocument).timeline.start;
    expect([start(later?.document), start(later?.inherited)]).toEqual(["2028-07", start(view.document)]);
    const undone = await running.value("edit", {
      session: view.session,
      scenario: "later",
      edits: [{ path: PRICE }],
      label,
    });
    const left = diffDocuments(later?.inherited as never, undone.seen?.document as never).map(({ path }) => path);
    expect(left.filter((path) => !path.startsWith("scenarios/"))).toEqual(["timeline/start"]);
  });

  it("comes with the answer to an edit, in the scenario where that may differ, else in the document", async () => {
    const view = await opened(rebuild());
    const edit = (path: string, value: string) =>
      running.value("edit", { session: view.session, scenario: "later", edits: [{ path, value }], label });
    const typed = await edit(PRICE, "70");
    expect([price(typed.seen?.document), price(typed.document)]).toEqual(["70", price(view.document)]);
    const named = await edit("project/name", "x");
    expect([named.document, named.seen?.document]).toMatchObject([
      { project: { name: "x" } },
      { project: { name: "x" } },
    ]);
    expect(named.seen?.patched).not.toContain("project/name");
  });

  it("of a scenario that is broken shows what can be applied", async () => {
    const broken = { id: "broken", label: "broken", set: { [PRICE]: "62", "components/flats/inputs/nothing": "1" } };
    const view = await opened({ ...rebuild(), scenarios: [broken] });
    const found = await seen(view, "broken");
    expect(found?.patched).toEqual(Object.keys(broken.set));
    expect(price(found?.document)).toBe("62");
  });

  it("is the document itself for the base, for none asked and for one nobody knows", async () => {
    const view = await opened(rebuild());
    expect(view.seen).toBeUndefined();
    expect(await seen(view, "base")).toBeUndefined();
    expect(await seen(view, "nix")).toBeUndefined();
  });
});
