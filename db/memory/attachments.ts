import type Database from "better-sqlite3";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { sha256 } from "../fingerprint.ts";
import { limits } from "../layout/limits.ts";
import type { Attachment, RevisionInfo, StoredDraft, StoredModel } from "../stored.ts";

type Sizes = StoredModel["attachments"];

/** Of every attachment. */
export const sizesIn = (database: Database.Database): Sizes =>
  database.prepare<[], Sizes[number]>("SELECT hash, octet_length(bytes) AS bytes FROM attachment ORDER BY hash").all();

/**
 * The attachments of a file: every one that a revision or the draft names is there, and nothing else.
 * @param whole holds their bytes against their hashes too
 */
export function readAttachments(
  database: Database.Database,
  named: { readonly revisions: readonly RevisionInfo[]; readonly draft: StoredDraft | null },
  whole: boolean,
  path: string,
): Result<Sizes> {
  const wrong = (hash: string) => fail(fileProblem("attachment_tampered", { hash }, path));
  const sizes = sizesIn(database);
  const there = new Set(sizes.map(({ hash }) => hash));
  const wanted = namedIn(named);
  for (const hash of wanted) if (!there.has(hash)) return wrong(hash);
  for (const hash of there)
    if (!wanted.has(hash) || (whole && bytesOf(database, hash) === undefined)) return wrong(hash);
  return succeed(sizes);
}

const namedIn = ({ revisions, draft }: Parameters<typeof readAttachments>[1]): ReadonlySet<string> =>
  new Set([...revisions.flatMap(({ attachmentHashes }) => attachmentHashes), ...(draft?.attachments ?? [])]);

/** The bytes of an attachment; undefined where there is none, or it is not what its hash says. */
export function bytesOf(database: Database.Database, hash: string): Buffer | undefined {
  const bytes = database.prepare<[string], Buffer>("SELECT bytes FROM attachment WHERE hash = ?").pluck().get(hash);
  return bytes !== undefined && sha256(bytes) === hash ? bytes : undefined;
}

/** Puts in those that bring their bytes. The caller has measured them. */
export function insertAttachments(database: Database.Database, attachments: readonly Attachment[]): void {
  const insert = database.prepare("INSERT OR IGNORE INTO attachment (hash, bytes) VALUES (?, ?)");
  for (const { hash, bytes } of attachments) if (bytes !== undefined) insert.run(hash, bytes);
}

/** Takes out what nothing names any longer. */
export function dropUnnamed(database: Database.Database, draft: StoredDraft | undefined): void {
  const kept = new Set(draft?.attachments ?? []);
  const unnamed = database
    .prepare<[], string>("SELECT hash FROM attachment WHERE hash NOT IN (SELECT attachment FROM revision_attachment)")
    .pluck()
    .all();
  const remove = database.prepare("DELETE FROM attachment WHERE hash = ?");
  for (const hash of unnamed) if (!kept.has(hash)) remove.run(hash);
}

/** Why attachments cannot be put into a file: one is too large, all are, or one is not what its hash says. */
export function attachmentProblem(attachments: readonly Attachment[], base: StoredModel | undefined, path: string) {
  const known = new Map((base?.attachments ?? []).map(({ hash, bytes }) => [hash, bytes]));
  let total = 0;
  for (const { hash, bytes } of attachments) {
    const size = bytes?.length ?? known.get(hash);
    if (size === undefined) return fileProblem("attachment_tampered", { hash }, path);
    total += size;
    const limit = limits.attachmentBytes;
    if (size > limit) return fileProblem("attachment_too_large", { bytes: size, limit }, path);
  }
  const limit = limits.allAttachmentsBytes;
  return total > limit ? fileProblem("attachments_too_large", { bytes: total, limit }, path) : undefined;
}
