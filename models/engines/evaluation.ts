import type { Bindings, Graph } from "../language/graph.ts";
import type { Problem } from "../wording/problem.ts";
import type { Arithmetic } from "./arithmetic/arithmetic.ts";

/** The periods an evaluation ran over, and why some of its inputs have no value. */
export type Clock = Pick<
  Bindings,
  "periods" | "periodMonths" | "stepMonths" | "yearOfPeriod" | "indicatorBasis" | "unbound"
>;

/** The clock of some bindings or of another evaluation, without its values. */
export function clockOf({ periods, periodMonths, stepMonths, yearOfPeriod, indicatorBasis, unbound }: Clock): Clock {
  return {
    periods,
    periodMonths,
    stepMonths,
    ...(yearOfPeriod === undefined ? {} : { yearOfPeriod }),
    ...(indicatorBasis === undefined ? {} : { indicatorBasis }),
    ...(unbound === undefined ? {} : { unbound }),
  };
}

/**
 * The values of a graph's lines, whichever engine worked them out. A cell that has no value (division by zero, overflow, missing input …)
 * is `undefined`, and so is every cell that reads it; nothing is ever NaN. Lines in `graph.broken` and unbound inputs have no values at all.
 */
export interface Evaluation<V> {
  readonly graph: Graph;
  readonly clock: Clock;
  /** T; periods count from 1, slot 0 is the opening value. */
  readonly periods: number;
  readonly arithmetic: Arithmetic<V>;
  /** Value of a line in slot `t` (0..T); a scalar line answers its one value for every `t`. */
  value(line: number, t: number): V | undefined;
  /** The one value of a scalar line, or the opening value of a period line. */
  scalar(line: number): V | undefined;
  /** Values of the periods 1..T, first at index 0. */
  series(line: number): (V | undefined)[];
  /** Where the engine keeps float64: the T+1 slots of a period line (one of a scalar line) without copying, NaN in undefined cells. */
  slots?(line: number): Float64Array;
  /** False where an engine was asked for some outputs only and left this line out; reading it throws. */
  computed(line: number): boolean;
  /** False where it is known that every cell of the line has a value. */
  readonly mayLack?: (line: number) => boolean;
  /** Cells without a value, worked out when first asked for. */
  readonly gaps: Gaps;
}

/** What is undefined in an evaluation, told once per line. */
export interface Gaps {
  /** One problem for each line where undefined values *arise*, naming the line, the first period and the cause. */
  readonly problems: readonly Problem[];
  /** Every line with an undefined cell, also those that merely read one: the first such period and the problem to show. */
  readonly lines: ReadonlyMap<number, Gap>;
}

export interface Gap {
  /** First period without a value; 0 for a scalar line or an opening value. */
  readonly period: number;
  readonly problem: Problem;
}

/** Thrown by an evaluation whose `shouldStop` said yes. */
export class EvaluationStopped extends Error {
  override readonly name = "EvaluationStopped";
  constructor() {
    super("the evaluation was stopped");
  }
}
