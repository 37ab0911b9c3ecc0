import type { FormulaWords } from "../formula.ts";

/** Words of formulas written out in Chinese. */
export const formulaZh: FormulaWords = {
  running: "累计",
  ytd: "本年累计",
  cummin: "历史最小",
  cummax: "历史最大",
  since: "自成立起期数",
  years: "按报表年",
};
