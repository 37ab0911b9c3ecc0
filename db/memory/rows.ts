import type Database from "better-sqlite3";
import type { Entry } from "../chain/entries.ts";
import type { RevisionInfo } from "../stored.ts";

const columns =
  "id, parent, created_at AS createdAt, author, note, document_hash AS documentHash, graph_hash AS graphHash, inputs_hash AS inputsHash, results_hash AS resultsHash, results, program";

/** Every revision without its texts, in the order in which they were saved. */
export function revisionRows(database: Database.Database): readonly RevisionInfo[] {
  const packs = hashesByRevision(database, "pack");
  const attachments = hashesByRevision(database, "attachment");
  return database
    .prepare<[], Omit<RevisionInfo, "packHashes" | "attachmentHashes">>(
      `SELECT ${columns} FROM revision ORDER BY number`,
    )
    .all()
    .map((row) => ({
      ...row,
      packHashes: packs.get(row.id) ?? [],
      attachmentHashes: attachments.get(row.id) ?? [],
    }));
}

/** What revisions rest on, in order. Before layout 4 there were no attachments. */
function hashesByRevision(
  database: Database.Database,
  what: "pack" | "attachment",
): ReadonlyMap<string, readonly string[]> {
  const table = `revision_${what}`;
  const there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(table) !== undefined;
  const rows = there
    ? database
        .prepare<[], { revision: string; hash: string }>(
          `SELECT revision, ${what} AS hash FROM ${table} ORDER BY revision, position`,
        )
        .all()
    : [];
  const hashes = new Map<string, string[]>();
  for (const { revision, hash } of rows) {
    const list = hashes.get(revision);
    if (list) list.push(hash);
    else hashes.set(revision, [hash]);
  }
  return hashes;
}

/** Every entry, in order. */
export function entryRows(database: Database.Database): readonly Entry[] {
  return database
    .prepare<[], Entry>("SELECT hash, kind, at, author, revision, content FROM entry ORDER BY number")
    .all();
}

export function insertEntry(database: Database.Database, entry: Entry): void {
  const { hash, kind, at, author, revision, content } = entry;
  database
    .prepare("INSERT INTO entry (hash, kind, at, author, revision, content) VALUES (?, ?, ?, ?, ?, ?)")
    .run(hash, kind, at, author, revision, content);
}
