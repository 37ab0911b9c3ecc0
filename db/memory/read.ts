import type Database from "better-sqlite3";
import { diskProblem, fileProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { packHash, revisionId, sha256 } from "../fingerprint.ts";
import { limits } from "../layout/limits.ts";
import type { HistoryStep, PackText, Revision, RevisionInfo, StoredModel } from "../stored.ts";
import { openMemory, withSqliteProblems } from "./open.ts";
import { EXCESS, unpacked } from "./packed.ts";

interface HeadRow {
  readonly revision: string;
  readonly writtenBy: string;
}

const infoColumns =
  "id, parent, created_at AS createdAt, author, note, document_hash AS documentHash, graph_hash AS graphHash, inputs_hash AS inputsHash";

const knownShown = 5;

function packHashesByRevision(database: Database.Database): Map<string, string[]> {
  const rows = database
    .prepare<[], { revision: string; pack: string }>(
      "SELECT revision, pack FROM revision_pack ORDER BY revision, position",
    )
    .all();
  const hashes = new Map<string, string[]>();
  for (const { revision, pack } of rows) {
    const list = hashes.get(revision);
    if (list) list.push(pack);
    else hashes.set(revision, [pack]);
  }
  return hashes;
}

/** Every revision in order, each checked against its own fingerprint and against those before it. */
function readRevisions(database: Database.Database, path: string): Result<RevisionInfo[]> {
  const packs = packHashesByRevision(database);
  const rows = database
    .prepare<[], Omit<RevisionInfo, "packHashes">>(`SELECT ${infoColumns} FROM revision ORDER BY number`)
    .all();
  const seen = new Set<string>();
  const revisions: RevisionInfo[] = [];
  for (const row of rows) {
    const info = { ...row, packHashes: packs.get(row.id) ?? [] };
    const known = info.parent === null || seen.has(info.parent);
    if (!known || revisionId(info) !== info.id) return fail(fileProblem("tampered", { revision: info.id }, path));
    seen.add(info.id);
    revisions.push(info);
  }
  return succeed(revisions);
}

function readTexts(database: Database.Database, info: RevisionInfo, path: string): Result<Revision> {
  const text = (sql: string, key: string): string | undefined =>
    database.prepare<[string], string>(sql).pluck().get(key);
  const tampered = fail(fileProblem("tampered", { revision: info.id }, path));
  const document = text("SELECT document FROM revision WHERE id = ?", info.id);
  if (document === undefined || sha256(document) !== info.documentHash) return tampered;
  const graph = readPacked(database, "SELECT lines FROM graph WHERE hash = ?", info.graphHash, info.graphHash);
  const inputs = readPacked(database, "SELECT inputs FROM revision WHERE id = ?", info.id, info.inputsHash);
  if (graph === undefined || inputs === undefined) return tampered;
  if (graph === EXCESS || inputs === EXCESS) {
    const what = graph === EXCESS ? "graph.lines" : "revision.inputs";
    return fail(fileProblem("text_too_large", { what, bytes: limits.graphBytes, limit: limits.graphBytes }, path));
  }
  const packs: PackText[] = [];
  for (const hash of info.packHashes) {
    const pack = database.prepare<[string], PackText>("SELECT id, version, text FROM pack WHERE hash = ?").get(hash);
    if (pack === undefined || packHash(pack) !== hash) return tampered;
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

function readAll(
  database: Database.Database,
  bytes: Uint8Array,
  path: string,
  wanted: string | null,
): Result<StoredModel> {
  const head = database.prepare<[], HeadRow>("SELECT revision, written_by AS writtenBy FROM head WHERE only = 1").get();
  if (head === undefined) return fail(fileProblem("content", { what: "head: 0" }, path));
  const revisions = readRevisions(database, path);
  if (!revisions.ok) return revisions;
  if (!revisions.value.some((info) => info.id === head.revision)) {
    return fail(fileProblem("content", { what: `head → ${head.revision}` }, path));
  }
  const info = revisions.value.find(({ id }) => id === (wanted ?? head.revision));
  if (info === undefined) {
    const known = revisions.value.slice(-knownShown).map(({ id }) => id);
    return fail(diskProblem("revision_unknown", { revision: wanted ?? "", known }, path));
  }
  const revision = readTexts(database, info, path);
  if (!revision.ok) return revision;
  const history = database.prepare<[], HistoryStep>("SELECT stack, step FROM history_step ORDER BY position").all();
  return succeed({
    revision: revision.value,
    head: head.revision,
    revisions: revisions.value,
    history,
    writtenBy: head.writtenBy,
    bytes,
  });
}

/**
 * Reads a model file that is already in memory. SQLite parses the bytes in this process: files of unknown origin are
 * read through `db/guard` instead, which runs this in a process of its own.
 * @param path only named in problems
 * @param wanted id of a revision; null for the head
 */
export function readStored(bytes: Uint8Array, path: string, wanted: string | null): Result<StoredModel> {
  const opened = openMemory(bytes, path, { readonly: true });
  if (!opened.ok) return opened;
  try {
    return withSqliteProblems(path, () => readAll(opened.value, bytes, path, wanted));
  } finally {
    opened.value.close();
  }
}
