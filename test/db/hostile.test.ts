import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutVersion } from "../../db/layout/identity.ts";
import { readStored } from "../../db/memory/read.ts";
import { openModelFile } from "../../db/model-file.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { alteredFile, disguised, foreignFile, soundFile, writeAheadFile } from "./support/hostile.ts";

const at = temporaryFolder();

function patched(patch: (bytes: Buffer) => void): Buffer {
  const bytes = soundFile();
  patch(bytes);
  return bytes;
}

const unsafeSchema = (sql: string) =>
  alteredFile(`PRAGMA writable_schema = ON; ${sql}; PRAGMA writable_schema = RESET`);

/** Smuggled past the column's type while the schema was changed for a moment. */
function blobInText(): Buffer {
  const loosen = "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'revision'";
  const tighten = "UPDATE sqlite_schema SET sql = sql || 'STRICT' WHERE name = 'revision'";
  const unlocked = (sql: string) => `PRAGMA writable_schema = ON; ${sql}; PRAGMA writable_schema = RESET`;
  return alteredFile(`${unlocked(loosen)}; UPDATE revision SET note = x'00ff'; ${unlocked(tighten)}`);
}

/** Name of the situation, the file, the code of the refusal. */
const files: readonly (readonly [string, () => Buffer | string, string])[] = [
  ["empty", () => "", "file.empty"],
  ["plain text", () => "你好, 平衡\n".repeat(100), "file.not_model"],
  ["JSON under the wrong name", () => '\ufeff {"format": "pingheng/model"}', "file.is_json"],
  ["only the magic bytes", () => "SQLite format 3\0", "file.truncated"],
  ["cut in the middle of a page", () => soundFile().subarray(0, 9_000), "file.truncated"],
  ["cut at a page boundary", () => soundFile().subarray(0, 8_192), "file.truncated"],
  ["bytes added at the end", () => Buffer.concat([soundFile(), Buffer.alloc(4096, 7)]), "file.damaged"],
  ["a database of another program", () => foreignFile("CREATE TABLE places (url TEXT)"), "file.foreign"],
  ["a future version", () => alteredFile(`PRAGMA user_version = ${layoutVersion + 1}`), "file.version_future"],
  ["the largest version there is", () => patched((b) => b.writeUInt32BE(0xffffffff, 60)), "file.version_future"],
  ["a version that never existed", () => alteredFile("PRAGMA user_version = 0"), "file.version_unknown"],
  ["write-ahead mode", () => patched((b) => b.fill(2, 18, 20)), "file.wal"],
  ["an impossible page size", () => patched((b) => b.writeUInt16BE(1000, 16)), "file.damaged"],
  ["another text encoding", () => patched((b) => b.writeUInt32BE(2, 56)), "file.damaged"],
  ["a page of noise", () => patched((b) => b.fill(0xa5, 4096, 8192)), "file.damaged"],
  ["a schema page of noise", () => patched((b) => b.fill(0xff, 100, 4096)), "file.damaged"],
  ["our marks without our tables", () => disguised("CREATE TABLE t (a)"), "file.schema_unknown"],
  ["our marks and nothing else", () => disguised("CREATE TABLE t (a); DROP TABLE t"), "file.schema_differs"],
  [
    "a trigger",
    () => alteredFile("CREATE TRIGGER spy AFTER INSERT ON revision BEGIN DELETE FROM graph; END"),
    "file.schema_unknown",
  ],
  ["a view", () => alteredFile("CREATE VIEW spy AS SELECT document FROM revision"), "file.schema_unknown"],
  ["an index", () => alteredFile("CREATE INDEX spy ON revision (note)"), "file.schema_unknown"],
  ["another table", () => alteredFile("CREATE TABLE spy (a)"), "file.schema_unknown"],
  ["a missing table", () => alteredFile("DROP TABLE history_step"), "file.schema_differs"],
  [
    "a table replaced by a view of the same name",
    () => alteredFile("DROP TABLE graph; CREATE VIEW graph AS SELECT 'a' AS hash, 'b' AS text"),
    "file.schema_unknown",
  ],
  [
    "a column with a generated value",
    () => alteredFile("ALTER TABLE head ADD COLUMN spy TEXT AS (hex(zeroblob(10)))"),
    "file.schema_differs",
  ],
  ["a virtual table", () => alteredFile("CREATE VIRTUAL TABLE spy USING fts5(a)"), "file.schema_unknown"],
  [
    "a table that takes any type",
    () => unsafeSchema("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'revision'"),
    "file.schema_differs",
  ],
  ["a blob where text belongs", () => blobInText(), "file.damaged"],
  ["no head", () => alteredFile("DELETE FROM head"), "file.content"],
  ["a head that is no revision", () => alteredFile("UPDATE head SET revision = 'none'"), "file.content"],
  ["a changed document", () => alteredFile("UPDATE revision SET document = '{}'"), "file.tampered"],
  ["a changed author", () => alteredFile("UPDATE revision SET author = '李四'"), "file.tampered"],
  ["a changed date", () => alteredFile("UPDATE revision SET created_at = '2020-01-01T00:00:00Z'"), "file.tampered"],
  ["a changed graph", () => alteredFile("UPDATE graph SET lines = packed('entity.cash = 1')"), "file.tampered"],
  ["a graph that is not packed", () => alteredFile("UPDATE graph SET lines = x'00ff00ff'"), "file.tampered"],
  ["a graph taken out", () => alteredFile("DELETE FROM graph"), "file.tampered"],
  ["changed inputs", () => alteredFile("UPDATE revision SET inputs = packed('{}')"), "file.tampered"],
  ["inputs taken out", () => alteredFile("UPDATE revision SET inputs = NULL"), "file.tampered"],
  [
    "inputs and their hash taken out",
    () => alteredFile("UPDATE revision SET inputs = NULL, inputs_hash = NULL"),
    "file.tampered",
  ],
  [
    "a graph that unpacks to more than anybody reads",
    () => alteredFile(`UPDATE graph SET lines = packed(printf('%.*c', ${65 * 1024 * 1024}, 'a'))`),
    "file.text_too_large",
  ],
  [
    "packed bytes too large to read",
    () => alteredFile(`UPDATE graph SET lines = zeroblob(${17 * 1024 * 1024})`),
    "file.text_too_large",
  ],
  ["a changed pack", () => alteredFile("UPDATE pack SET version = '1999'"), "file.tampered"],
  ["a pack taken out", () => alteredFile("DELETE FROM revision_pack"), "file.tampered"],
  ["a revision that is its own parent", () => alteredFile("UPDATE revision SET parent = id"), "file.tampered"],
  [
    "a document too large to read",
    () => alteredFile(`UPDATE revision SET document = printf('%.*c', ${33 * 1024 * 1024}, 'a')`),
    "file.text_too_large",
  ],
  [
    "a million undo steps",
    () =>
      alteredFile(
        "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 100020) INSERT INTO history_step SELECT i, 'undo', '1' FROM n",
      ),
    "file.too_many",
  ],
];

