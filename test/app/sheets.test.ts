import { copyFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Edit, SessionView } from "../../app/contract.ts";
import { writeModel } from "../../app/files/write.ts";
import { computedOnce } from "../../app/revisions/computed.ts";
import { sealOpened } from "../../app/revisions/seal.ts";
import { verifyModel } from "../../app/revisions/verify.ts";
import { keepDraft, openModelFile } from "../../db/model-file.ts";
import { formatDocument } from "../../models/document/format.ts";
import { parseDocument } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { awardHash, evaluationHash } from "../../models/document/tender/hash.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { okay } from "../analysis/bids/support.ts";
import { label, Running } from "./support/running.ts";
import { evaluatedTender, people } from "./support/tender.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

const AWARD: readonly Edit[] = [
  { path: "tender/award/date", value: "2026-03-03" },
  { path: "tender/award/winner", value: "B" },
  { path: "tender/award/reason", value: "服务方案完整" },
  { path: "tender/award/ground", value: "《招标投标法》第四十条第二款" },
  ...people.slice(0, 3).map(({ id }) => ({ path: `tender/award/votes/${id}`, value: { id, bid: "B" } })),
  ...people.slice(3).map(({ id }) => ({ path: `tender/award/votes/${id}`, value: { id, bid: "A" } })),
];

let count = 0;

/** The document as an open model file. */
async function opened(document = evaluatedTender()): Promise<SessionView & { readonly file: string }> {
  count += 1;
  const { session } = await running.open(document);
  const file = running.path(`tender ${count}.pingheng`);
  const view = await running.value("saveAs", { session, path: file });
  return { ...view, file };
}

async function locked(): Promise<SessionView & { readonly file: string }> {
  const { session, file } = await opened();
  const view = await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
  return { ...view, file };
}

const edit = (session: string, edits: readonly Edit[], more = {}) =>
  running.problems("edit", { session, label, edits, lang: "zh", ...more });
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const sheetsOf = async (session: string) => (await running.value("bids", { session, job: `sheets ${session}` })).sheets;

describe("the award sheet", () => {
  it("is closed until the evaluation is locked, whatever is written on it", async () => {
    const { session } = await opened();
    expect((await sheetsOf(session)).award.state).toBe("closed");
    for (const one of AWARD) expect(codes(await edit(session, [one]))).toEqual(["bids.evaluation_first"]);
    expect(codes(await running.problems("lockSheet", { session, sheet: "award", by: "张三", lang: "zh" }))).toEqual([
      "bids.evaluation_first",
    ]);
  });

  it("opens with the lock, is locked when it is complete, and not changed afterwards", async () => {
    const { session, file } = await locked();
    expect((await sheetsOf(session)).award.state).toBe("open");
    const early = await running.problems("lockSheet", { session, sheet: "award", by: "张三", lang: "zh" });
    expect(new Set(codes(early))).toEqual(new Set(["bids.missing"]));
    await running.value("edit", { session, label, edits: AWARD });
    const view = await running.value("lockSheet", { session, sheet: "award", by: "李四" });
    expect(view.dirty).toBe(false);
    const late = [{ path: "tender/award/winner", value: "A" }];
    expect(codes(await edit(session, late))).toEqual(["bids.award_locked"]);
    expect(codes(await edit(session, [{ path: "tender/awarders/m1/name", value: "别人" }]))).toEqual([
      "bids.award_locked",
    ]);
    expect(codes(await running.problems("undo", { session, lang: "zh" }))).toEqual(["bids.award_locked"]);
    const stored = okay(await openModelFile(file));
    expect(stored.entries.map(({ kind }) => kind)).toEqual(["revision", "revision", "act", "revision", "act"]);
    expect((await verifyModel(file)).ok).toBe(true);
    expect(running.logged).toEqual([]);
  });

  it.each([
    ["a winner nobody recommended", [{ path: "tender/award/winner", value: "C" }], "bids.not_candidate"],
    ["a vote that does not carry", [{ path: "tender/award/winner", value: "A" }], "bids.vote_not_passed"],
    ["a member without a vote", [{ path: "tender/award/votes/m5" }], "bids.not_voted"],
    ["a date before the evaluation", [{ path: "tender/award/date", value: "2026-02-01" }], "bids.award_before"],
    ["no reason", [{ path: "tender/award/reason", value: " " }], "bids.missing"],
    ["no legal ground", [{ path: "tender/award/ground" }], "bids.missing"],
  ])("is not locked with %s", async (_what, change, code) => {
    const { session } = await locked();
    await running.value("edit", { session, label, edits: [...AWARD, ...change] });
    const refused = await running.problems("lockSheet", { session, sheet: "award", by: "张三", lang: "zh" });
    expect(codes(refused)).toContain(code);
  });
});

