import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../db/disk/disk.ts";
import { withLock } from "../../db/disk/lock.ts";
import { type Owner, ownName } from "../../db/disk/owner.ts";
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

const ownerText = (more: Partial<Owner> = {}): string => JSON.stringify({ ...ownName(), ...more });

/** Asks for a file beside which a lock of that text lies, last touched so many minutes ago. */
async function ask(name: string, text: string, minutesAgo = 0) {
  const lock = at(`${name}.lock`);
  writeFileSync(lock, text);
  const then = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(lock, then, then);
  const { disk, waits } = hasty();
  const result = await withLock(disk, lock, name, async () => ok("done"));
  return { result, waits: waits(), left: existsSync(lock) ? readFileSync(lock, "utf8") : undefined };
}

describe("the lock beside a file that is being saved", () => {
  it("names who saves while the work is done, and is gone afterwards, however the work ends", async () => {
    const lock = at("a.lock");
    const { disk } = hasty();
    const seen = await withLock(disk, lock, "a", async () => ok(readFileSync(lock, "utf8")));
    expect(JSON.parse(accepted(seen))).toMatchObject({ pid: process.pid, host: hostname(), user: ownName().user });
    expect(existsSync(lock)).toBe(false);
    const refused = await withLock(disk, lock, "a", async () => fail(problemOf((await ask("b", ownerText())).result)));
    expect(refused.ok).toBe(false);
    expect(existsSync(lock)).toBe(false);
    await expect(
      withLock(disk, lock, "a", () => {
        throw new Error("the work broke off");
      }),
    ).rejects.toThrow("the work broke off");
    expect(existsSync(lock)).toBe(false);
  });

  it("of a live program is waited for and then respected: nothing is done, the lock stays", async () => {
    const text = ownerText();
    const { result, waits, left } = await ask("c", text);
    expect(problemOf(result)).toMatchObject({ code: "disk.locked", path: "c" });
    expect({ waits, left }).toEqual({ waits: 20, left: text });
  });

  it("of a live program that finishes meanwhile is taken over", async () => {
    const lock = at("d.lock");
    writeFileSync(lock, ownerText());
    const { disk, waits } = hasty((count) => {
      if (count === 3) void realDisk.remove(lock);
    });
    expect(accepted(await withLock(disk, lock, "d", async () => ok("done")))).toBe("done");
    expect(waits()).toBeGreaterThanOrEqual(3);
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ["whose program has ended", () => ownerText({ pid: endedProgram() })],
    ["whose number is another program's by now", () => ownerText({ start: "1" })],
    ["of a computer that was started anew since", () => ownerText({ boot: "an earlier start" })],
  ])("of this computer %s is taken over without waiting", async (name, text) => {
    const { result, waits, left } = await ask(`e ${name}`, text());
    expect(accepted(result)).toBe("done");
    expect({ waits, left }).toEqual({ waits: 0, left: undefined });
    expect(readdirSync(dirname(at("x"))).filter((one) => one.startsWith(`e ${name}`))).toEqual([]);
  });

  it.each([
    ["of another name", { host: `not-${hostname()}` }],
    ["of the same name", { machine: "another machine" }],
  ] as const)("of another computer %s is believed as long as it gives signs of life", async (name, more) => {
    const text = ownerText({ pid: endedProgram(), ...more });
    const young = await ask(`f ${name}`, text, 5);
    expect(problemOf(young.result).code).toBe("disk.locked");
    expect(young.left).toBe(text);
    expect(accepted((await ask(`f ${name}`, text, 30)).result)).toBe("done");
  });

  it.each([
    ["nothing", ""],
    ["no number", "no number"],
    ["program 0", ownerText({ pid: 0 })],
    ["a program too large", ownerText({ pid: 12_345_678_901 })],
  ])("that names nobody (%s) is stale after a second", async (name, text) => {
    const { result, waits } = await ask(`g ${name}`, text);
    expect(accepted(result)).toBe("done");
    expect(waits).toBe(10);
  });

  it("made anew by another while a stale one is taken away stays theirs", async () => {
    const lock = at("k.lock");
    writeFileSync(lock, ownerText({ start: "1" }));
    const theirs = ownerText();
    const { disk, waits } = hasty();
    let first = true;
    const late: Disk = {
      ...disk,
      rename: async (from, to) => {
        // Between judging the lock and moving it aside, another program did both and made its own.
        if (first) writeFileSync(lock, theirs);
        first = false;
        await realDisk.rename(from, to);
      },
    };
    expect(problemOf(await withLock(late, lock, "k", async () => ok("done"))).code).toBe("disk.locked");
    expect(readFileSync(lock, "utf8")).toBe(theirs);
    expect(waits()).toBeGreaterThan(10);
    expect(readdirSync(dirname(lock)).filter((one) => one.startsWith(basename(lock)))).toEqual(["k.lock"]);
  });

  it("is not left behind where it could not be written", async () => {
    const full = Object.assign(new Error("full"), { code: "ENOSPC", syscall: "write" });
    const disk: Disk = {
      ...realDisk,
      create: async (path, mode) => ({ ...(await realDisk.create(path, mode)), write: () => Promise.reject(full) }),
    };
    await expect(withLock(disk, at("l.lock"), "l", async () => ok("done"))).rejects.toThrow("full");
    expect(existsSync(at("l.lock"))).toBe(false);
  });

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
