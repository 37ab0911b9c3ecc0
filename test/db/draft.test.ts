import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../db/fingerprint.ts";
import { limits } from "../../db/layout/limits.ts";
import { readStored } from "../../db/memory/read.ts";
import { keepDraft, openModelFile, readAttachment, saveAs, saveRevision, sealHead } from "../../db/model-file.ts";
import type { DraftToKeep } from "../../db/stored.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { alteredFile } from "./support/hostile.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

const work = (text: string, more: Partial<DraftToKeep> = {}): DraftToKeep => ({
  since: "2026-04-01T08:00:00Z",
  at: "2026-04-01T08:30:00Z",
  author: "王工",
  document: JSON.stringify({ format: "pingheng/model", text }),
  history: [{ stack: "undo", step: `{"back":"${text}"}` }],
  ...more,
});

describe("a draft", () => {
  it("is kept beside the head, which stays what it was, with what undo would do", async () => {
    const file = accepted(await saveAs(at("one.pingheng"), draftOf(1)));
    const kept = accepted(await keepDraft(file, work("甲")));
    const again = accepted(await openModelFile(kept.path, { whole: true }));
    expect(again.draft).toEqual({ ...work("甲"), attachments: [] });
    expect(again.revision).toEqual(file.revision);
    expect(again.entries).toEqual(file.entries);
    expect(again.history).toEqual(file.history);
    expect(again.fingerprint).toBe(kept.fingerprint);
    const { bytes: _own, ...told } = kept;
    expect(again).toMatchObject(told);
  });

  it("gives way to the next one, and to a revision; nothing of it is left in the bytes", async () => {
    const file = accepted(await saveAs(at("two.pingheng"), draftOf(1)));
    let kept = accepted(await keepDraft(file, work("甲")));
    kept = accepted(await keepDraft(kept, work("乙")));
    expect(kept.draft?.document).toContain("乙");
    const saved = accepted(await saveRevision(kept, draftOf(2)));
    const again = accepted(await openModelFile(saved.path));
    expect(again.draft).toBeNull();
    expect(again.revisions).toHaveLength(2);
    const dropped = accepted(await keepDraft(accepted(await keepDraft(again, work("丙"))), undefined));
    expect(accepted(await openModelFile(dropped.path)).draft).toBeNull();
    expect(readdirSync(dirname(dropped.path)).filter((name) => name.startsWith(".pingheng"))).toEqual([]);
  });

  it("is taken out by a revision equal to the head too, and outlives a seal", async () => {
    const file = accepted(await saveAs(at("three.pingheng"), draftOf(1)));
    const kept = accepted(await keepDraft(file, work("甲")));
    const sealed = accepted(await sealHead(kept, { at: "2026-05-01T08:00:00Z", author: "王工", note: "" }));
    expect(accepted(await openModelFile(sealed.path)).draft?.document).toBe(work("甲").document);
    const same = accepted(await saveRevision(sealed, draftOf(1)));
    expect(same.revisions).toHaveLength(1);
    expect(same.draft).toBeNull();
  });

  it("is refused where somebody else changed the file, or it may not be written", async () => {
    const file = accepted(await saveAs(at("four.pingheng"), draftOf(1)));
    accepted(await saveRevision(file, draftOf(2)));
    const refused = await untouched(file.path, () => keepDraft(file, work("甲")));
    expect(problemOf(refused).code).toBe("disk.changed_elsewhere");
    const locked = accepted(await openModelFile(file.path, { readonly: true }));
    const closed = await untouched(file.path, () => keepDraft(locked, work("甲")));
    expect(problemOf(closed).code).toBe("disk.opened_read_only");
  });

  it("larger than a reader takes is not written", async () => {
    const file = accepted(await saveAs(at("five.pingheng"), draftOf(1)));
    const document = JSON.stringify("a".repeat(limits.documentBytes));
    const refused = await untouched(file.path, () => keepDraft(file, work("甲", { document })));
    expect(problemOf(refused).code).toBe("file.text_too_large");
  });

  it("that somebody changed is found when the file is opened, whatever column it is in", async () => {
    const file = accepted(await saveAs(at("six.pingheng"), draftOf(1)));
    const kept = readFileSync(accepted(await keepDraft(file, work("甲"))).path);
    const columns = ["since", "at", "author", "hash", "attachments"].map((name) => `${name} = ${name} || ' '`);
    for (const change of [...columns, "document = packed('{}')", "history = packed('[]')", "history = x'00'"]) {
      const bytes = alteredFile(`UPDATE draft SET ${change}`, kept);
      expect(problemOf(readStored(bytes, "six")).code, change).toBe("file.draft_tampered");
    }
    expect(readStored(alteredFile("DELETE FROM draft", kept), "six").ok).toBe(true);
  });
});

