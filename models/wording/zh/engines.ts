import type { CellPlace, EngineWording } from "../engines.ts";
import { monthText } from "../month.ts";

const at = ({ line, period, month }: CellPlace): string => {
  const name = `${line.label.zh} (${line.id})`;
  if (period === 0) return name;
  return `${name} 第 ${period} 期${month === undefined ? "" : `（${monthText(month)}）`}`;
};

/** Reasons for cells without a value, in Chinese. */
export const enginesZh: EngineWording = {
  divisionByZero: (a) => ({
    message: `${at(a)}：除数为零，没有结果。`,
    hint: "除数可能为零时，请写成 条件 ? 值 : 0 的形式。",
  }),
  powerUndefined: (a) => ({
    message: `${at(a)}：乘方没有结果（负数的非整数次方，或零的负数次方）。`,
    hint: "请检查底数与指数。",
  }),
  logUndefined: (a) => ({ message: `${at(a)}：零和负数没有对数。`, hint: "请检查 ln 的自变量。" }),
  rootUndefined: (a) => ({ message: `${at(a)}：负数没有平方根。`, hint: "请检查 sqrt 的自变量。" }),
  tooLarge: (a) => ({ message: `${at(a)}：数值过大，超出可计算范围。`, hint: "请检查增长率、指数和单位。" }),
  tableOrder: (a) => ({ message: `${at(a)}：所查表的第一列没有从小到大排列。`, hint: "请按升序排列表中各行。" }),
  noOperand: (a) => ({ message: `${at(a)}：没有可供比较的数值。` }),
  missingInput: (a) => ({ message: `${at(a)}：尚未给出数值。`, hint: "请填写此项输入。" }),
  finance: (a) => ({ message: `${at(a)}：函数 ${a.fn} 没有结果：${a.reason.zh}` }),
  restsOnGap: (a) => ({ message: `${at(a)}：所依据的 ${a.source.label.zh} (${a.source.id}) 没有数值。` }),
};
