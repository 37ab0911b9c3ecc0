import type { ClauseView, Lang } from "../app/contract.ts";
import { shown } from "../app/log.ts";
import type { Problem } from "../models/wording/problem.ts";

/** What other programs read off the exit status. */
export const Exit = {
  done: 0,
  /** A finding of severity R, a required verdict unmet, or no answer. */
  unmet: 1,
  /** The input or the call is wrong. */
  badCall: 2,
  /** The file is damaged or tampered with. */
  damaged: 3,
  /** The time limit was reached, or the work is beyond what is computed at all. */
  limit: 4,
  ourBug: 70,
} as const;

/** What a command says where its words do not go to the terminal. */
export interface Said {
  /** The JSON value it prints, as text. */
  json?: string;
  readonly problems: Problem[];
  readonly notes: string[];
}

let hearer: Said | undefined;

/** Runs a command and keeps what it says. One at a time: a thread of jobs runs them one after the other. */
export async function overheard(work: () => Promise<number>): Promise<Said & { readonly exit: number }> {
  const said: Said = { problems: [], notes: [] };
  hearer = said;
  try {
    const exit = await work();
    return { ...said, exit };
  } finally {
    hearer = undefined;
  }
}

/** A verdict at a glance, by whether it is met. */
export const VERDICT_MARK = { true: "✓", false: "✗", null: "–" } as const;

/** One JSON value on stdout. A number that is none leaves as null, and nothing in it can move a terminal. */
export function printJson(value: unknown): void {
  const text = shown(JSON.stringify(value));
  if (hearer === undefined) process.stdout.write(`${text}\n`);
  else hearer.json = text;
}

export function printLine(text = ""): void {
  if (hearer === undefined) process.stdout.write(`${shown(text)}\n`);
  else hearer.notes.push(text);
}

export function printError(text: string): void {
  if (hearer === undefined) process.stderr.write(`${shown(text)}\n`);
  else hearer.notes.push(text);
}

/** Law, number and article; a clause that no pack has is named by its id alone. */
export function citedText({ id, source }: ClauseView, lang: Lang): string {
  return source?.[lang] ?? id;
}

/** Says on stderr what is wrong with a model that could be computed all the same. */
export function sayProblems(problems: readonly Problem[], lang: Lang): void {
  if (hearer === undefined) for (const problem of problems) printError(problemLine(problem, lang));
  else hearer.problems.push(...problems);
}

/** Says what went wrong on stderr, a line each, and gives the exit status that follows from it. */
export function printProblems(problems: readonly Problem[], lang: Lang): number {
  sayProblems(problems, lang);
  return exitOf(problems);
}

/** The exit status that follows from what went wrong. */
export function exitOf(problems: readonly Problem[]): number {
  if (problems.some(({ code }) => code.startsWith("limit."))) return Exit.limit;
  return problems.some(({ code }) => code.startsWith("file.")) ? Exit.damaged : Exit.badCall;
}

function problemLine({ code, path, message, hint }: Problem, lang: Lang): string {
  return `${code} ${path}: ${message[lang]}${hint === undefined ? "" : ` (${hint[lang]})`}`;
}

/** A bar on stderr while it is a terminal; nothing otherwise. */
export function progressBar(): { readonly show: (done: number, total: number) => void; readonly end: () => void } {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  const width = 30;
  return {
    show: (done, total) => {
      const filled = Math.round((width * done) / Math.max(total, 1));
      process.stderr.write(`\r[${"#".repeat(filled)}${".".repeat(width - filled)}] ${done}/${total}`);
    },
    end: () => {
      process.stderr.write("\r\x1b[K");
    },
  };
}

/** Columns aligned for a terminal; wide characters count double. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
  for (const row of rows)
    printLine(
      row
        .map((cell, index) =>
          index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - displayWidth(cell)),
        )
        .join("  "),
    );
}

function displayWidth(text: string): number {
  return [...text].reduce(
    (width, char) =>
      width +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(char)
        ? 2
        : 1),
    0,
  );
}

/** A number of things as English counts them; the plural ends in s. */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;
