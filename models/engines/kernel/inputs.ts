import type { Bindings, Graph } from "../../language/graph.ts";
import { floatArithmetic } from "../arithmetic/float.ts";
import type { Clock } from "../evaluation.ts";
import { isScalarLine } from "../nodes.ts";
import type { Layout } from "./layout.ts";

/** Inputs as float64 numbers, for callers that have them so already; otherwise like `Bindings`. */
export interface NumericInputs extends Clock {
  readonly scalars: ReadonlyMap<number, number>;
  readonly series: ReadonlyMap<number, ArrayLike<number>>;
}

/** Writes the inputs into memory. Missing ones become NaN; text that is no number, or a series of the wrong length, throws. */
export function loadInputs(graph: Graph, inputs: Bindings | NumericInputs, layout: Layout, memory: Float64Array): void {
  for (const line of graph.lines) {
    if (line.source !== "input") continue;
    const offset = layout.offsets[line.index] as number;
    if (isScalarLine(graph, line.index)) {
      const value = inputs.scalars.get(line.index);
      memory[offset] = value === undefined ? Number.NaN : toFloat(value, line.id);
      continue;
    }
    const values = inputs.series.get(line.index);
    memory[offset] = 0;
    if (values === undefined) memory.fill(Number.NaN, offset + 1, offset + 1 + inputs.periods);
    else writeSeries(memory, offset, values, inputs.periods, line.id);
  }
}

/** Writes T values behind slot 0. */
export function writeSeries(
  memory: Float64Array,
  offset: number,
  values: ArrayLike<number | string>,
  periods: number,
  id: string,
): void {
  if (values.length !== periods) throw new RangeError(`input ${id}: ${values.length} values for ${periods} periods`);
  for (let i = 0; i < periods; i++) memory[offset + 1 + i] = toFloat(values[i] as number | string, id);
}

/** The finite float64 of an input value; throws on anything else. */
export function toFloat(value: number | string, id: string): number {
  const number = typeof value === "number" ? value : floatArithmetic.literal(value);
  if (!Number.isFinite(number)) throw new RangeError(`input ${id}: ${JSON.stringify(value)} is not a finite number`);
  return number;
}
