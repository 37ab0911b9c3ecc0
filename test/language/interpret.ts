import type { Graph, Node } from "../../models/language/graph.ts";

/** Input values by line id: one number for a scalar, one per period for a series. */
export type Inputs = Readonly<Record<string, number | readonly number[]>>;

/**
 * A direct reading of graph.ts, slow and plain, so that tests of the language do not lean on the engines. Only what the tests
 * use is here; finance functions are not.
 */
export class Interpreter {
  readonly graph: Graph;
  readonly periods: number;
  private readonly values: number[][];
  private readonly months: readonly number[];

  constructor(graph: Graph, inputs: Inputs, calendar: Calendar) {
    this.graph = graph;
    this.periods = calendar.months.length;
    this.months = calendar.months;
    this.values = graph.lines.map(() => new Array<number>(this.periods + 1).fill(Number.NaN));
    for (const [id, value] of Object.entries({ ...calendar.inputs, ...inputs })) {
      const row = this.values[graph.indexById.get(id) ?? -1];
      if (row === undefined) continue;
      row.splice(0, this.periods + 1, ...(typeof value === "number" ? [value] : [0, ...value]));
    }
    this.run();
  }

  /** Slots 1..T of a line; a scalar has one value. */
  series(id: string): readonly number[] {
    const index = this.graph.indexById.get(id) ?? -1;
    const row = this.values[index] ?? [];
    return this.graph.lines[index]?.axis === "scalar" ? row.slice(0, 1) : row.slice(1);
  }

  private run(): void {
    const { lines } = this.graph;
    for (const level of this.graph.levels) {
      for (const index of level.scalars) this.set(index, 0, this.need(lines[index]?.node, 0));
      for (const index of level.periods) {
        const opening = lines[index]?.opening;
        this.set(index, 0, opening === undefined ? 0 : this.need(opening, 0));
      }
      for (let t = 1; t <= this.periods; t++) {
        for (const index of level.periods) this.set(index, t, this.need(lines[index]?.node, t));
      }
    }
  }

  private set(index: number, t: number, value: number): void {
    const row = this.values[index];
    if (row !== undefined) row[t] = value;
  }

  private need(node: Node | undefined, t: number): number {
    if (node === undefined) throw new Error("a line in a level without formula");
    return this.value(node, t);
  }

  private read(line: number, t: number): number {
    if (this.graph.lines[line]?.axis === "scalar") return this.values[line]?.[0] ?? Number.NaN;
    return this.values[line]?.[t] ?? Number.NaN;
  }

  private value(node: Node, t: number): number {
    const of = (each: Node | undefined): number => this.value(each as Node, t);
    const slots = Array.from({ length: this.periods }, (_, i) => i + 1);
    const [a] = node.args;
    const [first = [], second = []] = node.lists ?? [];
    const line = node.line ?? -1;
    switch (node.op) {
      case "const":
        return Number(node.text);
      case "line":
        return this.read(line, t);
      case "prev":
        return this.read(line, t - 1);
      case "lag": {
        const from = t - Math.max(0, Math.round(of(a)));
        return from < 1 ? 0 : this.read(line, from);
      }
      case "total":
        return slots.reduce((sum, slot) => sum + this.read(line, slot), 0);
      case "at": {
        const month = of(a);
        const slot = slots.findLast((each) => (this.months[each - 1] ?? 0) <= month);
        return slot === undefined ? 0 : this.read(line, slot);
      }
      case "convolve":
        return first.reduce((sum, weight, k) => sum + (t - k < 1 ? 0 : of(weight) * this.read(line, t - k)), 0);
      case "lookup":
        return lookup(node.mode ?? "step", first.map(of), second.map(of), of(a));
      case "brackets": {
        const from = first.map(of);
        const x = of(a);
        return second.reduce((sum, rate, i) => {
          const upper = Math.min(x, from[i + 1] ?? x);
          return sum + of(rate) * Math.max(0, upper - (from[i] ?? 0));
        }, 0);
      }
      default:
        return arithmetic(node, node.args.map(of), of);
    }
  }
}

function lookup(mode: "step" | "linear", keys: readonly number[], values: readonly number[], x: number): number {
  const at = keys.findLastIndex((key) => key <= x);
  if (mode === "step") return at < 0 ? 0 : (values[at] ?? 0);
  if (at < 0) return values[0] ?? 0;
  const [left, right] = [keys[at] ?? 0, keys[at + 1]];
  const [low, high] = [values[at] ?? 0, values[at + 1] ?? 0];
  return right === undefined ? low : low + ((high - low) * (x - left)) / (right - left);
}

function arithmetic(node: Node, values: readonly number[], of: (node: Node | undefined) => number): number {
  const [a = 0, b = 0] = values;
  switch (node.op) {
    case "add":
      return values.reduce((sum, value) => sum + value, 0);
    case "min":
      return Math.min(...values);
    case "max":
      return Math.max(...values);
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "div":
      return a / b;
    case "pow":
      return a ** b;
    case "neg":
      return -a;
    case "not":
      return a === 0 ? 1 : 0;
    case "and":
      return a !== 0 && b !== 0 ? 1 : 0;
    case "or":
      return a !== 0 || b !== 0 ? 1 : 0;
    case "if":
      return of(node.args[a !== 0 ? 1 : 2]);
    case "cmp":
      return compare(node, a, b) ? 1 : 0;
    case "round":
      return Math.round(a * 10 ** b) / 10 ** b;
    case "abs":
    case "floor":
    case "ceil":
    case "sqrt":
    case "exp":
      return Math[node.op](a);
    case "ln":
      return Math.log(a);
    default:
      throw new Error(`the tests do not use ${node.op}`);
  }
}

function compare({ rel = "==", absTol = 0 }: Node, a: number, b: number): boolean {
  const equal = Math.abs(a - b) <= Math.max(absTol, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
  const truth = {
    "<": !equal && a < b,
    "<=": equal || a < b,
    ">": !equal && a > b,
    ">=": equal || a > b,
    "==": equal,
    "!=": !equal,
  };
  return truth[rel];
}

export interface Calendar {
  readonly months: readonly number[];
  readonly inputs: Inputs;
}

/** Clock values of `periods` periods of `step` months from the first month of the given period; year and month count from 0. */
export function calendar(startYear: number, startMonth: number, step: number, periods: number): Calendar {
  const months = Array.from({ length: periods }, (_, i) => startYear * 12 + startMonth - 1 + i * step);
  const year = months.map((month) => Math.floor(month / 12));
  const inputs: Inputs = {
    t: months.map((_, i) => i + 1),
    year,
    month: months,
    yearstart: months.map((_, i) => (i === 0 || year[i] !== year[i - 1] ? 1 : 0)),
    yearend: months.map((_, i) => (i === periods - 1 || year[i] !== year[i + 1] ? 1 : 0)),
    dtmonths: step,
    dtyears: step / 12,
    startmonth: months[0] ?? 0,
    periodsperyear: 12 / step,
    periodcount: periods,
    oneyear: 1,
    onemonth: 1,
    monthsperyear: 12,
    daysperyear: 365,
  };
  return { months, inputs };
}
