import { type LanguageArgs, type LanguageCode, languageProblem } from "../wording/language.ts";
import type { Problem } from "../wording/problem.ts";

/**
 * Carries the first thing wrong with a formula from deep inside parser or builder to the line that owns it, where it becomes
 * a `Problem` value. It never leaves this folder.
 */
export class Refusal extends Error {
  readonly toProblem: (path: string) => Problem;

  constructor(code: LanguageCode, toProblem: (path: string) => Problem) {
    super(code);
    this.toProblem = toProblem;
  }
}

/** Gives up on the formula being read; `place` is where the document is wrong, if that is not the line itself. */
export function refuse<K extends LanguageCode>(code: K, args: LanguageArgs[K], place?: string): never {
  throw new Refusal(code, (path) => languageProblem(code, args, place ?? path));
}

/** Runs one formula's work; a refusal becomes a problem at `path`, anything else is a programming error and is thrown on. */
export function catchRefusal<T>(
  path: string,
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem } {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.toProblem(path) };
    throw error;
  }
}
