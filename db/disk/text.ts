import type { Result } from "../../models/wording/problem.ts";
import { type ReplaceOptions, replaceFile } from "./replace.ts";

/** Writes a plain text file, such as a model document kept as `.json`, as UTF-8: as a whole or not at all. */
export function writeTextFile(path: string, text: string, options: ReplaceOptions = {}): Promise<Result<void>> {
  return replaceFile(path, Buffer.from(text, "utf8"), options);
}
