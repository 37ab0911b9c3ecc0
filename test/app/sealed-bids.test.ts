import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "../../app/contract.ts";
import { actsOf } from "../../db/chain/acts.ts";
import { openModelFile } from "../../db/model-file.ts";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { shownIn } from "../db/support/planted.ts";
import { accepted } from "../db/support/result.ts";
import { label, Running } from "./support/running.ts";
import { evaluatedTender } from "./support/tender.ts";

const NET = { included: false };
const bidder = "PLANTEDSECRETWORD 运营公司";

let owner: Running;
let firm: Running;
beforeAll(() => {
  owner = new Running();
  firm = new Running();
});
afterAll(async () => {
  expect([...owner.logged, ...firm.logged]).toEqual([]);
  await owner.end();
  await firm.end();
});

const base64Of = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64");

/** The tender as a saved model file, with somebody to open bids. */
async function tender(name: string): Promise<SessionView> {
  await owner.value("person", { name: "张三" });
  const document = tenderDocument({}, {}, [bidOf("first", { fee: { amounts: "100", vat: NET } })]);
  const { session } = await owner.value("openBytes", { name: "tender.json", base64: base64Of(document) });
  return owner.value("saveAs", { session, path: owner.path(`${name}.pingheng`) });
}

/** What a firm hands in: the file it was given, filled in, and sealed to a key. */
async function handedIn(session: string, key: string) {
  const notice = await owner.value("bidsNotice", { session });
  const given = await firm.value("openBytes", notice);
  const edits = [
    { path: "bids/bid/bidder", value: bidder },
    { path: "bids/bid/fee", value: { amounts: "918273.6455", vat: NET } },
  ];
  await firm.value("edit", { session: given.session, edits, label });
  const sealed = await firm.value("sealBid", { session: given.session, key });
  await firm.app.call("close", { session: given.session, discard: true });
  return sealed;
}

const biddersOf = ({ document }: SessionView) =>
  (document["bids"] as unknown as readonly { readonly bidder: string }[]).map((bid) => bid.bidder);
const openingsOf = async (path = "") =>
  actsOf(accepted(await openModelFile(path)).entries).map(({ what, of }) => `${what} ${of}`);

