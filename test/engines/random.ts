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

/** A small random graph using every operation, undefined values included, and inputs for it. */
export function randomModel(seed: number, size: number, periods: number): RandomModel {
  return new RandomGraph(seeded(seed)).model(size, periods);
}

class RandomGraph {
  private readonly random: () => number;
  private readonly writer = new GraphWriter();
  private readonly scalars: Node[] = [];
  private readonly series: Node[] = [];
  /** Series that a barrier may read: written before the last barrier boundary, so no barrier closes a cycle. */
  private settled = 0;

  constructor(random: () => number) {
    this.random = random;
  }

  model(size: number, periods: number): RandomModel {
    const scalarInputs = ["a", "b", "c"].map((id) => this.writer.input(id));
    const seriesInputs = ["p", "q"].map((id) => this.writer.input(id, "period"));
    this.scalars.push(...scalarInputs);
    this.series.push(...seriesInputs);
    this.settled = this.series.length;
    for (let i = 0; i < size; i++) this.addLine(i);
    const graph = this.writer.graph();
    const value = (): string => this.constantText();
    const bindings = bind(graph, periods, {
      a: value(),
      b: value(),
      c: value(),
      p: Array.from({ length: periods }, value),
      q: Array.from({ length: periods }, value),
    });
    return { graph, bindings, scalarInputs: scalarInputs.map(lineOf), seriesInputs: seriesInputs.map(lineOf) };
  }

  private addLine(i: number): void {
    if (this.chance(0.2)) {
      // From here on, barriers may read every series written so far; none of those reads what follows, now or ever.
      this.settled = this.series.length;
    }
    if (this.chance(0.25)) {
      this.scalars.push(this.writer.scalar(`s${i}`, this.clamped(this.expression(3, false, false))));
      return;
    }
    const own = this.chance(0.5);
    const node = this.clamped(this.expression(4, true, own), own);
    this.series.push(this.writer.period(`x${i}`, node, own ? this.expression(2, false, false) : undefined));
  }

  /** Mostly bounded; always so where a line reads its own past, for squaring in every period multiplies any rounding error. */
  private clamped(node: Node, own = false): Node {
    if (!own && this.chance(0.1)) return node;
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
    if (moving && own && this.chance(0.3)) return { op: "prev", args: [], line: this.writer.next };
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
        return { op: "div", args: [sub(), sub()] };
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
        return { op: "pow", args: [sub(), num(this.pick(["2", "3", "0", "-1", "0.5"]))] };
      default:
        return this.financeCall(moving);
    }
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
      key += this.below(4) - (this.chance(0.05) ? 4 : 0);
      return num(key);
    });
    const values = this.leaves(count, moving && this.chance(0.2));
    if (this.chance(0.4)) return { op: "brackets", args: [x], lists: [keys, values] };
    return { op: "lookup", args: [x], mode: this.pick(["step", "linear"] as const), lists: [keys, values] };
  }

  private function(x: Node): Node {
    const fn = this.pick(FUNCTIONS);
    if (fn === "round") return { op: fn, args: [x, num(this.below(5) - 1)] };
    return { op: fn, args: [x] };
  }

  private financeCall(moving: boolean): Node {
    const [fn, count] = this.pick(FINANCE);
    const rate = num(this.pick(["0.05", "0.0025", "0", "-0.1"]));
    const rest = Array.from({ length: count - 1 }, () =>
      this.chance(0.5) ? num(this.below(20) + 1) : this.leaf(moving, false),
    );
    return { op: fn, args: [rate, ...rest] };
  }
}
