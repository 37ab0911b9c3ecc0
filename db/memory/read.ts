import type Database from "better-sqlite3";
import { diskProblem, fileProblem, type RevisionPart } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { brokenEntry, ENTRY_KINDS, type Entry } from "../chain/entries.ts";
import { packHash, revisionId, revisionPrint, sha256 } from "../fingerprint.ts";
import { limits } from "../layout/limits.ts";
import { isMoment, noMoment } from "../layout/moment.ts";
import type { HistoryStep, PackText, Revision, RevisionInfo, StoredModel } from "../stored.ts";
import { bytesOf, readAttachments } from "./attachments.ts";
import { readDraft } from "./draft.ts";
import { openMemory, withSqliteProblems } from "./open.ts";
import { miscounted } from "./order.ts";
import { EXCESS, unpacked } from "./packed.ts";
import { entryRows, revisionRows } from "./rows.ts";

interface HeadRow {
  readonly revision: string;
  readonly writtenBy: string;
  readonly chain: string;
}

const knownShown = 5;

const tampered = ({ id }: RevisionInfo, number: number, part: RevisionPart, path: string): Problem =>
  fileProblem("tampered", { revision: id, number, part }, path);

/** Every revision in order, each checked against its own fingerprint and against those before it. */
function readRevisions(database: Database.Database, path: string): Result<readonly RevisionInfo[]> {
  const revisions = revisionRows(database);
  const seen = new Set<string>();
  const unhashed = new Set(
    database.prepare("SELECT id FROM revision WHERE inputs_hash IS NULL AND inputs IS NOT NULL").pluck().all(),
  );
  for (const [index, info] of revisions.entries()) {
    const wrong = (part: RevisionPart) => fail(tampered(info, index + 1, part, path));
    const results = info.results === null ? null : sha256(info.results);
    if (index === 0 ? info.parent !== null : !seen.has(info.parent ?? "")) return wrong("parent");
    if (results !== info.resultsHash) return wrong("results");
    if (revisionId(info) !== info.id) return wrong("record");
    if (unhashed.has(info.id)) return wrong("inputs");
    if (!isMoment(info.createdAt)) return fail(noMoment("revision.created_at", info.createdAt, path));
    seen.add(info.id);
  }
  return succeed(revisions);
}

/** What happened to the file: a chain without a gap, in which every revision stands once, in order. */
function readEntries(
  database: Database.Database,
  revisions: readonly RevisionInfo[],
  chain: string,
  path: string,
): Result<readonly Entry[]> {
  const entries = entryRows(database);
  const broken = (entry: number) => fail(fileProblem("chain_broken", { entry }, path));
  const strange = entries.find(({ kind }) => !ENTRY_KINDS.includes(kind));
  if (strange !== undefined) return fail(fileProblem("content", { what: `entry: ${strange.kind}` }, path));
  const wrong = brokenEntry(entries);
  if (wrong !== undefined) return broken(wrong);
  const saved = entries.flatMap((entry, index) => (entry.kind === "revision" ? [{ ...entry, number: index + 1 }] : []));
  for (const [index, revision] of revisions.entries()) {
    const entry = saved[index];
    if (entry === undefined || !tellsOf(entry, revision)) return broken(entry?.number ?? entries.length + 1);
  }
  const [surplus] = saved.slice(revisions.length);
  if (surplus !== undefined) return broken(surplus.number);
  const timeless = entries.find(({ at }) => !isMoment(at));
  if (timeless !== undefined) return fail(noMoment("entry.at", timeless.at, path));
  return entries.at(-1)?.hash === chain ? succeed(entries) : broken(entries.length + 1);
}

const tellsOf = (entry: Entry, revision: RevisionInfo): boolean =>
  entry.revision === revision.id &&
  entry.content === revisionPrint(revision) &&
  entry.at === revision.createdAt &&
  entry.author === revision.author;

function readTexts(database: Database.Database, info: RevisionInfo, number: number, path: string): Result<Revision> {
  const text = (sql: string, key: string): string | undefined =>
    database.prepare<[string], string>(sql).pluck().get(key);
  const wrong = (part: RevisionPart) => fail(tampered(info, number, part, path));
  const document = text("SELECT document FROM revision WHERE id = ?", info.id);
  if (document === undefined || sha256(document) !== info.documentHash) return wrong("document");
  const graph = readPacked(database, "SELECT lines FROM graph WHERE hash = ?", info.graphHash, info.graphHash);
  const inputs = readPacked(database, "SELECT inputs FROM revision WHERE id = ?", info.id, info.inputsHash);
  if (graph === undefined) return wrong("lines");
  if (inputs === undefined) return wrong("inputs");
  if (graph === EXCESS || inputs === EXCESS) {
    const what = graph === EXCESS ? "graph.lines" : "revision.inputs";
    return fail(fileProblem("text_too_large", { what, bytes: limits.graphBytes, limit: limits.graphBytes }, path));
  }
  const packs: PackText[] = [];
  for (const hash of info.packHashes) {
    const pack = database.prepare<[string], PackText>("SELECT id, version, text FROM pack WHERE hash = ?").get(hash);
    if (pack === undefined || packHash(pack) !== hash) return wrong("pack");
    packs.push(pack);
  }
  return succeed({ ...info, document, graph: graph.text, inputs: inputs.text, packs });
}

