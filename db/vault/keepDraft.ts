import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import { besideOf } from "../disk/beside.ts";
import type { Disk } from "../disk/disk.ts";
import { withDiskProblems } from "../disk/problem.ts";
import { readBounded } from "../disk/read.ts";
import { replaceFile } from "../disk/replace.ts";
import { limits } from "../layout/limits.ts";
import { readAttachment } from "../memory/read.ts";
import type { DraftToKeep } from "../stored.ts";
import { type DraftLog, emptyLog, type LoggedDraft, logHeader, logIdIn, readLog, recordsFor } from "./draftLog.ts";
import type { Vault } from "./vault.ts";

/** What is known of a locked file on the drive, beside what it holds. */
export interface LockedState {
  /** The log that is part of the file since it was last written. */
  readonly folded: Uint8Array;
  /** The log beside it that goes on from the file. */
  readonly log?: DraftLog;
  /** The file itself holds a draft. */
  readonly inside: boolean;
  /** The draft of the log was made from another state of the file. */
  readonly moved: boolean;
}

/** A log is begun anew beyond this: earlier drafts in it are of no use to anybody. */
const logBytesMax = 4 * 1024 * 1024;

const equal = (a: Uint8Array, b: Uint8Array | undefined): boolean => b !== undefined && Buffer.from(a).equals(b);

/** Of a log left by a save that was cut short after the file was in place, nothing is wanted any more. */
async function lastLog(path: string, folded: Uint8Array): Promise<Result<Uint8Array | undefined>> {
  const read = await readBounded(path, 2 * limits.fileBytes);
  if (!read.ok) return read.problems.some(({ code }) => code === "disk.missing") ? succeed(undefined) : read;
  const id = logIdIn(read.value);
  return succeed(id === undefined || equal(id, folded) ? undefined : read.value);
}

/** The last draft beside a locked file; undefined where there is none, or what lies there is of another lock. */
export async function draftBeside(
  disk: Disk,
  path: string,
  vault: Vault,
  folded: Uint8Array,
): Promise<Result<{ readonly log: DraftLog; readonly draft: LoggedDraft } | undefined>> {
  return withDiskProblems(path, "reading", async () => {
    const bytes = await lastLog(besideOf(await disk.resolve(path)).draft, folded);
    if (!bytes.ok) return bytes;
    return succeed(bytes.value === undefined ? undefined : readLog(vault, bytes.value));
  });
}

/** What a draft is kept beside: the file, as it is after the draft was put into it in memory. */
export interface KeptBeside {
  readonly path: string;
  readonly vault: Vault;
  readonly head: string;
  readonly locked: LockedState;
  readonly bytes: Uint8Array;
}

/** Appends a draft to the log beside a locked file, or begins one; the file itself is not touched. */
export function appendDraft(disk: Disk, file: KeptBeside, draft: DraftToKeep): Promise<Result<LockedState>> {
  const { path, vault, head, locked } = file;
  return withDiskProblems(path, "writing", async () => {
    const place = besideOf(await disk.resolve(path)).draft;
    const there = await lastLog(place, locked.folded);
    if (!there.ok) return there;
    const { log } = locked;
    if (there.value !== undefined && !equal(logIdIn(there.value) ?? new Uint8Array(), log?.id))
      return fail(vaultProblem("draft_elsewhere", path));
    // A log with something after its last whole record was cut short by a full drive: nothing is added behind that.
    const goesOn = log !== undefined && there.value?.length === log.bytes && log.bytes < logBytesMax && !locked.moved;
    if (goesOn) {
      const next = recordsFor(vault, log, head, draft);
      await disk.append(place, next.bytes);
      return succeed({ ...locked, log: next.log });
    }
    const whole = withLogged(file, draft);
    if (!whole.ok) return whole;
    const begun = recordsFor(vault, emptyLog(), head, whole.value);
    const bytes = Buffer.concat([logHeader(begun.log), begun.bytes]);
    const written = await replaceFile(place, bytes, { disk, mode: 0o600 });
    return written.ok ? succeed({ ...locked, log: begun.log, moved: false }) : written;
  });
}

/** The draft with the bytes of those of its attachments that only the log before had. */
function withLogged({ locked, bytes, path }: KeptBeside, draft: DraftToKeep): Result<DraftToKeep> {
  const attachments = [];
  for (const one of draft.attachments ?? []) {
    const logged = one.bytes === undefined && locked.log?.attachments.has(one.hash) === true;
    const found = logged ? readAttachment(bytes, path, one.hash) : succeed(one.bytes);
    if (!found.ok) return found;
    attachments.push({ hash: one.hash, ...(found.value === undefined ? {} : { bytes: found.value }) });
  }
  return succeed({ ...draft, attachments });
}

/** Takes the log beside a file away: its drafts are part of the file now, or given up. Another program's is left. */
export function removeLog(disk: Disk, path: string, { folded, log }: LockedState): Promise<Result<void>> {
  return withDiskProblems(path, "writing", async () => {
    const place = besideOf(await disk.resolve(path)).draft;
    if ((await disk.facts(place)) === undefined) return succeed(undefined);
    const id = logIdIn(await disk.read(place));
    if (id !== undefined && (equal(id, folded) || equal(id, log?.id))) await disk.remove(place);
    return succeed(undefined);
  });
}
