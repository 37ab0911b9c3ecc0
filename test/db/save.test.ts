import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Disk, realDisk } from "../../db/disk/disk.ts";
import { ownName } from "../../db/disk/owner.ts";
import { replaceFile } from "../../db/disk/replace.ts";
import { openModelFile, saveAs, saveRevision } from "../../db/model-file.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder, untouched } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();

/** What the operating system says when it refuses. */
const refusal = (code: string) => Object.assign(new Error(code), { code, syscall: "write", errno: -1 });

function failing(operation: "create" | "write" | "sync" | "rename" | "syncFolder", code: string): Disk {
  const fail = () => Promise.reject(refusal(code));
  return {
    ...realDisk,
    ...(operation === "rename" || operation === "syncFolder" || operation === "create" ? { [operation]: fail } : {}),
    ...(operation === "write" || operation === "sync"
      ? {
          create: async (path: string, mode?: number) => {
            const file = await realDisk.create(path, mode);
            return path.endsWith(".lock") ? file : { ...file, [operation]: fail };
          },
        }
      : {}),
    pause: () => Promise.resolve(),
  };
}

async function savedFile(name: string) {
  return accepted(await saveAs(at(name), draftOf(1)));
}

describe("a save that fails", () => {
  it.each([
    ["write", "ENOSPC", "disk.full"],
    ["sync", "ENOSPC", "disk.full"],
    ["write", "EDQUOT", "disk.full"],
    ["create", "EACCES", "disk.folder_no_permission"],
    ["create", "EROFS", "disk.read_only"],
    ["rename", "EBUSY", "disk.in_use"],
    ["write", "EIO", "disk.io"],
  ] as const)(
    "at %s with %s says so, and leaves the file as it was and nothing beside it",
    async (operation, code, expected) => {
      const file = await savedFile(`fails/${operation}-${code}/model.pingheng`);
      const disk = failing(operation, code);
      const result = await untouched(file.path, () => saveRevision(file, draftOf(2), { disk }));
      const problem = problemOf(result);
      expect(problem.code).toBe(expected);
      expect(problem.path).toBe(file.path);
      expect(readdirSync(dirname(file.path))).toEqual(["model.pingheng"]);
      expect(accepted(await saveRevision(file, draftOf(2))).revisions).toHaveLength(2);
    },
  );

  it("passes our own errors on instead of dressing them up as the drive's", async () => {
    const disk: Disk = { ...realDisk, rename: () => Promise.reject(new TypeError("a bug")) };
    await expect(replaceFile(at("bug.pingheng"), Buffer.from("x"), { disk })).rejects.toThrow("a bug");
    expect(existsSync(at("bug.pingheng"))).toBe(false);
  });
});

describe("where a file cannot go", () => {
  it("a missing folder, a folder of that name, a path through a file, a name too long", async () => {
    mkdirSync(at("taken.pingheng"));
    writeFileSync(at("plain"), "a file");
    const folder = dirname(at("plain"));
    const codes: string[] = [];
    for (const name of [
      "no/such/folder.pingheng",
      "taken.pingheng",
      "plain/below.pingheng",
      `${"名".repeat(120)}.pingheng`,
    ]) {
      codes.push(problemOf(await saveAs(join(folder, name), draftOf(1))).code);
    }
    expect(codes).toEqual(["disk.folder_missing", "disk.is_folder", "disk.folder_missing", "disk.name_too_long"]);
  });

  it("a write-protected file, even where its folder may be written", async () => {
    const file = await savedFile("protected.pingheng");
    chmodSync(file.path, 0o444);
    const refused = await untouched(file.path, () => saveRevision(file, draftOf(2)));
    expect(problemOf(refused).code).toBe("disk.read_only");
  });
});

