import type { Node } from "../../language/graph.ts";
import { onDoubles } from "../../operations/reducers/doubles.ts";
import { placesOf } from "../../operations/reducers/steps.ts";
import { operations } from "../../operations/table.ts";
import { floatArithmetic } from "../arithmetic/float.ts";
import { cellsOf } from "../cell.ts";
import type { Clock } from "../evaluation.ts";
import type { Callee } from "./ir.ts";

/** Where a host function finds the value of a line in slot `t`: `numbers[start + stride · t]`. */
export interface CellPlaces {
  readonly numbers: Float64Array;
  readonly at: (line: number) => { readonly start: number; readonly stride: number };
}

const OPERANDS_MAX = 8;
const operands: readonly Node[] = Array.from({ length: OPERANDS_MAX }, (_, line) => ({ op: "line", args: [], line }));

/** An operation as a function of its operands' values, at the time the clock says when it is called. */
export function hostFunction(callee: Callee, clock: () => Clock, places: CellPlaces): (...args: number[]) => number {
  const reduce = onDoubles[callee.op];
  if (reduce !== undefined) {
    const seriesNow = seriesReader(callee, clock, places);
    const { absTol = 0 } = callee;
    return (rate = Number.NaN) => {
      const series = seriesNow();
      return reduce(series[0] as Float64Array, series[1], rate, absTol);
    };
  }
  const { value } = operations[callee.op];
  const read = (line: number, t: number): number => {
    const { start, stride } = places.at(line);
    return places.numbers[start + stride * t] as number;
  };
  return (...args) => {
    const cells = cellsOf({ arithmetic: floatArithmetic, ...clock(), read });
    const node = { ...callee, args: operands.slice(0, args.length) };
    return value(node, 0, { ...cells, read, value: (operand) => args[operand.line as number] as number });
  };
}

interface Read {
  readonly clock: Clock;
  readonly periods: Int32Array;
  readonly series: readonly { readonly values: Float64Array; readonly start: number; readonly stride: number }[];
  readonly values: readonly Float64Array[];
}

/** Copies what a reducer looks at, step by step. */
function seriesReader(callee: Callee, clock: () => Clock, { numbers, at }: CellPlaces): () => readonly Float64Array[] {
  let known: Read | undefined;
  const prepare = (now: Clock): Read => {
    const { lines, periods } = placesOf({ ...callee, args: [] }, now);
    const series = lines.map((line) => ({ values: new Float64Array(periods.length), ...at(line) }));
    return { clock: now, periods: Int32Array.from(periods), series, values: series.map(({ values }) => values) };
  };
  return () => {
    const now = clock();
    const read = known?.clock === now ? known : prepare(now);
    known = read;
    const { periods, series } = read;
    for (let k = 0; k < series.length; k++) {
      const { values, start, stride } = series[k] as Read["series"][number];
      for (let i = 0; i < periods.length; i++) values[i] = numbers[start + stride * (periods[i] as number)] as number;
    }
    return read.values;
  };
}
