import type Database from "better-sqlite3";
import { z } from "zod";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { sha256 } from "../fingerprint.ts";
import { limits } from "../layout/limits.ts";
import { isMoment, noMoment } from "../layout/moment.ts";
import type { StoredDraft } from "../stored.ts";
import { EXCESS, packed, unpacked } from "./packed.ts";

const stepsSchema = z.array(z.strictObject({ stack: z.enum(["undo", "redo"]), step: z.string() }));
const hashesSchema = z.array(z.string());

interface DraftRow {
  readonly base: string;
  readonly since: string;
  readonly at: string;
  readonly author: string;
  readonly hash: string;
  readonly document: Buffer;
  readonly history: Buffer;
  readonly attachments: string;
}

/** A draft as its row keeps it: made of the texts once, so that hash and row agree. */
type Words = Omit<DraftRow, "hash" | "document" | "history"> & { readonly document: string; readonly history: string };

const draftHash = ({ base, since, at, author, document, history, attachments }: Words): string =>
  sha256(JSON.stringify([base, since, at, author, document, history, attachments]));

/**
 * Replaces the draft of a file; none where it is undefined.
 * @param base id of the revision it was made from
 */
export function writeDraft(database: Database.Database, base: string, draft: StoredDraft | undefined): void {
  database.exec("DELETE FROM draft");
  if (draft === undefined) return;
  const { since, at, author, document } = draft;
  // The file could not be read again.
  if (!isMoment(since) || !isMoment(at)) throw new Error(`a draft since ${since}, of ${at}`);
  const history = JSON.stringify(draft.history);
  const attachments = JSON.stringify(draft.attachments);
  const hash = draftHash({ base, since, at, author, document, history, attachments });
  database
    .prepare(
      "INSERT INTO draft (only, base, since, at, author, hash, document, history, attachments) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(base, since, at, author, hash, packed(document, "quick"), packed(history, "quick"), attachments);
}

/** The draft of a file, checked against its own hash; null where there is none. */
export function readDraft(database: Database.Database, head: string, path: string): Result<StoredDraft | null> {
  const row = database
    .prepare<[], DraftRow>("SELECT base, since, at, author, hash, document, history, attachments FROM draft")
    .get();
  if (row === undefined) return succeed(null);
  const wrong = fail(fileProblem("draft_tampered", {}, path));
  const [document, history] = [
    unpacked(row.document, limits.documentBytes),
    unpacked(row.history, limits.historyBytes),
  ];
  if (document === undefined || history === undefined || row.base !== head) return wrong;
  if (document === EXCESS || history === EXCESS) {
    const [what, limit] =
      document === EXCESS ? ["draft.document", limits.documentBytes] : ["draft.history", limits.historyBytes];
    return fail(fileProblem("text_too_large", { what: `${what}`, bytes: Number(limit), limit: Number(limit) }, path));
  }
  if (draftHash({ ...row, document: document.text, history: history.text }) !== row.hash) return wrong;
  const steps = jsonOf(history.text, stepsSchema);
  const attachments = jsonOf(row.attachments, hashesSchema);
  if (steps === undefined || attachments === undefined) return wrong;
  const { since, at, author } = row;
  if (!isMoment(since)) return fail(noMoment("draft.since", since, path));
  if (!isMoment(at)) return fail(noMoment("draft.at", at, path));
  return succeed({ since, at, author, document: document.text, history: steps, attachments });
}

function jsonOf<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
