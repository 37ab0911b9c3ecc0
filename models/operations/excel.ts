import type { Node } from "../language/graph.ts";

/**
 * Where the cells of a printed model lie. Every text handed out is a reference, a literal, a call or in parentheses, so that it can stand
 * beside any operator; nothing is used that Excel 2010 and WPS lack.
 */
export interface Sheet {
  /** An operand: its own formula, or the cell that holds it. */
  text(node: Node): string;
  /** The same where true or false is asked for. */
  test(node: Node): string;
  /** The line's cell in this period's column, the one cell of a scalar line. */
  cell(line: number): string;
  /** Its cell one column before, in the first period that of the opening value. */
  before(line: number): string;
  /** Its cells of all periods side by side, without the opening value. */
  row(line: number): string;
  /** Its values in the steps of a reducer side by side, by period or by statement year, and the sums of these so far. */
  steps(node: Node, series: number): string;
  running(node: Node, series: number): string;
  /** A rate near the one rate of return of these, from which a search finds it; an error where there are several. */
  guess(node: Node, series: number): string;
  /** The cells of a list one below or beside the other. */
  list(nodes: readonly Node[]): string;
  /** The same of what has to ascend, ties allowed: where it does not, the first is no value. */
  ascending(nodes: readonly Node[]): string;
  /** The same side by side, last first. */
  reversed(nodes: readonly Node[]): string;
  /** Number of this period, from 1. */
  readonly t: string;
  /** First months of all periods side by side, and the months of one. */
  readonly months: string;
  readonly stepMonths: string;
}

/** A node as a formula of spreadsheets, without the equals sign: its number, or whether it is true. */
export interface Excel {
  readonly number: (node: Node, sheet: Sheet) => string;
  readonly test: (node: Node, sheet: Sheet) => string;
}

/** Prints a number; true is what is not zero. */
export function printed(number: Excel["number"]): { readonly excel: Excel } {
  return { excel: { number, test: (node, sheet) => `(${number(node, sheet)}<>0)` } };
}

/** Prints what is true or false; as a number 1 or 0. */
export function printedTruth(test: Excel["test"]): { readonly excel: Excel } {
  return { excel: { number: (node, sheet) => `IF(${test(node, sheet)},1,0)`, test } };
}

/** Operands with a sign between them. */
export function signed(sign: string): { readonly excel: Excel } {
  return printed(({ args }, sheet) => `(${args.map((arg) => sheet.text(arg)).join(sign)})`);
}

/** A function of the spreadsheet that takes the operands as they are. */
export function spreadsheetCall(name: string): { readonly excel: Excel } {
  return printed(({ args }, sheet) => `${name}(${args.map((arg) => sheet.text(arg)).join(",")})`);
}

/** An operand as a whole number; a literal is one already. */
export function whole(node: Node, sheet: Sheet): string {
  return node.text === undefined ? `ROUND(${sheet.text(node)},0)` : String(Math.round(Number(node.text)));
}
