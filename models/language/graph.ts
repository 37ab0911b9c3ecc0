import type { OperationName } from "../operations/table.ts";
import type { Problem } from "../wording/problem.ts";
import type { LineMeta } from "./line.ts";

/**
 * The checked model: every line is data or one expression in the operations of `models/operations/`. All engines read this form and nothing else.
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
  /** Whatever is wrong with lines. */
  readonly problems: readonly Problem[];
  /** Lines without a formula that can be computed, and why. They have no value and are in no level; what reads one has none where it does. */
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

/**
 * One operation with its operands; what each operation means is said in its row of `models/operations/`. Equal nodes are the same object
 * (hash-consed), so engines may share work by identity.
 */
export interface Node {
  readonly op: OperationName;
  readonly args: readonly Node[];
  /** The line it reads by itself. */
  readonly line?: number;
  /** The lines of a reducer, and its steps; by `basis` first those read by period, then as many read by year. */
  readonly lines?: readonly number[];
  readonly by?: ReducerBasis;
  /** Columns of a table or of a profile, cell by cell. */
  readonly lists?: readonly (readonly Node[])[];
  /** Of a literal, with the unit written after it, which only people read. */
  readonly text?: string;
  readonly unit?: string;
  /** Of a comparison the relation; of this and of reducers: how close values of their unit count as equal. */
  readonly rel?: Relation;
  readonly absTol?: number;
  /** Of a lookup. */
  readonly mode?: LookupMode;
}

/** The steps of a reducer: periods, statement years, or what the file measures its indicators by. */
export type ReducerBasis = "period" | "year" | "basis";

export type LookupMode = "step" | "linear";

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
  /** Why input lines have no value, where the document tells. */
  readonly unbound?: ReadonlyMap<number, Problem>;
}
