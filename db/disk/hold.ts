import { utimes } from "node:fs/promises";
import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { besideOf } from "./beside.ts";
import { type Disk, errnoOf, realDisk } from "./disk.ts";
import { isStale, lockAt, makeLock, removeStale, withLock } from "./lock.ts";
import { isOwn, type Owner } from "./owner.ts";
import { withDiskProblems } from "./problem.ts";

/** The file is open in this program, and others are told so until it is released. */
export interface Hold {
  release(): Promise<void>;
}

/** A sign of life for programs of other computers, which cannot ask whether this one still runs. */
const beatMs = 60_000;
const attempts = 3;

/**
 * Says that a file is open here, unless it is open in another program: that one is named. What a program that died left beside the file is
 * taken away. It is a courtesy between people; that nothing is overwritten rests on the fingerprint of what was read.
 */
export function holdFile(path: string, disk: Disk = realDisk): Promise<Result<Hold>> {
  return withDiskProblems(path, "writing", async () => {
    const { hold, lock, temporary, draft } = besideOf(await disk.resolve(path));
    const sweep = async (): Promise<void> => {
      await disk.remove(temporary);
      await disk.remove(besideOf(draft).temporary);
    };
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (await makeLock(disk, hold)) {
        const swept = await withLock(disk, lock, path, async () => succeed(await sweep()));
        if (swept.ok) return succeed(beating(hold, disk));
        await disk.remove(hold);
        return swept;
      }
      const found = await lockAt(disk, hold);
      if (found !== undefined && !isStale(found, 0) && found.owner !== undefined)
        return fail(heldBy(found.owner, path));
      if (found !== undefined) await removeStale(disk, hold, found);
    }
    return fail(diskProblem("locked", { lock: hold }, path));
  });
}

function beating(hold: string, disk: Disk): Hold {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(hold, now, now).catch((error: unknown) => {
      // The folder is away: whoever comes back to it finds the hold old.
      if (errnoOf(error) === undefined) throw error;
    });
  }, beatMs);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      const found = await lockAt(disk, hold).catch(ignoringDisk);
      if (found?.owner !== undefined && isOwn(found.owner)) await disk.remove(hold).catch(ignoringDisk);
    },
  };
}

/** A folder that has vanished holds nothing that could be released. */
function ignoringDisk(error: unknown): undefined {
  if (errnoOf(error) === undefined) throw error;
  return undefined;
}

/** Why a file may not be replaced now: it is open in another program. */
export async function foreignHold(disk: Disk, hold: string, path: string): Promise<Problem | undefined> {
  const found = await lockAt(disk, hold);
  if (found?.owner === undefined || isOwn(found.owner) || isStale(found, 0)) return undefined;
  return heldBy(found.owner, path);
}

function heldBy({ user, host, since }: Owner, path: string): Problem {
  const at = new Date(since);
  const pad = (number: number): string => `${number}`.padStart(2, "0");
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return diskProblem("held", { user, host, since: `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}` }, path);
}
