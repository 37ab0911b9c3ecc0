import type { OperationName } from "../operations/table.ts";
import type { Relation } from "./graph.ts";

/** Character offsets into the formula as its author wrote it; `to` is exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type SelectionValue =
  /** `revenue.sale` or, with `wildcard`, `revenue.*`. */
  | { readonly type: "word"; readonly text: string; readonly wildcard: boolean }
  | { readonly type: "number"; readonly text: string }
  /** The value the line that owns the formula has itself. */
  | { readonly type: "self" };

/** One condition of a selection, `key rel value` or `key = in(value, value)`. */
export interface SelectionTerm {
  readonly key: string;
  readonly rel: Relation;
  readonly values: readonly SelectionValue[];
}

/** Functions over time that are written with several operations. */
export type TimeMacro = "window" | "running" | "ytd" | "yearly" | "cummin" | "cummax" | "since" | "years" | "basis";

/** Functions whose argument is a name, not a value. */
export type ReferenceMacro = "param" | "during" | "counted" | "recorded" | "given";

export type Macro = TimeMacro | ReferenceMacro | "sumrows";

export type FunctionName = OperationName | Macro;

export type CallExpression = Extract<Expression, { kind: "call" }>;

/** A formula whose syntax is checked; names are not yet looked up and units not yet known. */
export type Expression = { readonly span: Span } & (
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "selection"; readonly terms: readonly SelectionTerm[] }
  | { readonly kind: "call"; readonly fn: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: "prefix"; readonly op: "-" | "not"; readonly a: Expression }
  | {
      readonly kind: "binary";
      readonly op: "+" | "-" | "*" | "/" | "^";
      readonly a: Expression;
      readonly b: Expression;
    }
  | { readonly kind: "logic"; readonly op: "and" | "or"; readonly a: Expression; readonly b: Expression }
  | { readonly kind: "compare"; readonly rel: Relation; readonly a: Expression; readonly b: Expression }
  | { readonly kind: "if"; readonly cond: Expression; readonly yes: Expression; readonly no: Expression }
);
