import { randomBytes } from "node:crypto";
import { z } from "zod";
import { sha256 } from "../fingerprint.ts";
import { limits } from "../layout/limits.ts";
import { momentSchema } from "../layout/moment.ts";
import { EXCESS, packed, unpacked } from "../memory/packed.ts";
import type { Attachment, DraftToKeep, StoredDraft } from "../stored.ts";
import { sealed, unsealed } from "./aead.ts";
import { logIdBytes } from "./container.ts";
import { keyFor, type Vault } from "./vault.ts";

/**
 * The drafts of a locked file lie beside it, each appended to the ones before and sealed under a key of this log alone. A record says its
 * place in the log, so that none can be moved, and what a killed program left half written is told from a whole one.
 */
const magic = Buffer.from("PHNGDRFT", "latin1");
const version = 1;
const idAt = magic.length + 1;
export const logHeaderBytes = idAt + logIdBytes;
const lengthBytes = 4;
const purpose = "pingheng/draft/1";

/** A log as far as it is known to be on the drive. */
export interface DraftLog {
  readonly id: Uint8Array;
  /** Its whole records end here. */
  readonly bytes: number;
  readonly records: number;
  /** Attachments that are in it. */
  readonly attachments: ReadonlySet<string>;
}

export function emptyLog(): DraftLog {
  return { id: randomBytes(logIdBytes), bytes: logHeaderBytes, records: 0, attachments: new Set() };
}

export const logHeader = ({ id }: Pick<DraftLog, "id">): Buffer => Buffer.concat([magic, Buffer.of(version), id]);

/** Id of a log; undefined where the bytes are none that this program reads. */
export function logIdIn(bytes: Uint8Array): Uint8Array | undefined {
  const fits = magic.equals(bytes.subarray(0, magic.length)) && bytes[magic.length] === version;
  return fits && bytes.length >= logHeaderBytes ? bytes.slice(idAt, logHeaderBytes) : undefined;
}

const DRAFT = 1;
const ATTACHMENT = 2;

const draftSchema = z.strictObject({
  base: z.string(),
  since: momentSchema,
  at: momentSchema,
  author: z.string(),
  document: z.string(),
  history: z.array(z.strictObject({ stack: z.enum(["undo", "redo"]), step: z.string() })),
  attachments: z.array(z.string()),
});

/** What is to be appended for a draft: its attachments that are in neither file nor log, and itself. */
export function recordsFor(
  vault: Vault,
  log: DraftLog,
  base: string,
  { attachments = [], ...draft }: DraftToKeep,
): { readonly bytes: Buffer; readonly log: DraftLog } {
  const key = keyFor(vault, purpose, log.id);
  const fresh = attachments.flatMap(({ hash, bytes }) =>
    bytes === undefined || log.attachments.has(hash) ? [] : [{ hash, bytes }],
  );
  const said = JSON.stringify({ ...draft, base, attachments: attachments.map(({ hash }) => hash) });
  const plain = [
    ...fresh.map(({ bytes }) => Buffer.concat([Buffer.of(ATTACHMENT), bytes])),
    Buffer.concat([Buffer.of(DRAFT), packed(said, "quick")]),
  ];
  const records = plain.map((bytes, index) => record(sealed(key, bytes, beside(log, log.records + index))));
  const bytes = Buffer.concat(records);
  const known = new Set([...log.attachments, ...fresh.map(({ hash }) => hash)]);
  return {
    bytes,
    log: { ...log, bytes: log.bytes + bytes.length, records: log.records + records.length, attachments: known },
  };
}

function record(bytes: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** What a record is sealed beside: the log it belongs to, and its place in it. */
function beside(log: Pick<DraftLog, "id">, number: number): Buffer {
  const place = Buffer.alloc(lengthBytes);
  place.writeUInt32BE(number);
  return Buffer.concat([logHeader(log), place]);
}

/** The last draft of a log. */
export interface LoggedDraft extends StoredDraft {
  /** The revision it was made from. */
  readonly base: string;
  /** Those of its attachments that are in the log. */
  readonly attached: readonly Attachment[];
}

/** Reads a log up to the first record that is not whole: an earlier state of it, and never anything else than what was written. */
export function readLog(
  vault: Vault,
  bytes: Uint8Array,
): { readonly log: DraftLog; readonly draft: LoggedDraft } | undefined {
  const id = logIdIn(bytes);
  if (id === undefined) return undefined;
  const key = keyFor(vault, purpose, id);
  const attached = new Map<string, Uint8Array>();
  let log: DraftLog = { id, bytes: logHeaderBytes, records: 0, attachments: new Set() };
  let last: z.output<typeof draftSchema> | undefined;
  for (;;) {
    const end = endOfRecord(bytes, log.bytes);
    if (end === undefined) break;
    const plain = unsealed(key, bytes.subarray(log.bytes + lengthBytes, end), beside(log, log.records));
    if (plain === undefined) break;
    if (plain[0] === ATTACHMENT) {
      const body = plain.subarray(1);
      attached.set(sha256(body), body);
    } else last = draftIn(plain.subarray(1)) ?? last;
    log = { ...log, bytes: end, records: log.records + 1 };
  }
  if (last === undefined) return undefined;
  const own = last.attachments.flatMap((hash) => {
    const found = attached.get(hash);
    return found === undefined ? [] : [{ hash, bytes: found }];
  });
  return { log: { ...log, attachments: new Set(attached.keys()) }, draft: { ...last, attached: own } };
}

function endOfRecord(bytes: Uint8Array, start: number): number | undefined {
  if (start + lengthBytes > bytes.length) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(start);
  const end = start + lengthBytes + length;
  return end <= bytes.length ? end : undefined;
}

function draftIn(bytes: Buffer): z.output<typeof draftSchema> | undefined {
  const text = unpacked(bytes, limits.documentBytes + limits.historyBytes);
  if (text === undefined || text === EXCESS) return undefined;
  try {
    const parsed = draftSchema.safeParse(JSON.parse(text.text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
