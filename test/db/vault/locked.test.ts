import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { besideOf } from "../../../db/disk/beside.ts";
import { realDisk } from "../../../db/disk/disk.ts";
import { sha256 } from "../../../db/fingerprint.ts";
import {
  keepDraft,
  type ModelFile,
  openModelBytes,
  openModelFile,
  readAttachment,
  relock,
  saveAs,
  saveRevision,
  sealHead,
} from "../../../db/model-file.ts";
import { headerOf, lockedBytes } from "../../../db/vault/container.ts";
import { readLog } from "../../../db/vault/draftLog.ts";
import { makeVault, type Vault } from "../../../db/vault/vault.ts";
import { succeed } from "../../../models/wording/problem.ts";
import { draftOf } from "../support/drafts.ts";
import { problemOf } from "../support/expect.ts";
import { temporaryFolder, untouched } from "../support/folder.ts";
import { openHere } from "../support/here.ts";
import { planted, plantedDocument, shownIn, shownUnder } from "../support/planted.ts";
import { accepted } from "../support/result.ts";

const at = temporaryFolder();
const passphrase = "浦江 horse 螺丝 staple";
const saying = (word: string) => async () => succeed(word);

let vault: Vault;
beforeAll(async () => {
  vault = accepted(await makeVault(passphrase, ""));
});

/** A locked file of one revision, full of planted words. */
async function lockedAt(path: string): Promise<ModelFile> {
  const plain = accepted(await saveAs(path, draftOf(1, { document: plantedDocument(), author: planted.words[1] })));
  expect(shownIn(readFileSync(path))).not.toEqual([]);
  return accepted(await relock(plain, vault));
}

const when = "2026-04-01T08:00:00Z";
const kept = (number: number, more: object = {}) => ({
  since: when,
  at: when,
  author: planted.words[1],
  document: plantedDocument(number),
  history: [{ stack: "undo" as const, step: JSON.stringify(planted.words) }],
  ...more,
});

const opened = (path: string) => openModelFile(path, { unlock: vault });
const draftAt = async (path: string) => (await openHere(path, vault)).draft?.document;
const logOf = (path: string) => besideOf(path).draft;

describe("a file locked by a passphrase", () => {
  it("opens with it, and goes on locked when it is saved and saved elsewhere", async () => {
    const path = at("round/model.pingheng");
    await lockedAt(path);
    const read = accepted(await openModelFile(path, { unlock: saying(passphrase) }));
    expect(read.revision.document).toBe(plantedDocument());
    const saved = accepted(await saveRevision(read, draftOf(2, { document: plantedDocument(2) })));
    const copy = at("round/copy.pingheng");
    accepted(await saveAs(copy, draftOf(3, { document: plantedDocument(3) }), saved));
    for (const [place, number] of [
      [path, 2],
      [copy, 3],
    ] as const)
      expect(accepted(await opened(place)).revision.document).toBe(plantedDocument(number));
    expect(shownUnder(dirname(path))).toEqual([]);
    // As bytes too, such as a browser hands them over.
    const bytes = accepted(await openModelBytes("model.pingheng", readFileSync(path), { unlock: vault }));
    expect(bytes.revision.document).toBe(plantedDocument(2));
    expect(bytes.vault).toBe(vault);
  });

  it("keeps the sealed chain, and its attachments, under the lock", async () => {
    const path = at("sealed/model.pingheng");
    const scan = Buffer.from(`${planted.words.join()} ${"x".repeat(5000)}`);
    const hash = sha256(scan);
    const file = await lockedAt(path);
    const saved = accepted(await saveRevision(file, draftOf(2, { attachments: [{ hash, bytes: scan }] })));
    const sealed = accepted(await sealHead(saved, { at: when, author: planted.words[1], note: planted.words[0] }));
    expect(sealed.entries.at(-1)?.kind).toBe("seal");
    const again = accepted(await opened(path));
    expect(again.entries).toEqual(sealed.entries);
    expect(sha256(accepted(await readAttachment(again, hash, path)))).toBe(hash);
    expect(shownUnder(dirname(path))).toEqual([]);
  });

  it("is unlocked, and its passphrase changed, without losing a draft", async () => {
    const path = at("change/model.pingheng");
    const file = accepted(await keepDraft(await lockedAt(path), kept(7)));
    const other = accepted(await makeVault("another passphrase", path));
    const changed = accepted(await relock(file, other));
    expect(problemOf(await opened(path)).code).toBe("vault.needed");
    expect(problemOf(await openModelFile(path, { unlock: saying(passphrase) })).code).toBe("vault.refused");
    expect(accepted(await openModelFile(path, { unlock: other })).draft?.document).toBe(plantedDocument(7));
    expect(shownUnder(dirname(path))).toEqual([]);
    accepted(await relock(changed, undefined));
    const plain = accepted(await openModelFile(path));
    expect(plain.draft?.document).toBe(plantedDocument(7));
    expect(plain.vault).toBeUndefined();
    expect(readdirSync(dirname(path))).toEqual(["model.pingheng"]);
  });

  it("reads a passphrase alike however its characters were typed, and refuses a short one", async () => {
    const path = at("typed/model.pingheng");
    const composed = accepted(await makeVault("caf\u00e9 ＡＢＣ 123", path));
    accepted(await relock(accepted(await saveAs(path, draftOf(1))), composed));
    accepted(await openModelFile(path, { unlock: saying("cafe\u0301 ABC 123") }));
    expect(problemOf(await makeVault("1234567", path)).code).toBe("vault.short");
    expect(problemOf(await makeVault("x".repeat(1001), path)).code).toBe("vault.short");
  });
});

