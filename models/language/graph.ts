import type { Problem } from "../wording/problem.ts";
import type { LineMeta } from "./line.ts";

/**
 * The checked model: every line is data or one expression in the small core below. All engines read this form and nothing else.
 *
 * Storage every engine shares: T+1 slots a line, slot 0 the opening value, slots 1..T the periods. A scalar line uses slot 0 only.
 * A year line (axis "year") changes only in the last period of a calendar year (`yearend` = 1, also in the last period of the horizon) and
 * holds its value in between, so `prev` of a year line is last year's value. Read from a period line, a year *flow* is worth its
 * value in the year's last period and 0 in the others; other kinds read as held. The builder writes all this into the expressions,
 * engines need not know.
 */
export interface Graph {
  readonly lines: readonly GraphLine[];
  readonly indexById: ReadonlyMap<string, number>;
  /** Evaluated one after the other; each level is its scalars in order, then one loop over the periods through `periods` in order. */
  readonly levels: readonly Level[];
  /** Whatever is wrong; lines it concerns, and lines that depend on them, are in `broken`. */
  readonly problems: readonly Problem[];
  /** Line index → the problem that makes it unusable (its own, or one pointing to the line it rests on). Broken lines are in no level. */
  readonly broken: ReadonlyMap<number, Problem>;
}

export interface GraphLine extends LineMeta {
  readonly index: number;
  readonly source: "formula" | "input" | "hidden";
  /** As written by its author; empty for inputs. Hidden lines carry a readable rendering. */
  readonly formula: string;
  /** Absent for inputs and broken lines. */
  readonly node?: Node;
  /** Scalar expression for slot 0; absent means 0. */
  readonly opening?: Node;
}

export interface Level {
  readonly scalars: readonly number[];
  readonly periods: readonly number[];
}

export type Relation = "<" | "<=" | ">" | ">=" | "==" | "!=";

/** Unary and rounding functions; `round(x, digits)` half away from zero, `floor`, `ceil` to integers. */
export type ScalarFunction = "abs" | "floor" | "ceil" | "round" | "sqrt" | "exp" | "ln";

/**
 * From series to one number. `npv`: value one step before the first; `irr`: per step; `payback`: steps until the cumulative no longer is negative;
 * `lowest`, `highest`, `average`: of the steps in which the second series is true; `first`: value in the first such step; `when`: its number.
 */
export type ReducerFunction = "npv" | "irr" | "payback" | "lowest" | "highest" | "average" | "first" | "when";

/** The steps of a reducer: periods, statement years, or what the file measures its indicators by. */
export type ReducerBasis = "period" | "year" | "basis";

export type FinanceFunction =
  | "pmt"
  | "ipmt"
  | "ppmt"
  | "nper"
  | "pv"
  | "fv"
  | "effect"
  | "nominal"
  | "sln"
  | "syd"
  | "ddb";

/** Equal nodes are the same object (hash-consed), so engines may share work by identity. */
export type Node =
  | { readonly op: "const"; readonly text: string }
  /** Value in the same period; a scalar line anywhere. */
  | { readonly op: "line"; readonly line: number }
  /** Value one period before; slot 0 in the first period. */
  | { readonly op: "prev"; readonly line: number }
  /** Value `n` periods before (n rounded to an integer, at least 0); 0 before the first period. */
  | { readonly op: "lag"; readonly line: number; readonly n: Node }
  /** Sum over all periods: a scalar. */
  | { readonly op: "total"; readonly line: number }
  /** What a reducer makes of whole series: a scalar (see `ReducerFunction`). */
  | {
      readonly op: "reduce";
      readonly fn: ReducerFunction;
      /** Lines read by period; empty where `by` is `year`. */
      readonly series: readonly number[];
      /** Lines whose value in a statement year's last period is the year's; empty where `by` is `period`. */
      readonly yearly: readonly number[];
      readonly by: ReducerBasis;
      /** Scalars before the series: the rate of `npv`. */
      readonly args: readonly Node[];
      /** Amounts no larger than this count as 0 where signs are counted. */
      readonly absTol: number;
    }
  /** A cell that by its nature has no answer: shown as "–", and no problem; `text` is a word for the reason. */
  | { readonly op: "none"; readonly text: string }
  /** Value in the period containing an absolute month (year*12 + month-1); 0 outside the horizon: a scalar. */
  | { readonly op: "at"; readonly line: number; readonly month: Node }
  /** Σ_k weights[k] · line[t-k], k from 0; weights are scalar. */
  | { readonly op: "convolve"; readonly line: number; readonly weights: readonly Node[] }
  /** `step`: value of the last key ≤ x (0 below the first); `linear`: interpolated, flat outside. Keys ascending, scalar. */
  | {
      readonly op: "lookup";
      readonly mode: "step" | "linear";
      readonly keys: readonly Node[];
      readonly values: readonly Node[];
      readonly x: Node;
    }
  /** Marginal scale: Σ rate_i · (part of x between from_i and from_{i+1}); 0 for x below the first bracket. */
  | { readonly op: "brackets"; readonly from: readonly Node[]; readonly rates: readonly Node[]; readonly x: Node }
  | { readonly op: "add" | "min" | "max"; readonly args: readonly Node[] }
  | { readonly op: "sub" | "mul" | "div" | "pow"; readonly a: Node; readonly b: Node }
  | { readonly op: "neg" | "not"; readonly a: Node }
  | { readonly op: "and" | "or"; readonly a: Node; readonly b: Node }
  /** 1 or 0; values within max(absTol, 1e-9·larger) count as equal. */
  | { readonly op: "cmp"; readonly rel: Relation; readonly a: Node; readonly b: Node; readonly absTol: number }
  | { readonly op: "if"; readonly cond: Node; readonly yes: Node; readonly no: Node }
  | { readonly op: "call"; readonly fn: ScalarFunction; readonly args: readonly Node[] }
  | { readonly op: "finance"; readonly fn: FinanceFunction; readonly args: readonly Node[] };

/** Values of the input lines: decimal literals, so that the record engine loses nothing. */
export interface Bindings {
  /** T. */
  readonly periods: number;
  /** Scalar input lines by index. */
  readonly scalars: ReadonlyMap<number, string>;
  /** Period input lines by index; T values. */
  readonly series: ReadonlyMap<number, readonly string[]>;
  /** Absolute month (year*12 + month-1) of the first month of each period, T values; `at` needs it. */
  readonly periodMonths: readonly number[];
  /** Months in one period: 1, 3, 6 or 12. */
  readonly stepMonths: number;
  /** Number of the statement year each period falls into, from 0 and never falling, T values; calendar years if absent. */
  readonly yearOfPeriod?: readonly number[];
  /** Steps of reducers over `basis(…)`; years if absent. */
  readonly indicatorBasis?: "year" | "period";
}
