import type Database from "better-sqlite3";
import type { Result } from "../../models/wording/problem.ts";
import { entryAfter } from "../chain/entries.ts";
import { type SealDraft, sealEntry } from "../chain/seal.ts";
import { packHash, revisionId, revisionPrint, sha256 } from "../fingerprint.ts";
import type { RevisionDraft, StoredModel } from "../stored.ts";
import { createMemory, openMemory } from "./open.ts";
import { packed } from "./packed.ts";
import { readStored } from "./read.ts";
import { insertEntry } from "./rows.ts";

function insertTexts(database: Database.Database, draft: RevisionDraft): void {
  if (draft.graph !== undefined) {
    const hash = sha256(draft.graph);
    database.prepare("INSERT OR IGNORE INTO graph (hash, lines) VALUES (?, ?)").run(hash, packed(draft.graph));
  }
  const pack = database.prepare("INSERT OR IGNORE INTO pack (hash, id, version, text) VALUES (?, ?, ?, ?)");
  for (const entry of draft.packs ?? []) pack.run(packHash(entry), entry.id, entry.version, entry.text);
}

/** Adds the draft as a revision, unless the head already says the same; returns the id the file then stands at. */
function insertRevision(database: Database.Database, draft: RevisionDraft, head: StoredModel | undefined): string {
  const parent = head?.head ?? null;
  const documentHash = sha256(draft.document);
  const graphHash = draft.graph === undefined ? null : sha256(draft.graph);
  const inputsHash = draft.inputs === undefined ? null : sha256(draft.inputs);
  const packHashes = (draft.packs ?? []).map(packHash);
  const before = head?.revisions.find(({ id }) => id === parent);
  const same =
    before?.documentHash === documentHash &&
    before.graphHash === graphHash &&
    before.inputsHash === inputsHash &&
    before.packHashes.join() === packHashes.join();
  if (before && same) return before.id;
  const { createdAt, author, note = "", results = null, writtenBy: program } = draft;
  const inputs = draft.inputs === undefined ? null : packed(draft.inputs);
  const resultsHash = results === null ? null : sha256(results);
  const words = { parent, createdAt, author, note };
  const print = { ...words, documentHash, graphHash, inputsHash, packHashes, resultsHash, program };
  const id = revisionId(print);
  database
    .prepare(
      "INSERT INTO revision (id, parent, created_at, author, note, document, document_hash, graph_hash, inputs_hash, inputs, results_hash, results, program) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      ...[id, parent, createdAt, author, note, draft.document],
      ...[documentHash, graphHash, inputsHash, inputs, resultsHash, results, program],
    );
  const link = database.prepare("INSERT INTO revision_pack (revision, position, pack) VALUES (?, ?, ?)");
  for (const [index, hash] of packHashes.entries()) link.run(id, index + 1, hash);
  const content = revisionPrint(print);
  insertEntry(
    database,
    entryAfter(chainOf(database), { kind: "revision", at: createdAt, author, revision: id, content }),
  );
  return id;
}

/** Hash of the last entry. */
function chainOf(database: Database.Database): string | null {
  return database.prepare<[], string>("SELECT hash FROM entry ORDER BY number DESC LIMIT 1").pluck().get() ?? null;
}

function insertAll(database: Database.Database, draft: RevisionDraft, head: StoredModel | undefined): void {
  insertTexts(database, draft);
  const id = insertRevision(database, draft, head);
  database
    .prepare("INSERT OR REPLACE INTO head (only, revision, written_by, chain) VALUES (1, ?, ?, ?)")
    .run(id, draft.writtenBy, chainOf(database));
  database.exec("DELETE FROM history_step");
  const step = database.prepare("INSERT INTO history_step (position, stack, step) VALUES (?, ?, ?)");
  for (const [index, entry] of (draft.history ?? []).entries()) step.run(index + 1, entry.stack, entry.step);
}

/** The bytes of a database after some work in it, which is closed with it. */
function serialize(database: Database.Database, work: () => void): Uint8Array {
  try {
    // Undone work must not linger in the free pages of a file that is sent to others.
    database.pragma("secure_delete = ON");
    database.transaction(work)();
    return database.serialize();
  } finally {
    database.close();
  }
}

/**
 * The bytes of a model file that holds the draft as its newest revision.
 * @param base the file whose revisions come before it; absent for a new file
 * @returns what a reader of these bytes would see; a problem where the file would grow beyond what readers accept
 */
export function composeFile(draft: RevisionDraft, base: StoredModel | undefined, path: string): Result<StoredModel> {
  const opened = base ? openMemory(base.bytes, path, { readonly: false }) : undefined;
  if (opened && !opened.ok) return opened;
  const database = opened?.value ?? createMemory();
  const bytes = serialize(database, () => insertAll(database, draft, base));
  // Read back what will be written: a file that its own reader refuses must never replace a good one.
  return readStored(bytes, path);
}

/** The same file with its head sealed. */
export function composeSealed(draft: SealDraft, base: StoredModel, path: string): Result<StoredModel> {
  const opened = openMemory(base.bytes, path, { readonly: false });
  if (!opened.ok) return opened;
  const database = opened.value;
  const bytes = serialize(database, () => {
    const previous = chainOf(database);
    const entry = entryAfter(previous, sealEntry(previous, base.head, draft));
    insertEntry(database, entry);
    database.prepare("UPDATE head SET chain = ?").run(entry.hash);
  });
  return readStored(bytes, path);
}