describe("a locked evaluation", () => {
  const CHANGES: readonly (readonly [string, readonly Edit[]])[] = [
    ["a comment", [{ path: "tender/evaluation/rows/A/comment", value: "改" }]],
    ["a recommendation", [{ path: "tender/evaluation/rows/C/recommended", value: true }]],
    ["a price", [{ path: "bids/A/fee/amounts", value: "200" }]],
    ["a bid that comes late", [{ path: "bids/D", value: { id: "D", bidder: "丁" } }]],
    ["a bid that goes", [{ path: "tender/evaluation/rows/C" }, { path: "bids/C" }]],
    ["the notice", [{ path: "tender/notice/discountRate", value: "0.08" }]],
    ["the reference", [{ path: "tender/reference/revenues/all/amounts", value: "1" }]],
    ["who evaluated", [{ path: "tender/evaluators/m1/name", value: "别人" }]],
    ["its own stamp", [{ path: "tender/evaluation/locked" }]],
    ["its figures", [{ path: "tender/evaluation/figures" }]],
  ];

  it.each(CHANGES)("refuses a change of %s, in the document and through a scenario", async (_what, changes) => {
    const { session, version } = await locked();
    for (const scenario of [undefined, "low"])
      expect(codes(await edit(session, changes, scenario === undefined ? {} : { scenario }))).toEqual([
        "bids.evaluation_locked",
      ]);
    const patch = {
      path: "scenarios/low/set",
      value: Object.fromEntries(changes.map(({ path, value }) => [path, value ?? null])),
    };
    const reply = await running.app.call("edit", { session, label, edits: [patch], lang: "zh" });
    // A scenario may say so, and reaches nothing by it.
    if (reply.ok) await running.value("undo", { session });
    expect((await running.value("session", { session })).document["tender"]).toBeDefined();
    expect((await sheetsOf(session)).evaluation.holds).toBe(true);
    expect(version).toBeGreaterThan(0);
  });

  it("says so in Chinese with Chinese punctuation", async () => {
    const { session } = await locked();
    const [refused] = await edit(session, [{ path: "bids/A/fee/amounts", value: "200" }]);
    expect(refused?.message).toBe("评标表已锁定：招标文件、基准、报价与评审意见不能再改");
    const labels = (await running.value("bids", { session, job: "labels" })).groups.flatMap(({ rows }) => rows);
    expect(labels.map(({ label: { zh } }) => zh)).toContain("固定费用（招标口径）");
  });

  it("is not taken back by undo, nor by restoring an earlier revision", async () => {
    const { session } = await locked();
    expect(codes(await running.problems("undo", { session, lang: "zh" }))).toEqual(["bids.evaluation_locked"]);
    const { revisions } = await running.value("revisions", { session });
    const first = revisions[0]?.id ?? "";
    const restored = await running.problems("restore", { session, revision: first, lang: "zh" });
    expect(codes(restored)).toEqual(["bids.evaluation_locked"]);
    expect((await sheetsOf(session)).evaluation.state).toBe("locked");
  });

  it("survives an undo of what was changed beside it, and of what was changed before", async () => {
    const { session } = await opened();
    await running.value("edit", { session, label, edits: [{ path: "bids/A/note", value: "一" }] });
    await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
    await running.value("edit", { session, label, edits: [{ path: "project/author", value: "新" }] });
    await running.value("undo", { session });
    for (let step = 0; step < 3; step += 1)
      expect(codes(await running.problems("undo", { session, lang: "zh" }))).toEqual(["bids.evaluation_locked"]);
    expect((await sheetsOf(session)).evaluation.holds).toBe(true);
  });

  it("is not made by a note that somebody types", async () => {
    const { session } = await opened();
    const note = `tender/evaluation sha256:${"1".repeat(64)}`;
    await running.value("seal", { session, by: "张三", note, sign: false });
    // Another content than the note says is saved, and the sheet is locked for the first time.
    await running.value("edit", { session, label, edits: [{ path: "tender/evaluation/date", value: "2026-03-02" }] });
    await running.value("save", { session });
    expect((await sheetsOf(session)).award.state).toBe("closed");
    await running.value("lockSheet", { session, sheet: "evaluation", by: "李四" });
    const { revisions } = await running.value("revisions", { session });
    expect(revisions.map(({ seals, acts }) => [seals.map((one) => one.note), acts.length])).toEqual([
      [[note], 0],
      [[], 0],
      [[], 1],
    ]);
    const { hash = "" } = (await sheetsOf(session)).evaluation;
    expect(revisions.at(-1)?.acts).toEqual([
      {
        at: "2026-03-04T05:06:07.000Z",
        author: "李四",
        label: { zh: "锁定评标表", en: "evaluation locked" },
        of: hash,
      },
    ]);
  });

  it("lets the rest of the model go on, and is saved with it", async () => {
    const { session, file } = await locked();
    await running.value("edit", { session, label, edits: [{ path: "project/name", value: "改名" }] });
    await running.value("save", { session });
    expect((await verifyModel(file)).ok).toBe(true);
  });

  it("cannot be stamped by an edit", async () => {
    const document = evaluatedTender();
    const { session } = await opened(document);
    const stamp = { at: "2026-03-01", by: "x", hash: evaluationHash(document) };
    expect(codes(await edit(session, [{ path: "tender/evaluation/locked", value: stamp }]))).toEqual(["bids.stamp"]);
    expect(codes(await edit(session, [{ path: "tender/award/locked", value: stamp }]))).toEqual(["bids.stamp"]);
  });

  it("is refused where a file was never saved, nobody locks it, or it is not complete", async () => {
    const lock = (session: string, by = "张三") =>
      running.problems("lockSheet", { session, sheet: "evaluation", by, lang: "zh" });
    const { session: unsaved } = await running.open(evaluatedTender());
    expect(codes(await lock(unsaved))).toEqual(["bids.needs_file"]);
    const { session } = await opened();
    expect(codes(await lock(session, " "))).toEqual(["bids.lock_author"]);
    await running.value("edit", {
      session,
      label,
      edits: [{ path: "tender/evaluation/rows/B/recommended", value: false }],
    });
    expect(codes(await lock(session))).toEqual(["bids.candidates"]);
    await running.value("edit", { session, label, edits: [{ path: "tender/evaluation/rows/C" }] });
    expect(codes(await lock(session))).toContain("bids.not_evaluated");
  });

  it("ranks where the law has the first win, and only there", async () => {
    const unsaid = await opened(evaluatedTender({ compulsory: undefined }));
    expect((await sheetsOf(unsaid.session)).ranked).toBe(null);
    const ranked = { compulsory: true, stateFunds: true };
    const { session } = await opened(evaluatedTender(ranked));
    const lock = () => running.problems("lockSheet", { session, sheet: "evaluation", by: "张三", lang: "zh" });
    expect(codes(await lock())).toEqual(["bids.ranks"]);
    const ranks = ["A", "B"].map((id, index) => ({ path: `tender/evaluation/rows/${id}/rank`, value: index + 1 }));
    await running.value("edit", { session, label, edits: ranks });
    await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
    // B was ranked second and won the vote.
    await running.value("edit", { session, label, edits: AWARD });
    const passed = await running.problems("lockSheet", { session, sheet: "award", by: "张三", lang: "zh" });
    expect(codes(passed)).toEqual(["bids.passed_over"]);
    const reason = { path: "tender/award/passedOver/A", value: { id: "A", reason: "第一名放弃中标(书面声明)" } };
    await running.value("edit", { session, label, edits: [reason] });
    await running.value("lockSheet", { session, sheet: "award", by: "张三" });
    const { session: free } = await opened(
      evaluatedTender({}, { rows: [{ id: "A", valid: true, comment: "x", recommended: true, rank: 1 }] }),
    );
    const unranked = await running.problems("lockSheet", {
      session: free,
      sheet: "evaluation",
      by: "张三",
      lang: "zh",
    });
    expect(codes(unranked)).toContain("bids.not_ranked");
  });
});

