import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { entryAfter } from "../../db/chain/entries.ts";
import { revisionId, sha256 } from "../../db/fingerprint.ts";
import { packed, unpacked } from "../../db/memory/packed.ts";
import { readStored } from "../../db/memory/read.ts";
import { composeAct, composeDraft, composeFile } from "../../db/memory/write.ts";
import type { RevisionDraft, StoredModel } from "../../db/stored.ts";
import type { Result } from "../../models/wording/problem.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { alteredFile } from "./support/hostile.ts";
import { accepted } from "./support/result.ts";

const hidden = `x'${Buffer.from(" HIDDEN WORDS 13800000000 ").toString("hex")}'`;
const whole = { revision: null, whole: true };
const at = "2026-04-01T08:00:00Z";
const work = { since: at, at, author: "", document: "{}", history: [{ stack: "undo" as const, step: "{}" }] };

/** Three revisions with two packs and two attachments each, an act, steps of undo and a draft. */
function full(more: Partial<RevisionDraft> = {}): StoredModel {
  const attachments = ["one", "two"].map((text) => ({ hash: sha256(text), bytes: Buffer.from(text) }));
  const packs = ["a", "b"].map((id) => ({ id, version: "1", text: "{}" }));
  let file: StoredModel | undefined;
  for (const number of [1, 2, 3])
    file = accepted(composeFile(draftOf(number, { attachments, packs, ...more }), file, "a"));
  if (file === undefined) throw new Error("three were composed");
  const act = { at, author: "王工", what: "bid/opened", of: `sha256:${sha256("bid")}` };
  return accepted(composeDraft({ ...work, attachments }, accepted(composeAct(act, file, "a")), "a"));
}

const sound = Buffer.from(full().bytes);
const readAfter = (sql: string, file = sound): Result<StoredModel> => readStored(alteredFile(sql, file), "a", whole);

describe("bytes behind the end of a packed text", () => {
  it("are no part of it", () => {
    for (const text of ["", "a", "平".repeat(70_000)])
      for (const tail of [[], [0], [...Buffer.from("HIDDEN".repeat(9000))]]) {
        const read = unpacked(Buffer.concat([packed(text), Buffer.from(tail)]), 1_000_000);
        expect(read).toEqual(tail.length === 0 ? { text } : undefined);
      }
    expect(unpacked(Buffer.concat([deflateRawSync("a"), deflateRawSync("b")]), 99)).toBeUndefined();
  });

  it("are refused wherever the file keeps such a text", () => {
    expect(readStored(sound, "a", whole).ok).toBe(true);
    for (const [table, column, code] of [
      ["graph", "lines", "file.tampered"],
      ["revision", "inputs", "file.tampered"],
      ["draft", "document", "file.draft_tampered"],
      ["draft", "history", "file.draft_tampered"],
    ]) {
      const read = readAfter(`UPDATE ${table} SET ${column} = CAST(${column} || ${hidden} AS BLOB)`);
      expect(problemOf(read).code, `${table}.${column}`).toBe(code);
    }
  });
});

describe("bytes that no hash covers", () => {
  it("are refused, whichever revision has them", () => {
    const { graph: _lines, inputs: _values, ...bare } = draftOf(1);
    const first = accepted(composeFile(bare, undefined, "a"));
    const second = accepted(composeFile({ ...bare, document: "{}" }, first, "a"));
    const bytes = Buffer.from(second.bytes);
    for (const number of [1, 2]) {
      const sql = `UPDATE revision SET inputs = ${hidden} WHERE number = ${number}`;
      expect(problemOf(readAfter(sql, bytes)).code).toBe("file.tampered");
      expect(problemOf(readStored(alteredFile(sql, bytes), "a")).code).toBe("file.tampered");
    }
    expect(readStored(bytes, "a", whole).ok).toBe(true);
  });
});

