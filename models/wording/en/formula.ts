import type { FormulaWords } from "../formula.ts";

/** Words of formulas written out in English: the names of the language itself. */
export const formulaEn: FormulaWords = {
  functions: {},
  and: "and",
  or: "or",
  not: "not",
  none: "none",
};