describe("work that was kept beside a locked sheet", () => {
  /** The file with a draft in it, as whoever goes around the program could leave it, opened. */
  async function withDraft(change: (document: ModelDocument) => ModelDocument) {
    const { session, file } = await locked();
    await running.value("close", { session });
    const stored = okay(await openModelFile(file));
    const { document } = okay(parseDocument(JSON.parse(stored.revision.document), mechanisms));
    const at = "2026-04-01T00:00:00Z";
    const draft = { since: at, at, author: "", document: formatDocument(change(document)), history: [] };
    okay(await keepDraft(stored, draft));
    const view = await running.value("openPath", { path: file });
    if (view.held !== undefined) await running.value("release", { session: view.session, to: "file" });
    return { session: view.session, document };
  }

  it("does not go on where it changes the sheet, and the file stays as it was locked", async () => {
    const { session, document } = await withDraft((one) => ({
      ...one,
      bids: one.bids.map((bid) => (bid.id === "A" ? { ...bid, bidder: "换人" } : bid)),
    }));
    expect(codes(await running.problems("takeDraft", { session, lang: "zh" }))).toEqual(["bids.draft_differs"]);
    expect((await running.value("session", { session })).document["bids"]).toEqual(
      JSON.parse(JSON.stringify(document.bids)),
    );
    await running.value("dropDraft", { session });
    expect((await sheetsOf(session)).evaluation.holds).toBe(true);
  });

  it("goes on where it leaves the sheet alone", async () => {
    const { session } = await withDraft((one) => ({ ...one, project: { ...one.project, name: "改名" } }));
    const view = await running.value("takeDraft", { session });
    expect(view.document["project"]).toMatchObject({ name: "改名" });
    expect((await sheetsOf(session)).evaluation.holds).toBe(true);
  });
});

