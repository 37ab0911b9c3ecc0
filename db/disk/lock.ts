import { diskProblem } from "../../models/wording/file.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import { type Disk, errnoOf } from "./disk.ts";
import { hasEnded, type Owner, ownerIn, ownName } from "./owner.ts";

const attempts = 20;
const pauseMs = 100;
const namelessMs = 1000;

/** What stands in a lock file, and for how long nobody has touched it. */
export interface LockText {
  readonly text: string;
  /** Undefined where it names nobody. */
  readonly owner: Owner | undefined;
  readonly silentMs: number;
}

/** @returns undefined where there is no lock */
export async function lockAt(disk: Disk, lock: string): Promise<LockText | undefined> {
  try {
    const text = Buffer.from(await disk.read(lock)).toString("utf8");
    const facts = await disk.facts(lock);
    return facts === undefined ? undefined : { text, owner: ownerIn(text), silentMs: Date.now() - facts.changedMs };
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes a lock that names this program; false where there is one. One that cannot be written whole is not left behind. */
export async function makeLock(disk: Disk, lock: string): Promise<boolean> {
  let file: Awaited<ReturnType<Disk["create"]>>;
  try {
    file = await disk.create(lock, 0o600);
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    await file.write(Buffer.from(JSON.stringify(ownName())));
  } catch (error) {
    await file.close();
    await disk.remove(lock);
    throw error;
  }
  await file.close();
  return true;
}

/**
 * Takes away a lock that was found stale, and only that one: two programs may find it so at the same moment, and the second must not take
 * away what the first has made meanwhile.
 */
export async function removeStale(disk: Disk, lock: string, found: LockText): Promise<void> {
  const aside = `${lock}-${process.pid}`;
  try {
    await disk.rename(lock, aside);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return;
    throw error;
  }
  const moved = Buffer.from(await disk.read(aside)).toString("utf8");
  if (moved === found.text) await disk.remove(aside);
  else await disk.rename(aside, lock);
}

/**
 * A lock whose program has ended is stale; so is one that still names nobody after a second, since a live program writes its name at once.
 * @param waitedMs how long this program has seen it
 */
export const isStale = ({ owner, silentMs }: LockText, waitedMs: number): boolean =>
  owner === undefined ? Math.max(waitedMs, silentMs) >= namelessMs : hasEnded(owner, silentMs);

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
    if (await makeLock(disk, lock)) {
      try {
        return await work();
      } finally {
        await disk.remove(lock);
      }
    }
    const found = await lockAt(disk, lock);
    if (found !== undefined && isStale(found, attempt * pauseMs)) await removeStale(disk, lock, found);
    else await disk.pause(pauseMs);
  }
  return fail(diskProblem("locked", { lock }, path));
}
