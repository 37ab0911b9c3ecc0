import type { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { literalOf } from "../engines/arithmetic/decimal.ts";
import { linesUnder } from "../engines/nodes.ts";
import { besideSearch } from "../engines/solved.ts";
import type { Graph } from "../language/graph.ts";
import type { Survey } from "./sampling.ts";

/**
 * What the varied number does to the target: it moves it; it makes no difference anywhere it was tried, which says nothing of other values; or no formula leads from
 * the one to the other.
 */
export type Effect = "moves" | "still" | "none";

/** Whether any of some input lines is read by some outputs, however many steps away. */
export function isRead(graph: Graph, inputs: readonly number[], outputs: readonly number[]): boolean {
  const under = linesUnder(graph, outputs, { beside: besideSearch(graph) });
  return inputs.some((line) => under.has(line));
}

export interface Tried {
  readonly range: readonly [number, number];
  readonly whole: boolean;
  /** Whether the formulas lead from the number to the target; undefined where that cannot be told from them. */
  readonly read: boolean | undefined;
  /** What the target has to spare by the book of record. */
  readonly exact: (literal: string) => RecordDecimal | undefined;
}

/** Relative to the value, what the book of record itself rounds. */
const ROUNDING = 1e-18;

export function effectOf({ still }: Survey, { range: [from, to], whole, read, exact }: Tried): Effect {
  if (read === false) return "none";
  if (!still) return "moves";
  // What float64 cannot tell from nothing, the book of record can.
  const middle = (from + to) / 2;
  const [first, ...others] = [from, whole ? Math.round(middle) : middle, to].map((x) => exact(literalOf(x)));
  const isSame = (other: RecordDecimal | undefined): boolean =>
    first === undefined || other === undefined
      ? first === other
      : first.minus(other).abs().lessThanOrEqualTo(first.abs().plus(1).times(ROUNDING));
  return others.every(isSame) ? "still" : "moves";
}
