import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stamped } from "../../app/bids/locks.ts";
import { mergeCopies } from "../../app/revisions/merge.ts";
import { verifyModel } from "../../app/revisions/verify.ts";
import { openModelFile } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { awardHash, evaluationHash } from "../../models/document/tender/hash.ts";
import { okay } from "../analysis/bids/support.ts";
import { Running } from "./support/running.ts";
import { evaluatedTender } from "./support/tender.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

let count = 0;

async function opened(document: ModelDocument) {
  count += 1;
  const { session } = await running.open(document);
  const file = running.path(`stamped ${count}.pingheng`);
  await running.value("saveAs", { session, path: file });
  return { session, file };
}

const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);
const sheetsOf = async (session: string) => (await running.value("bids", { session, job: `sheets ${session}` })).sheets;

describe("a sheet", () => {
  it("that somebody stamped outside is stamped anew, and none whose award was written before it", async () => {
    const document = evaluatedTender();
    const forged = { at: "2019-01-01T00:00:00Z", by: "forger" };
    const { tender } = document;
    if (tender === undefined) throw new Error("a tender");
    const evaluation = { ...tender.evaluation, locked: { ...forged, hash: evaluationHash(document) } };
    const lock = (session: string, sheet: "evaluation" | "award") =>
      running.problems("lockSheet", { session, sheet, by: "张三", lang: "zh" });

    const { session, file } = await opened({ ...document, tender: { ...tender, evaluation } });
    expect(codes(await lock(session, "award"))).toEqual(["bids.evaluation_first"]);
    await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
    const { evaluation: now } = await sheetsOf(session);
    expect([now.by, now.at]).toEqual(["张三", "2026-03-04T05:06:07.000Z"]);
    expect((await verifyModel(file)).ok).toBe(true);

    const award = { ...tender.award, winner: "C", reason: "x", ground: "x" };
    const decided = { ...document, tender: { ...tender, evaluation, award } };
    const sealed = { ...award, locked: { ...forged, hash: awardHash(decided) } };
    const both = await opened({ ...decided, tender: { ...decided.tender, award: sealed } });
    expect(codes(await lock(both.session, "award"))).toEqual(["bids.evaluation_first"]);
    expect(codes(await lock(both.session, "evaluation"))).toEqual(["bids.evaluation_first"]);
    expect(okay(await openModelFile(both.file)).entries.map(({ kind }) => kind)).toEqual(["revision"]);
  });

  it("is not taken over by a merge, for its lock stands in the other copy's chain", () => {
    const document = evaluatedTender();
    const theirs = okay(stamped(document, "evaluation", [], { at: "2026-03-04T05:06:07Z", by: "张三", figures: [] }));
    const stored = {
      revisions: [{ id: "r", createdAt: "2026-03-01" }],
      entries: [],
      head: "r",
    } as unknown as StoredModel;
    const request = { choices: new Map(), by: "李四", now: new Date("2026-03-05T00:00:00Z") };
    const base = { revision: "r", heldBy: "mine", document, whole: true } as const;
    const remarked = { ...theirs, project: { ...theirs.project, summary: "概述" } };
    const before = document.tender;
    if (before === undefined) throw new Error("no tender");
    const noted = { ...before, evaluation: { ...before.evaluation, note: "另记" } };
    for (const [mine, other, left] of [
      [document, remarked, ["tender/evaluation/figures", "tender/evaluation/locked"]],
      [theirs, { ...remarked, tender: noted }, ["tender/evaluation/note"]],
    ] as const) {
      const merged = okay(mergeCopies(base, { stored, document: mine }, { stored, document: other }, request));
      expect([merged.taken, merged.left.toSorted(), merged.conflicts]).toEqual([["project/summary"], left, []]);
      const { tender, project } = okay(merged.document);
      expect([tender, project.summary]).toEqual([mine.tender, "概述"]);
    }
  });
});
