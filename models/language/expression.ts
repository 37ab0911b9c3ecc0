import type { OperationName } from "../operations/table.ts";
import type { Relation } from "./graph.ts";
import type { WrittenName } from "./written.ts";

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

/** What becomes of the lines a selection finds: added up, or the largest of them. */
export type Gathering = "sum" | "latest";

/** A selection by the name its mechanism gave it, as in `sum(sales)`. */
export interface NamedSelection {
  readonly name: string;
  readonly span: Span;
}

/** Functions over time that are written with several operations. */
export type TimeMacro = "window" | "running" | "ytd" | "yearly" | "cummin" | "cummax" | "since" | "years" | "basis";

/** Functions whose argument is a name, not a value. */
export type ReferenceMacro = "param" | "during" | "counted" | "recorded" | "given";

export type Macro = TimeMacro | ReferenceMacro | "sumrows";

export type FunctionName = OperationName | Macro | WrittenName;

export type CallExpression = Extract<Expression, { kind: "call" }>;

/** A formula whose syntax is checked; names are not yet looked up and units not yet known. */
export type Expression = { readonly span: Span } /** A literal; with `unit` a quantity such as `12 mo`. */ & (
  | { readonly kind: "number"; readonly text: string; readonly unit?: string }
  | { readonly kind: "name"; readonly name: string }
  /** `named`: selections the mechanism declared, whose conditions are added. */
  | {
      readonly kind: "selection";
      readonly by: Gathering;
      readonly terms: readonly SelectionTerm[];
      readonly named: readonly NamedSelection[];
    }
  | { readonly kind: "call"; readonly fn: FunctionName; readonly args: readonly Expression[] }
  | { readonly kind: "prefix"; readonly op: "-" | "not"; readonly a: Expression }
  | {
      readonly kind: "binary";
      readonly op: "+" | "-" | "*" | "/" | "^";
      readonly a: Expression;
      readonly b: Expression;
    }
  /** `grouped`: in parentheses of its own, so that it is no link of a longer chain of `or`. */
  | {
      readonly kind: "logic";
      readonly op: "and" | "or";
      readonly a: Expression;
      readonly b: Expression;
      readonly grouped?: true;
    }
  | { readonly kind: "compare"; readonly rel: Relation; readonly a: Expression; readonly b: Expression }
  | { readonly kind: "if"; readonly cond: Expression; readonly yes: Expression; readonly no: Expression }
);
