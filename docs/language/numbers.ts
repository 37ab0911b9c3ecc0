import { type Entries, entry, number } from "./example.ts";

/** Functions of the values of one period. */
export const numbers: Entries = {
  min: entry("min(a, b, …)", "最小;未填的输入不参与", "the least; inputs left out set no bound", {
    formula: "min(x, 45 CNY, cap)",
    gives: "-100 30 40 45 45 45",
  }),
  max: entry("max(a, b, …)", "最大;未填的输入不参与", "the greatest; inputs left out set no bound", {
    formula: "max(x, 0)",
    gives: "0 30 40 50 60 70",
  }),
  abs: entry("abs(x)", "绝对值", "absolute value", { formula: "abs(x)", gives: "100 30 40 50 60 70" }),
  floor: entry("floor(x)", "向下取整", "down to a whole number", { formula: "floor(0 - 2.5)", gives: "-3", ...number }),
  ceil: entry("ceil(x)", "向上取整", "up to a whole number", { formula: "ceil(2.1)", gives: "3", ...number }),
  round: entry("round(x[, digits])", "四舍五入,五入远离零", "rounded, halves away from zero", {
    formula: "round(0 - 2.345, 2)",
    gives: "-2.35",
    ...number,
  }),
  sqrt: entry("sqrt(x)", "平方根", "square root", { formula: "sqrt(2)", gives: "1.41421", ...number }),
  exp: entry("exp(x)", "e的x次方", "e to the power of x", { formula: "exp(1)", gives: "2.71828", ...number }),
  ln: entry("ln(x)", "自然对数", "natural logarithm", { formula: "ln(10)", gives: "2.30259", ...number }),
};
