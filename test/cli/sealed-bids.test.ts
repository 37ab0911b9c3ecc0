import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { evaluatedTender } from "../app/support/tender.ts";
import { temporaryFolder } from "../db/support/folder.ts";
import { shownIn } from "../db/support/planted.ts";

const at = temporaryFolder();
const NET = { included: false };
const before = process.env["PINGHENG_DATA"];
beforeAll(() => {
  process.env["PINGHENG_DATA"] = dirname(at("data/key"));
});
afterAll(() => {
  if (before === undefined) delete process.env["PINGHENG_DATA"];
  else process.env["PINGHENG_DATA"] = before;
});

const call = (...words: string[]) => overheard(() => run(words));
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

const sha256Of = (path: string) => `sha256:${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
const inFours = (hash: string) => `sha256: ${(hash.slice("sha256:".length).match(/.{4}/g) ?? []).join(" ")}`;

/** A form filled in by somebody. */
function filled(name: string, bidder: string): string {
  const document = JSON.parse(readFileSync(at("form.json"), "utf8"));
  const { id: _own, ...offer } = bidOf("bid", { bidder, fee: { amounts: "100", vat: NET } });
  document.bids[0] = { ...document.bids[0], ...offer };
  writeFileSync(at(name), JSON.stringify(document));
  return at(name);
}

it("sealed bids are made, handed in and opened by commands; each opening stands in the log", async () => {
  writeFileSync(at("tender.json"), JSON.stringify(tenderDocument({}, {}, [])));
  const [form, key] = [at("form.json"), at("tender-key.json")];
  expect((await call("bids", "notice", at("tender.json"), "-o", form)).exit).toBe(0);
  const shown = await call("bids", "key", "-o", key);
  expect(shown.notes.join()).toContain("遗失");
  const seal = (bid: string, out: string) => call("bids", "seal", bid, "--to", key, "-o", at(out));
  const hashes: string[] = [];
  for (const [name, bidder] of [
    ["a", "PLANTEDSECRETWORD"],
    ["b", "碧水青山公司"],
  ] as const) {
    const sealed = await seal(filled(`${name}.json`, bidder), `${name}.bid`);
    expect(sealed.exit).toBe(0);
    hashes.push(sha256Of(at(`${name}.bid`)));
    expect(sealed.notes).toContain(`摘要 ${inFours(hashes.at(-1) ?? "")}`);
  }
  expect(shownIn(readFileSync(at("a.bid")))).toEqual([]);
  expect(codes(await seal(at("a.json"), "a.bid"))).toEqual(["save.exists"]);
  expect(codes(await seal(form, "empty.bid"))).toEqual(["bids.bidder_missing"]);
  expect(codes(await call("bids", "seal", at("a.json"), "--to", form, "-o", at("c.bid")))).toEqual(["bids.key_file"]);
  const sealed = [at("a.bid"), at("b.bid")];
  // A plain document has no chain to enter an opening into.
  expect(codes(await call("bids", "import", at("tender.json"), ...sealed, "--by", "张三"))).toEqual([
    "bids.opening_needs_file",
  ]);
  const { writeModel } = await import("../../app/files/write.ts");
  const { toSave } = await import("../../cli/save.ts");
  const tender = at("tender.pingheng");
  expect((await writeModel(tender, toSave(tenderDocument({}, {}, [])))).ok).toBe(true);
  expect(codes(await call("bids", "import", tender, ...sealed))).toEqual(["bids.opening_author"]);
  // One that is damaged keeps all shut.
  const damaged = readFileSync(at("b.bid"));
  damaged[200] = (damaged[200] ?? 0) ^ 1;
  writeFileSync(at("damaged.bid"), damaged);
  const refused = await call("bids", "import", tender, at("a.bid"), at("damaged.bid"), "--by", "张三");
  expect(codes(refused)).toEqual(["bids.sealed_damaged"]);
  expect(JSON.stringify(refused)).not.toContain("PLANTED");
  const opened = await call("bids", "import", tender, ...sealed, "--by", "张三", "--json");
  expect(JSON.parse(opened.json ?? "").bids.map((bid: { bidder: string }) => bid.bidder)).toEqual([
    "PLANTEDSECRETWORD",
    "碧水青山公司",
  ]);
  const log = JSON.parse((await call("log", tender, "--json")).json ?? "");
  expect(log.revisions).toHaveLength(2);
  expect(log.revisions[0].seals).toEqual([]);
  expect(log.revisions[0].acts).toMatchObject([
    { what: "bid/opened", of: hashes[0], author: "张三" },
    { what: "bid/opened", of: hashes[1], author: "张三" },
  ]);
  // A note that says the same is a note.
  expect((await call("seal", tender, "--by", "李四", "--note", `开启密封报价,摘要 ${hashes[0]}`)).exit).toBe(0);
  const told = (await call("log", tender)).notes.map((line) => line.trim());
  const entered = told.filter((line) => line.startsWith("程序记录 · "));
  expect(entered).toEqual(
    hashes.map((hash) => expect.stringMatching(new RegExp(` · 张三 · 开启密封报价,摘要 ${inFours(hash)}$`))),
  );
  expect(told.filter((line) => line.startsWith("封存 · "))).toEqual([
    expect.stringContaining(` · 李四 · “开启密封报价,摘要 ${hashes[0]}” · 未签名`),
  ]);
  const verified = await call("verify", tender, "--lang", "en");
  expect(verified.notes.filter((line) => line.includes("entered by the program"))).toHaveLength(2);
});

it("locking a sheet prints its hash in fours, as it stands in the file and in the log", async () => {
  const { writeModel } = await import("../../app/files/write.ts");
  const { toSave } = await import("../../cli/save.ts");
  const path = at("sheets.pingheng");
  expect((await writeModel(path, toSave(evaluatedTender()))).ok).toBe(true);
  const locked = await call("bids", "lock", path, "--by", "张三");
  expect(locked.exit).toBe(0);
  const log = JSON.parse((await call("log", path, "--json")).json ?? "");
  expect(log.revisions.at(-1).acts).toMatchObject([{ what: "tender/evaluation", author: "张三" }]);
  const hash = log.revisions.at(-1).acts[0].of;
  expect(locked.notes[0]).toBe(`摘要 ${inFours(hash)}`);
  const told = await call("log", path, "--lang", "en");
  expect(told.notes.join("\n")).toContain(`evaluation locked, hash ${inFours(hash)}`);
});
