import type { Bindings, Graph } from "../../language/graph.ts";
import { floatArithmetic } from "../arithmetic/float.ts";
import type { Clock } from "../evaluation.ts";
import { isScalarLine, lineAt } from "../nodes.ts";
import { type Lane, writeSlot } from "./lane.ts";
import type { Layout } from "./layout.ts";

/** Inputs as float64 numbers, for callers that have them so already; otherwise like `Bindings`. */
export interface NumericInputs extends Clock {
  readonly scalars: ReadonlyMap<number, number>;
  readonly series: ReadonlyMap<number, ArrayLike<number>>;
}

/** Writes input lines of a graph into memory. Text that is no number, or a series of the wrong length, throws. */
export class InputWriter {
  private readonly graph: Graph;
  private readonly layout: Layout;
  private readonly lane: Lane;

  constructor(graph: Graph, layout: Layout, lane: Lane) {
    this.graph = graph;
    this.layout = layout;
    this.lane = lane;
  }

  /** All inputs; missing ones become NaN. */
  all({ scalars, series }: Bindings | NumericInputs): void {
    const { graph, layout, lane } = this;
    for (const { index, source } of graph.lines) {
      if (source !== "input") continue;
      const slot = layout.offsets[index] as number;
      const values = isScalarLine(graph, index) ? scalars.get(index) : series.get(index);
      if (isScalarLine(graph, index)) {
        if (values === undefined) writeSlot(lane, slot, Number.NaN);
        else this.scalar(index, values as number | string);
      } else if (values !== undefined) this.series(index, values as ArrayLike<number | string>);
      else for (let t = 1; t <= layout.periods; t++) writeSlot(lane, slot + t, Number.NaN);
    }
  }

  scalar(line: number, value: number | string): void {
    writeSlot(this.lane, this.layout.offsets[line] as number, toFloat(value, lineAt(this.graph, line).id));
  }

  /** T values, behind slot 0. */
  series(line: number, values: ArrayLike<number | string>): void {
    const { periods, offsets } = this.layout;
    const { id } = lineAt(this.graph, line);
    if (values.length !== periods) throw new RangeError(`input ${id}: ${values.length} values for ${periods} periods`);
    const slot = offsets[line] as number;
    for (let t = 1; t <= periods; t++) writeSlot(this.lane, slot + t, toFloat(values[t - 1] as number | string, id));
  }
}

/** The finite float64 of an input value; throws on anything else. */
function toFloat(value: number | string, id: string): number {
  const number = typeof value === "number" ? value : floatArithmetic.literal(value);
  if (!Number.isFinite(number)) throw new RangeError(`input ${id}: ${JSON.stringify(value)} is not a finite number`);
  return number;
}
