import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { besideOf } from "../../db/disk/beside.ts";
import { holdFile } from "../../db/disk/hold.ts";
import { ownName } from "../../db/disk/owner.ts";
import { replaceFile } from "../../db/disk/replace.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

function file(name: string): string {
  writeFileSync(at(name), "old");
  return at(name);
}

const program = new URL("./support/holder.ts", import.meta.url).pathname;

describe("a file that is open in a program", () => {
  it("is open once: the second is told who has it, where and since when, and may not replace it", async () => {
    const path = file("one/model.pingheng");
    const child = spawn(process.execPath, [program, path], { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    const told = problemOf(await holdFile(path));
    expect(told).toMatchObject({ code: "disk.held", path });
    expect(told.message.en).toContain(`${ownName().user} on the computer ${hostname()}, since 20`);
    expect(problemOf(await replaceFile(path, Buffer.from("new"))).code).toBe("disk.held");
    expect(readFileSync(path, "utf8")).toBe("old");
    child.kill("SIGKILL");
    await once(child, "exit");
    // Left by the dead: taken over at once.
    const hold = accepted(await holdFile(path));
    accepted(await replaceFile(path, Buffer.from("new")));
    await hold.release();
    expect(readdirSync(dirname(path))).toEqual(["model.pingheng"]);
  });

  it("may be replaced by that program, and is free when it is released", async () => {
    const path = file("two/model.pingheng");
    const hold = accepted(await holdFile(path));
    expect(readdirSync(dirname(path))).toHaveLength(2);
    accepted(await replaceFile(path, Buffer.from("new")));
    expect(problemOf(await holdFile(path)).code).toBe("disk.held");
    await hold.release();
    await accepted(await holdFile(path)).release();
    expect(readdirSync(dirname(path))).toEqual(["model.pingheng"]);
  });

  it("is known by the file, whatever link leads to it", async () => {
    const path = file("three/model.pingheng");
    symlinkSync(path, at("three-link.pingheng"));
    const hold = accepted(await holdFile(path));
    expect(problemOf(await holdFile(at("three-link.pingheng"))).code).toBe("disk.held");
    await hold.release();
  });

  it("is rid of what an interrupted save left beside it", async () => {
    const path = file("four/model.pingheng");
    const { temporary, lock } = besideOf(path);
    writeFileSync(temporary, "half a model");
    writeFileSync(lock, JSON.stringify({ ...ownName(), start: "1" }));
    const hold = accepted(await holdFile(path));
    expect(existsSync(temporary)).toBe(false);
    expect(existsSync(lock)).toBe(false);
    await hold.release();
  });

  it("whose folder vanished is released without a word", async () => {
    const path = file("five/model.pingheng");
    const hold = accepted(await holdFile(path));
    renameSync(dirname(path), at("five-away"));
    await hold.release();
    expect(existsSync(dirname(path))).toBe(false);
  });
});

describe("a link to what is not there", () => {
  it("is followed: the file is made where it leads, and the link stays", async () => {
    const target = at("six/target.pingheng");
    symlinkSync(target, at("six-link.pingheng"));
    accepted(await replaceFile(at("six-link.pingheng"), Buffer.from("new")));
    expect(readFileSync(target, "utf8")).toBe("new");
    accepted(await replaceFile(at("six-link.pingheng"), Buffer.from("newer")));
    expect(readFileSync(target, "utf8")).toBe("newer");
  });
});