describe("a draft of a locked file", () => {
  it("is appended to a log beside the file, which is not touched, and folded in on save", async () => {
    const path = at("draft/model.pingheng");
    const file = await lockedAt(path);
    const before = readFileSync(path);
    const first = accepted(await keepDraft(file, kept(1)));
    const length = statSync(logOf(path)).size;
    const second = accepted(await keepDraft(first, kept(2)));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(statSync(logOf(path)).size).toBeGreaterThan(length);
    if (process.platform !== "win32") expect(statSync(logOf(path)).mode & 0o077).toBe(0);
    expect(await draftAt(path)).toBe(plantedDocument(2));
    expect(shownUnder(dirname(path))).toEqual([]);
    const saved = accepted(await saveRevision(second, draftOf(2, { document: plantedDocument(2) })));
    expect(saved.draft).toBeNull();
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
    expect((await openHere(path, vault)).draft).toBeNull();
  });

  it("is given up with its log", async () => {
    const path = at("given-up/model.pingheng");
    const file = accepted(await keepDraft(await lockedAt(path), kept(1)));
    const without = accepted(await keepDraft(file, undefined));
    expect(readdirSync(dirname(path))).toEqual([basename(path)]);
    accepted(await keepDraft(without, kept(2)));
    expect(await draftAt(path)).toBe(plantedDocument(2));
  });

  it("keeps its attachments, also when the log is begun anew", async () => {
    const path = at("scan/model.pingheng");
    const scan = Buffer.concat([Buffer.from(planted.words[2]), Buffer.alloc(5 * 1024 * 1024, 7)]);
    const hash = sha256(scan);
    let file = await lockedAt(path);
    file = accepted(await keepDraft(file, kept(1, { attachments: [{ hash, bytes: scan }] })));
    const first = readFileSync(logOf(path));
    // Beyond its size a log is begun anew, and the bytes come from the file in memory.
    file = accepted(await keepDraft(file, kept(2, { attachments: [{ hash }] })));
    expect(readFileSync(logOf(path)).subarray(0, 25).equals(first.subarray(0, 25))).toBe(false);
    const read = await openHere(path, vault);
    expect(read.draft?.document).toBe(plantedDocument(2));
    expect(accepted(await readAttachment(read, hash, path)).length).toBe(scan.length);
    expect(shownUnder(dirname(path))).toEqual([]);
  });

  it("is the last whole one where the last was cut short, wherever the cut", async () => {
    const path = at("torn/model.pingheng");
    const first = accepted(await keepDraft(await lockedAt(path), kept(1)));
    const end = statSync(logOf(path)).size;
    accepted(await keepDraft(first, kept(2)));
    const whole = readFileSync(logOf(path));
    for (const cut of [1, 3, 4, 5, 16, 40, whole.length - end - 1]) {
      writeFileSync(logOf(path), whole.subarray(0, end + cut));
      expect(readLog(vault, readFileSync(logOf(path)))?.draft.document, `${cut}`).toBe(plantedDocument(1));
    }
    // It goes on from there, and not behind what was cut.
    const read = await openHere(path, vault);
    accepted(await keepDraft(read, kept(3)));
    expect(await draftAt(path)).toBe(plantedDocument(3));
  });

  it("stays as it was where the drive is full, and goes on once it is not", async () => {
    const path = at("full/model.pingheng");
    const first = accepted(await keepDraft(await lockedAt(path), kept(1)));
    const full = async (name: string, bytes: Uint8Array) => {
      await realDisk.append(name, bytes.subarray(0, 50));
      throw Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "write" });
    };
    const refused = await keepDraft(first, kept(2), { disk: { ...realDisk, append: full } });
    expect(problemOf(refused).code).toBe("disk.full");
    expect(await draftAt(path)).toBe(plantedDocument(1));
    accepted(await keepDraft(first, kept(3)));
    expect(await draftAt(path)).toBe(plantedDocument(3));
    expect(shownUnder(dirname(path))).toEqual([]);
  });

  it("cannot be changed, moved or taken to another file: what is read is an earlier state or none", async () => {
    const path = at("moved/model.pingheng");
    let file = await lockedAt(path);
    for (const number of [1, 2, 3]) file = accepted(await keepDraft(file, kept(number)));
    const whole = readFileSync(logOf(path));
    const honest = new Set([undefined, ...[1, 2, 3].map(plantedDocument)]);
    for (let place = 0; place < whole.length; place += 7) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0x20;
      expect(honest, `${place}`).toContain(readLog(vault, changed)?.draft.document);
    }
    const other = at("moved/other.pingheng");
    accepted(
      await relock(accepted(await saveAs(other, draftOf(9))), accepted(await makeVault("of the other one", ""))),
    );
    writeFileSync(logOf(other), whole);
    const unlock = saying("of the other one");
    expect(accepted(await openModelFile(other, { unlock })).draft).toBeNull();
  });

  it("that a save made part of the file is not offered again where the log could not be taken away", async () => {
    const path = at("cut/model.pingheng");
    const file = accepted(await keepDraft(await lockedAt(path), kept(1)));
    const disk = {
      ...realDisk,
      remove: async (name: string) => (name === logOf(path) ? undefined : realDisk.remove(name)),
    };
    const saved = accepted(await saveRevision(file, draftOf(2), { disk }));
    expect(existsSync(logOf(path))).toBe(true);
    expect((await openHere(path, vault)).draft).toBeNull();
    accepted(await keepDraft(saved, kept(4)));
    expect(await draftAt(path)).toBe(plantedDocument(4));
  });

  it("says that the file was changed elsewhere, and leaves another program's log alone", async () => {
    const path = at("elsewhere/model.pingheng");
    const file = await lockedAt(path);
    const spare = at("elsewhere/spare.pingheng");
    copyFileSync(path, spare);
    accepted(await keepDraft(file, kept(1)));
    const other = await openHere(spare, vault);
    accepted(await saveRevision(other, draftOf(2)));
    copyFileSync(spare, path);
    const found = await openHere(path, vault);
    expect(found.locked?.moved).toBe(true);
    expect(found.draft?.document).toBe(plantedDocument(1));
    expect(problemOf(await keepDraft(file, kept(2))).code).toBe("vault.draft_elsewhere");
  });
});

