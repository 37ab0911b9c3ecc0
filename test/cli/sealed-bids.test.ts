import { readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
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
  for (const [name, bidder] of [
    ["a", "PLANTEDSECRETWORD"],
    ["b", "碧水青山公司"],
  ] as const)
    expect((await seal(filled(`${name}.json`, bidder), `${name}.bid`)).exit).toBe(0);
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
  expect(log.revisions[0].seals.map((one: { note: string }) => one.note)).toEqual([
    expect.stringMatching(/^bid\/opened sha256:/),
    expect.stringMatching(/^bid\/opened sha256:/),
  ]);
});
