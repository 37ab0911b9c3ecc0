import type { Node } from "../language/graph.ts";
import type { Cells } from "../operations/operation.ts";
import { operations } from "../operations/table.ts";
import type { Memo } from "./memo.ts";

/** What an engine says of its lines and of time. */
export type CellSource<V> = Omit<Cells<V>, "value">;

/** Works out expressions over the cells of an engine. */
export function cellsOf<V>(source: CellSource<V>, memo?: Memo<V>): Cells<V> {
  return new Reader(source, memo);
}

class Reader<V> implements Cells<V> {
  readonly arithmetic: Cells<V>["arithmetic"];
  readonly periods: number;
  readonly periodMonths: readonly number[];
  readonly stepMonths: number;
  readonly yearOfPeriod?: readonly number[];
  readonly indicatorBasis?: "year" | "period";
  readonly read: (line: number, t: number) => V;
  private readonly memo: Memo<V> | undefined;

  constructor(source: CellSource<V>, memo: Memo<V> | undefined) {
    this.arithmetic = source.arithmetic;
    this.periods = source.periods;
    this.periodMonths = source.periodMonths;
    this.stepMonths = source.stepMonths;
    if (source.yearOfPeriod !== undefined) this.yearOfPeriod = source.yearOfPeriod;
    if (source.indicatorBasis !== undefined) this.indicatorBasis = source.indicatorBasis;
    this.read = source.read;
    this.memo = memo;
  }

  value(node: Node, t: number): V {
    const { reads, value } = operations[node.op];
    // A line's cell is its own memory.
    const slot = reads === "same" || reads === "prev" ? undefined : this.memo?.get(node);
    if (slot === undefined) return value(node, t, this);
    const period = slot.scalar ? 0 : t;
    if (slot.value !== undefined && slot.period === period) return slot.value;
    const result = value(node, t, this);
    slot.period = period;
    slot.value = result;
    return result;
  }
}