describe("a locked file that is not what it was", () => {
  it("is refused where any byte of it was changed, and says nothing of what it holds", async () => {
    const path = at("changed/model.pingheng");
    await lockedAt(path);
    const bytes = readFileSync(path);
    let state = 20_261_128;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const tries = Number(process.env["PINGHENG_FUZZ"] ?? 200);
    const header = Array.from({ length: 92 }, (_, place) => place);
    for (const place of [...header, bytes.length - 1, ...Array.from({ length: tries }, () => random(bytes.length))]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ (1 << random(8));
      const refusal = await openModelBytes(path, changed, { unlock: vault, timeoutMs: 5000 });
      const [problem] = refusal.ok ? [] : refusal.problems;
      expect(problem?.code, `${place}`).toMatch(/^(vault\.|file\.not_model)/);
      expect(shownIn(Buffer.from(JSON.stringify(refusal)))).toEqual([]);
    }
  }, 60_000);

  it("is refused where it was cut short or added to", async () => {
    const path = at("short/model.pingheng");
    await lockedAt(path);
    const bytes = readFileSync(path);
    for (const length of [8, 30, 63, 64, 80, 92, bytes.length >> 1, bytes.length - 1]) {
      const short = await openModelBytes(path, bytes.subarray(0, length), { unlock: vault });
      expect(problemOf(short).code).toBe("vault.damaged");
    }
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(1)]));
    expect(problemOf(await untouched(path, () => opened(path))).code).toBe("vault.damaged");
  });

  it("gives the same refusal to a wrong passphrase as to a changed byte", async () => {
    const path = at("wrong/model.pingheng");
    await lockedAt(path);
    const wrong = problemOf(await untouched(path, () => openModelFile(path, { unlock: saying("horse staple") })));
    const changed = readFileSync(path);
    changed[500] = (changed[500] ?? 0) ^ 1;
    writeFileSync(path, changed);
    expect(problemOf(await opened(path))).toEqual(wrong);
    expect(problemOf(await openModelFile(path)).code).toBe("vault.needed");
  });

  it("asks in vain for more memory than this program would have used, and for less work", async () => {
    const path = at("hostile/model.pingheng");
    await lockedAt(path);
    const bytes = readFileSync(path);
    let asked = 0;
    const unlock = async () => {
      asked += 1;
      return succeed(passphrase);
    };
    for (const [place, value] of [
      [9, 255],
      [9, 31],
      [9, 19],
      [9, 16],
      [9, 0],
      [10, 255],
      [10, 0],
      [11, 255],
      [11, 0],
    ] as const) {
      const hostile = Buffer.from(bytes);
      hostile[place] = value;
      expect(problemOf(await openModelBytes(path, hostile, { unlock })).code).toBe("vault.damaged");
    }
    // Nothing was stretched, and nobody was asked for a passphrase.
    expect(asked).toBe(0);
    const later = Buffer.from(bytes);
    later[8] = 9;
    expect(problemOf(await openModelBytes(path, later, { unlock })).code).toBe("vault.version");
  });

  it("writes nothing twice alike: equal contents under one key give other bytes", () => {
    const plain = Buffer.from(plantedDocument());
    const [one, two] = [lockedBytes(vault, plain), lockedBytes(vault, plain)];
    expect(accepted(headerOf(one, "")).cost).toEqual({ logN: 17, r: 8, p: 1 });
    expect(Buffer.from(one.subarray(64)).equals(two.subarray(64))).toBe(false);
  });
});

