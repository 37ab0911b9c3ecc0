import { operations } from "../operations/table.ts";
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
    const { opening } = operations[node.op];
    if (opening === "line")
      return this.ofLine(node) !== undefined && this.draft.at(lineRead(node)).meta.axis !== "scalar";
    return opening !== "itself" && opening !== "nothing" && node.args.some((arg) => this.reachesOpening(arg));
  }

  /** The node's value before the first period; undefined is 0. */
  private valueOf(node: Node): Node | undefined {
    if (!this.values.has(node)) this.values.set(node, this.compute(node));
    return this.values.get(node);
  }

  private ofLine(node: Node): Node | undefined {
    const line = lineRead(node);
    return this.draft.at(line).meta.axis === "scalar" ? node : this.openingOf(line);
  }

  private compute(node: Node): Node | undefined {
    const { nodes } = this.draft;
    const values = (): (Node | undefined)[] => node.args.map((arg) => this.valueOf(arg));
    const filled = (): Node =>
      nodes.again(
        node,
        values().map((value) => value ?? nodes.zero),
      );
    switch (operations[node.op].opening) {
      case "itself":
        return node;
      case "nothing":
        return undefined;
      case "line":
        return this.ofLine(node);
      case "filled":
        return filled();
      case "known": {
        const known = values().filter((value) => value !== undefined);
        return known.length === 0 ? undefined : nodes.many(node.op, known);
      }
      case "all":
        return values().includes(undefined) ? undefined : filled();
      case "branch":
        return values()[0] === undefined ? values().at(-1) : filled();
    }
  }
}

function lineRead({ line }: Node): number {
  if (line === undefined) throw new Error("a node that reads no line has no opening value of a line");
  return line;
}
