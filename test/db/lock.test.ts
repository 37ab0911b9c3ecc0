import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../db/disk/disk.ts";
import { withLock } from "../../db/disk/lock.ts";
import { fail, succeed as ok } from "../../models/wording/problem.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

/** A disk on which waiting takes no time; tells how often it was waited, and may do something meanwhile. */
function hasty(meanwhile: (waits: number) => void = () => {}): { readonly disk: Disk; readonly waits: () => number } {
  let waits = 0;
  const pause = async (): Promise<void> => {
    waits += 1;
    meanwhile(waits);
  };
  return { disk: { ...realDisk, pause }, waits: () => waits };
}

/** The number of a program of this computer that has ended. */
function endedProgram(): number {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  return pid;
}

describe("the lock beside a file that is being saved", () => {
  it("names who saves while the work is done, and is gone afterwards, however the work ends", async () => {
    const lock = at("a.lock");
    const { disk } = hasty();
    const seen = await withLock(disk, lock, "a", async () => ok(readFileSync(lock, "utf8")));
    expect(accepted(seen)).toBe(`${process.pid} ${hostname()}`);
    expect(existsSync(lock)).toBe(false);
    const refused = await withLock(disk, lock, "a", async () => fail(problemOf(await held("b"))));
    expect(refused.ok).toBe(false);
    expect(existsSync(lock)).toBe(false);
    await expect(
      withLock(disk, lock, "a", () => {
        throw new Error("the work broke off");
      }),
    ).rejects.toThrow("the work broke off");
    expect(existsSync(lock)).toBe(false);
  });

  /** Asks for a file whose lock a live program holds. */
  async function held(name: string) {
    writeFileSync(at(`${name}.lock`), `${process.pid} ${hostname()}`);
    let worked = false;
    const { disk, waits } = hasty();
    const result = await withLock(disk, at(`${name}.lock`), name, async () => {
      worked = true;
      return ok(undefined);
    });
    expect(worked).toBe(false);
    expect(waits()).toBe(20);
    return result;
  }

  it("of a live program is waited for and then respected: nothing is done, the lock stays", async () => {
    const problem = problemOf(await held("c"));
    expect(problem).toMatchObject({ code: "disk.locked", path: "c" });
    expect(readFileSync(at("c.lock"), "utf8")).toBe(`${process.pid} ${hostname()}`);
  });

  it("of a live program that finishes meanwhile is taken over", async () => {
    const lock = at("d.lock");
    writeFileSync(lock, `${process.pid} ${hostname()}`);
    const { disk, waits } = hasty((count) => {
      if (count === 3) void realDisk.remove(lock);
    });
    expect(accepted(await withLock(disk, lock, "d", async () => ok("done")))).toBe("done");
    expect(waits()).toBeGreaterThanOrEqual(3);
    expect(existsSync(lock)).toBe(false);
  });

  it("of a program that died on this computer is removed without waiting", async () => {
    const lock = at("e.lock");
    writeFileSync(lock, `${endedProgram()} ${hostname()}`);
    const { disk, waits } = hasty();
    expect(accepted(await withLock(disk, lock, "e", async () => ok("done")))).toBe("done");
    expect(waits()).toBe(0);
  });

  it("of another computer is never taken for stale: its programs cannot be asked", async () => {
    const lock = at("f.lock");
    writeFileSync(lock, `${endedProgram()} not-${hostname()}`);
    const { disk } = hasty();
    expect(problemOf(await withLock(disk, lock, "f", async () => ok("done"))).code).toBe("disk.locked");
    expect(existsSync(lock)).toBe(true);
  });

  it.each(["", "no number", `12345678901 ${hostname()}`])(
    "that names nobody (%j) is stale after a second",
    async (text) => {
      const lock = at("g.lock");
      writeFileSync(lock, text);
      const { disk, waits } = hasty();
      expect(accepted(await withLock(disk, lock, "g", async () => ok("done")))).toBe("done");
      expect(waits()).toBe(10);
    },
  );

  it("that cannot be made or read for another reason is an error of the disk, not a wait", async () => {
    const denied = Object.assign(new Error("denied"), { code: "EACCES" });
    const { disk, waits } = hasty();
    const closed: Disk = { ...disk, create: () => Promise.reject(denied) };
    await expect(withLock(closed, at("h.lock"), "h", async () => ok("done"))).rejects.toThrow("denied");
    writeFileSync(at("i.lock"), "");
    const unread: Disk = { ...disk, read: () => Promise.reject(denied) };
    await expect(withLock(unread, at("i.lock"), "i", async () => ok("done"))).rejects.toThrow("denied");
    expect(waits()).toBe(0);
  });
});
