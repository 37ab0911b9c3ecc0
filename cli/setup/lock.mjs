import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { say } from "./say.mjs";

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** @param {string} folder @returns {number} 0 when nobody has written a process id yet */
function holder(folder) {
  try {
    return Number.parseInt(readFileSync(join(folder, "pid"), "utf8"), 10) || 0;
  } catch {
    return 0;
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(folder, "pid"), String(process.pid));
  return true;
}

/**
 * Runs `work` while no other set-up of this checkout does the same: two installs into one folder destroy each other.
 * A lock whose owner has died is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const key = createHash("sha256").update(root).digest("hex").slice(0, 16);
  const folder = join(tmpdir(), `pingheng-${key}-${name}.lock`);
  let waitedMs = 0;
  while (!take(folder)) {
    const pid = holder(folder);
    const orphaned = pid === 0 ? waitedMs > 5_000 : !alive(pid);
    if (orphaned) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (waitedMs === 0) {
      say(`另一个进程(${pid})正在准备,稍候……`, `Another process (${pid}) is setting up; waiting …`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    waitedMs += 500;
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
