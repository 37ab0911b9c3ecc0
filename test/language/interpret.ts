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
    const of = (each: Node): number => this.value(each, t);
    const slots = Array.from({ length: this.periods }, (_, i) => i + 1);
    switch (node.op) {
      case "const":
        return Number(node.text);
      case "line":
        return this.read(node.line, t);
      case "prev":
        return this.read(node.line, t - 1);
      case "lag": {
        const from = t - Math.max(0, Math.round(of(node.n)));
        return from < 1 ? 0 : this.read(node.line, from);
      }
      case "total":
        return slots.reduce((sum, slot) => sum + this.read(node.line, slot), 0);
      case "at": {
        const month = of(node.month);
        const slot = slots.findLast((each) => (this.months[each - 1] ?? 0) <= month);
        return slot === undefined ? 0 : this.read(node.line, slot);
      }
      case "convolve":
        return node.weights.reduce(
          (sum, weight, k) => sum + (t - k < 1 ? 0 : of(weight) * this.read(node.line, t - k)),
          0,
        );
      case "lookup":
        return lookup(node.mode, node.keys.map(of), node.values.map(of), of(node.x));
      case "brackets": {
        const from = node.from.map(of);
        const x = of(node.x);
        return node.rates.reduce((sum, rate, i) => {
          const upper = Math.min(x, from[i + 1] ?? x);
          return sum + of(rate) * Math.max(0, upper - (from[i] ?? 0));
        }, 0);
      }
      default:
        return arithmetic(node, of);
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

function arithmetic(node: Node, of: (node: Node) => number): number {
  switch (node.op) {
    case "add":
      return node.args.reduce((sum, arg) => sum + of(arg), 0);
    case "min":
      return Math.min(...node.args.map(of));
    case "max":
      return Math.max(...node.args.map(of));
    case "sub":
      return of(node.a) - of(node.b);
    case "mul":
      return of(node.a) * of(node.b);
    case "div":
      return of(node.a) / of(node.b);
    case "pow":
      return of(node.a) ** of(node.b);
    case "neg":
      return -of(node.a);
    case "not":
      return of(node.a) === 0 ? 1 : 0;
    case "and":
      return of(node.a) !== 0 && of(node.b) !== 0 ? 1 : 0;
    case "or":
      return of(node.a) !== 0 || of(node.b) !== 0 ? 1 : 0;
    case "if":
      return of(node.cond) !== 0 ? of(node.yes) : of(node.no);
    case "cmp": {
      const [a, b] = [of(node.a), of(node.b)];
      const equal = Math.abs(a - b) <= Math.max(node.absTol, 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
      const truth = {
        "<": !equal && a < b,
        "<=": equal || a < b,
        ">": !equal && a > b,
        ">=": equal || a > b,
        "==": equal,
        "!=": !equal,
      };
      return truth[node.rel] ? 1 : 0;
    }
    case "call": {
      const [x = 0, digits = 0] = node.args.map(of);
      const functions = {
        abs: Math.abs,
        floor: Math.floor,
        ceil: Math.ceil,
        sqrt: Math.sqrt,
        exp: Math.exp,
        ln: Math.log,
      };
      return node.fn === "round" ? Math.round(x * 10 ** digits) / 10 ** digits : functions[node.fn](x);
    }
    default:
      throw new Error(`the tests do not use ${node.op}`);
  }
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
