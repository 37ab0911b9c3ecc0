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

  make(op: OperationName, args: readonly Node[], held?: Held): Node {
    let key = `${op}${this.numbersOf(args)}`;
    if (held !== undefined) {
      const { line, lines, by, lists, text, rel, absTol, mode } = held;
      if (line !== undefined) key += ` ${line}`;
      if (text !== undefined) key += `#${text}`;
      if (rel !== undefined) key += ` ${rel} ${absTol}`;
      if (lines !== undefined) key += ` ${by} ${lines.join(",")} ${absTol}`;
      if (lists !== undefined) for (const list of lists) key += ` ${mode}${this.numbersOf(list)}`;
    }
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.numbers.size >= LIMITS.graphNodes) refuse("graphTooLarge", {});
    const node: Node = { op, args, ...held };
    this.byKey.set(key, node);
    this.numbers.set(node, this.numbers.size);
    return node;
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
    const [only] = args;
    if (only === undefined) return this.zero;
    return args.length === 1 ? only : this.make(op, args);
  }

  /** The same operation of other operands. */
  again({ op, args: _, ...held }: Node, args: readonly Node[]): Node {
    return this.make(op, args, held);
  }

  private numbersOf(nodes: readonly Node[]): string {
    this.operands += nodes.length;
    if (this.operands > LIMITS.graphOperands) refuse("graphTooLarge", {});
    let text = "";
    for (const node of nodes) text += `,${this.numberOf(node)}`;
    return text;
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
