import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { readStored } from "../../db/memory/read.ts";
import { openModelFile, saveRevision } from "../../db/model-file.ts";
import { draftOf } from "./support/drafts.ts";
import { temporaryFolder } from "./support/folder.ts";
import { soundFile } from "./support/hostile.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();
const program = new URL("./support/saver.ts", import.meta.url).pathname;

interface End {
  readonly signal: string | null;
  readonly said: string;
}

function save(path: string, step: number, moment: "after" | "middle"): Promise<End> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, path, String(step), moment], (error, said) => {
      resolve({ signal: error?.signal ?? null, said });
    });
  });
}

function fresh(name: string): string {
  writeFileSync(at(name), soundFile());
  return at(name);
}

const old = soundFile();

/** Dies at one step and tells what the file then holds, after requiring that it is whole and can be saved again. */
async function dieAt(step: number, moment: "after" | "middle"): Promise<"old" | "new"> {
  const path = fresh(`dies ${moment} ${step}/model.pingheng`);
  expect((await save(path, step, moment)).signal, `${moment} ${step}`).toBe("SIGKILL");
  const bytes = readFileSync(path);
  const left = accepted(readStored(bytes, path)).revision.note;
  expect(left).toBe(bytes.equals(old) ? "第1稿" : "第2稿");
  const again = accepted(await saveRevision(accepted(await openModelFile(path)), draftOf(3)));
  expect(again.revisions.map(({ note }) => note)).toEqual(
    left === "第1稿" ? ["第1稿", "第3稿"] : ["第1稿", "第2稿", "第3稿"],
  );
  expect(readdirSync(dirname(path))).toEqual([basename(path)]);
  return left === "第1稿" ? "old" : "new";
}

describe("a program that dies while it saves", () => {
  it("leaves the old file or the new one, whole, at whatever step it dies; saving then works again", async () => {
    const { said } = await save(fresh("alive.pingheng"), 0, "after");
    const { steps, writes } = JSON.parse(said);
    // Lock, look, compare, write, force to the drive, rename, force the folder, unlock.
    expect(steps).toBeGreaterThanOrEqual(14);
    expect(writes).toHaveLength(2);
    const deaths = Array.from({ length: steps }, (_, index) => () => dieAt(index + 1, "after"));
    for (const step of writes) deaths.push(() => dieAt(step, "middle"));
    const left: string[] = [];
    for (let next = 0; next < deaths.length; next += 2) {
      left.push(...(await Promise.all(deaths.slice(next, next + 2).map((die) => die()))));
    }
    expect(left).toHaveLength(steps + writes.length);
    expect(new Set(left)).toEqual(new Set(["old", "new"]));
  });
});
