import type Database from "better-sqlite3";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { type ActDraft, actEntry } from "../chain/acts.ts";
import { type Entry, entryAfter } from "../chain/entries.ts";
import { type SealDraft, sealEntry } from "../chain/seal.ts";
import { packHash, revisionId, revisionPrint, sha256 } from "../fingerprint.ts";
import { limits } from "../layout/limits.ts";
import type { DraftToKeep, RevisionDraft, StoredDraft, StoredModel } from "../stored.ts";
import { attachmentProblem, dropUnnamed, insertAttachments, sizesIn } from "./attachments.ts";
import { writeDraft } from "./draft.ts";
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
  const attachmentHashes = (draft.attachments ?? []).map(({ hash }) => hash);
  const before = head?.revisions.find(({ id }) => id === parent);
  const same =
    before?.documentHash === documentHash &&
    before.graphHash === graphHash &&
    before.inputsHash === inputsHash &&
    before.packHashes.join() === packHashes.join() &&
    before.attachmentHashes.join() === attachmentHashes.join();
  if (before && same) return before.id;
  const { createdAt, author, note = "", results = null, writtenBy: program } = draft;
  const inputs = draft.inputs === undefined ? null : packed(draft.inputs);
  const resultsHash = results === null ? null : sha256(results);
  const words = { parent, createdAt, author, note };
  const print = { ...words, documentHash, graphHash, inputsHash, packHashes, resultsHash, program, attachmentHashes };
  const id = revisionId(print);
  database
    .prepare(
      "INSERT INTO revision (id, parent, created_at, author, note, document, document_hash, graph_hash, inputs_hash, inputs, results_hash, results, program) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      ...[id, parent, createdAt, author, note, draft.document],
      ...[documentHash, graphHash, inputsHash, inputs, resultsHash, results, program],
    );
  link(database, "pack", id, packHashes);
  link(database, "attachment", id, attachmentHashes);
  const content = revisionPrint(print);
  insertEntry(
    database,
    entryAfter(chainOf(database), { kind: "revision", at: createdAt, author, revision: id, content }),
  );
  return id;
}

function link(database: Database.Database, what: "pack" | "attachment", id: string, hashes: readonly string[]): void {
  const row = database.prepare(`INSERT INTO revision_${what} (revision, position, ${what}) VALUES (?, ?, ?)`);
  for (const [index, hash] of hashes.entries()) row.run(id, index + 1, hash);
}

/** Hash of the last entry. */
function chainOf(database: Database.Database): string | null {
  return database.prepare<[], string>("SELECT hash FROM entry ORDER BY number DESC LIMIT 1").pluck().get() ?? null;
}

function insertAll(database: Database.Database, draft: RevisionDraft, head: StoredModel | undefined): void {
  insertTexts(database, draft);
  insertAttachments(database, draft.attachments ?? []);
  const id = insertRevision(database, draft, head);
  database
    .prepare("INSERT OR REPLACE INTO head (only, revision, written_by, chain) VALUES (1, ?, ?, ?)")
    .run(id, draft.writtenBy, chainOf(database));
  // What was a draft is a revision now; what went on since is a draft of that.
  const going = draft.going && draftRow(draft.going);
  insertAttachments(database, draft.going?.attachments ?? []);
  writeDraft(database, id, going);
  dropUnnamed(database, going);
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
    if (sparse(database)) database.exec("VACUUM");
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Whether much of a file is pages nothing lies on, as after a large attachment was taken out. */
function sparse(database: Database.Database): boolean {
  const [free, all] = ["freelist_count", "page_count"].map((name) => Number(database.pragma(name, { simple: true })));
  return (free ?? 0) * SPARSE > (all ?? 0) && (free ?? 0) > FREE_PAGES;
}

/** A file is packed anew where more than one page in four is free, and more than these: drafts come and go on a few. */
const SPARSE = 4;
const FREE_PAGES = 256;

/**
 * The bytes of a model file that holds the draft as its newest revision.
 * @param base the file whose revisions come before it; absent for a new file
 * @returns what a reader of these bytes would see; a problem where the file would grow beyond what readers accept
 */
export function composeFile(draft: RevisionDraft, base: StoredModel | undefined, path: string): Result<StoredModel> {
  const excess =
    attachmentProblem(draft.attachments ?? [], base, path) ?? (draft.going && draftProblem(draft.going, base, path));
  if (excess) return fail(excess);
  const opened = base ? openMemory(base.bytes, path, { readonly: false }) : undefined;
  if (opened && !opened.ok) return opened;
  const database = opened?.value ?? createMemory();
  const bytes = serialize(database, () => insertAll(database, draft, base));
  // Read back what will be written: a file that its own reader refuses must never replace a good one.
  return readStored(bytes, path);
}

/** The same file with its head sealed. */
export const composeSealed = (draft: SealDraft, base: StoredModel, path: string): Result<StoredModel> =>
  composeEntered((previous) => sealEntry(previous, base.head, draft), base, path);

/** The same file with what the program did entered beside its head. */
export const composeAct = (draft: ActDraft, base: StoredModel, path: string): Result<StoredModel> =>
  composeEntered(() => actEntry(base.head, draft), base, path);

function composeEntered(
  entryOf: (previous: string | null) => Omit<Entry, "hash">,
  base: StoredModel,
  path: string,
): Result<StoredModel> {
  const opened = openMemory(base.bytes, path, { readonly: false });
  if (!opened.ok) return opened;
  const database = opened.value;
  const bytes = serialize(database, () => {
    const previous = chainOf(database);
    const entry = entryAfter(previous, entryOf(previous));
    insertEntry(database, entry);
    database.prepare("UPDATE head SET chain = ?").run(entry.hash);
  });
  return readStored(bytes, path);
}

/**
 * The same file with another draft, or none. What was read of it stays true, so that it is not read back as a whole: this happens while
 * somebody types.
 */
export function composeDraft(draft: DraftToKeep | undefined, base: StoredModel, path: string): Result<StoredModel> {
  const excess = draft && draftProblem(draft, base, path);
  if (excess) return fail(excess);
  const opened = openMemory(base.bytes, path, { readonly: false });
  if (!opened.ok) return opened;
  const database = opened.value;
  const kept = draft && draftRow(draft);
  let attachments = base.attachments;
  const bytes = serialize(database, () => {
    insertAttachments(database, draft?.attachments ?? []);
    writeDraft(database, base.head, kept);
    dropUnnamed(database, kept);
    attachments = sizesIn(database);
  });
  if (bytes.length > limits.fileBytes)
    return fail(fileProblem("too_large", { bytes: bytes.length, limit: limits.fileBytes }, path));
  return succeed({ ...base, draft: kept ?? null, attachments, bytes });
}

const draftRow = (draft: DraftToKeep): StoredDraft => ({
  ...draft,
  attachments: (draft.attachments ?? []).map(({ hash }) => hash),
});

/** A reader would refuse a file with such a draft, so that it is not written. */
function draftProblem(
  { document, history, attachments = [] }: DraftToKeep,
  base: StoredModel | undefined,
  path: string,
) {
  const steps = history.reduce((sum, { step }) => sum + Buffer.byteLength(step), 0);
  const sizes: readonly (readonly [string, number, number])[] = [
    ["draft.document", Buffer.byteLength(document), limits.documentBytes],
    ["draft.history", steps, limits.historyBytes],
  ];
  const large = sizes.find(([, bytes, limit]) => bytes > limit);
  if (large === undefined) return attachmentProblem(attachments, base, path);
  const [what, bytes, limit] = large;
  return fileProblem("text_too_large", { what, bytes, limit }, path);
}
