import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { limits } from "../layout/limits.ts";
import { readBounded } from "./read.ts";
import { type ReplaceOptions, replaceFile } from "./replace.ts";

/**
 * Reads a plain text file, such as a model document kept as `.json`.
 * @returns its text without a byte order mark; a problem where it is missing, too large or not UTF-8
 */
export async function readTextFile(path: string): Promise<Result<string>> {
  const bytes = await readBounded(path, limits.documentBytes);
  if (!bytes.ok) return bytes;
  try {
    return succeed(new TextDecoder("utf-8", { fatal: true }).decode(bytes.value));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(fileProblem("not_utf8", {}, path));
  }
}

/** Writes a plain text file as a whole or not at all. */
export function writeTextFile(path: string, text: string, options: ReplaceOptions = {}): Promise<Result<void>> {
  return replaceFile(path, Buffer.from(text, "utf8"), options);
}
