import { writeTextFile } from "../../db/disk/text.ts";
import type { RuleBook } from "../../models/checks/rulebook/book.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { Lang } from "../contract.ts";
import { rulePage } from "./page.ts";

/** Writes the rule book as a page to print and sign, as a whole or not at all; `fresh` where nothing may be at the path. */
export function writeRulePage(path: string, book: RuleBook, lang: Lang, fresh: boolean): Promise<Result<void>> {
  return writeTextFile(path, rulePage(book, lang), { fresh });
}
