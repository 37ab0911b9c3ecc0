import { closeSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import type { Lang } from "../app/contract.ts";
import { shown } from "../app/log.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";
import type { Text } from "../models/wording/text.ts";
import { vaultProblem } from "../models/wording/vault.ts";

/** As many passphrases as anybody gives one command. */
const BYTES_MAX = 64 * 1024;

const ASKED = {
  current: { zh: "口令", en: "passphrase of" },
  next: { zh: "新口令", en: "new passphrase for" },
  again: { zh: "再输一次", en: "once more, for" },
} satisfies Record<string, Text>;

/**
 * Where a command's passphrases come from: the terminal, without showing them, or a file descriptor, a line each. Never from its arguments or
 * its environment, which other users and the shell's history can see.
 */
export class Passphrases {
  readonly #descriptor: number | undefined;
  readonly #lang: Lang;
  /** By path: a file that is read twice is asked for once. */
  readonly #known = new Map<string, Result<string>>();
  #lines: string[] | undefined;

  constructor(descriptor: number | undefined, lang: Lang) {
    this.#descriptor = descriptor;
    this.#lang = lang;
  }

  /** The passphrase of a file that is locked. */
  readonly unlock = async (path: string): Promise<Result<string>> => {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const given = await this.#ask("current", path);
    this.#known.set(path, given);
    return given;
  };

  /** A new passphrase; typed twice on a terminal, where nobody sees what was typed. */
  async next(path: string): Promise<Result<string>> {
    const first = await this.#ask("next", path);
    if (!first.ok || this.#descriptor !== undefined) return first;
    const again = await this.#ask("again", path);
    if (!again.ok) return again;
    return again.value === first.value ? first : fail(vaultProblem("differ", path));
  }

  async #ask(what: keyof typeof ASKED, path: string): Promise<Result<string>> {
    if (this.#descriptor !== undefined) {
      this.#lines ??= linesOf(this.#descriptor);
      const line = this.#lines.shift();
      return line === undefined || line === "" ? fail(vaultProblem("no_line", path)) : succeed(line);
    }
    if (!process.stdin.isTTY) return fail(vaultProblem("no_terminal", path));
    const typed = await typedUnseen(`${ASKED[what][this.#lang]} ${shown(path)}: `);
    return typed === undefined ? fail(vaultProblem("needed", path)) : succeed(typed);
  }
}

function linesOf(descriptor: number): string[] {
  const bytes = Buffer.alloc(BYTES_MAX);
  let length = 0;
  try {
    for (let read = 1; read > 0 && length < BYTES_MAX; length += read)
      read = readSync(descriptor, bytes, length, BYTES_MAX - length, null);
    if (descriptor > 2) closeSync(descriptor);
  } catch (error) {
    // A descriptor that is not open has no line; whoever wants one says so.
    if (!(error instanceof Error) || !("code" in error)) throw error;
  }
  const text = bytes.subarray(0, length).toString("utf8");
  bytes.fill(0);
  return text.split(/\r?\n/);
}

/** What is typed on the terminal, which shows the question alone; undefined where the person gives up. */
function typedUnseen(question: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    process.stderr.write(question);
    const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
    const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true, historySize: 0 });
    const finish = (typed: string | undefined): void => {
      process.stderr.write("\n");
      resolve(typed);
      terminal.close();
    };
    terminal.once("SIGINT", () => finish(undefined));
    terminal.once("close", () => resolve(undefined));
    terminal.question("", finish);
  });
}
