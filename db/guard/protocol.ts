import { z } from "zod";
import type { Result } from "../../models/wording/problem.ts";
import { ENTRY_KINDS } from "../chain/entries.ts";
import type { StoredModel } from "../stored.ts";

/** What the reading process is asked: a file by its path, or bytes that came some other way under a name. */
export interface GuardRequest {
  readonly path: string;
  readonly bytes: Uint8Array | null;
  /** Id of a revision; null for the head. */
  readonly revision: string | null;
  /** Every revision is checked, not only the one that is read. */
  readonly whole: boolean;
  /** Hash of an attachment, whose bytes are asked for instead of everything else. */
  readonly attachment?: string;
}

const request = z.strictObject({
  path: z.string(),
  bytes: z.instanceof(Uint8Array).nullable(),
  revision: z.string().nullable(),
  whole: z.boolean(),
  attachment: z.string().exactOptional(),
});

const text = z.strictObject({ zh: z.string(), en: z.string() });

const problem = z.strictObject({
  code: z.string(),
  message: text,
  path: z.string(),
  hint: text.exactOptional(),
});

const info = {
  id: z.string(),
  parent: z.string().nullable(),
  createdAt: z.string(),
  author: z.string(),
  note: z.string(),
  documentHash: z.string(),
  graphHash: z.string().nullable(),
  inputsHash: z.string().nullable(),
  packHashes: z.array(z.string()),
  attachmentHashes: z.array(z.string()),
  resultsHash: z.string().nullable(),
  results: z.string().nullable(),
  program: z.string().nullable(),
};

const entry = z.strictObject({
  hash: z.string(),
  kind: z.enum(ENTRY_KINDS),
  at: z.string(),
  author: z.string(),
  revision: z.string(),
  content: z.string(),
});

const history = z.array(z.strictObject({ stack: z.enum(["undo", "redo"]), step: z.string() }));

const draft = z.strictObject({
  since: z.string(),
  at: z.string(),
  author: z.string(),
  document: z.string(),
  history,
  attachments: z.array(z.string()),
});

const stored = z.strictObject({
  revision: z.strictObject({
    ...info,
    document: z.string(),
    graph: z.string().nullable(),
    inputs: z.string().nullable(),
    packs: z.array(z.strictObject({ id: z.string(), version: z.string(), text: z.string() })),
  }),
  head: z.string(),
  revisions: z.array(z.strictObject(info)),
  history,
  writtenBy: z.string(),
  entries: z.array(entry),
  draft: draft.nullable(),
  attachments: z.array(z.strictObject({ hash: z.string(), bytes: z.int().min(0) })),
  bytes: z.instanceof(Uint8Array),
});

const refusal = z.strictObject({ ok: z.literal(false), problems: z.array(problem).min(1) });
const answer = z.discriminatedUnion("ok", [z.strictObject({ ok: z.literal(true), value: stored }), refusal]);
const bytesAnswer = z.discriminatedUnion("ok", [
  z.strictObject({ ok: z.literal(true), value: z.instanceof(Uint8Array) }),
  refusal,
]);

/** Checks a message that reached the reading process; throws where it is none of ours. */
export function requestIn(message: unknown): GuardRequest {
  return request.parse(message);
}

/**
 * Checks what came back. A hostile file may have taken over the process that read it, so that its answer is not
 * believed to have the right shape.
 */
export function answerIn(message: unknown): Result<StoredModel> | undefined {
  const parsed = answer.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}

/** The same of an attachment asked for. */
export function attachmentIn(message: unknown): Result<Uint8Array> | undefined {
  const parsed = bytesAnswer.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
