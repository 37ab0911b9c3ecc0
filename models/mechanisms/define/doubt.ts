import type { Row } from "./component.ts";
import { type LineSpec, scalar } from "./lines.ts";

/**
 * 输入不起作用: an input that other inputs make ineffective, or that contradicts them. Where the formula is above 0 the results carry a problem at
 * that input with these words, so that what was entered never goes without a word.
 */
export function doubt(name: string, at: string, zh: string, en: string, formula: string): LineSpec {
  return scalar(name, zh, en, formula, { unit: "1", role: "doubt", tags: { at } });
}

/** The same of what is on the safe side: a note beside the verdicts, no condition of any. */
export function unusedNote(...[name, at, zh, en, formula]: Parameters<typeof doubt>): LineSpec {
  return scalar(name, zh, en, formula, { unit: "1", role: "doubt", tags: { at, safe: "yes" } });
}

/** More than a fen: what rounding leaves is no amount. */
export const FEN = "1 CNY / 100";

/** 金额为零的成本行: a row of cost that comes to nothing hides a cost behind a row; `column` is where one would look first. */
export function costsNothing(row: Row, column: string, amount: string): LineSpec {
  return doubt(
    "costs_nothing",
    `items/${row.id}/${column}`,
    "该行金额为 0(单价、数量、费率或计量基数为 0)",
    "the row comes to 0: its price, quantity, rate or what it is measured by is 0",
    `${amount} > ${FEN} ? 0 : 1`,
  );
}
