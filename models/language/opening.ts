import type { Draft } from "./draft.ts";
import type { Node } from "./graph.ts";

/**
 * Opening values of hidden lines. `prev(balance + drawn)` must give the opening balance in the first period, so a hidden line that
 * holds an expression opens with that expression of the opening values. Lines without an opening value open with 0; where no
 * line of the expression has one, nothing existed before the first period and the hidden line opens with 0 too.
 */
export function openHiddenLines(draft: Draft): void {
  const opener = new Opener(draft);
  for (const [index, line] of draft.lines.entries()) if (line.holds !== undefined) opener.openingOf(index);
}

class Opener {
  private readonly draft: Draft;
  private readonly done = new Set<number>();
  private readonly values = new Map<Node, Node | undefined>();

  constructor(draft: Draft) {
    this.draft = draft;
  }

  openingOf(index: number): Node | undefined {
    const line = this.draft.at(index);
    if (line.holds === undefined || this.done.has(index)) return line.opening;
    this.done.add(index);
    if (this.reachesOpening(line.holds)) line.opening = this.valueOf(line.holds);
    return line.opening;
  }

  private reachesOpening(node: Node): boolean {
    if (node.op === "line")
      return this.draft.at(node.line).meta.axis !== "scalar" && this.openingOf(node.line) !== undefined;
    return pointwise(node).some((child) => this.reachesOpening(child));
  }

  /** The node's value before the first period; undefined is 0. */
  private valueOf(node: Node): Node | undefined {
    if (!this.values.has(node)) this.values.set(node, this.compute(node));
    return this.values.get(node);
  }

  private compute(node: Node): Node | undefined {
    const { nodes } = this.draft;
    const filled = (child: Node): Node => this.valueOf(child) ?? nodes.zero;
    switch (node.op) {
      case "const":
      case "none":
      case "total":
      case "at":
      case "reduce":
        return node;
      case "line":
        return this.draft.at(node.line).meta.axis === "scalar" ? node : this.openingOf(node.line);
      case "prev":
      case "lag":
      case "convolve":
        return undefined;
      case "add": {
        const known = node.args.map((arg) => this.valueOf(arg)).filter((value) => value !== undefined);
        return known.length === 0 ? undefined : nodes.many("add", known);
      }
      case "min":
      case "max":
        return nodes.many(node.op, node.args.map(filled));
      case "mul":
      case "div": {
        const [a, b] = [this.valueOf(node.a), this.valueOf(node.b)];
        return a === undefined || b === undefined ? undefined : nodes.pair(node.op, a, b);
      }
      case "sub":
      case "pow":
      case "and":
      case "or":
        return nodes.pair(node.op, filled(node.a), filled(node.b));
      case "neg":
      case "not":
        return nodes.single(node.op, filled(node.a));
      case "cmp":
        return nodes.compare(node.rel, filled(node.a), filled(node.b), node.absTol);
      case "if": {
        const cond = this.valueOf(node.cond);
        return cond === undefined ? this.valueOf(node.no) : nodes.choose(cond, filled(node.yes), filled(node.no));
      }
      case "call":
        return nodes.call(node.fn, node.args.map(filled));
      case "finance":
        return nodes.finance(node.fn, node.args.map(filled));
      case "lookup":
        return nodes.lookup(node.mode, node.keys, node.values, filled(node.x));
      case "brackets":
        return nodes.brackets(node.from, node.rates, filled(node.x));
    }
  }
}

/** Children whose value in the same slot matters; table cells are single values. */
function pointwise(node: Node): readonly Node[] {
  switch (node.op) {
    case "add":
    case "min":
    case "max":
    case "call":
    case "finance":
      return node.args;
    case "sub":
    case "mul":
    case "div":
    case "pow":
    case "and":
    case "or":
    case "cmp":
      return [node.a, node.b];
    case "neg":
    case "not":
      return [node.a];
    case "if":
      return [node.cond, node.yes, node.no];
    case "lookup":
    case "brackets":
      return [node.x];
    default:
      return [];
  }
}
