import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { Jobs } from "../../app/workers/jobs.ts";
import { openModelFile } from "../../db/model-file.ts";
import { accepted } from "../db/support/result.ts";
import { inputOf, label, Running } from "./support/running.ts";

const path = "components/flats/inputs/price";

let one: Running;
beforeAll(() => {
  one = new Running();
});
afterEach(() => {
  vi.restoreAllMocks();
  expect(one.logged).toEqual([]);
});
afterAll(() => one.end());

/** Longer than what is typed may stay unwritten. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 900));
const type = (session: string, value: string) => one.value("edit", { session, edits: [{ path, value }], label });
const priceOf = (view: SessionView) => inputOf(view, "flats", "price");

let models = 0;
async function savedAs(ending: "pingheng" | "json"): Promise<{ readonly session: string; readonly file: string }> {
  models += 1;
  const file = one.path(`saving ${models}.${ending}`);
  const { session } = await one.open();
  await one.value("saveAs", { session, path: file });
  return { session, file };
}

/** What opening the file anew offers to go on with. */
async function reopened(session: string, file: string): Promise<unknown> {
  await one.value("close", { session });
  const opened = await one.value("openPath", { path: file });
  const resumed = opened.draft === undefined ? opened : await one.value("takeDraft", { session: opened.session });
  await one.value("close", { session: opened.session, discard: true });
  return priceOf(resumed);
}

describe.each(["pingheng", "json"] as const)("a %s file", (ending) => {
  it("keeps what is typed right after a save, though something typed before it was about to be kept", async () => {
    const { session, file } = await savedAs(ending);
    await type(session, "61");
    await one.value("save", { session });
    await type(session, "62");
    await rest();
    expect((await one.value("session", { session })).dirty).toBe(true);
    expect(await reopened(session, file)).toBe("62");
  });

  it("keeps what is typed after a save that came when nothing rested to be kept", async () => {
    const { session, file } = await savedAs(ending);
    await type(session, "61");
    await one.value("save", { session });
    await rest();
    await type(session, "62");
    expect(await reopened(session, file)).toBe("62");
  });
});

describe("while a save is worked out", () => {
  it("what is typed is kept within a second, and stands beside the new revision the moment that is there", async () => {
    const { session, file } = await savedAs("pingheng");
    const computed = Jobs.prototype.computed;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    vi.spyOn(Jobs.prototype, "computed").mockImplementation(async function (this: Jobs, ...args) {
      await gate;
      return computed.apply(this, args);
    });
    await type(session, "61");
    const saving = one.value("save", { session });
    await type(session, "62");
    await rest();
    const meanwhile = accepted(await openModelFile(file));
    expect([meanwhile.revisions.length, meanwhile.draft?.document]).toEqual([
      1,
      expect.stringContaining('"price":"62"'),
    ]);
    go();
    await saving;
    const after = accepted(await openModelFile(file));
    expect([after.revisions.length, after.draft?.document]).toEqual([2, expect.stringContaining('"price":"62"')]);
    expect(after.revision.document).toMatch(/"price": ?"61"/);
    expect(await reopened(session, file)).toBe("62");
  });

  it("what is typed meanwhile and given back is no draft", async () => {
    const { session, file } = await savedAs("pingheng");
    const computed = Jobs.prototype.computed;
    vi.spyOn(Jobs.prototype, "computed").mockImplementation(async function (this: Jobs, ...args) {
      await type(session, "62");
      await type(session, "61");
      return computed.apply(this, args);
    });
    await type(session, "61");
    await one.value("save", { session });
    const { revisions, draft } = accepted(await openModelFile(file));
    expect([revisions.length, draft]).toEqual([2, null]);
    expect((await one.value("session", { session })).dirty).toBe(false);
  });

  it("closing waits for it", async () => {
    const { session, file } = await savedAs("pingheng");
    const computed = Jobs.prototype.computed;
    vi.spyOn(Jobs.prototype, "computed").mockImplementation(async function (this: Jobs, ...args) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return computed.apply(this, args);
    });
    await type(session, "61");
    const saving = one.value("save", { session });
    await one.value("close", { session });
    await saving;
    const { revisions, draft } = accepted(await openModelFile(file));
    expect([revisions.length, draft]).toEqual([2, null]);
  });

  it("a later save does not come before it", async () => {
    const { session, file } = await savedAs("pingheng");
    const computed = Jobs.prototype.computed;
    let first = true;
    vi.spyOn(Jobs.prototype, "computed").mockImplementation(async function (this: Jobs, ...args) {
      if (first) {
        first = false;
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return computed.apply(this, args);
    });
    await type(session, "61");
    const one61 = one.value("save", { session });
    await type(session, "62");
    await Promise.all([one61, one.value("save", { session })]);
    const { revisions, revision, draft } = accepted(await openModelFile(file));
    expect([revisions.length, draft]).toEqual([3, null]);
    expect(revision.document).toMatch(/"price": ?"62"/);
    expect((await one.value("session", { session })).dirty).toBe(false);
  });
});
