import type { FormulaWords } from "../formula.ts";

/** Words of formulas written out in Chinese. */
export const formulaZh: FormulaWords = {
  functions: {
    prev: "上期",
    lag: "滞后",
    running: "累计",
    total: "全期合计",
    at: "时点值",
    convolve: "按曲线分布",
    ytd: "本年累计",
    cummin: "历史最小",
    cummax: "历史最大",
    since: "自成立起期数",
    lookup: "查表",
    brackets: "分档计算",
    min: "最小",
    max: "最大",
    abs: "绝对值",
    floor: "向下取整",
    ceil: "向上取整",
    round: "四舍五入",
    sqrt: "平方根",
    exp: "指数",
    ln: "自然对数",
    effect: "实际利率",
    nominal: "名义利率",
  },
  and: "且",
  or: "或",
  not: "非",
};
