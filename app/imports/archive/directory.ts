import type { Arguments } from "../../../models/wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../../models/wording/problem.ts";
import { CENTRAL, CENTRAL_BYTES, END, END_BYTES } from "../../exports/word/zipFormat.ts";
import { LIMITS, RATIO_FROM_BYTES, RATIO_MAX } from "../limits.ts";

/** What can be wrong with any archive. */
type ArchiveFault = "not_xlsx" | "damaged" | "too_large" | "bomb" | "hostile_name" | "declaration";

/** Says it in the words of who reads the file. */
export type ArchiveSay = (code: ArchiveFault, file: string, args?: Arguments) => Problem;

/** A file inside an archive, as the archive's directory has it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const COMMENT_MAX = 0xffff;
const ENCRYPTED = 1;
/** Sizes beyond 32 bits stand elsewhere; no sheet of entries is that large. */
const ELSEWHERE = 0xffffffff;

/** The directory of a zip archive, judged before anything is unpacked: sizes, ratios, names. */
export function directoryOf(bytes: Buffer, file: string, say: ArchiveSay): Result<ReadonlyMap<string, ArchiveEntry>> {
  if (bytes.length > LIMITS.fileBytes)
    return fail(say("too_large", file, { what: BYTES, found: bytes.length, limit: LIMITS.fileBytes }));
  const end = endOf(bytes);
  if (end === undefined) return fail(say("not_xlsx", file));
  const count = bytes.readUInt16LE(end + 10);
  if (count > LIMITS.entries) return fail(say("too_large", file, { what: FILES, found: count, limit: LIMITS.entries }));
  const entries = new Map<string, ArchiveEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      return fail(say("damaged", file, { part: "zip" }));
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    const entry: ArchiveEntry = {
      name,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    };
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return fail(say("not_xlsx", file));
    if (isHostileName(name)) return fail(say("hostile_name", file, { part: printable(name) }));
    if (entry.packed === ELSEWHERE || entry.unpacked === ELSEWHERE || entry.offset === ELSEWHERE || entries.has(name))
      return fail(say("damaged", file, { part: printable(name) }));
    entries.set(name, entry);
    at += CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return judged(entries, bytes.length, file, say);
}

const BYTES = { zh: "字节", en: "bytes" };
const FILES = { zh: "内含文件数", en: "files inside" };

function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - COMMENT_MAX); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}

/** Names that lead out of the archive, or that no program writes. */
const isHostileName = (name: string): boolean =>
  name === "" || /^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split("/").includes("..");

const NAME_SHOWN = 80;
const printable = (name: string): string => name.replace(/\p{C}/gu, "?").slice(0, NAME_SHOWN);

function judged(
  entries: ReadonlyMap<string, ArchiveEntry>,
  bytes: number,
  file: string,
  say: ArchiveSay,
): Result<ReadonlyMap<string, ArchiveEntry>> {
  let [packed, unpacked] = [0, 0];
  for (const entry of entries.values()) {
    packed += entry.packed;
    unpacked += entry.unpacked;
    if (entry.unpacked > RATIO_FROM_BYTES && entry.unpacked > RATIO_MAX * entry.packed)
      return fail(say("bomb", file, { part: printable(entry.name), found: entry.unpacked }));
  }
  // Parts that share bytes would be packed into less than they are.
  if (packed > bytes) return fail(say("damaged", file, { part: "zip" }));
  if (unpacked > LIMITS.unpackedBytes)
    return fail(say("too_large", file, { what: BYTES, found: unpacked, limit: LIMITS.unpackedBytes }));
  return succeed(entries);
}