describe("a file whose sheets were changed outside", () => {
  const saving = { now: new Date("2026-04-01T00:00:00Z"), writtenBy: "test" };
  type Change = (document: ModelDocument) => unknown;

  /** A bid changed in the document that was locked, with whatever hash is written beside it. */
  const changed =
    (stamp: (document: ModelDocument) => string | undefined): Change =>
    (document) => {
      const { tender, bids } = document;
      if (tender?.evaluation.locked === undefined) throw new Error("the document has no lock");
      const other = { ...document, bids: bids.map((bid) => (bid.id === "A" ? { ...bid, bidder: "换人" } : bid)) };
      const hash = stamp(other) ?? tender.evaluation.locked.hash;
      const evaluation = { ...tender.evaluation, locked: { ...tender.evaluation.locked, hash } };
      return { ...other, tender: { ...tender, evaluation } };
    };

  async function alteredFile(change: Change, name: string): Promise<string> {
    const { session, file } = await locked();
    await running.value("close", { session });
    const path = running.path(name);
    copyFileSync(file, path);
    const stored = okay(await openModelFile(path));
    const { document } = okay(parseDocument(JSON.parse(stored.revision.document), mechanisms));
    const next = okay(parseDocument(JSON.parse(JSON.stringify(change(document))), mechanisms)).document;
    const refused = await writeModel(
      path,
      { document: next, computed: () => computedOnce(next), ...saving },
      { stored },
    );
    expect(refused.ok).toBe(false);
    // Whoever goes around the program writes the revision all the same.
    const { saveRevision } = await import("../../db/model-file.ts");
    const draft = { createdAt: "2026-04-01T00:00:00Z", author: "", document: formatDocument(next), writtenBy: "test" };
    okay(await saveRevision(stored, draft));
    return path;
  }

  it.each([
    ["with the old hash", changed(() => undefined)],
    ["with a hash that fits", changed((other) => evaluationHash(other))],
    [
      "without a lock",
      ((document) => ({
        ...document,
        tender: { ...document.tender, evaluation: { ...document.tender?.evaluation, locked: undefined } },
      })) as Change,
    ],
    ["without a tender", ((document) => ({ ...document, tender: undefined, bids: [] })) as Change],
  ])("is found by verify: %s", async (name, change) => {
    const path = await alteredFile(change, `outside ${name}.pingheng`);
    const verified = await verifyModel(path);
    expect(verified.ok).toBe(false);
    if (!verified.ok) expect(codes(verified.problems)).toEqual(["file.sheet_altered"]);
  });

  it("is found by verify where it says it is locked and the chain does not know of it", async () => {
    const document = evaluatedTender();
    const forged = JSON.parse(JSON.stringify(document));
    forged.tender.evaluation.locked = { at: "2026-03-01", by: "x", hash: evaluationHash(document) };
    const whole = okay(parseDocument(forged, mechanisms)).document;
    const path = running.path("forged.pingheng");
    okay(await writeModel(path, { document: whole, computed: () => computedOnce(whole), ...saving }));
    const verified = await verifyModel(path);
    expect(verified.ok ? [] : codes(verified.problems)).toEqual(["file.sheet_altered"]);
    // And the award is not locked on top of it.
    const { session } = await running.value("openPath", { path });
    await running.value("release", { session, to: "file" });
    await running.value("edit", { session, label, edits: AWARD });
    const award = await running.problems("lockSheet", { session, sheet: "award", by: "张三", lang: "zh" });
    expect(codes(award)).toContain("bids.evaluation_first");
    expect(awardHash(whole)).toMatch(/^sha256:/);
  });

  it("goes on being found after the file was sealed once more", async () => {
    const path = await alteredFile(
      changed(() => undefined),
      "sealed.pingheng",
    );
    const stored = okay(await openModelFile(path));
    okay(await sealOpened(stored, { by: "x", note: "报送", now: saving.now }));
    expect((await verifyModel(path)).ok).toBe(false);
    writeFileSync(running.path("note.txt"), "");
  });
});