describe("two who save the same file", () => {
  it("the second is told, and overwrites nothing", async () => {
    const first = await savedFile("shared.pingheng");
    const second = accepted(await openModelFile(first.path));
    accepted(await saveRevision(first, draftOf(2)));
    const refused = await untouched(first.path, () => saveRevision(second, draftOf(3)));
    expect(problemOf(refused).code).toBe("disk.changed_elsewhere");
    const now = accepted(await openModelFile(first.path));
    expect(accepted(await saveRevision(now, draftOf(3))).revisions).toHaveLength(3);
  });

  it("at the same moment: one wins, the other is told, and both states are whole", async () => {
    const file = await savedFile("race.pingheng");
    const results = await Promise.all([2, 3, 4, 5].map((number) => saveRevision(file, draftOf(number))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) if (!result.ok) expect(problemOf(result).code).toBe("disk.changed_elsewhere");
    expect(accepted(await openModelFile(file.path)).revisions).toHaveLength(2);
  });

  it("while another program holds the lock the file is not written", async () => {
    const file = await savedFile("locked/model.pingheng");
    const taken: string[] = [];
    const disk: Disk = {
      ...realDisk,
      create: async (path, mode) => {
        if (path.endsWith(".lock") && taken.length === 0) {
          taken.push(path);
          writeFileSync(path, JSON.stringify(ownName()));
        }
        return realDisk.create(path, mode);
      },
      pause: () => Promise.resolve(),
    };
    const problem = problemOf(await untouched(file.path, () => saveRevision(file, draftOf(2), { disk })));
    expect(problem.code).toBe("disk.locked");
    expect(problem.hint?.en).toContain(taken[0]);
    rmSync(taken[0] ?? "");
  });

  it("the lock of a program that has ended holds nobody up; that of another computer does", async () => {
    const file = await savedFile("stale/model.pingheng");
    const ended = spawnSync(process.execPath, ["-e", "0"]).pid;
    let owner = JSON.stringify({ ...ownName(), pid: ended });
    const planted: Disk = {
      ...realDisk,
      create: async (path, mode) => {
        if (path.endsWith(".lock") && owner !== "") {
          writeFileSync(path, owner);
          owner = "";
        }
        return realDisk.create(path, mode);
      },
      pause: () => Promise.resolve(),
    };
    const saved = accepted(await saveRevision(file, draftOf(2), { disk: planted }));
    owner = JSON.stringify({ ...ownName(), pid: ended, host: "somewhere-else" });
    expect(problemOf(await saveRevision(saved, draftOf(3), { disk: planted })).code).toBe("disk.locked");
  });
});

describe("what saving keeps", () => {
  it("follows a link and leaves it a link", async () => {
    const file = await savedFile("real.pingheng");
    symlinkSync(file.path, at("link.pingheng"));
    const opened = accepted(await openModelFile(at("link.pingheng")));
    accepted(await saveRevision(opened, draftOf(2)));
    expect(accepted(await openModelFile(file.path)).revisions).toHaveLength(2);
    expect(readFileSync(at("link.pingheng")).equals(readFileSync(file.path))).toBe(true);
  });

  it.skipIf(process.platform === "win32")("the permissions of the file", async () => {
    const file = await savedFile("private.pingheng");
    chmodSync(file.path, 0o660);
    accepted(await saveRevision(file, draftOf(2)));
    expect(statSync(file.path).mode & 0o777).toBe(0o660);
  });

  it("a name as long as the system allows, in Chinese and with spaces", async () => {
    const name = `${"金华 更新".repeat(18)}.pingheng`;
    expect(Buffer.byteLength(name)).toBeGreaterThan(240);
    const file = await savedFile(`长名/${name}`);
    expect(accepted(await saveRevision(file, draftOf(2))).revisions).toHaveLength(2);
    expect(readdirSync(dirname(file.path))).toEqual([name]);
  });

  it("a file that was deleted meanwhile is written anew, with its revisions", async () => {
    const file = await savedFile("deleted.pingheng");
    rmSync(file.path);
    accepted(await saveRevision(file, draftOf(2)));
    expect(accepted(await openModelFile(file.path)).revisions).toHaveLength(2);
  });
});
