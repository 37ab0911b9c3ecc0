import type { Bindings, Graph, Node, Relation } from "../../models/language/graph.ts";
import type { OperationName } from "../../models/operations/table.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

/** A seeded generator of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomModel {
  readonly graph: Graph;
  readonly bindings: Bindings;
  readonly scalarInputs: readonly number[];
  readonly seriesInputs: readonly number[];
}

const RELATIONS: readonly Relation[] = ["<", "<=", ">", ">=", "==", "!="];
const FUNCTIONS: readonly OperationName[] = ["abs", "floor", "ceil", "round", "sqrt", "exp", "ln"];
const FINANCE: readonly [OperationName, number][] = [
  ["pmt", 3],
  ["fv", 3],
  ["pv", 3],
  ["sln", 3],
  ["syd", 4],
  ["effect", 2],
];

const REDUCERS: readonly OperationName[] = ["npv", "irr", "payback", "lowest", "highest", "average", "first", "when"];

/** A small random graph using every operation, undefined values included, and inputs for it. */
export function randomModel(seed: number, size: number, periods: number): RandomModel {
  return new RandomGraph(seeded(seed)).model(size, periods);
}

/**
 * As `randomModel`, with what models have besides: lines of a component that may be switched off, lines that need each other across periods,
 * reducers, cells without an answer, missing inputs. A third of the graphs are undefined in many places, a third in few or none, a third
 * nowhere but where they say `none`.
 */
export function randomWideModel(seed: number, size: number, periods: number): RandomModel {
  const random = seeded(seed);
  return new RandomGraph(random, { care: [0, 0.95, 1][Math.floor(random() * 3)] as number }).model(size, periods);
}

/** Lines every random graph begins with. */
const INPUTS = 5;

class RandomGraph {
  private readonly random: () => number;
  private readonly writer = new GraphWriter();
  private readonly scalars: Node[] = [];
  private readonly series: Node[] = [];
  /** Series that a barrier may read: written before the last barrier boundary, so no barrier closes a cycle. */
  private settled = 0;
  private readonly wide: boolean;
  /** How often an operation is given operands it has a value for. */
  private readonly care: number;
  private axes: readonly boolean[] = [];
  private boundaries: readonly boolean[] = [];

  constructor(random: () => number, wide?: { readonly care: number }) {
    this.random = random;
    this.wide = wide !== undefined;
    this.care = wide?.care ?? 0;
  }

  model(size: number, periods: number): RandomModel {
    const scalarInputs = ["a", "b", "c"].map((id) => this.writer.input(id));
    const seriesInputs = ["p", "q"].map((id) => this.writer.input(id, "period"));
    this.scalars.push(...scalarInputs);
    this.series.push(...seriesInputs);
    this.settled = this.series.length;
    if (this.wide) {
      this.axes = Array.from({ length: size }, () => this.chance(0.25));
      this.boundaries = Array.from({ length: size }, () => this.chance(0.2));
    }
    for (let i = 0; i < size; i++) this.addLine(i);
    const graph = this.writer.graph();
    const value = (): string => this.constantText();
    const bindings = bind(graph, periods, {
      a: value(),
      ...(this.wide && this.chance(0.1 - this.care) ? {} : { b: value() }),
      c: value(),
      p: Array.from({ length: periods }, value),
      ...(this.wide && this.chance(0.1 - this.care) ? {} : { q: Array.from({ length: periods }, value) }),
    });
    return { graph, bindings, scalarInputs: scalarInputs.map(lineOf), seriesInputs: seriesInputs.map(lineOf) };
  }

  private addLine(i: number): void {
    if (this.boundaries[i] ?? this.chance(0.2)) {
      // From here on, barriers may read every series written so far; none of those reads what follows, now or ever.
      this.settled = this.series.length;
    }
    if (this.axes[i] ?? this.chance(0.25)) {
      this.scalars.push(this.writer.scalar(`s${i}`, this.clamped(this.expression(3, false, false))));
      return;
    }
    const own = this.chance(0.5);
    const node = this.gated(this.clamped(this.expression(4, true, own), own));
    this.series.push(this.writer.period(`x${i}`, node, own ? this.expression(2, false, false) : undefined));
  }

  /** Now and then a line of a component that an input switches on. */
  private gated(node: Node): Node {
    if (!this.wide || !this.chance(0.4)) return node;
    return {
      op: "if",
      args: [this.chance(0.7) ? this.pick(this.scalars) : this.condition(0, false, false), node, num(0)],
    };
  }

  /** The line being written, or one soon after it that no barrier keeps apart. */
  private ownOrLater(): number {
    const { next } = this.writer;
    const i = next - INPUTS;
    const last = this.boundaries.findIndex((boundary, j) => boundary && j > i);
    const later = this.axes.flatMap((scalar, j) => (!scalar && j >= i && (last < 0 || j < last) ? [j + INPUTS] : []));
    return later.length === 0 ? next : this.pick(later.slice(0, 3));
  }

