import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Calls, SessionView } from "../../app/contract.ts";
import { inputOf, label, Running } from "./support/running.ts";

const PRICE = "components/flats/inputs/price";

/** Two people at two computers hand one file to and fro. */
describe("the history of a file through the contract", () => {
  const entity = new Running();
  const reviewer = new Running();
  const path = entity.path("方案.pingheng");
  let own: SessionView;

  beforeAll(async () => {
    await entity.value("person", { name: "张三" });
    own = await entity.open();
    await entity.value("saveAs", { session: own.session, path, note: "初稿" });
  });
  afterAll(async () => {
    await entity.end();
    await reviewer.end();
  });

  const change = (at: Running, session: string, value: string) =>
    at.value("edit", { session, edits: [{ path: PRICE, value }], label });
  const codes = async (at: Running, name: keyof Calls, args: object) =>
    (await at.problems(name, { lang: "zh", ...args })).map(({ code }) => code);

  it("keeps the name of who saved, and what was said", async () => {
    await change(entity, own.session, "61");
    await entity.value("save", { session: own.session, note: "调价" });
    const { revisions, chain } = await entity.value("revisions", { session: own.session });
    expect(revisions.map(({ number, author, note, isHead }) => [number, author, note, isHead])).toEqual([
      [1, "张三", "初稿", false],
      [2, "张三", "调价", true],
    ]);
    expect(revisions[1]?.verdicts.map(({ id }) => id)).toContain("B2");
    expect(revisions[1]?.packs).toEqual(
      (own.document["packs"] as { id: string; version: string }[]).map(({ id, version }) => `${id}@${version}`),
    );
    expect(chain).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
  });

  it("tells what changed between any two states, the unsaved one too, and what it did", async () => {
    await change(entity, own.session, "62");
    const { revisions } = await entity.value("revisions", { session: own.session });
    const since = (from: string, to: string) =>
      entity.value("diff", { session: own.session, from, to, job: `diff ${from} ${to}` });
    const [first, second] = revisions.map(({ id }) => id) as [string, string];
    expect((await since(first, second)).changes).toMatchObject([
      { kind: "input", path: PRICE, before: "60", after: "61" },
    ]);
    const { changes, before, after } = await since(second, "");
    expect(changes).toMatchObject([{ path: PRICE, before: "61", after: "62" }]);
    const margin = (plan: typeof before) => Number(plan.verdicts.find(({ id }) => id === "B2")?.margin);
    expect(margin(after)).toBeGreaterThan(margin(before));
    expect(await codes(entity, "diff", { session: own.session, from: "ffff", to: "", job: "d" })).toEqual([
      "revision.unknown",
    ]);
  });

  it("restores an earlier state as an edit that can be undone, and saved is a revision of its own", async () => {
    const restored = await entity.value("restore", { session: own.session, revision: "1" });
    expect(inputOf(restored, "flats", "price")).toBe("60");
    expect(restored.dirty).toBe(true);
    expect(inputOf(await entity.value("undo", { session: own.session }), "flats", "price")).toBe("62");
    await entity.value("redo", { session: own.session });
    await entity.value("save", { session: own.session });
    expect((await entity.value("revisions", { session: own.session })).revisions).toHaveLength(3);
  });

  it("seals what is saved and nothing else, and goes on saving afterwards", async () => {
    const seal = { session: own.session, by: "张三", note: "送审", sign: true };
    await change(entity, own.session, "63");
    expect(await codes(entity, "seal", seal)).toEqual(["seal.unsaved"]);
    await entity.value("save", { session: own.session });
    const sealed = await entity.value("seal", seal);
    expect(sealed.seal).toMatchObject({ author: "张三", signature: "valid", fingerprint: sealed.key?.fingerprint });
    expect(sealed.key?.isNew).toBe(true);
    expect(await codes(entity, "seal", { ...seal, by: " " })).toEqual(["seal.author"]);
    await entity.value("relockKey", { kind: "signing", next: "eight and more" });
    expect(await codes(entity, "seal", seal)).toEqual(["vault.needed"]);
    await entity.value("relockKey", { kind: "signing", current: "eight and more" });
    const verified = await entity.value("verify", { session: own.session, against: sealed.chain, job: "verify" });
    expect(verified).toMatchObject({ signed: true, against: { found: true, since: 0 }, verdicts: [], cannot: null });
    expect(verified.reproduction?.figures).toBeGreaterThan(10);
    expect(verified.reproduction?.differing).toEqual([]);
    expect(verified.today.every(({ count, problems }) => count === 0 && problems.length === 0)).toBe(true);
    expect([verified.unsigned, verified.draft]).toEqual([null, null]);
  });

  it("opens read-only for whoever did not save it last, until that person says where to work", async () => {
    const opened = await reviewer.value("openPath", { path });
    expect(opened.held).toMatchObject({ author: "张三", sealed: true, isOwn: false });
    expect(opened.readOnly).toBeTruthy();
    const { session } = opened;
    const edit = { session, edits: [{ path: PRICE, value: "1" }], label };
    expect(await codes(reviewer, "edit", edit)).toEqual(["session.read_only"]);
    expect(await codes(reviewer, "restore", { session, revision: "1" })).toEqual(["session.read_only"]);
    expect(await codes(reviewer, "seal", { session, by: "王审", note: "", sign: false })).toEqual([
      "session.read_only",
    ]);
    expect(await codes(reviewer, "save", { session })).toEqual(["session.read_only"]);
    const copy = await reviewer.value("release", { session, to: "copy" });
    expect([copy.path, copy.readOnly, copy.held]).toEqual([undefined, undefined, undefined]);
    await reviewer.value("edit", edit);
    expect(await codes(reviewer, "save", { session })).toEqual(["session.needs_path"]);
    const there = reviewer.path("副本.pingheng");
    await reviewer.value("saveAs", { session, path: there, note: "审核" });
    expect((await reviewer.value("revisions", { session })).revisions).toHaveLength(5);
    // As long as the reviewer has it open, nobody else may change it.
    const early = await entity.value("openPath", { path: there });
    const barred = await entity.value("release", { session: early.session, to: "file" });
    expect(barred.readOnly).toMatch(/^文件正由 .+ 上打开/);
    await entity.value("close", { session: early.session });
    await reviewer.value("close", { session });
    const again = await entity.value("openPath", { path: there });
    expect(again.held).toMatchObject({ sealed: false, isOwn: false });
    const released = await entity.value("release", { session: again.session, to: "file" });
    expect([released.path, released.readOnly]).toEqual([there, undefined]);
  });

  it("is one's own again where it was saved here, whatever name it bears", async () => {
    const other = await reviewer.open();
    const there = reviewer.path("自己的.pingheng");
    await reviewer.value("saveAs", { session: other.session, path: there });
    await reviewer.value("person", { name: "李四" });
    await reviewer.value("close", { session: other.session });
    expect((await reviewer.value("openPath", { path: there })).held).toBeUndefined();
  });

  it("verifies what is on the drive now: a changed byte of any text is refused by name", async () => {
    const { session } = await entity.open();
    const there = entity.path("动过.pingheng");
    await entity.value("saveAs", { session, path: there });
    const bytes = readFileSync(there);
    const at = bytes.indexOf("flats");
    bytes.write("flots", at);
    writeFileSync(there, bytes);
    expect((await codes(entity, "verify", { session, job: "v" }))[0]).toMatch(/^file\./);
  });

  it("has none for a model never saved as a model file", async () => {
    const { session } = await entity.open();
    expect(await entity.value("revisions", { session })).toEqual({ revisions: [], chain: "" });
    expect(await codes(entity, "verify", { session, job: "v" })).toEqual(["revision.none"]);
    expect(await codes(entity, "seal", { session, by: "张三", note: "", sign: false })).toEqual(["revision.none"]);
  });
});
