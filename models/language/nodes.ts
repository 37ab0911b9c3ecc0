import type { FinanceFunction, Node, Relation, ScalarFunction } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import { refuse } from "./refuse.ts";

/** Makes core nodes; equal ones are made once and shared. */
export class NodeMaker {
  private readonly byKey = new Map<string, Node>();
  private readonly numbers = new Map<Node, number>();
  private operands = 0;

  readonly zero: Node = this.constant("0");
  readonly one: Node = this.constant("1");

  /** A number that identifies the node within this graph. */
  numberOf(node: Node): number {
    const number = this.numbers.get(node);
    if (number === undefined) throw new Error(`a node of another graph: ${node.op}`);
    return number;
  }

  constant(text: string): Node {
    return this.share(`#${text}`, () => ({ op: "const", text }));
  }

  none(text: string): Node {
    return this.share(`none.${text}`, () => ({ op: "none", text }));
  }

  line(line: number): Node {
    return this.share(`l${line}`, () => ({ op: "line", line }));
  }

  prev(line: number): Node {
    return this.share(`p${line}`, () => ({ op: "prev", line }));
  }

  lag(line: number, n: Node): Node {
    return this.share(`lag${line},${this.numberOf(n)}`, () => ({ op: "lag", line, n }));
  }

  total(line: number): Node {
    return this.share(`t${line}`, () => ({ op: "total", line }));
  }

  reduce(what: Omit<Extract<Node, { op: "reduce" }>, "op">): Node {
    const { fn, by, series, yearly, args, absTol } = what;
    const key = `${fn}${by}${series.join(",")};${yearly.join(",")};${this.list(args)};${absTol}`;
    return this.share(key, () => ({ op: "reduce", ...what }));
  }

  at(line: number, month: Node): Node {
    return this.share(`at${line},${this.numberOf(month)}`, () => ({ op: "at", line, month }));
  }

  convolve(line: number, weights: readonly Node[]): Node {
    return this.share(`conv${line},${this.list(weights)}`, () => ({ op: "convolve", line, weights }));
  }

  lookup(mode: "step" | "linear", keys: readonly Node[], values: readonly Node[], x: Node): Node {
    const key = `look${mode},${this.list(keys)};${this.list(values)};${this.numberOf(x)}`;
    return this.share(key, () => ({ op: "lookup", mode, keys, values, x }));
  }

  brackets(from: readonly Node[], rates: readonly Node[], x: Node): Node {
    const key = `brackets${this.list(from)};${this.list(rates)};${this.numberOf(x)}`;
    return this.share(key, () => ({ op: "brackets", from, rates, x }));
  }

  /** Sum, least or greatest of any number of operands; one operand stands for itself, the sum of none is 0. */
  many(op: "add" | "min" | "max", args: readonly Node[]): Node {
    const [only, ...more] = args;
    if (only === undefined) return this.zero;
    if (more.length === 0) return only;
    return this.share(`${op}${this.list(args)}`, () => ({ op, args }));
  }

  add(...args: readonly Node[]): Node {
    return this.many("add", args);
  }

  pair(op: "sub" | "mul" | "div" | "pow" | "and" | "or", a: Node, b: Node): Node {
    return this.share(`${op}${this.numberOf(a)},${this.numberOf(b)}`, () => ({ op, a, b }));
  }

  single(op: "neg" | "not", a: Node): Node {
    return this.share(`${op}${this.numberOf(a)}`, () => ({ op, a }));
  }

  compare(rel: Relation, a: Node, b: Node, absTol: number): Node {
    const key = `${rel}${this.numberOf(a)},${this.numberOf(b)},${absTol}`;
    return this.share(key, () => ({ op: "cmp", rel, a, b, absTol }));
  }

  choose(cond: Node, yes: Node, no: Node): Node {
    return this.share(`if${this.list([cond, yes, no])}`, () => ({ op: "if", cond, yes, no }));
  }

  call(fn: ScalarFunction, args: readonly Node[]): Node {
    return this.share(`${fn}(${this.list(args)}`, () => ({ op: "call", fn, args }));
  }

  finance(fn: FinanceFunction, args: readonly Node[]): Node {
    return this.share(`${fn}(${this.list(args)}`, () => ({ op: "finance", fn, args }));
  }

  private list(nodes: readonly Node[]): string {
    this.operands += nodes.length;
    if (this.operands > LIMITS.graphOperands) refuse("graphTooLarge", {});
    return nodes.map((node) => this.numberOf(node)).join(",");
  }

  private share(key: string, make: () => Node): Node {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.numbers.size >= LIMITS.graphNodes) refuse("graphTooLarge", {});
    const node = make();
    this.byKey.set(key, node);
    this.numbers.set(node, this.numbers.size);
    return node;
  }
}

/** The nodes directly below a node. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.op) {
    case "const":
    case "line":
    case "prev":
    case "total":
    case "none":
      return [];
    case "lag":
      return [node.n];
    case "at":
      return [node.month];
    case "convolve":
      return node.weights;
    case "lookup":
      return [...node.keys, ...node.values, node.x];
    case "brackets":
      return [...node.from, ...node.rates, node.x];
    case "add":
    case "min":
    case "max":
    case "call":
    case "finance":
    case "reduce":
      return node.args;
    case "neg":
    case "not":
      return [node.a];
    case "if":
      return [node.cond, node.yes, node.no];
    default:
      return [node.a, node.b];
  }
}
