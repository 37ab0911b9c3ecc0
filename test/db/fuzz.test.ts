import { fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../db/fingerprint.ts";
import { composeDraft, composeFile, composeSealed } from "../../db/memory/write.ts";
import type { StoredModel } from "../../db/stored.ts";
import { draftOf } from "./support/drafts.ts";
import { temporaryFolder } from "./support/folder.ts";
import { plantedCount } from "./support/mutations.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();
const program = new URL("./support/fuzzer.ts", import.meta.url).pathname;

/** `PINGHENG_FUZZ` gives more, and `PINGHENG_FUZZ_SEED` others. */
const files = Number(process.env["PINGHENG_FUZZ"] ?? 2000);
const seed = Number(process.env["PINGHENG_FUZZ_SEED"] ?? 1);
/** Reading one takes milliseconds; longer than this is a hang. */
const hangMs = 5000;

interface Told {
  readonly index: number;
  readonly kind: string;
  readonly untouched: boolean;
  readonly opened: string | null;
  readonly code: string | null;
}

/** Everything a file can hold: revisions, a seal, an attachment, undo steps, a draft. */
function soundModel(): StoredModel {
  const scan = Buffer.from("%PDF-1.7 扫描件".repeat(400));
  const attachments = [{ hash: sha256(scan), bytes: scan }];
  const document = (number: number) => JSON.stringify({ number, text: "青枫里".repeat(1500) });
  let file = accepted(composeFile(draftOf(1, { document: document(1), attachments }), undefined, "a"));
  file = accepted(composeFile(draftOf(2, { document: document(2), attachments, results: '{"B2":true}' }), file, "a"));
  file = accepted(composeSealed({ at: "2026-04-01T09:00:00Z", author: "王工", note: "送审稿" }, file, "a"));
  const times = { since: "2026-04-02T09:00:00Z", at: "2026-04-02T09:01:00Z" };
  const history = [{ stack: "undo" as const, step: '{"back":1}' }];
  const draft = { ...times, author: "王工", document: document(3), history, attachments };
  return accepted(composeDraft(draft, file, "a"));
}

/** Reads files of some numbers in one process; a number that is missing at the end crashed it, or hung. */
function read(folder: string, first: number, last: number): Promise<readonly Told[]> {
  return new Promise((resolve) => {
    const told: Told[] = [];
    const child = fork(program, [folder, `${seed}`, `${first}`, `${last}`], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The clock runs while a file is read, not while it is being made.
    child.on("message", (message: Told | "reading") => {
      clearTimeout(timer);
      if (message === "reading") timer = setTimeout(() => child.kill("SIGKILL"), hangMs);
      else told.push(message);
    });
    child.on("close", () => {
      clearTimeout(timer);
      resolve(told);
    });
  });
}

describe("mutated files", () => {
  it("are opened rightly or refused with a reason: no crash, no hang, no write", { timeout: 600_000 }, async () => {
    const sound = soundModel();
    const halves = [0, 1].map((half) => {
      const folder = dirname(at(`fuzz ${half}/sound`));
      mkdirSync(at(`fuzz ${half}/read`), { recursive: true });
      writeFileSync(at(`fuzz ${half}/sound`), sound.bytes);
      return read(folder, Math.floor((files * half) / 2), Math.floor((files * (half + 1)) / 2));
    });
    const told = (await Promise.all(halves)).flat();
    const seen = new Set(told.map(({ index }) => index));
    expect(Array.from({ length: files }, (_, index) => index).filter((index) => !seen.has(index))).toEqual([]);
    expect(told.filter(({ untouched }) => !untouched)).toEqual([]);
    const right = sha256(`${sound.revision.id}${sound.revision.document}`);
    for (const { index, kind, opened, code } of told) {
      if (opened === null) expect(code, `${index} ${kind}`).toMatch(/^file\.[a-z_]+$/);
      else expect(opened, `${index} ${kind}`).toBe(right);
      // What somebody planted is never let in.
      if (index < plantedCount) expect(opened, kind).toBeNull();
    }
    // Both ends are met: most changes are found, some touch nothing that is read.
    expect(told.filter(({ opened }) => opened === null).length).toBeGreaterThan(files / 2);
    expect(told.some(({ opened }) => opened !== null)).toBe(true);
  });
});
