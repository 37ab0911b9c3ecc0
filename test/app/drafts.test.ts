import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { openModelFile, saveRevision } from "../../db/model-file.ts";
import { draftOf } from "../db/support/drafts.ts";
import { untouched } from "../db/support/folder.ts";
import { accepted } from "../db/support/result.ts";
import { inputOf, label, Running } from "./support/running.ts";

const price = "components/flats/inputs/price";

let one: Running;
beforeAll(() => {
  one = new Running();
});
afterEach(async () => {
  expect(one.logged).toEqual([]);
  // Nothing of one test is offered in the next.
  for (const { id } of await one.value("kept", {})) {
    await one.app.call("close", { session: id, discard: true });
    await one.app.call("dropKept", { id });
  }
});
afterAll(() => one.end());

const type = (running: Running, session: string, value: string) =>
  running.value("edit", { session, edits: [{ path: price, value }], label });

/** Longer than what is typed may stay unwritten. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 900));

let models = 0;

async function savedModel(running: Running, folder?: string): Promise<SessionView> {
  models += 1;
  const name = `${folder ?? `model ${models}`}/plan.pingheng`;
  const { session } = await running.open();
  return running.value("saveAs", { session, path: running.path(name) });
}

const priceOf = (view: SessionView) => inputOf(view, "flats", "price");

describe("what was typed and not saved", () => {
  it("is in the file within a second, beside the last revision, and the file is what it was once it is undone", async () => {
    const { session, path = "" } = await savedModel(one);
    const saved = accepted(await openModelFile(path));
    await type(one, session, "61");
    await rest();
    const kept = accepted(await openModelFile(path));
    expect(kept.draft?.document).toContain('"price":"61"');
    expect(kept.revisions).toEqual(saved.revisions);
    await one.value("undo", { session });
    await rest();
    expect(accepted(await openModelFile(path)).draft).toBeNull();
    expect((await one.value("session", { session })).dirty).toBe(false);
  });

  it("is what differs from the last revision, however it came about", async () => {
    const { session } = await savedModel(one);
    expect((await type(one, session, "61")).dirty).toBe(true);
    expect((await type(one, session, "60")).dirty).toBe(false);
  });

  it("is offered when the file is opened again, and goes on with its undo steps", async () => {
    const { session, path = "" } = await savedModel(one);
    await type(one, session, "61");
    await type(one, session, "62");
    await one.value("close", { session });
    const opened = await one.value("openPath", { path });
    expect(priceOf(opened)).toBe("60");
    expect(opened).toMatchObject({ dirty: false, draft: { where: "file", decide: true, moved: false } });
    expect(opened.draft?.since).toBe("2026-03-04T05:06:07.000Z");
    // Nothing is changed, and nothing overwritten, before somebody decides.
    const edits = [{ path: price, value: "70" }];
    const own = { session: opened.session, lang: "zh" };
    expect(await one.problems("edit", { ...own, edits, label })).toMatchObject([{ code: "session.draft_open" }]);
    expect(await one.problems("save", own)).toMatchObject([{ code: "session.draft_open" }]);
    expect(accepted(await openModelFile(path)).draft?.document).toContain('"price":"62"');
    const taken = await one.value("takeDraft", { session: opened.session });
    expect(priceOf(taken)).toBe("62");
    expect(taken).toMatchObject({ dirty: true, canUndo: true });
    expect(taken.draft).toBeUndefined();
    const undone = await one.value("undo", { session: opened.session });
    expect(priceOf(undone)).toBe("61");
    await one.value("save", { session: opened.session });
    const file = accepted(await openModelFile(path));
    expect(file.draft).toBeNull();
    expect(file.revisions).toHaveLength(2);
  });

  it("is taken away only when that is asked for", async () => {
    const { session, path = "" } = await savedModel(one);
    await type(one, session, "61");
    await one.value("close", { session });
    const opened = await one.value("openPath", { path });
    expect(opened.draft).toBeDefined();
    const dropped = await one.value("dropDraft", { session: opened.session });
    expect(dropped.draft).toBeUndefined();
    expect(dropped.readOnly).toBeUndefined();
    expect(accepted(await openModelFile(path)).draft).toBeNull();
    await type(one, opened.session, "62");
    await one.value("close", { session: opened.session, discard: true });
    expect(accepted(await openModelFile(path)).draft).toBeNull();
    expect(await one.value("kept", {})).toEqual([]);
  });

  it("is left to the file it was typed in when saved elsewhere: there it is as it was last saved", async () => {
    const { session, path = "" } = await savedModel(one);
    await type(one, session, "61");
    await rest();
    await one.value("saveAs", { session, path: one.path("other.pingheng") });
    const [first, second] = [await openModelFile(path), await openModelFile(one.path("other.pingheng"))].map(accepted);
    expect([first?.draft, second?.draft]).toEqual([null, null]);
    expect([first?.revisions.length, second?.revisions.length]).toEqual([1, 2]);
  });
});

describe("work without a file", () => {
  it("is kept in the data folder for its owner alone, and goes on after a restart as it was", async () => {
    const { session } = await one.value("openExample", { id: "infill" });
    await one.value("edit", { session, edits: [{ path: "project/name", value: "甲片区" }], label });
    await rest();
    const folder = join(one.folder, "data/work");
    expect(readdirSync(folder)).toEqual([`${session}.work`]);
    expect(statSync(join(folder, `${session}.work`)).mode & 0o077).toBe(0);
    await one.value("close", { session });
    expect(await one.value("kept", {})).toMatchObject([
      { id: session, since: "2026-03-04T05:06:07.000Z", open: false },
    ]);
    const opened = await one.value("openKept", { id: session });
    expect(opened).toMatchObject({ dirty: true, canUndo: true });
    expect(opened.document["project"]).toMatchObject({ name: "甲片区" });
    await one.value("saveAs", { session: opened.session, path: one.path("new.pingheng") });
    expect(await one.value("kept", {})).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("of a picked file keeps the revisions it goes on from", async () => {
    const { path = "", session: first } = await savedModel(one);
    await one.value("close", { session: first });
    const base64 = readFileSync(path).toString("base64");
    const { session } = await one.value("openBytes", { name: "plan.pingheng", base64 });
    await type(one, session, "63");
    await one.value("close", { session });
    const [kept] = await one.value("kept", {});
    const opened = await one.value("openKept", { id: kept?.id ?? "" });
    expect(priceOf(opened)).toBe("63");
    await one.value("saveAs", { session: opened.session, path: one.path("back.pingheng") });
    expect(accepted(await openModelFile(one.path("back.pingheng"))).revisions).toHaveLength(2);
  });

  it("in a .json file is kept beside it, and offered with the file", async () => {
    const { session, path = "" } = await one.open();
    const before = readFileSync(path);
    await type(one, session, "64");
    await one.value("close", { session });
    expect(readFileSync(path).equals(before)).toBe(true);
    const opened = await one.value("openPath", { path });
    expect(opened).toMatchObject({ draft: { where: "profile", moved: false, decide: true } });
    expect(priceOf(await one.value("takeDraft", { session: opened.session }))).toBe("64");
    await one.value("save", { session: opened.session });
    expect(readFileSync(path, "utf8")).toContain('"64"');
    expect(await one.value("kept", {})).toEqual([]);
  });

  it("is dropped when asked, not while it is open", async () => {
    const { session } = await one.open();
    await type(one, session, "64");
    await rest();
    expect(await one.value("dropKept", { id: session })).toEqual({ dropped: false });
    await one.value("close", { session });
    expect(await one.value("dropKept", { id: session })).toEqual({ dropped: true });
    expect(await one.value("kept", {})).toEqual([]);
    expect(await one.problems("openKept", { id: session, lang: "zh" })).toMatchObject([{ code: "work.unknown" }]);
  });

  it("is not listed while it is being worked on", async () => {
    const { session } = await one.open();
    await type(one, session, "64");
    await rest();
    expect(await one.value("kept", {})).toMatchObject([{ id: session, open: true }]);
    expect((await one.value("openKept", { id: session })).session).toBe(session);
  });
});

describe("where the file cannot take a draft", () => {
  it("because somebody changed it, the draft is kept in the data folder and goes on as a copy", async () => {
    const { session, path = "" } = await savedModel(one);
    await one.value("close", { session });
    const opened = await one.value("openPath", { path });
    const theirs = accepted(await openModelFile(path));
    accepted(await saveRevision(theirs, draftOf(5)));
    const changed = readFileSync(path);
    await type(one, opened.session, "65");
    await one.value("close", { session: opened.session });
    expect(readFileSync(path).equals(changed)).toBe(true);
    const [kept] = await one.value("kept", {});
    expect(kept).toMatchObject({ path });
    // What the other saved is no document of this kind: the draft does not depend on it.
    const back = await one.app.call("openKept", { id: kept?.id, lang: "zh" });
    expect(back.ok).toBe(false);
    rmSync(path);
    expect(priceOf(await one.value("openKept", { id: kept?.id ?? "" }))).toBe("65");
  });

  it("because its folder is gone, nothing is lost, and it says so when it is saved", async () => {
    const { session, path = "" } = await savedModel(one, "stick");
    const folder = dirname(path);
    renameSync(folder, `${folder}-away`);
    await type(one, session, "66");
    await rest();
    expect(await one.value("kept", {})).toMatchObject([{ id: session, path }]);
    expect((await one.value("session", { session })).unkept).toBeUndefined();
    expect(await one.problems("save", { session, lang: "zh" })).toMatchObject([{ code: "disk.folder_missing" }]);
    renameSync(`${folder}-away`, folder);
    await one.value("save", { session });
    expect(await one.value("kept", {})).toEqual([]);
    expect(accepted(await openModelFile(path)).revisions).toHaveLength(2);
  });
});

describe("a model that may not be changed", () => {
  it("opened read-only leaves nothing beside the file, and becomes a copy to be edited", async () => {
    const { session, path = "" } = await savedModel(one, "foreign");
    await type(one, session, "61");
    await one.value("close", { session });
    const folder = () => readdirSync(dirname(path));
    expect(folder()).toEqual(["plan.pingheng"]);
    await untouched(path, async () => {
      const opened = await one.value("openPath", { path, readOnly: true });
      expect(opened.readOnly).toBe("以只读方式打开");
      expect(opened.draft).toMatchObject({ decide: false, where: "file" });
      expect(priceOf(opened)).toBe("60");
      expect(folder()).toEqual(["plan.pingheng"]);
      const own = { session: opened.session, lang: "zh" };
      expect(await one.problems("dropDraft", own)).toMatchObject([{ code: "session.read_only" }]);
      const copy = await one.value("editCopy", { session: opened.session });
      expect(copy).toMatchObject({ name: "plan", dirty: false });
      expect([copy.path, copy.readOnly, copy.draft]).toEqual([undefined, undefined, undefined]);
      expect((await type(one, opened.session, "67")).dirty).toBe(true);
      await rest();
      expect(folder()).toEqual(["plan.pingheng"]);
    });
    expect(await one.value("kept", {})).toMatchObject([{ id: expect.any(String), name: "plan" }]);
  });

  it("because it is write-protected is not written either, and its draft goes on as a copy", async () => {
    const { session, path = "" } = await savedModel(one, "locked");
    await type(one, session, "61");
    await one.value("close", { session });
    chmodSync(path, 0o444);
    await untouched(path, async () => {
      const opened = await one.value("openPath", { path });
      expect(opened).toMatchObject({ readOnly: "没有写入此文件的权限", draft: { decide: false } });
      const taken = await one.value("takeDraft", { session: opened.session });
      expect([taken.path, priceOf(taken)]).toEqual([undefined, "61"]);
      expect(readdirSync(dirname(path))).toEqual(["plan.pingheng"]);
    });
  });

  it("is held by whoever has it open, once, and free when it is closed", async () => {
    const { session, path = "" } = await savedModel(one);
    const opened = await one.value("openPath", { path });
    expect(opened.session).toBe(session);
    symlinkSync(path, one.path("link.pingheng"));
    const second = await one.value("openPath", { path: one.path("link.pingheng") });
    expect(second.readOnly).toMatch(/^文件正由 .+ 在计算机 .+ 上打开（自 \d{4}-\d\d-\d\d \d\d:\d\d 起）。$/);
    await one.value("close", { session });
    expect(readdirSync(dirname(path))).toEqual(["plan.pingheng"]);
  });

  it("that came as bytes with somebody's draft shows what was saved, and says so", async () => {
    const { session, path = "" } = await savedModel(one);
    await type(one, session, "61");
    await one.value("close", { session });
    const base64 = readFileSync(path).toString("base64");
    const picked = await one.value("openBytes", { name: "plan.pingheng", base64 });
    expect(priceOf(picked)).toBe("60");
    expect(picked).toMatchObject({ draft: { where: "file", decide: false } });
    expect(picked.readOnly).toContain("草稿");
    expect(priceOf(await one.value("takeDraft", { session: picked.session }))).toBe("61");
  });
});
