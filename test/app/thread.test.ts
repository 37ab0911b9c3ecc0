import { afterAll, describe, expect, it } from "vitest";
import { Thread } from "../../app/workers/thread.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "./fixtures/small.ts";

const parsed = parseDocument(smallDocument(), mechanisms);
if (!parsed.ok) throw new Error("the small document is sound");
const model = { id: "s", version: 1, document: parsed.value.document };
const board = { name: "board", args: { scenario: "base", lang: "zh" } } as const;

const thread = new Thread();
afterAll(() => thread.end());

describe("a computing thread", () => {
  it("answers, and fails one question without failing the next", async () => {
    expect(await thread.ask(board, model).reply).toMatchObject({ ok: true, value: { version: 1 } });
    await expect(thread.ask(board).reply).rejects.toThrow("needs a model");
    expect(await thread.ask(board, { ...model, version: 2 }).reply).toMatchObject({ ok: true, value: { version: 2 } });
  });

  it("follows a model through its changes and forgets it when told", async () => {
    const components = model.document.components.map((component) =>
      component.id === "flats" ? { ...component, inputs: { ...component.inputs, price: "1000" } } : component,
    );
    const dearer = { ...model, version: 3, document: { ...model.document, components } };
    const marginOf = async (state: typeof model): Promise<number> => {
      const reply = (await thread.ask(board, state).reply) as {
        readonly value: { readonly verdicts: readonly { readonly id: string; readonly margin?: string }[] };
      };
      return Number(reply.value.verdicts.find(({ id }) => id === "B2")?.margin);
    };
    const before = await marginOf({ ...model, version: 2 });
    expect(await marginOf(dearer)).toBeGreaterThan(before);
    thread.forget("s");
    expect(await marginOf({ ...model, version: 4 })).toBe(before);
  });

  it("fails what is open when it ends, and starts anew with the next question", async () => {
    const open = thread.ask({ name: "agreement", args: { scenario: "base", lang: "zh" } }, model).reply;
    const failed = expect(open).rejects.toThrow("closed");
    await thread.end();
    await failed;
    expect(await thread.ask(board, model).reply).toMatchObject({ ok: true });
  });
});
