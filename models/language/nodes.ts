import type { OperationName } from "../operations/table.ts";
import type { Node } from "./graph.ts";
import { LIMITS } from "./limits.ts";
import { refuse } from "./refuse.ts";

/** What a node holds besides its operation and operands. */
export type Held = Omit<Node, "op" | "args">;

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

  make(op: OperationName, args: readonly Node[], held: Held = {}): Node {
    const { line, lines, by, lists, text, rel, absTol, mode } = held;
    const cells = lists?.map((list) => this.numbersOf(list)).join("/");
    const key = [op, this.numbersOf(args), line, lines, by, cells, text, rel, absTol, mode];
    return this.share(key.join(";"), { op, args, ...held });
  }

  none(text: string): Node {
    return this.make("none", [], { text });
  }

  constant(text: string): Node {
    return this.make("const", [], { text });
  }

  /** A node that reads a line. */
  read(op: OperationName, line: number, ...args: readonly Node[]): Node {
    return this.make(op, args, { line });
  }

  /** Sum, least or greatest of any number of operands; one operand stands for itself, the sum of none is 0. */
  many(op: OperationName, args: readonly Node[]): Node {
    const [only, ...more] = args;
    if (only === undefined) return this.zero;
    return more.length === 0 ? only : this.make(op, args);
  }

  /** The same operation of other operands. */
  again({ op, args: _, ...held }: Node, args: readonly Node[]): Node {
    return this.make(op, args, held);
  }

  private numbersOf(nodes: readonly Node[]): string {
    this.operands += nodes.length;
    if (this.operands > LIMITS.graphOperands) refuse("graphTooLarge", {});
    return nodes.map((node) => this.numberOf(node)).join(",");
  }

  private share(key: string, node: Node): Node {
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.numbers.size >= LIMITS.graphNodes) refuse("graphTooLarge", {});
    this.byKey.set(key, node);
    this.numbers.set(node, this.numbers.size);
    return node;
  }
}

/** The nodes directly below a node: its operands, then the cells of its lists. */
export function childrenOf({ args, lists }: Node): readonly Node[] {
  return lists === undefined ? args : [...args, ...lists.flat()];
}

/** The lines a node reads by itself. */
export function linesRead({ line, lines = [] }: Node): readonly number[] {
  return line === undefined ? lines : [line];
}
