import type { Node } from "../../language/graph.ts";
import { power } from "../../operations/arithmetic/pow.ts";
import { type OperationName, operations } from "../../operations/table.ts";
import { periodOfMonth } from "../../operations/time/at.ts";
import { divide, floatArithmetic, nearestInteger, order } from "../arithmetic/float.ts";
import { cellsOf } from "../cell.ts";
import type { Clock } from "../evaluation.ts";
import { PURE_TIE } from "../ties.ts";

/** Number of periods a lag goes back; NaN if undefined. */
function lagCount(n: number): number {
  return Math.max(nearestInteger(n), 0);
}

/** `series[t - n]`, 0 before the first period. */
function lagRead(memory: Float64Array, series: number, t: number, n: number): number {
  if (Number.isNaN(n)) return Number.NaN;
  return t > n ? (memory[series + t - n] as number) : 0;
}

function total(memory: Float64Array, series: number, periods: number): number {
  let sum = 0;
  for (let i = series + 1; i <= series + periods; i++) sum += memory[i] as number;
  return sum;
}

/** Σ of many cells in the same period; `series` lists where each line's slot 0 lies. */
function gather(memory: Float64Array, series: Int32Array, t: number): number {
  let sum = 0;
  for (let i = 0; i < series.length; i++) sum += memory[(series[i] as number) + t] as number;
  return sum;
}

/** Σ_k weights[k] · series[t-k]; a weight of zero reads nothing. A table's entries start behind its state slot. */
function convolve(memory: Float64Array, table: number, size: number, series: number, t: number): number {
  let sum = 0;
  const count = t < size ? t : size;
  for (let k = 0; k < count; k++) {
    const weight = memory[table + 1 + k] as number;
    if (weight !== 0) sum += weight * (memory[series + t - k] as number);
  }
  return sum;
}

/** 0 if the entries of a table ascend (ties allowed) and are all defined, else NaN. */
function ascending(memory: Float64Array, table: number, size: number): number {
  for (let i = 1; i <= size; i++) {
    const key = memory[table + i] as number;
    if (Number.isNaN(key) || (i > 1 && order(memory[table + i - 1] as number, key, PURE_TIE) > 0)) return Number.NaN;
  }
  return 0;
}

/** Index of the last key ≤ x (ties included), -1 below the first. */
function lastKey(memory: Float64Array, keys: number, size: number, x: number): number {
  let found = -1;
  for (let i = 0; i < size && order(memory[keys + 1 + i] as number, x, PURE_TIE) <= 0; i++) found = i;
  return found;
}

function lookupStep(memory: Float64Array, keys: number, values: number, size: number, x: number): number {
  if (x - x !== 0 || memory[keys] !== 0) return Number.NaN;
  const i = lastKey(memory, keys, size, x);
  return i < 0 ? 0 : (memory[values + 1 + i] as number);
}

function lookupLinear(memory: Float64Array, keys: number, values: number, size: number, x: number): number {
  if (x - x !== 0 || memory[keys] !== 0) return Number.NaN;
  if (size === 0) return 0;
  const i = lastKey(memory, keys, size, x);
  if (i < 0) return memory[values + 1] as number;
  const start = memory[values + 1 + i] as number;
  if (i + 1 === size) return start;
  const from = memory[keys + 1 + i] as number;
  const share = (x - from) / ((memory[keys + 2 + i] as number) - from);
  return start + share * ((memory[values + 2 + i] as number) - start);
}

function brackets(memory: Float64Array, from: number, rates: number, size: number, x: number): number {
  if (x - x !== 0 || memory[from] !== 0) return Number.NaN;
  let sum = 0;
  for (let i = 1; i <= size; i++) {
    const start = memory[from + i] as number;
    const top = i === size ? x : Math.min(x, memory[from + i + 1] as number);
    sum += (memory[rates + i] as number) * Math.max(top - start, 0);
  }
  return sum;
}

/** 1 if other than zero, 0 if zero, NaN if undefined. */
function truth(x: number): number {
  if (x - x !== 0) return Number.NaN;
  return Math.abs(x) > PURE_TIE ? 1 : 0;
}

let given: readonly number[] = [];
const operands: readonly Node[] = Array.from({ length: 8 }, (_, line) => ({ op: "line", args: [], line }));
const numbers = cellsOf({
  arithmetic: floatArithmetic,
  periods: 0,
  periodMonths: [],
  stepMonths: 1,
  read: (line) => given[line] as number,
});

/** Any operation of plain numbers. */
function call(op: OperationName, ...args: number[]): number {
  given = args;
  return operations[op].value({ op, args: operands.slice(0, args.length) }, 0, numbers);
}

const floorTie = (x: number): number => call("floor", x);
const ceilTie = (x: number): number => call("ceil", x);
const roundTie = (x: number, digits: number): number => call("round", x, digits);
const squareRoot = (x: number): number => call("sqrt", x);
const exponential = (x: number): number => call("exp", x);
const logarithm = (x: number): number => call("ln", x);

/** What generated code may call, and nothing else. `clock` is read when a run starts. */
export function kernelRuntime(clock: () => Clock) {
  const at = (memory: Float64Array, series: number, month: number): number => {
    const { periodMonths, stepMonths } = clock();
    const period = periodOfMonth(nearestInteger(month), periodMonths, stepMonths);
    if (Number.isNaN(period)) return Number.NaN;
    return period === 0 ? 0 : (memory[series + period] as number);
  };
  const reduceCells = (
    memory: Float64Array,
    shape: Pick<Node, "op" | "by" | "absTol">,
    offsets: Int32Array,
    values: readonly number[],
  ): number => {
    const cells = cellsOf({
      arithmetic: floatArithmetic,
      ...clock(),
      read: (offset, t) => memory[offset + t] as number,
    });
    const value = (node: Node): number => values[node.line as number] as number;
    const node: Node = { ...shape, args: operands.slice(0, values.length), lines: [...offsets] };
    return operations[shape.op].value(node, 0, { ...cells, read: cells.read, value });
  };
  return {
    at,
    ascending,
    brackets,
    ceilTie,
    convolve,
    divide,
    exponential,
    call,
    floorTie,
    gather,
    lagCount,
    lagRead,
    logarithm,
    lookupLinear,
    lookupStep,
    power,
    reduceCells,
    roundTie,
    squareRoot,
    total,
    truth,
  };
}

export type KernelRuntime = ReturnType<typeof kernelRuntime>;
