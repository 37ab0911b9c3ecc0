import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { besideOf } from "../../db/disk/beside.ts";
import { openModelFile } from "../../db/model-file.ts";
import { planted, shownUnder } from "../db/support/planted.ts";
import { accepted } from "../db/support/result.ts";
import { smallDocument } from "./fixtures/small.ts";
import { inputOf, label, Running } from "./support/running.ts";

const price = "components/flats/inputs/price";
const [passphrase, another] = ["一个很长的口令 with words", "quite another passphrase"];

let one: Running;
beforeAll(() => {
  one = new Running();
});
afterAll(async () => {
  expect(one.logged).toEqual([]);
  await one.end();
});

const priceOf = (view: SessionView) => inputOf(view, "flats", "price");
const rest = () => new Promise((resolve) => setTimeout(resolve, 900));
const type = (running: Running, session: string, value: string) =>
  running.value("edit", { session, edits: [{ path: price, value }], label });

/** A saved model full of planted words, locked; the folder shows none of them from then on. */
async function lockedModel(name: string): Promise<SessionView> {
  const small = smallDocument() as { readonly project: object };
  const named = { ...small, project: { ...small.project, name: planted.words[0], author: planted.words[1] } };
  const base64 = Buffer.from(JSON.stringify(named)).toString("base64");
  const { session } = await one.value("openBytes", { name: "model.json", base64 });
  const saved = await one.value("saveAs", { session, path: one.path(`${name}/plan.pingheng`) });
  expect(saved.locked).toBeUndefined();
  expect(shownUnder(one.folder)).not.toEqual([]);
  const locked = await one.value("relock", { session, next: passphrase });
  expect(locked.locked).toBe(true);
  expect(shownUnder(one.folder)).toEqual([]);
  return locked;
}

describe("a model whose file is locked by a passphrase", () => {
  it("is asked for its passphrase, refuses another, and leaves nothing in the data folder", async () => {
    const { session, path = "" } = await lockedModel("asked");
    await one.value("close", { session });
    expect(await one.problems("openPath", { path, lang: "en" })).toMatchObject([{ code: "vault.needed" }]);
    const wrong = await one.problems("openPath", { path, passphrase: another, lang: "en" });
    expect(wrong).toMatchObject([{ code: "vault.refused" }]);
    const opened = await one.value("openPath", { path, passphrase });
    expect(opened.document["project"]).toMatchObject({ name: planted.words[0] });
    expect(opened.locked).toBe(true);
    // As a browser hands it over, too.
    const base64 = readFileSync(path).toString("base64");
    expect(await one.problems("openBytes", { name: "p.pingheng", base64, lang: "zh" })).toMatchObject([
      { code: "vault.needed" },
    ]);
    const picked = await one.value("openBytes", { name: "p.pingheng", base64, passphrase });
    expect(picked.locked).toBe(true);
    const { base64: copy } = await one.value("download", { session: picked.session, form: "pingheng" });
    expect(Buffer.from(copy, "base64").subarray(0, 8).toString()).toBe("PHNGLOCK");
    expect(await one.problems("download", { session: picked.session, form: "json", lang: "zh" })).toMatchObject([
      { code: "vault.json" },
    ]);
    await one.value("close", { session: picked.session });
    await one.value("close", { session: opened.session });
    expect(shownUnder(one.folder)).toEqual([]);
  });

  it("keeps what was typed beside its file, locked, over a restart, and folds it in on save", async () => {
    const { session, path = "" } = await lockedModel("typed");
    const before = readFileSync(path);
    await type(one, session, `${planted.numbers[1]}`);
    await rest();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(shownUnder(one.folder)).toEqual([]);
    // The program dies now: what lies on the drive is found by another.
    const folder = one.path("after");
    cpSync(join(one.folder, "typed"), folder, { recursive: true });
    rmSync(besideOf(join(folder, "plan.pingheng")).hold, { force: true });
    const opened = await one.value("openPath", { path: join(folder, "plan.pingheng"), passphrase });
    expect(opened.draft).toMatchObject({ where: "file", decide: true });
    const taken = await one.value("takeDraft", { session: opened.session });
    expect(priceOf(taken)).toBe(`${planted.numbers[1]}`);
    expect(taken).toMatchObject({ dirty: true, canUndo: true, locked: true });
    await one.value("save", { session: opened.session });
    expect(readdirSync(folder).filter((name) => !name.endsWith(".open"))).toEqual(["plan.pingheng"]);
    await one.value("close", { session: opened.session });
    await one.value("close", { session, discard: true });
    expect(shownUnder(one.folder)).toEqual([]);
  });

  it("keeps a copy without a file of its own in the data folder, as locked as the file", async () => {
    const { session, path = "" } = await lockedModel("copy");
    await one.value("close", { session });
    const opened = await one.value("openPath", { path, passphrase, readOnly: true });
    const copy = await one.value("editCopy", { session: opened.session });
    expect(copy).toMatchObject({ locked: true });
    expect(copy.path).toBeUndefined();
    await type(one, opened.session, `${planted.numbers[1]}`);
    await rest();
    expect(readdirSync(join(one.folder, "data/work")).length).toBeGreaterThan(1);
    await one.value("close", { session: opened.session });
    expect(shownUnder(one.folder)).toEqual([]);
    const id = opened.session;
    expect(await one.problems("openKept", { id, lang: "en" })).toMatchObject([{ code: "vault.needed" }]);
    expect(await one.problems("openKept", { id, passphrase: another, lang: "en" })).toMatchObject([
      { code: "vault.refused" },
    ]);
    const again = await one.value("openKept", { id, passphrase });
    expect(priceOf(again)).toBe(`${planted.numbers[1]}`);
    const elsewhere = one.path("copy/own.pingheng");
    await one.value("saveAs", { session: id, path: elsewhere });
    await one.value("close", { session: id });
    expect(readFileSync(elsewhere).subarray(0, 8).toString()).toBe("PHNGLOCK");
    expect(shownUnder(one.folder)).toEqual([]);
  });

  it("changes its passphrase and gives it up only against the one it has, with what was typed", async () => {
    const { session, path = "" } = await lockedModel("change");
    await type(one, session, "61");
    await rest();
    const own = { session, lang: "en" };
    expect(await one.problems("relock", { ...own, next: another })).toMatchObject([{ code: "vault.locked_already" }]);
    expect(await one.problems("relock", { ...own, current: another, next: another })).toMatchObject([
      { code: "vault.wrong" },
    ]);
    expect(await one.problems("relock", { ...own, current: passphrase, next: "short" })).toMatchObject([
      { code: "vault.short" },
    ]);
    expect(await one.problems("relock", { ...own, current: another })).toMatchObject([{ code: "vault.wrong" }]);
    await one.value("relock", { session, current: passphrase, next: another });
    await one.value("close", { session });
    expect(shownUnder(one.folder)).toEqual([]);
    expect(await one.problems("openPath", { path, passphrase, lang: "zh" })).toMatchObject([{ code: "vault.refused" }]);
    const opened = await one.value("openPath", { path, passphrase: another });
    expect(opened.draft).toBeDefined();
    await one.value("takeDraft", { session: opened.session });
    const plain = await one.value("relock", { session: opened.session, current: another });
    expect(plain.locked).toBeUndefined();
    expect(plain.dirty).toBe(true);
    await one.value("close", { session: opened.session });
    expect(accepted(await openModelFile(path)).draft?.document).toContain('"price":"61"');
    rmSync(path);
  });

  it("is not written as plain JSON, and a model without a file is not locked", async () => {
    const { session } = await lockedModel("json");
    const path = one.path("json/plan.json");
    expect(await one.problems("saveAs", { session, path, lang: "zh" })).toMatchObject([{ code: "vault.json" }]);
    await one.value("close", { session });
    const { session: fresh } = await one.value("openExample", { id: "infill" });
    expect(await one.problems("relock", { session: fresh, next: passphrase, lang: "zh" })).toMatchObject([
      { code: "vault.needs_file" },
    ]);
    await one.value("close", { session: fresh, discard: true });
  });
});

