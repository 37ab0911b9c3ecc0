import type { FormulaWords } from "../formula.ts";

/** Words of formulas written out in English: the names of the language itself. */
export const formulaEn: FormulaWords = {
  running: "running",
  ytd: "ytd",
  cummin: "cummin",
  cummax: "cummax",
  since: "since",
  years: "years",
};
