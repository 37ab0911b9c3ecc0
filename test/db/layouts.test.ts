import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { sealsOf } from "../../db/chain/seal.ts";
import { layoutVersion } from "../../db/layout/identity.ts";
import { keepDraft, openModelFile, saveRevision } from "../../db/model-file.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

/** A file saved by a program of that layout, kept as it was. */
function stored(version: number): string {
  const path = at(`layout-${version}.pingheng`);
  copyFileSync(new URL(`./fixtures/layout-${version}.pingheng`, import.meta.url), path);
  return path;
}

const versionOf = (path: string): number => readFileSync(path).readUInt32BE(60);

describe("a file of layout 1", () => {
  const ids = ["aac807962fcaa0fb", "5e4dbbb13c49ab8d"];

  it("opens with everything it held and is left as it was", async () => {
    const path = stored(1);
    const file = accepted(await untouched(path, () => openModelFile(path)));
    expect(file.revisions.map(({ id }) => id)).toEqual(ids);
    expect(file.head).toBe(ids[1]);
    expect(file.revision.graph).toMatch(/^\[\n\{"id":/);
    expect(file.revision.inputs).toBeNull();
    expect(file.revision.packs.length).toBeGreaterThan(0);
    expect(file.history).toHaveLength(1);
    expect(versionOf(path)).toBe(1);
    const first = accepted(await openModelFile(path, { revision: ids[0] ?? "" }));
    expect([first, file].map(({ revision }) => /"price": "(\d+)"/.exec(revision.document)?.[1])).toEqual(["60", "61"]);
  });

  it("goes on in today's layout with the next revision, and the earlier ones are the same", async () => {
    const path = stored(1);
    const before = accepted(await openModelFile(path));
    const saved = accepted(await saveRevision(before, draftOf(3)));
    expect(versionOf(path)).toBe(layoutVersion);
    expect(saved.revisions.slice(0, 2)).toEqual(before.revisions);
    const reread = accepted(await openModelFile(path, { revision: ids[1] ?? "" }));
    expect(reread.revision).toEqual(before.revision);
    expect(reread.revisions).toHaveLength(3);
  });

  it("is judged as strictly as today's", async () => {
    const path = at("altered.pingheng");
    const alter = (sql: string) => {
      const database = new Database(readFileSync(stored(1)));
      database.pragma("foreign_keys = OFF");
      database.exec(sql);
      writeFileSync(path, database.serialize());
      database.close();
    };
    for (const [sql, code] of [
      ["UPDATE graph SET text = '[]'", "file.tampered"],
      ["UPDATE revision SET author = 'x'", "file.tampered"],
      ["ALTER TABLE graph ADD COLUMN spy TEXT", "file.schema_differs"],
      ["CREATE TABLE spy (a)", "file.schema_unknown"],
      [`UPDATE graph SET text = printf('%.*c', ${65 * 1024 * 1024}, 'a')`, "file.text_too_large"],
      ["DELETE FROM graph", "file.damaged"],
    ] as const) {
      alter(sql);
      expect(problemOf(await openModelFile(path)).code, sql).toBe(code);
    }
  });
});

describe("a file of layout 2", () => {
  const ids = ["52e0f24be395ac7e", "37accb6db02ae594"];

  it("opens with everything it held and is left as it was", async () => {
    const path = stored(2);
    const file = accepted(await untouched(path, () => openModelFile(path, { whole: true })));
    expect(file.revisions.map(({ id }) => id)).toEqual(ids);
    expect(file.revision).toMatchObject({ author: "王工", results: null, program: null });
    expect(file.revision.inputs).toMatch(/^\{"format":"pingheng\/inputs"/);
    expect(file.writtenBy).toBe("pingheng 0.1.0");
    expect(file.history).toHaveLength(1);
    expect(versionOf(path)).toBe(2);
  });

  it("gets a chain of the revisions it held, to which the next is added", async () => {
    const path = stored(2);
    const before = accepted(await openModelFile(path));
    expect(before.entries.map(({ kind, revision }) => [kind, revision])).toEqual(ids.map((id) => ["revision", id]));
    const saved = accepted(await saveRevision(before, draftOf(3)));
    expect(saved.entries.slice(0, 2)).toEqual(before.entries);
    expect(accepted(await openModelFile(path)).entries).toEqual(saved.entries);
    expect(versionOf(path)).toBe(layoutVersion);
  });
});

describe("a file of layout 3", () => {
  const ids = ["e09bf0b5a0ba8a0e", "2faa24d4a74d9679"];

  it("opens with its chain and its seal, without a draft, and is left as it was", async () => {
    const path = stored(3);
    const file = accepted(await untouched(path, () => openModelFile(path, { whole: true })));
    expect(file.revisions.map(({ id }) => id)).toEqual(ids);
    expect(file.entries.map(({ kind }) => kind)).toEqual(["revision", "revision", "seal"]);
    expect(sealsOf(file.entries)).toMatchObject([{ author: "王工", signature: "valid", revision: ids[1] }]);
    expect(file).toMatchObject({ draft: null, attachments: [], writtenBy: "pingheng 0.1.0" });
    expect(file.revision.results).toContain("pingheng/results");
    expect(versionOf(path)).toBe(3);
  });

  it("takes a draft and goes on in today's layout; revisions, chain and seal are the same", async () => {
    const path = stored(3);
    const before = accepted(await openModelFile(path));
    const work = { since: "2026-12-01T08:00:00Z", at: "2026-12-01T08:01:00Z", author: "", document: "{}", history: [] };
    const kept = accepted(await keepDraft(before, work));
    expect(versionOf(path)).toBe(layoutVersion);
    const again = accepted(await openModelFile(path, { whole: true }));
    expect(again).toMatchObject({ revisions: before.revisions, entries: before.entries });
    expect(again.draft).toEqual({ ...work, attachments: [] });
    expect(sealsOf(again.entries)).toMatchObject([{ signature: "valid" }]);
    const saved = accepted(await saveRevision(kept, draftOf(3)));
    expect(saved.entries.slice(0, 3)).toEqual(before.entries);
  });
});