describe("a hostile, foreign or damaged file is refused with its reason and left untouched", () => {
  it.each(files)("%s", async (name, make, code) => {
    const path = at(`${name}.pingheng`);
    writeFileSync(path, make());
    const problem = problemOf(await untouched(path, () => openModelFile(path)));
    expect(problem.code).toBe(code);
    expect(problem.path).toBe(path);
    expect(problem.hint?.zh ?? problem.message.zh).not.toBe("");
  });

  it("left in the middle of a write-ahead log", async () => {
    const path = at("log.pingheng");
    writeAheadFile(path);
    const problem = problemOf(await untouched(path, () => openModelFile(path)));
    expect(problem.code).toBe("file.unfinished");
    expect(problem.message.en).toContain("log.pingheng-wal");
    rmSync(`${path}-wal`);
    expect(problemOf(await untouched(path, () => openModelFile(path))).code).toBe("file.wal");
  });

  it("left with another program's rollback journal", async () => {
    const path = at("journal.pingheng");
    writeFileSync(path, soundFile());
    writeFileSync(`${path}-journal`, "half a page");
    expect(problemOf(await untouched(path, () => openModelFile(path))).code).toBe("file.unfinished");
    writeFileSync(`${path}-journal`, "");
    expect((await openModelFile(path)).ok).toBe(true);
  });

  it("of four gigabytes, without reading it", async () => {
    const path = at("large.pingheng");
    const file = openSync(path, "w");
    ftruncateSync(file, 4 * 1024 ** 3);
    closeSync(file);
    const problem = problemOf(await openModelFile(path));
    expect(problem.code).toBe("file.too_large");
    expect(problem.message.en).toContain("4295.0 MB");
  });
});

