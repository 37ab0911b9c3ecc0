import type { CellPlace, EngineWording } from "../engines.ts";
import { monthText } from "../month.ts";

const at = ({ line, period, month }: CellPlace): string => {
  const name = `${line.label.en} (${line.id})`;
  if (period === 0) return name;
  return `${name}, period ${period}${month === undefined ? "" : ` (${monthText(month)})`}`;
};

/** Reasons for cells without a value, in English. */
export const enginesEn: EngineWording = {
  divisionByZero: (a) => ({
    message: `${at(a)}: the divisor is zero, there is no result.`,
    hint: "Where a divisor can be zero, write condition ? value : 0.",
  }),
  powerUndefined: (a) => ({
    message: `${at(a)}: the power has no value (a fractional power of a negative number, or a negative power of zero).`,
    hint: "Check the base and the exponent.",
  }),
  logUndefined: (a) => ({
    message: `${at(a)}: zero and negative numbers have no logarithm.`,
    hint: "Check the argument of ln.",
  }),
  rootUndefined: (a) => ({
    message: `${at(a)}: a negative number has no square root.`,
    hint: "Check the argument of sqrt.",
  }),
  tooLarge: (a) => ({
    message: `${at(a)}: the number is too large to compute with.`,
    hint: "Check growth rates, exponents and units.",
  }),
  tableOrder: (a) => ({
    message: `${at(a)}: the first column of the table is not in ascending order.`,
    hint: "Sort the rows of the table in ascending order.",
  }),
  noOperand: (a) => ({ message: `${at(a)}: there are no values to compare.` }),
  missingInput: (a) => ({ message: `${at(a)}: no value has been given.`, hint: "Fill in this input." }),
  finance: (a) => ({ message: `${at(a)}: function ${a.fn} has no result: ${a.reason.en}` }),
  restsOnGap: (a) => ({ message: `${at(a)}: ${a.source.label.en} (${a.source.id}), which it rests on, has no value.` }),
};