describe("attachments", () => {
  const scan = Buffer.from("%PDF-1.7 一张扫描件");
  const paper = { hash: sha256(scan), bytes: scan };
  const other = { hash: sha256("other"), bytes: Buffer.from("other") };

  it("are kept once, by what they hold, for every revision that names them", async () => {
    let file = accepted(await saveAs(at("seven.pingheng"), draftOf(1, { attachments: [paper] })));
    file = accepted(await saveRevision(file, draftOf(2, { attachments: [{ hash: paper.hash }, other] })));
    const again = accepted(await openModelFile(file.path, { whole: true }));
    expect(again.revisions.map(({ attachmentHashes }) => attachmentHashes)).toEqual([
      [paper.hash],
      [paper.hash, other.hash],
    ]);
    expect(new Map(again.attachments.map(({ hash, bytes }) => [hash, bytes]))).toEqual(
      new Map([
        [paper.hash, scan.length],
        [other.hash, 5],
      ]),
    );
  });

  it("are read by the process that reads files, and only as what their hash says", async () => {
    const path = at("bytes.pingheng");
    const file = accepted(await saveAs(path, draftOf(1, { attachments: [paper] })));
    expect(Buffer.from(accepted(await readAttachment(file, paper.hash, path))).equals(scan)).toBe(true);
    expect(problemOf(await readAttachment(file, other.hash, path)).code).toBe("file.attachment_tampered");
    const bytes = alteredFile("UPDATE attachment SET bytes = x'00'", readFileSync(path));
    expect(problemOf(await readAttachment({ ...file, bytes }, paper.hash, path)).code).toBe("file.attachment_tampered");
  });

  it("of a draft go with it, unless a revision names them", async () => {
    const file = accepted(await saveAs(at("eight.pingheng"), draftOf(1, { attachments: [paper] })));
    const kept = accepted(await keepDraft(file, work("甲", { attachments: [{ hash: paper.hash }, other] })));
    expect(accepted(await openModelFile(kept.path)).attachments).toHaveLength(2);
    const dropped = accepted(await keepDraft(kept, undefined));
    expect(accepted(await openModelFile(dropped.path)).attachments).toEqual([{ hash: paper.hash, bytes: scan.length }]);
  });

  it("leave no trace of their size once nothing names them", async () => {
    const file = accepted(await saveAs(at("nine.pingheng"), draftOf(1)));
    const bytes = Buffer.alloc(3_000_000, 7);
    const kept = accepted(await keepDraft(file, work("甲", { attachments: [{ hash: sha256(bytes), bytes }] })));
    expect(kept.bytes.length).toBeGreaterThan(3_000_000);
    expect(accepted(await keepDraft(kept, undefined)).bytes.length).toBeLessThan(200_000);
  });

  it.each([
    ["one", [limits.attachmentBytes + 1], "file.attachment_too_large"],
    ["all together", Array.from({ length: 7 }, () => limits.attachmentBytes), "file.attachments_too_large"],
  ] as const)("too large are refused: %s", async (name, sizes, code) => {
    const file = accepted(await saveAs(at(`${name}.pingheng`), draftOf(1)));
    const attachments = sizes.map((size, index) => ({ hash: `${index}`, bytes: new Uint8Array(size) }));
    expect(problemOf(await saveRevision(file, draftOf(2, { attachments }))).code).toBe(code);
  });

  it("that are named but nobody has are refused", async () => {
    const file = accepted(await saveAs(at("ten.pingheng"), draftOf(1)));
    const attachments = [{ hash: paper.hash }];
    expect(problemOf(await saveRevision(file, draftOf(2, { attachments }))).code).toBe("file.attachment_tampered");
  });

  it("that somebody changed, took out or planted are found and named", async () => {
    const file = accepted(await saveAs(at("eleven.pingheng"), draftOf(1, { attachments: [paper] })));
    const sound = readFileSync(file.path);
    const whole = { revision: null, whole: true };
    for (const sql of [
      "UPDATE attachment SET bytes = x'00'",
      "DELETE FROM attachment",
      "INSERT INTO attachment (hash, bytes) VALUES ('planted', x'00')",
      "UPDATE attachment SET hash = 'x'; UPDATE revision_attachment SET attachment = 'x'",
    ]) {
      const problem = problemOf(readStored(alteredFile(sql, sound), "eleven", whole));
      expect(["file.attachment_tampered", "file.tampered"], sql).toContain(problem.code);
    }
    expect(readStored(sound, "eleven", whole).ok).toBe(true);
  });
});
