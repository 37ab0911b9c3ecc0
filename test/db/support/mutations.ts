import { applicationId, layoutVersion } from "../../../db/layout/identity.ts";
import { alteredFile, foreignFile } from "./hostile.ts";
import type { Random } from "./random.ts";

type Mutation = (sound: Buffer, random: Random) => Buffer;

const pageBytes = 4096;

const patched = (sound: Buffer, patch: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(sound);
  patch(bytes);
  return bytes;
};

const flips: Mutation = (sound, random) =>
  patched(sound, (bytes) => {
    for (let count = 1 + random.below(8); count > 0; count -= 1) {
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    }
  });

/** Where SQLite keeps what it steers by: the header, and the first bytes of each page. */
const steering: Mutation = (sound, random) =>
  patched(sound, (bytes) => {
    const page = random.below(bytes.length / pageBytes);
    const at = page * pageBytes + random.below(page === 0 ? 140 : 24);
    bytes[at] = random.below(256);
  });

const truncation: Mutation = (sound, random) =>
  sound.subarray(
    0,
    random.below(3) === 0 ? random.below(sound.length / pageBytes) * pageBytes : random.below(sound.length),
  );

const swapped: Mutation = (sound, random) =>
  patched(sound, (bytes) => {
    const pages = bytes.length / pageBytes;
    const [one, other] = [1 + random.below(pages - 1), 1 + random.below(pages - 1)].map((page) => page * pageBytes);
    const first = Buffer.from(bytes.subarray(one, (one ?? 0) + pageBytes));
    bytes.copyWithin(one ?? 0, other ?? 0, (other ?? 0) + pageBytes);
    first.copy(bytes, other);
  });

/** A page that stands twice, or is noise from some place on. */
const overwritten: Mutation = (sound, random) =>
  patched(sound, (bytes) => {
    const pages = bytes.length / pageBytes;
    const page = random.below(pages) * pageBytes;
    const from = random.below(pageBytes);
    if (random.below(2) === 0)
      bytes.copyWithin(page, random.below(pages) * pageBytes, (random.below(pages) + 1) * pageBytes);
    else
      for (let at = page + from; at < Math.min(page + pageBytes, bytes.length); at += 1) bytes[at] = random.below(256);
  });

const schema =
  (sql: string): Mutation =>
  (sound) =>
    alteredFile(`PRAGMA writable_schema = ON; ${sql}; PRAGMA writable_schema = RESET`, sound);
const altered =
  (sql: string): Mutation =>
  (sound) =>
    alteredFile(sql, sound);

/** What somebody with a copy of SQLite would try. */
const planted: readonly Mutation[] = [
  altered("CREATE TRIGGER spy AFTER INSERT ON revision BEGIN DELETE FROM entry; END"),
  altered("CREATE VIEW peek AS SELECT * FROM head; CREATE TRIGGER spy INSTEAD OF UPDATE ON peek BEGIN SELECT 1; END"),
  altered("CREATE VIEW spy AS SELECT writefile('x', document) FROM revision"),
  altered("CREATE VIEW draft2 AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"),
  altered("DROP TABLE draft; CREATE VIEW draft AS SELECT 1 AS only, id AS base FROM revision"),
  altered("CREATE INDEX spy ON revision (hex(zeroblob(1000000)))"),
  altered("CREATE TABLE spy (a DEFAULT (abs(-9223372036854775808)))"),
  altered("ALTER TABLE attachment ADD COLUMN run TEXT DEFAULT 'x'"),
  altered("DROP TABLE attachment"),
  schema("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'draft'"),
  schema("UPDATE sqlite_schema SET sql = 'CREATE TABLE head (only, revision, written_by, chain)' WHERE name = 'head'"),
  schema("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'entry'"),
  schema("UPDATE sqlite_schema SET name = 'draft' WHERE name = 'pack'"),
  schema("INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, 'CREATE VIRTUAL TABLE x USING fts5(a)')"),
  altered("UPDATE draft SET document = zeroblob(17000000)"),
  altered("UPDATE draft SET document = packed(printf('%.*c', 40000000, 'a'))"),
  altered("UPDATE draft SET history = packed(printf('%.*c', 70000000, 'a'))"),
  altered("INSERT INTO attachment (hash, bytes) VALUES ('x', zeroblob(21000000))"),
  altered("INSERT INTO attachment (hash, bytes) VALUES ('x', x'4d5a9000')"),
  altered("UPDATE attachment SET bytes = x'4d5a9000'"),
  altered("UPDATE revision SET note = printf('%.*c', 100000, 'a')"),
  altered("UPDATE entry SET kind = 'award' WHERE number = 1"),
  altered("DELETE FROM entry WHERE number = 2"),
  altered("DELETE FROM revision_attachment"),
  altered("UPDATE draft SET base = (SELECT id FROM revision WHERE number = 1)"),
  altered("UPDATE draft SET attachments = '[\"../../etc/passwd\"]'"),
  altered("UPDATE head SET revision = (SELECT id FROM revision WHERE number = 1)"),
  () => foreignFile("CREATE TABLE places (url TEXT)", { application: applicationId, version: layoutVersion }),
  () =>
    foreignFile("CREATE TABLE draft (only); CREATE TABLE head (only)", {
      application: applicationId,
      version: layoutVersion,
    }),
];

/** A cell of some row becomes something else. */
const cell: Mutation = (sound, random) => {
  const [table = "", column = ""] = random.of(cells).split(".");
  const value = random.of(["x'00ff'", `${column} || 'x'`, "''", "NULL", "9e999", "printf('%.*c', 70000, '界')"]);
  return alteredFile(
    `UPDATE OR IGNORE ${table} SET ${column} = CASE WHEN typeof(${column}) = typeof(${value}) THEN ${value} ELSE ${column} END`,
    sound,
  );
};
const cells = [
  ...["id", "parent", "created_at", "author", "note", "document", "document_hash", "results"].map(
    (name) => `revision.${name}`,
  ),
  ...["hash", "kind", "at", "author", "revision", "content"].map((name) => `entry.${name}`),
  ...["base", "since", "at", "author", "hash", "document", "history", "attachments"].map((name) => `draft.${name}`),
  ...["attachment.hash", "attachment.bytes", "pack.text", "graph.lines", "head.chain", "history_step.step"],
];

const kinds: readonly (readonly [string, Mutation])[] = [
  ["flips", flips],
  ["steering", steering],
  ["truncation", truncation],
  ["swapped", swapped],
  ["overwritten", overwritten],
  ["cell", cell],
];

/** How many files there are of what somebody planted. */
export const plantedCount = planted.length;

/** Mutation number `index` of a sound file: first everything planted, then the kinds in turn. */
export function mutated(
  sound: Buffer,
  index: number,
  random: Random,
): { readonly kind: string; readonly bytes: Buffer } {
  const plant = planted[index];
  if (plant !== undefined) return { kind: `planted ${index}`, bytes: plant(sound, random) };
  const [kind, mutate] = random.of(kinds);
  return { kind, bytes: mutate(sound, random) };
}
