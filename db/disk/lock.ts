import { hostname } from "node:os";
import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import { type Disk, errnoOf } from "./disk.ts";

/** Who is saving; written into the lock file so that the lock of a program that died can be told from a live one. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

const attempts = 20;
const pauseMs = 100;
const namelessMs = 1000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== "ESRCH";
  }
}

function ownerIn(text: string): Owner | undefined {
  const found = /^(\d{1,10}) (.+)$/.exec(text);
  return found?.[1] && found[2] ? { pid: Number(found[1]), host: found[2] } : undefined;
}

async function lockText(disk: Disk, lock: string): Promise<string | undefined> {
  try {
    return Buffer.from(await disk.read(lock)).toString("utf8");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * A lock of this computer whose program has ended is stale for certain; so is one that still names nobody after a
 * second, since a live program writes its name at once.
 */
async function isStale(disk: Disk, lock: string, waitedMs: number): Promise<boolean> {
  const text = await lockText(disk, lock);
  if (text === undefined) return false;
  const owner = ownerIn(text);
  if (owner === undefined) return waitedMs >= namelessMs;
  return owner.host === hostname() && !isAlive(owner.pid);
}

async function tryLock(disk: Disk, lock: string): Promise<boolean> {
  try {
    const file = await disk.create(lock, 0o600);
    try {
      await file.write(Buffer.from(`${process.pid} ${hostname()}`));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Runs `work` while no other program saves the same file. Waits two seconds at most.
 * @param lock path of the lock file, beside the file it guards
 */
export async function withLock<T>(
  disk: Disk,
  lock: string,
  path: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await tryLock(disk, lock)) {
      try {
        return await work();
      } finally {
        await disk.remove(lock);
      }
    }
    if (await isStale(disk, lock, attempt * pauseMs)) await disk.remove(lock);
    else await disk.pause(pauseMs);
  }
  return fail(diskProblem("locked", { lock }, path));
}