describe("sealed bids", () => {
  it("need a key of the tenderer, which is made once, for its owner alone", async () => {
    expect(await owner.problems("tenderKey", { make: false, lang: "en" })).toMatchObject([{ code: "key.missing" }]);
    const made = await owner.value("tenderKey", { make: true });
    expect(made.isNew).toBe(true);
    expect(made.fingerprint).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    if (process.platform !== "win32") expect(statSync(made.path).mode & 0o077).toBe(0);
    expect(await owner.value("tenderKey", { make: false })).toEqual({ ...made, isNew: false });
    // What bidders are given is the public half.
    expect(Buffer.from(made.base64, "base64").toString()).not.toContain("PRIVATE");
  });

  it("are opened with it, and the opening stands in the chain before the bid is shown", async () => {
    const { session, path = "" } = await tender("opened");
    const key = await owner.value("tenderKey", { make: true });
    const { name, base64, hash, fingerprint } = await handedIn(session, key.base64);
    expect(fingerprint).toBe(key.fingerprint);
    expect(shownIn(Buffer.from(base64, "base64"))).toEqual([]);
    const taken = await owner.value("takeBid", { session, name, base64 });
    expect(biddersOf(taken)).toEqual(["first", bidder]);
    expect(await openingsOf(path)).toEqual([`bid/opened ${hash}`]);
    const [opening] = actsOf(accepted(await openModelFile(path)).entries);
    expect(opening).toMatchObject({ author: "张三", at: "2026-03-04T05:06:07.000Z" });
    // A second time it is there already, and is not entered twice.
    expect(await owner.problems("takeBid", { session, name, base64, lang: "zh" })).toMatchObject([
      { code: "bids.bid_there" },
    ]);
    expect(await openingsOf(path)).toHaveLength(1);
    await owner.value("save", { session });
    expect(await openingsOf(path)).toHaveLength(1);
    expect((await owner.value("verify", { session, job: "v" })).chain.entries).toBe(3);
    await owner.app.call("close", { session });
  });

  it("are not opened once the evaluation is locked, for none is taken any more", async () => {
    await owner.value("person", { name: "张三" });
    const bytes = { name: "tender.json", base64: base64Of(evaluatedTender()) };
    const { session } = await owner.value("openBytes", bytes);
    const path = owner.path("closed.pingheng");
    await owner.value("saveAs", { session, path });
    const key = await owner.value("tenderKey", { make: true });
    const { name, base64 } = await handedIn(session, key.base64);
    await owner.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
    const before = await openingsOf(path);
    expect(await owner.problems("takeBid", { session, name, base64, lang: "zh" })).toMatchObject([
      { code: "bids.evaluation_locked" },
    ]);
    expect(await openingsOf(path)).toEqual(before);
    expect(before.map((act) => act.split(" ")[0])).toEqual(["tender/evaluation"]);
    await owner.app.call("close", { session, discard: true });
  });

  it("are opened with a key behind a passphrase once it is given, and nothing is entered before", async () => {
    const { session, path = "" } = await tender("locked");
    const key = await owner.value("tenderKey", { make: true });
    const { name, base64, hash } = await handedIn(session, key.base64);
    await owner.value("relockKey", { kind: "tender", next: "keys of tenders" });
    // Bidders are given its public half all the same.
    expect(await owner.value("tenderKey", { make: false })).toMatchObject({
      fingerprint: key.fingerprint,
      words: key.words,
    });
    expect(await owner.problems("takeBid", { session, name, base64, lang: "zh" })).toMatchObject([
      { code: "vault.needed", path: key.path },
    ]);
    const wrong = { session, name, base64, passphrase: "not the one it has", lang: "zh" } as const;
    expect(await owner.problems("takeBid", wrong)).toMatchObject([{ code: "vault.refused" }]);
    expect(await openingsOf(path)).toEqual([]);
    const taken = await owner.value("takeBid", { ...wrong, passphrase: "keys of tenders" });
    expect(biddersOf(taken)).toEqual(["first", bidder]);
    expect(await openingsOf(path)).toEqual([`bid/opened ${hash}`]);
    await owner.value("relockKey", { kind: "tender", current: "keys of tenders" });
    await owner.app.call("close", { session, discard: true });
  });

  it("are entered though somebody typed the same as a note", async () => {
    const { session, path = "" } = await tender("typed");
    const key = await owner.value("tenderKey", { make: true });
    const { name, base64, hash } = await handedIn(session, key.base64);
    await owner.value("seal", { session, by: "李四", note: `bid/opened ${hash}`, sign: false });
    expect(await openingsOf(path)).toEqual([]);
    await owner.value("takeBid", { session, name, base64 });
    expect(await openingsOf(path)).toEqual([`bid/opened ${hash}`]);
    const [first] = (await owner.value("revisions", { session })).revisions;
    expect(first?.seals).toMatchObject([{ author: "李四", note: `bid/opened ${hash}` }]);
    expect(first?.acts).toMatchObject([{ author: "张三", label: { zh: "开启密封报价" } }]);
    expect(first?.acts[0]?.of.replaceAll(" ", "")).toBe(hash);
    await owner.app.call("close", { session, discard: true });
  });

  it("to another key, changed, or on another notice are refused; nothing is shown, and nothing entered", async () => {
    const { session, path = "" } = await tender("refused");
    const other = await firm.value("tenderKey", { make: true });
    const own = await owner.value("tenderKey", { make: true });
    const stranger = await handedIn(session, other.base64);
    const good = await handedIn(session, own.base64);
    const bytes = Buffer.from(good.base64, "base64");
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    const tries = [
      [stranger.base64, "bids.sealed_other_key"],
      [bytes.toString("base64"), "bids.sealed_damaged"],
    ] as const;
    for (const [base64, code] of tries) {
      const problems = await owner.problems("takeBid", { session, name: "x.bid", base64, lang: "en" });
      expect(problems).toMatchObject([{ code }]);
      expect(JSON.stringify(problems)).not.toContain("PLANTED");
    }
    const edits = [{ path: "tender/notice/discountRate", value: "0.06" }];
    await owner.value("edit", { session, edits, label });
    const late = await owner.problems("takeBid", { session, name: "x.bid", base64: good.base64, lang: "en" });
    expect(late).toMatchObject([{ code: "bids.sealed_other_notice" }]);
    expect(await openingsOf(path)).toEqual([]);
    await owner.app.call("close", { session, discard: true });
  });

  it("are not opened where the opening cannot be entered: without a file, without a name, without the key", async () => {
    const { session, path = "" } = await tender("barred");
    const key = await owner.value("tenderKey", { make: true });
    const { name, base64 } = await handedIn(session, key.base64);
    await owner.value("person", { name: "" });
    const refused = async (id: string) => owner.problems("takeBid", { session: id, name, base64, lang: "en" });
    expect(await refused(session)).toMatchObject([{ code: "bids.opening_author" }]);
    await owner.value("person", { name: "张三" });
    const json = base64Of(JSON.parse(readFileSync(owner.write("t.json", tenderDocument({}, {}, [])), "utf8")));
    const { session: fileless } = await owner.value("openBytes", { name: "t.json", base64: json });
    expect(await refused(fileless)).toMatchObject([{ code: "bids.opening_needs_file" }]);
    rmSync(join(owner.folder, "data/tender-key.pem"));
    expect(await refused(session)).toMatchObject([{ code: "key.missing" }]);
    // A key made anew is another one: what was sealed to the lost key stays shut.
    await owner.value("tenderKey", { make: true });
    expect(await refused(session)).toMatchObject([{ code: "bids.sealed_other_key" }]);
    expect(await openingsOf(path)).toEqual([]);
    await owner.app.call("close", { session: fileless, discard: true });
    await owner.app.call("close", { session, discard: true });
  });

  it("are bids: a model, an empty form, and what is no key are not sealed", async () => {
    const key = await owner.value("tenderKey", { make: true });
    const { session } = await firm.open();
    expect(await firm.problems("sealBid", { session, key: key.base64, lang: "en" })).toMatchObject([
      { code: "bids.one_bid" },
    ]);
    const { session: own } = await tender("empty");
    const notice = await owner.value("bidsNotice", { session: own });
    const given = await firm.value("openBytes", notice);
    const seal = (text: string) => firm.problems("sealBid", { session: given.session, key: text, lang: "en" });
    expect(await seal(key.base64)).toMatchObject([{ code: "bids.bidder_missing" }]);
    const edits = [{ path: "bids/bid/bidder", value: bidder }];
    await firm.value("edit", { session: given.session, edits, label });
    for (const text of [base64Of({}), base64Of("key"), "AAAA"])
      expect(await seal(text)).toMatchObject([{ code: "bids.key_file" }]);
    await firm.app.call("close", { session: given.session, discard: true });
    await owner.app.call("close", { session: own });
  });
});