describe("a locked file that is brought into another", () => {
  it("is merged when its own passphrase is given, and not before", async () => {
    const { session, path = "" } = await lockedModel("merged");
    const copy = readFileSync(path).toString("base64");
    await one.value("relock", { session, current: passphrase, next: another });
    const args = { session, name: "copy.pingheng", base64: copy, choices: [], apply: false };
    expect(await one.problems("merge", { ...args, lang: "zh" })).toMatchObject([{ code: "vault.needed" }]);
    expect(await one.value("merge", { ...args, passphrase })).toMatchObject({ common: 1, conflicts: [] });
    await one.value("relock", { session, current: another });
    expect(await one.problems("merge", { ...args, lang: "zh" })).toMatchObject([{ code: "vault.needed" }]);
    expect(await one.value("merge", { ...args, passphrase })).toMatchObject({ common: 1, conflicts: [] });
    await one.value("close", { session });
    rmSync(path);
  });

  it("becomes a member of a portfolio when its passphrase is given", async () => {
    const { session: alone, path = "" } = await lockedModel("member");
    const base64 = readFileSync(path).toString("base64");
    await one.value("close", { session: alone });
    const portfolio = JSON.parse(readFileSync(new URL("../../examples/portfolio.json", import.meta.url), "utf8"));
    const { session } = await one.value("openBytes", {
      name: "portfolio.json",
      base64: Buffer.from(JSON.stringify(portfolio)).toString("base64"),
    });
    const args = { session, name: "locked.pingheng", base64 };
    expect(await one.problems("takeMember", { ...args, lang: "zh" })).toMatchObject([{ code: "vault.needed" }]);
    const taken = await one.value("takeMember", { ...args, passphrase });
    expect((taken.document["members"] as unknown as readonly unknown[]).length).toBe(portfolio.members.length + 1);
    await one.value("close", { session, discard: true });
  });
});
