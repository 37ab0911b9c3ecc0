import { formulaEn } from "./en/formula.ts";
import type { Lang } from "./text.ts";
import { formulaZh } from "./zh/formula.ts";

/** What the functions are called that formulas have and the core has not; operations bring their own words. */
export interface FormulaWords {
  readonly running: string;
  readonly ytd: string;
  readonly cummin: string;
  readonly cummax: string;
  readonly since: string;
  readonly years: string;
}

export const formulaWords: Readonly<Record<Lang, FormulaWords>> = { zh: formulaZh, en: formulaEn };