describe("numbers of what is kept in order", () => {
  it("are 1, 2, 3 and so on, in every table", () => {
    for (const [table, column] of [
      ["revision", "number"],
      ["entry", "number"],
      ["history_step", "position"],
      ["revision_pack", "position"],
      ["revision_attachment", "position"],
    ])
      for (const sql of [
        `UPDATE ${table} SET ${column} = ${column} + 100`,
        `UPDATE ${table} SET ${column} = ${column} - 1`,
        `UPDATE ${table} SET ${column} = -7 WHERE ${column} = 1`,
        `UPDATE ${table} SET ${column} = 13800000000 WHERE ${column} = (SELECT max(${column}) FROM ${table})`,
      ])
        expect(problemOf(readAfter(sql)).code, sql).toBe("file.content");
  });

  it("are so in every file of an earlier layout, which opens", () => {
    for (const layout of [1, 2, 3]) {
      const bytes = readFileSync(new URL(`./fixtures/layout-${layout}.pingheng`, import.meta.url));
      expect(readStored(bytes, "a", whole).ok).toBe(true);
      expect(problemOf(readAfter("UPDATE revision SET number = number + 9", bytes)).code).toBe("file.content");
    }
  });
});

/** What a time is written as, and what it is not. */
const TIMES = ["2026-03-04T05:06:07Z", "2026-03-04T05:06:07.089Z", "2024-02-29T23:59:59Z"];
const NO_TIMES = [
  ...["not a date", "", "2026-03-04", "2026-03-04T05:06Z", "2026-03-04T05:06:07", "2026-03-04T05:06:07+08:00"],
  ...["2026-02-30T05:06:07Z", "2026-03-04T25:06:07Z", "2026-03-04T05:06:07.1380000000Z", " 2026-03-04T05:06:07Z"],
  ...["2026-03-04T05:06:07Z\n", "2026-03-04T05:06:07Zx", "２０２６-03-04T05:06:07Z"],
];

describe("times", () => {
  const base = accepted(composeFile(draftOf(1), undefined, "a"));

  it("of a revision are ISO 8601 in UTC, however well the chain is made up", () => {
    const read = (createdAt: string) => composeFile(draftOf(1, { createdAt }), undefined, "a");
    for (const time of TIMES) expect(accepted(read(time)).revisions[0]?.createdAt).toBe(time);
    for (const time of NO_TIMES) expect(problemOf(read(time)).code, time).toBe("file.content");
  });

  it("of an entry too", () => {
    const read = (time: string) =>
      composeAct({ at: time, author: "", what: "bid/opened", of: `sha256:${sha256("bid")}` }, base, "a");
    for (const time of TIMES) expect(read(time).ok, time).toBe(true);
    for (const time of NO_TIMES) expect(problemOf(read(time)).code, time).toBe("file.content");
  });

  it("of a draft too", () => {
    const row = base.head;
    const of = (since: string, last: string) => {
      const [history, attachments] = ["[]", "[]"];
      const hash = sha256(JSON.stringify([row, since, last, "", "{}", history, attachments]));
      const values = [row, since, last, "", hash].map((value) => `'${value}'`).join(", ");
      const sql = `INSERT INTO draft VALUES (1, ${values}, packed('{}'), packed('${history}'), '${attachments}')`;
      return readAfter(sql, Buffer.from(base.bytes));
    };
    for (const time of TIMES) expect(of(time, time).ok, time).toBe(true);
    for (const time of NO_TIMES)
      for (const read of [of(time, at), of(at, time)]) expect(problemOf(read).code, time).toBe("file.content");
  });

  it("of a draft that nobody could read again are not written", () => {
    expect(() => composeDraft({ ...work, since: "yesterday" }, base, "a")).toThrow("since");
  });
});

describe("an entry that tells of a saved revision", () => {
  it("names who saved it and when, as the revision itself does", () => {
    const { revisions, entries } = accepted(composeFile(draftOf(1), undefined, "a"));
    const [revision, entry] = [revisions[0], entries[0]];
    if (revision === undefined || entry === undefined) throw new Error("one of each");
    expect(revisionId(revision)).toBe(entry.revision);
    for (const other of [{ author: "somebody else" }, { at: "2001-01-01T00:00:00Z" }]) {
      const forged = entryAfter(null, { ...entry, ...other });
      const sql = `UPDATE entry SET hash = '${forged.hash}', author = '${forged.author}', at = '${forged.at}'; UPDATE head SET chain = '${forged.hash}'`;
      const read = readAfter(sql, Buffer.from(accepted(composeFile(draftOf(1), undefined, "a")).bytes));
      expect(problemOf(read).code).toBe("file.chain_broken");
    }
  });
});