describe("what lies in the folder of a locked file", () => {
  it("shows nothing at any step of saving, drafting and sealing that is cut short", async () => {
    const path = at("steps/model.pingheng");
    let file = await lockedAt(path);
    const folder = dirname(path);
    const steps: string[] = [];
    const look = (name: string) => {
      steps.push(name);
      expect(shownUnder(folder)).toEqual([]);
    };
    const disk = {
      ...realDisk,
      create: async (name: string, mode?: number) => {
        const out = await realDisk.create(name, mode);
        look("create");
        return { ...out, sync: () => out.sync().then(() => look("synced")) };
      },
      append: async (name: string, bytes: Uint8Array) => {
        await realDisk.append(name, bytes.subarray(0, bytes.length >> 1));
        look("half");
        await realDisk.append(name, bytes.subarray(bytes.length >> 1));
        look("append");
      },
      rename: async (from: string, to: string) => {
        look("rename");
        await realDisk.rename(from, to);
        look("renamed");
      },
      remove: async (name: string) => {
        look("remove");
        await realDisk.remove(name);
      },
    };
    file = accepted(await keepDraft(file, kept(1), { disk }));
    file = accepted(await keepDraft(file, kept(2), { disk }));
    file = accepted(await sealHead(file, { at: when, author: planted.words[1], note: planted.words[0] }, { disk }));
    file = accepted(await keepDraft(file, kept(3), { disk }));
    accepted(await saveRevision(file, draftOf(2, { document: plantedDocument(3) }), { disk }));
    expect(steps).toContain("half");
    expect(steps.filter((name) => name === "renamed").length).toBeGreaterThanOrEqual(4);
    expect(readdirSync(folder)).toEqual(["model.pingheng"]);
  });
});