/** A text kept deflated, as its hash says; null where there is none, undefined where it is another. */
function readPacked(
  database: Database.Database,
  sql: string,
  key: string | null,
  hash: string | null,
): { readonly text: string | null } | typeof EXCESS | undefined {
  if (hash === null) return { text: null };
  const bytes = database.prepare<[string | null], Buffer | null>(sql).pluck().get(key);
  const found = bytes == null ? undefined : unpacked(bytes, limits.graphBytes);
  if (found === undefined || found === EXCESS) return found;
  return sha256(found.text) === hash ? found : undefined;
}

/** Rows no revision has, by table and what names them. */
const SURPLUS: readonly (readonly [table: string, sql: string])[] = [
  ["graph", "SELECT hash FROM graph WHERE hash NOT IN (SELECT graph_hash FROM revision WHERE graph_hash IS NOT NULL)"],
  ["pack", "SELECT hash FROM pack WHERE hash NOT IN (SELECT pack FROM revision_pack)"],
  ["revision_pack", "SELECT revision FROM revision_pack WHERE revision NOT IN (SELECT id FROM revision)"],
  ["revision_attachment", "SELECT revision FROM revision_attachment WHERE revision NOT IN (SELECT id FROM revision)"],
];

/** Something put into the file beside what it holds: nobody looks at it, and it would travel along unseen. */
function surplusIn(database: Database.Database): { readonly table: string; readonly row: string } | undefined {
  for (const [table, sql] of SURPLUS) {
    const row = database.prepare<[], string>(`${sql} LIMIT 1`).pluck().get();
    if (row !== undefined) return { table, row };
  }
  return undefined;
}

/** What of a file is wanted. */
export interface Wanted {
  /** Id of a revision; null for the head. */
  readonly revision: string | null;
  /** The texts of every revision are held against their hashes, not only those of the one that is read. */
  readonly whole: boolean;
}

function readAll(
  database: Database.Database,
  bytes: Uint8Array,
  path: string,
  { revision: wanted, whole }: Wanted,
): Result<StoredModel> {
  const head = database
    .prepare<[], HeadRow>("SELECT revision, written_by AS writtenBy, chain FROM head WHERE only = 1")
    .get();
  if (head === undefined) return fail(fileProblem("content", { what: "head: 0" }, path));
  const revisions = readRevisions(database, path);
  if (!revisions.ok) return revisions;
  // An older state shown as the newest would hide what was done since.
  const newest = revisions.value.at(-1)?.id ?? "";
  if (head.revision !== newest)
    return fail(fileProblem("content", { what: `head → ${head.revision} ≠ ${newest}` }, path));
  const info = revisions.value.find(({ id }) => id === (wanted ?? head.revision));
  if (info === undefined) {
    const known = revisions.value.slice(-knownShown).map(({ id }) => id);
    return fail(diskProblem("revision_unknown", { revision: wanted ?? "", known }, path));
  }
  const entries = readEntries(database, revisions.value, head.chain, path);
  if (!entries.ok) return entries;
  const surplus = surplusIn(database);
  if (surplus !== undefined) return fail(fileProblem("surplus", surplus, path));
  const order = miscounted(database);
  if (order !== undefined) return fail(fileProblem("content", { what: order }, path));
  for (const [index, other] of (whole ? revisions.value : []).entries()) {
    const texts = readTexts(database, other, index + 1, path);
    if (!texts.ok) return texts;
  }
  const revision = readTexts(database, info, revisions.value.indexOf(info) + 1, path);
  if (!revision.ok) return revision;
  const draft = readDraft(database, head.revision, path);
  if (!draft.ok) return draft;
  const attachments = readAttachments(database, { revisions: revisions.value, draft: draft.value }, whole, path);
  if (!attachments.ok) return attachments;
  const history = database.prepare<[], HistoryStep>("SELECT stack, step FROM history_step ORDER BY position").all();
  return succeed({
    revision: revision.value,
    head: head.revision,
    revisions: revisions.value,
    history,
    writtenBy: head.writtenBy,
    draft: draft.value,
    attachments: attachments.value,
    entries: entries.value,
    bytes,
  });
}

/**
 * Reads a model file that is already in memory. SQLite parses the bytes in this process: files of unknown origin are
 * read through `db/guard` instead, which runs this in a process of its own.
 * @param path only named in problems
 */
export function readStored(
  bytes: Uint8Array,
  path: string,
  wanted: Wanted = { revision: null, whole: false },
): Result<StoredModel> {
  return inMemory(bytes, path, (database) => readAll(database, bytes, path, wanted));
}

/** The bytes of an attachment of a model file that is already in memory, checked against their hash. */
export function readAttachment(bytes: Uint8Array, path: string, hash: string): Result<Uint8Array> {
  return inMemory(bytes, path, (database) => {
    const found = bytesOf(database, hash);
    return found === undefined ? fail(fileProblem("attachment_tampered", { hash }, path)) : succeed(found);
  });
}

function inMemory<T>(bytes: Uint8Array, path: string, work: (database: Database.Database) => Result<T>): Result<T> {
  const opened = openMemory(bytes, path, { readonly: true });
  if (!opened.ok) return opened;
  try {
    return withSqliteProblems(path, () => work(opened.value));
  } finally {
    opened.value.close();
  }
}