describe("bids from files, through the contract", () => {
  it("come back filled in, and a bid on another notice does not", async () => {
    const { session } = await running.open(evaluatedTender());
    const { base64 } = await running.value("bidsNotice", { session });
    const given = JSON.parse(Buffer.from(base64, "base64").toString("utf8"));
    given.bids[0].bidder = "丁公司";
    const encode = (document: unknown) => Buffer.from(JSON.stringify(document)).toString("base64");
    const view = await running.value("takeBid", { session, name: "d.json", base64: encode(given) });
    expect((view.document["bids"] as { bidder: string }[]).map(({ bidder }) => bidder)).toContain("丁公司");
    expect(view.undoLabel).toContain("丁公司");
    given.bids[0] = { ...given.bids[0], bidder: "戊公司", answers: `sha256:${"1".repeat(64)}` };
    const refused = await running.problems("takeBid", { session, name: "e.json", base64: encode(given), lang: "zh" });
    expect(codes(refused)).toEqual(["bids.other_notice"]);
    const hostile = await running.problems("takeBid", {
      session,
      name: "f.json",
      base64: encode({ bids: 1 }),
      lang: "zh",
    });
    expect(hostile.length).toBeGreaterThan(0);
    await running.value("close", { session, discard: true });
    const { session: shut } = await locked();
    const { base64: late } = await running.value("bidsNotice", { session: shut });
    const own = JSON.parse(Buffer.from(late, "base64").toString("utf8"));
    own.bids[0].bidder = "己公司";
    expect(
      codes(await running.problems("takeBid", { session: shut, name: "g.json", base64: encode(own), lang: "zh" })),
    ).toEqual(["bids.evaluation_locked"]);
  });
});
