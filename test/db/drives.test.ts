import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { holdFile } from "../../db/disk/hold.ts";
import { keepDraft, type ModelFile, openModelFile, saveAs, saveRevision } from "../../db/model-file.ts";
import type { DraftToKeep } from "../../db/stored.ts";
import { draftOf } from "./support/drafts.ts";
import { problemOf } from "./support/expect.ts";
import { temporaryFolder } from "./support/folder.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();
const drive = join(tmpdir(), `pingheng-drive-${process.pid}`);

function mount(...options: readonly string[]): boolean {
  try {
    execFileSync("mount", options, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

mkdirSync(drive, { recursive: true });
/** A drive of 400 KB of its own, where this user may make one. */
const mounted = mount("-t", "tmpfs", "-o", "size=400k", "tmpfs", drive);
afterAll(() => {
  if (mounted) execFileSync("umount", [drive]);
  rmSync(drive, { recursive: true, force: true });
});

const draft: DraftToKeep = {
  since: "2026-04-01T08:00:00Z",
  at: "2026-04-01T08:30:00Z",
  author: "王工",
  document: '{"draft":1}',
  history: [],
};

const everyWrite: readonly (readonly [string, (file: ModelFile) => ReturnType<typeof saveRevision>])[] = [
  ["a revision", (file) => saveRevision(file, draftOf(2))],
  ["a draft", (file) => keepDraft(file, draft)],
];

/** Refused with that code, the file as it was and nothing beside it; once the reason is gone, it works. */
async function refusedFor(path: string, code: string, barred: () => void, freed: () => void): Promise<void> {
  const file = accepted(await saveAs(path, draftOf(1)));
  const before = readFileSync(path);
  const there = readdirSync(dirname(path));
  for (const [what, write] of everyWrite) {
    barred();
    const problem = problemOf(await write(file));
    freed();
    expect(problem, what).toMatchObject({ code, path });
    expect(readFileSync(path).equals(before), what).toBe(true);
    expect(readdirSync(dirname(path)), what).toEqual(there);
  }
  const kept = accepted(await keepDraft(file, draft));
  expect(accepted(await saveRevision(kept, draftOf(2))).revisions).toHaveLength(2);
  expect(accepted(await openModelFile(path)).draft).toBeNull();
}

describe("a drive that cannot take a file", () => {
  it.skipIf(!mounted)("because it is full (needs to mount a small one)", async () => {
    const filler = join(drive, "filler");
    const fill = () => {
      const free = Number(/ (\d+) +\d+% /.exec(execFileSync("df", ["-k", drive], { encoding: "utf8" }))?.[1]);
      writeFileSync(filler, Buffer.alloc(Math.max(0, free - 20) * 1024));
    };
    fill();
    rmSync(filler);
    const path = join(drive, "full", "model.pingheng");
    mkdirSync(dirname(path));
    await refusedFor(path, "disk.full", fill, () => rmSync(filler));
    rmSync(dirname(path), { recursive: true });
  });

  it.skipIf(!mounted)("because not even a lock has room, leaves no lock", async () => {
    const path = join(drive, "tight", "model.pingheng");
    mkdirSync(dirname(path));
    const filler = join(drive, "filler");
    const fill = () => {
      for (let kilobytes = 400; kilobytes > 0; kilobytes = Math.floor(kilobytes / 2)) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(kilobytes * 1024), { flag: "a" });
        } catch (error) {
          expect(error).toMatchObject({ code: "ENOSPC" });
        }
      }
    };
    await refusedFor(path, "disk.full", fill, () => rmSync(filler));
    const held = accepted(await saveAs(join(drive, "tight", "held.pingheng"), draftOf(1)));
    fill();
    expect(problemOf(await holdFile(held.path)).code).toBe("disk.full");
    rmSync(filler);
    expect(readdirSync(dirname(path)).sort()).toEqual(["held.pingheng", "model.pingheng"]);
    rmSync(dirname(path), { recursive: true });
  });

  it.skipIf(!mounted)("because it is read-only", async () => {
    const path = join(drive, "fixed", "model.pingheng");
    mkdirSync(dirname(path));
    const remount = (how: "ro" | "rw") => execFileSync("mount", ["-o", `remount,${how}`, drive]);
    await refusedFor(
      path,
      "disk.read_only",
      () => remount("ro"),
      () => remount("rw"),
    );
  });

  it("because its folder is gone", async () => {
    const path = at("gone/model.pingheng");
    const file = accepted(await saveAs(path, draftOf(1)));
    const before = readFileSync(path);
    renameSync(dirname(path), at("away"));
    for (const [what, write] of everyWrite) expect(problemOf(await write(file)).code, what).toBe("disk.folder_missing");
    expect(readdirSync(at("away"))).toEqual(["model.pingheng"]);
    expect(readFileSync(at("away/model.pingheng")).equals(before)).toBe(true);
    renameSync(at("away"), dirname(path));
    accepted(await saveRevision(file, draftOf(2)));
  });
});