describe("bytes that came without a file", () => {
  it("have the same limit of size", () => {
    const problem = problemOf(readStored(new Uint8Array(256 * 1024 * 1024 + 1), "upload"));
    expect(problem.code).toBe("file.too_large");
  });
});

describe("what is not a file at all", () => {
  it("is named for what it is", async () => {
    expect(problemOf(await openModelFile(at("nowhere.pingheng"))).code).toBe("disk.missing");
    expect(problemOf(await openModelFile(at("no folder/nowhere.pingheng"))).code).toBe("disk.missing");
    mkdirSync(at("folder.pingheng"));
    expect(problemOf(await openModelFile(at("folder.pingheng"))).code).toBe("disk.is_folder");
    expect(problemOf(await openModelFile(at("x".repeat(300)))).code).toBe("disk.name_too_long");
  });

  it.skipIf(process.platform === "win32")("a pipe is not waited for", async () => {
    const path = at("pipe.pingheng");
    execFileSync("mkfifo", [path]);
    expect(problemOf(await openModelFile(path)).code).toBe("disk.not_regular");
  });
});

describe("bytes changed at random", () => {
  it("never give a document other than the one that was saved, and never throw", () => {
    const sound = soundFile();
    const saved = readStored(sound, "sound");
    if (!saved.ok) throw new Error("the sound file is refused");
    let refused = 0;
    const change = fc.record({ at: fc.nat(sound.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Buffer.from(sound);
        for (const one of changes) bytes[one.at] = one.to;
        const result = readStored(bytes, "changed");
        if (!result.ok) refused += 1;
        else expect(result.value.revision).toEqual(saved.value.revision);
      }),
      { numRuns: 600, seed: 20260301 },
    );
    expect(refused).toBeGreaterThan(30);
  });

  it("cut anywhere, a file is refused", () => {
    const sound = soundFile();
    fc.assert(
      fc.property(fc.nat(sound.length - 1), (length) => {
        expect(readStored(sound.subarray(0, length), "cut").ok).toBe(false);
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});

describe("a path that means something to SQLite", () => {
  it.each([
    "file:evil?mode=memory.pingheng",
    ":memory:.pingheng",
    " 前后空格 .pingheng",
    "100%.pingheng",
    "'; --.pingheng",
  ])("%s is a name like any other", async (name) => {
    const path = at(name);
    writeFileSync(at("plain.pingheng"), soundFile());
    renameSync(at("plain.pingheng"), path);
    expect((await untouched(path, () => openModelFile(path))).ok).toBe(true);
  });
});

describe("the marks of a model file", () => {
  it("are what another SQLite program sees", () => {
    const database = new Database(soundFile(), { readonly: true });
    expect(database.pragma("application_id", { simple: true })).toBe(0x50484e47);
    expect(database.pragma("user_version", { simple: true })).toBe(4);
    database.close();
  });
});
