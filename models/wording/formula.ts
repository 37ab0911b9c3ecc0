import { formulaEn } from "./en/formula.ts";
import type { Lang } from "./text.ts";
import { formulaZh } from "./zh/formula.ts";

/** Words used where a formula is written out for people. */
export interface FormulaWords {
  /** Function name → word; a function that is not listed keeps its name. */
  readonly functions: Readonly<Record<string, string>>;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  /** A cell that by its nature has no answer. */
  readonly none: string;
}

export const formulaWords: Readonly<Record<Lang, FormulaWords>> = { zh: formulaZh, en: formulaEn };
