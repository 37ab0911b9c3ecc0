import type { Decimal } from "decimal.js";
import type { Refusal } from "../../finance/refusal.ts";
import type { Relation } from "../../language/graph.ts";

/**
 * One number system as the engines use it. Every result is either finite or `nothing`, the undefined value: operations never throw, and
 * `nothing` in gives `nothing` out. Ties are those of `ties.ts`.
 */
export interface Arithmetic<V> {
  readonly name: "record" | "kernel";
  readonly zero: V;
  readonly one: V;
  /** The undefined value (division by zero, logarithm of a negative, overflow, missing input). */
  readonly nothing: V;
  isDefined(a: V): boolean;
  /** A decimal literal; `nothing` if the text is not a finite number. */
  literal(text: string): V;
  integer(n: number): V;
  /** Nearest float64, NaN for `nothing`; for display and for decisions that need no exactness. */
  toNumber(a: V): number;
  /** Plain decimal notation without an exponent; empty for `nothing`. */
  toText(a: V): string;
  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  mul(a: V, b: V): V;
  div(a: V, b: V): V;
  neg(a: V): V;
  min(a: V, b: V): V;
  max(a: V, b: V): V;
  /** 1, 0 or `nothing`. */
  compare(rel: Relation, a: V, b: V, absTol: number): V;
  /** Is the value other than zero? `undefined` for `nothing`. */
  truth(a: V): boolean | undefined;
  /** Nearest integer as a float64, half away from zero; NaN for `nothing`. */
  nearest(a: V): number;
  /** A meaning given for both number systems. */
  apply(meaning: Meaning, args: readonly V[]): V;
  /** A spreadsheet function, or the reason why it has no answer. */
  spreadsheet(call: Spreadsheet, args: readonly V[]): V | Refusal;
}

/** What cannot be said in the operations above, said for each number system; asked with defined arguments only, and free to give what is not finite. */
export interface Meaning {
  decimal(...args: Decimal[]): Decimal;
  float(...args: number[]): number;
}

/** Takes one kind of number throughout and answers in it. */
export interface Spreadsheet {
  (...args: Decimal[]): Decimal | Refusal;
  (...args: number[]): number | Refusal;
}
