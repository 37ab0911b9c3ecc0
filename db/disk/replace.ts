import { dirname } from "node:path";
import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { sha256 } from "../fingerprint.ts";
import { besideOf } from "./beside.ts";
import { type Disk, errnoOf, type FileFacts, realDisk } from "./disk.ts";
import { foreignHold } from "./hold.ts";
import { withLock } from "./lock.ts";
import { withDiskProblems } from "./problem.ts";

export interface ReplaceOptions {
  /** SHA-256 of what the caller last saw at the path; a file that differs from it is left alone. Absent: replace anything. */
  readonly expected?: string;
  /** Nothing may be at the path, also where two programs or threads write it at the same moment. */
  readonly fresh?: boolean;
  /** Permission bits of a file that was not there. */
  readonly mode?: number;
  readonly disk?: Disk;
}

const renameAttempts = 10;
const renamePauseMs = 100;

/** Windows refuses to replace a file while a virus scanner or a preview holds it, mostly for a moment only. */
async function renamePatiently(disk: Disk, from: string, to: string): Promise<boolean> {
  for (let attempt = 0; attempt < renameAttempts; attempt += 1) {
    try {
      await disk.rename(from, to);
      return true;
    } catch (error) {
      const errno = errnoOf(error) ?? "";
      if (process.platform !== "win32" || !["EPERM", "EACCES", "EBUSY"].includes(errno)) throw error;
      await disk.pause(renamePauseMs);
    }
  }
  return false;
}

/** What a new file takes over from the one whose place it takes. */
type Kept = Partial<Pick<FileFacts, "mode" | "owner">>;

async function writeTemporary(disk: Disk, temporary: string, bytes: Uint8Array, kept: Kept): Promise<void> {
  // What an interrupted save left behind: the lock says that nobody is writing it now.
  await disk.remove(temporary);
  const file = await disk.create(temporary, kept.mode, kept.owner);
  try {
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function swap(disk: Disk, temporary: string, path: string, bytes: Uint8Array, kept: Kept): Promise<Result<void>> {
  let done = false;
  try {
    await writeTemporary(disk, temporary, bytes, kept);
    done = await renamePatiently(disk, temporary, path);
  } finally {
    if (!done) await disk.remove(temporary);
  }
  if (!done) return fail(diskProblem("in_use", {}, path));
  await disk.syncFolder(dirname(path));
  return succeed(undefined);
}

function refusal(facts: FileFacts | undefined, path: string) {
  if (facts === undefined) return undefined;
  if (facts.kind === "folder") return diskProblem("is_folder", {}, path);
  if (facts.kind === "other") return diskProblem("not_regular", {}, path);
  return facts.writable ? undefined : diskProblem("read_only", {}, path);
}

/**
 * Writes a file so that at every moment, whatever happens to the program or the power, the path holds either the old
 * contents or the new ones as a whole: the bytes go to a temporary file in the same folder, are forced to the drive,
 * and take the path by one rename. Links are followed, permissions and owner kept; a file that is open in another program is left alone.
 */
export function replaceFile(path: string, bytes: Uint8Array, options: ReplaceOptions = {}): Promise<Result<void>> {
  const { disk = realDisk, expected, fresh = false, mode } = options;
  return withDiskProblems(path, "writing", async () => {
    const target = await disk.resolve(path);
    const folder = dirname(target);
    if ((await disk.facts(folder))?.kind !== "folder") return fail(diskProblem("folder_missing", { folder }, path));
    const { lock, temporary, hold } = besideOf(target);
    return withLock(disk, lock, path, async () => {
      const held = await foreignHold(disk, hold, path);
      if (held) return fail(held);
      const facts = await disk.facts(target);
      if (fresh && facts !== undefined) return fail(diskProblem("exists", {}, path));
      const refused = refusal(facts, path);
      if (refused) return fail(refused);
      if (expected !== undefined && facts !== undefined && sha256(await disk.read(target)) !== expected) {
        return fail(diskProblem("changed_elsewhere", {}, path));
      }
      return swap(disk, temporary, target, bytes, facts ?? (mode === undefined ? {} : { mode }));
    });
  });
}
