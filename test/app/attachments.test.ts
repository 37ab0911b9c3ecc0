import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openModelFile } from "../../db/model-file.ts";
import { accepted } from "../db/support/result.ts";
import { label, Running } from "./support/running.ts";

const scan = Buffer.from("%PDF-1.7 一张扫描件 =cmd|calc");
const hash = createHash("sha256").update(scan).digest("hex");
const base64 = scan.toString("base64");

let one: Running;
beforeAll(() => {
  one = new Running();
});
afterEach(() => expect(one.logged).toEqual([]));
afterAll(() => one.end());

let models = 0;
async function model(): Promise<{ readonly session: string; readonly path: string }> {
  const { session } = await one.open();
  models += 1;
  const path = one.path(`attached ${models}.pingheng`);
  await one.value("saveAs", { session, path });
  return { session, path };
}

const bytesOf = async (session: string) =>
  Buffer.from((await one.value("attachment", { session, sha256: hash })).base64, "base64");

describe("attachments", () => {
  it("travel in the file under their hash, are named by evidence, and come out as they went in", async () => {
    const { session, path } = await model();
    const { view, sha256 } = await one.value("attach", { session, name: "批复.PDF", base64 });
    expect(sha256).toBe(hash);
    const listed = { name: "批复.PDF", mediaType: "application/pdf", bytes: scan.length, sha256: hash };
    expect(view.document["attachments"]).toMatchObject([listed]);
    const value = { price: { document: "批复", attachments: [hash] } };
    await one.value("edit", { session, edits: [{ path: "components/flats/evidence", value }], label });
    expect((await bytesOf(session)).equals(scan)).toBe(true);
    await one.value("save", { session });
    await one.value("close", { session });
    const opened = await one.value("openPath", { path });
    expect(opened.problems).toEqual([]);
    expect((await bytesOf(opened.session)).equals(scan)).toBe(true);
    const file = accepted(await openModelFile(path, { whole: true }));
    expect(file.attachments).toEqual([{ hash, bytes: scan.length }]);
    expect(file.revisions.map(({ attachmentHashes }) => attachmentHashes)).toEqual([[], [hash]]);
    await one.value("close", { session: opened.session });
  });

  it("are added once, by one step of undo, and what a revision named stays in the file", async () => {
    const { session, path } = await model();
    await one.value("attach", { session, name: "a.png", base64 });
    const again = await one.value("attach", { session, name: "b.png", base64 });
    expect(again.view.document["attachments"]).toMatchObject([{ name: "a.png" }]);
    await one.value("save", { session });
    const undone = await one.value("undo", { session });
    expect(undone.document["attachments"] ?? []).toEqual([]);
    await one.value("save", { session });
    expect(accepted(await openModelFile(path)).attachments).toHaveLength(1);
    await one.value("close", { session });
  });

  it("of unsaved work are kept with it, also where it has no file", async () => {
    const { session } = await one.value("openExample", { id: "infill" });
    await one.value("attach", { session, name: "a.png", base64 });
    await one.value("close", { session });
    const opened = await one.value("openKept", { id: session });
    expect((await bytesOf(opened.session)).equals(scan)).toBe(true);
    const path = one.path("kept.pingheng");
    await one.value("saveAs", { session: opened.session, path });
    expect(accepted(await openModelFile(path, { whole: true })).attachments).toHaveLength(1);
    await one.value("close", { session: opened.session });
  });

  it("are left behind by a .json, which says so when they are asked for", async () => {
    const { session } = await model();
    await one.value("attach", { session, name: "a.png", base64 });
    const path = one.path("bare.json");
    await one.value("saveAs", { session, path });
    await one.value("close", { session });
    expect(readFileSync(path, "utf8")).toContain(hash);
    const opened = await one.value("openPath", { path });
    const asked = { session: opened.session, sha256: hash, lang: "zh" };
    expect(await one.problems("attachment", asked)).toMatchObject([{ code: "attachment.missing" }]);
    await one.value("saveAs", { session: opened.session, path: one.path("bare.pingheng") });
    await one.value("close", { session: opened.session });
  });

  it("too large are refused, and a model that cannot be changed takes none", async () => {
    const { session, path } = await model();
    const large = Buffer.alloc(20 * 1024 * 1024 + 1).toString("base64");
    const own = { session, name: "a.png", lang: "zh" };
    expect(await one.problems("attach", { ...own, base64: large })).toMatchObject([
      { code: "file.attachment_too_large" },
    ]);
    await one.value("close", { session });
    const opened = await one.value("openPath", { path, readOnly: true });
    const fixed = { ...own, session: opened.session, base64 };
    expect(await one.problems("attach", fixed)).toMatchObject([{ code: "session.read_only" }]);
    await one.value("close", { session: opened.session });
  });
});
