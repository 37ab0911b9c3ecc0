import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdFile } from "../../db/disk/hold.ts";
import { openModelFile, relock, saveAs, saveRevision } from "../../db/model-file.ts";
import { churnVault, numberIn, revisionBefore, stepOf } from "./support/churn.ts";
import { draftOf } from "./support/drafts.ts";
import { temporaryFolder } from "./support/folder.ts";
import { openHere } from "./support/here.ts";
import { shownUnder } from "./support/planted.ts";
import { accepted } from "./support/result.ts";

const at = temporaryFolder();
const source = new URL("./support/churner.ts", import.meta.url).pathname;
const root = new URL("../../", import.meta.url).pathname;
/** Beside the other built programs, where it finds the database's own code. */
const built = join(root, "dist", `churner-${process.pid}`);
const program = join(built, "churner.js");

// Hundreds of starts: a program of one file starts four times as fast.
beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: "error",
    ssr: { noExternal: true, external: ["better-sqlite3"] },
    build: { ssr: source, outDir: built, minify: true },
  });
}, 120_000);
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** `PINGHENG_KILLS` gives more. */
const kills = Number(process.env["PINGHENG_KILLS"] ?? 250);
/** A file is churned by so many programs one after the other; then it has grown enough. */
const lives = 20;
/** Within this a program that has begun to write is killed; a writing takes about a tenth of it. */
const lifeMaxUs = 8_000;

/** Random numbers below 1 that follow from a seed. */
function* randoms(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A timer keeps whole milliseconds; the rest is waited out. */
async function waitUs(us: number): Promise<void> {
  const end = performance.now() + us / 1000;
  if (us > 2000) await new Promise((resolve) => setTimeout(resolve, Math.floor(us / 1000) - 1));
  while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
}

interface Life {
  readonly confirmed: number;
  /** Whether it was killed, and did not end by itself. */
  readonly killed: boolean;
}

/** One program that writes until it is killed, some moment after its first confirmed writing. */
async function live(path: string, seed: number, us: number, how: How): Promise<Life> {
  const child: ChildProcess = spawn(process.execPath, [program, path, `${seed}`, how], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let wrong = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    wrong += chunk.toString("utf8");
  });
  const ended = once(child, "close");
  const began = new Promise<void>((resolve) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      resolve();
    });
  });
  await Promise.race([began, ended]);
  await waitUs(us);
  child.kill("SIGKILL");
  const [, signal] = await ended;
  expect(wrong).toBe("");
  const lines = said.split("\n").filter((line) => line !== "");
  return { confirmed: Number(lines.at(-1) ?? 0), killed: signal === "SIGKILL" };
}

type How = "plain" | "locked";

interface Tally {
  kills: number;
  /** Files that held a writing nobody had been told of. */
  ahead: number;
  drafts: number;
  leftovers: number;
}

async function churn(seed: number, programs: number, tally: Tally, how: How): Promise<void> {
  const path = at(`${how}-${seed}/model.pingheng`);
  const first = accepted(await saveAs(path, draftOf(1, { document: JSON.stringify({ number: 0 }), note: "0" })));
  if (how === "locked") accepted(await relock(first, churnVault));
  const random = randoms(seed);
  for (let count = 0; count < programs; count += 1) {
    const { confirmed, killed } = await live(path, seed, random.next().value * lifeMaxUs, how);
    expect(killed).toBe(true);
    const found = await openHere(path, how === "locked" ? churnVault : undefined);
    if (how === "locked") expect(shownUnder(dirname(path))).toEqual([]);
    const number = numberIn(found);
    // The last confirmed writing, or the one that was under way.
    expect([confirmed, confirmed + 1], `${seed}: ${count}`).toContain(number);
    expect(Number(found.revision.note)).toBe(revisionBefore(seed, number));
    const step = stepOf(seed, number);
    const text = step.kind === "draft" ? step.draft.document : step.revision.document;
    expect(found.draft?.document ?? found.revision.document).toBe(text);
    expect(found.draft === null).toBe(step.kind === "revision");
    tally.kills += 1;
    tally.ahead += number - confirmed;
    tally.drafts += found.draft === null ? 0 : 1;
    tally.leftovers += readdirSync(dirname(path)).some((name) => /\.(tmp|lock)$/.test(name)) ? 1 : 0;
  }
  const hold = accepted(await holdFile(path));
  accepted(await saveRevision(accepted(await openModelFile(path, { unlock: churnVault })), draftOf(3)));
  await hold.release();
  expect(readdirSync(dirname(path))).toEqual(["model.pingheng"]);
}

describe("programs killed at any moment while they save and autosave", () => {
  it("leave a sound file with the last confirmed revision and draft, and nothing that stays beside it", {
    timeout: 600_000,
  }, async () => {
    const tally: Tally = { kills: 0, ahead: 0, drafts: 0, leftovers: 0 };
    const seeds = Array.from({ length: Math.ceil(kills / lives) }, (_, index) => index + 1);
    const next = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await churn(seed, lives, tally, "plain");
    };
    await Promise.all([next(), next()]);
    expect(tally.kills).toBeGreaterThanOrEqual(kills);
    // The moments are spread over the writings: some were cut short, some had just been done.
    expect(tally.leftovers).toBeGreaterThan(kills / 20);
    expect(tally.ahead).toBeGreaterThan(0);
    expect(tally.drafts).toBeGreaterThan(kills / 4);
  });

  it("leave a locked file as sound, with its drafts beside it, and show nothing of it", {
    timeout: 300_000,
  }, async () => {
    const tally: Tally = { kills: 0, ahead: 0, drafts: 0, leftovers: 0 };
    for (const seed of [101, 102, 103].slice(0, Math.max(1, Math.ceil(kills / 250))))
      await churn(seed, lives, tally, "locked");
    expect(tally.kills).toBeGreaterThanOrEqual(lives);
    expect(tally.drafts).toBeGreaterThan(tally.kills / 4);
  });
});