  /** Mostly bounded; always so where a line reads its own past, for squaring in every period multiplies any rounding error. */
  private clamped(node: Node, own = false): Node {
    if (!own && this.chance(0.1 * (1 - this.care))) return node;
    return { op: "max", args: [{ op: "min", args: [node, num(100000)] }, num(-100000)] };
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  private constantText(): string {
    return this.chance(0.1) ? "0" : String((this.below(81) - 30) / 4);
  }

  private leaf(moving: boolean, own: boolean): Node {
    if (moving && own && this.chance(0.3)) return { op: "prev", args: [], line: this.ownOrLater() };
    if (this.wide && this.chance(0.02)) return { op: "none", args: [] };
    if (this.wide && this.settled > 0 && this.chance(0.05)) return this.reducer();
    if (moving && this.chance(0.6)) return this.movingLeaf();
    if (this.settled > 0 && this.chance(0.15)) {
      const line = lineOf(this.series[this.below(this.settled)] as Node);
      return this.chance(0.5)
        ? { op: "total", args: [], line }
        : { op: "at", args: [num(2026 * 12 + this.below(14) - 2)], line };
    }
    return this.chance(0.5) ? this.pick(this.scalars) : num(this.constantText());
  }

  private movingLeaf(): Node {
    const line = lineOf(this.pick(this.series));
    const kind = this.below(6);
    if (kind === 0) return { op: "prev", args: [], line };
    if (kind === 1)
      return {
        op: "lag",
        args: [this.chance(0.5) ? num(this.below(4)) : this.expression(1, this.chance(0.3), false)],
        line,
      };
    if (kind === 2)
      return { op: "convolve", args: [], line, lists: [this.leaves(this.below(4) + 1, this.chance(0.2))] };
    return { op: "line", args: [], line };
  }

  private reducer(): Node {
    const op = this.pick(REDUCERS);
    const lines = Array.from({ length: op === "first" ? 2 : 1 }, () =>
      lineOf(this.series[this.below(this.settled)] as Node),
    );
    const args = op === "npv" ? [num(this.pick(["0.08", "-0.02", "-1"]))] : [];
    return { op, args, lines, by: this.pick(["period", "year"] as const), absTol: 0.005 };
  }

  private leaves(count: number, moving: boolean): Node[] {
    return Array.from({ length: count }, () =>
      this.chance(0.5) ? num(this.constantText()) : this.leaf(moving, false),
    );
  }

  private expression(depth: number, moving: boolean, own: boolean): Node {
    if (depth === 0 || this.chance(0.15)) return this.leaf(moving, own);
    const sub = (): Node => this.expression(depth - 1, moving, own);
    switch (this.below(12)) {
      case 0:
        return { op: "add", args: [sub(), sub(), sub()] };
      case 1:
        return { op: "sub", args: [sub(), sub()] };
      case 2:
        return { op: this.pick(["min", "max"] as const), args: [sub(), sub()] };
      case 3:
        return { op: "mul", args: [sub(), num(this.constantText())] };
      case 4:
        return this.quotient(sub(), sub());
      case 5:
        return { op: "if", args: [this.condition(depth - 1, moving, own), sub(), sub()] };
      case 6:
        return this.condition(depth - 1, moving, own);
      case 7:
        return { op: "neg", args: [sub()] };
      case 8:
        return this.table(sub(), moving);
      case 9:
        return this.function(sub());
      case 10:
        return this.power(sub());
      default:
        return this.financeCall(moving);
    }
  }

  private quotient(a: Node, b: Node): Node {
    if (!this.chance(this.care)) return { op: "div", args: [a, b] };
    if (this.chance(0.5)) return { op: "div", args: [a, { op: "add", args: [{ op: "abs", args: [b] }, num(1)] }] };
    const above: Node = { op: "cmp", args: [b, num("0.5")], rel: ">", absTol: 0.005 };
    return { op: "if", args: [above, { op: "div", args: [a, b] }, a] };
  }

  private power(base: Node): Node {
    const exponent = num(this.pick(["2", "3", "0", "-1", "0.5"]));
    if (!this.chance(this.care)) return { op: "pow", args: [base, exponent] };
    return { op: "pow", args: [{ op: "add", args: [{ op: "abs", args: [base] }, num(1)] }, exponent] };
  }

  private condition(depth: number, moving: boolean, own: boolean): Node {
    const sub = (): Node => (depth <= 0 ? this.leaf(moving, own) : this.expression(depth - 1, moving, own));
    switch (this.below(5)) {
      case 0:
        return { op: "not", args: [sub()] };
      case 1:
        return { op: this.pick(["and", "or"] as const), args: [sub(), sub()] };
      default:
        return {
          op: "cmp",
          args: [sub(), this.chance(0.3) ? num(0) : sub()],
          rel: this.pick(RELATIONS),
          absTol: 0.005,
        };
    }
  }

  private table(x: Node, moving: boolean): Node {
    const count = this.below(4) + 1;
    let key = this.below(10) - 5;
    const keys = Array.from({ length: count }, () => {
      key += this.below(4) + (this.chance(this.care) ? 1 : this.chance(0.05) ? -4 : 0);
      return num(key);
    });
    const values = this.leaves(count, moving && this.chance(0.2));
    if (this.chance(0.4)) return { op: "brackets", args: [x], lists: [keys, values] };
    return { op: "lookup", args: [x], mode: this.pick(["step", "linear"] as const), lists: [keys, values] };
  }

  private function(x: Node): Node {
    const fn = this.pick(FUNCTIONS);
    if (fn === "round") return { op: fn, args: [x, num(this.below(5) - 1)] };
    if (!this.chance(this.care)) return { op: fn, args: [x] };
    const size: Node = { op: "abs", args: [x] };
    if (fn === "ln" || fn === "sqrt") return { op: fn, args: [{ op: "add", args: [size, num(1)] }] };
    return { op: fn, args: [fn === "exp" ? { op: "min", args: [x, num(5)] } : x] };
  }

  private financeCall(moving: boolean): Node {
    const [fn, count] = this.pick(FINANCE);
    const rate = num(this.pick(this.chance(this.care) ? ["0.05", "0.0025"] : ["0.05", "0.0025", "0", "-0.1"]));
    const rest = Array.from({ length: count - 1 }, () =>
      this.chance(Math.max(0.5, this.care)) ? num(this.below(20) + 1) : this.leaf(moving, false),
    );
    return { op: fn, args: [rate, ...rest] };
  }
}
