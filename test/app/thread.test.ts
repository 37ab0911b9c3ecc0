import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { afterAll, describe, expect, it } from "vitest";
import { dispatch, type Handlers } from "../../app/calls/dispatch.ts";
import { Jobs } from "../../app/workers/jobs.ts";
import { Lanes } from "../../app/workers/lanes.ts";
import { Thread } from "../../app/workers/thread.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { smallDocument } from "./fixtures/small.ts";

const parsed = parseDocument(smallDocument(), mechanisms);
if (!parsed.ok) throw new Error("the small document is sound");
const model = { id: "s", version: 1, document: parsed.value.document };
const board = { name: "board", args: { scenario: "base", lang: "zh" } } as const;

const PATIENT_MS = 60_000;
const thread = new Thread(PATIENT_MS);
afterAll(() => thread.end());

/** A model whose record takes minutes: fractional powers in every month of sixty years. */
function endless(): ModelDocument {
  // Powers of every line's own, so that none is worked out for another.
  const terms = (i: number) =>
    Array.from({ length: 30 }, (_, j) => `(1.${i + 10}${j + 10} + t / 1000)^(0.${j + 11})`).join(" + ");
  const raw = {
    ...smallDocument(),
    timeline: { start: "2026-01", step: "month", periods: 720, phases: [] },
    customLines: Array.from({ length: 60 }, (_, i) => ({
      id: `p${i}`,
      label: `p${i}`,
      unit: "1",
      kind: "rate",
      formula: terms(i),
    })),
  };
  const opened = parseDocument(raw, mechanisms);
  if (!opened.ok) throw new Error(opened.problems.map(({ path, message }) => `${path} ${message.en}`).join("\n"));
  return opened.value.document;
}

describe("a computing thread", () => {
  it("answers, and fails one question without failing the next", async () => {
    expect(await thread.ask(board, model).reply).toMatchObject({ ok: true, value: { version: 1 } });
    await expect(thread.ask(board).reply).rejects.toThrow("needs a model");
    expect(await thread.ask(board, { ...model, version: 2 }).reply).toMatchObject({ ok: true, value: { version: 2 } });
  });

  it("that ends by itself fails what it was asked in words of its own, and the next question starts another", async () => {
    const started = once(process, "worker") as Promise<readonly Worker[]>;
    const lost = new Thread(PATIENT_MS);
    const asked = lost.ask(
      { name: "agreement", args: { scenario: "base", lang: "zh" } },
      { ...model, document: endless() },
    );
    const [worker] = await started;
    await worker?.terminate();
    const handlers = { host: () => asked.reply } as unknown as Handlers;
    const reply = await dispatch(handlers, "host", { lang: "zh" }, () => undefined);
    expect(reply).toMatchObject({
      ok: false,
      problems: [{ code: "thread.lost", hint: expect.stringContaining("再试") }],
    });
    expect(await lost.ask(board, model).reply).toMatchObject({ ok: true });
    await lost.end();
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

describe("a question that takes too long", () => {
  const agreement = { name: "agreement", args: { scenario: "base", lang: "zh" } } as const;

  it("is refused at its deadline; what another model asked behind it is answered", async () => {
    const hurried = new Thread(5_000);
    const slow = hurried.ask(agreement, { id: "slow", version: 1, document: endless() }).reply;
    const other = hurried.ask(board, model).reply;
    expect(await slow).toMatchObject({ ok: false, problems: [{ code: "limit.time" }] });
    expect(await other).toMatchObject({ ok: true, value: { version: 1 } });
    await hurried.end();
  });

  it("does not keep another model waiting, and ends with its model", async () => {
    const lanes = new Lanes(PATIENT_MS);
    let answered = false;
    const slow = lanes.ask(agreement, { id: "slow", version: 1, document: endless() }).reply.finally(() => {
      answered = true;
    });
    expect(await lanes.ask(board, model).reply).toMatchObject({ ok: true });
    expect(answered).toBe(false);
    lanes.forget("slow");
    expect(await slow).toMatchObject({ ok: false });
    expect(await lanes.ask(board, model).reply).toMatchObject({ ok: true });
    await lanes.end();
  });

  it("is given up when its model is closed, and what waited behind it is answered", async () => {
    const patient = new Thread(PATIENT_MS);
    const slow = patient.ask(agreement, { id: "slow", version: 1, document: endless() }).reply;
    const other = patient.ask(board, model).reply;
    patient.forget("slow");
    expect(await slow).toMatchObject({ ok: false, problems: [{ code: "session.unknown" }] });
    expect(await other).toMatchObject({ ok: true, value: { version: 1 } });
    await patient.end();
  });

  it("is given up soon after it was cancelled, though it never looks up", async () => {
    const jobs = new Jobs();
    const document = endless();
    // One step of this search alone takes minutes.
    const args = { scenario: "base", lang: "zh", job: "search", of: "p0>=1" } as const;
    const working = jobs.ask({ name: "levers", args }, { id: "slow", version: 1, document });
    expect(jobs.cancel("search")).toBe(true);
    expect(await working).toMatchObject({ ok: false, problems: [{ code: "solve.stopped" }] });
    expect(await jobs.ask(board, model)).toMatchObject({ ok: true });
    await jobs.end();
  });

  it("waits no longer when its model is closed behind another's work", async () => {
    const patient = new Thread(PATIENT_MS);
    const slow = patient.ask(agreement, { id: "slow", version: 1, document: endless() });
    const behind = patient.ask(board, model).reply;
    patient.forget("s");
    expect(await behind).toMatchObject({ ok: false, problems: [{ code: "session.unknown" }] });
    slow.abandon();
    expect(await slow.reply).toMatchObject({ ok: false, problems: [{ code: "open.stopped" }] });
    await patient.end();
  });
});
