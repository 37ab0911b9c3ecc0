import type { Node } from "../language/graph.ts";
import type { Text } from "../wording/text.ts";

/** How tightly an operation binds, loosest first; an operand that binds looser than its place gets parentheses. */
export const LOOSEST = 0;
export const OR = 1;
export const AND = 2;
export const COMPARE = 3;
export const SUM = 4;
export const PRODUCT = 5;
export const PREFIX = 6;
export const POWER = 7;
export const TIGHTEST = 8;

/** How a node is written out for people. */
export interface Writing {
  readonly binds: number;
  readonly write: (node: Node, to: Writer) => string;
}

export interface Writer {
  /** How tightly the node must bind where it stands. */
  readonly place: number;
  /** An operand, in parentheses if it binds looser than its place. */
  text(node: Node, place: number): string;
  /** A reference to a line. */
  line(index: number, place: number): string;
  /** A table column by name, or its cells one by one. */
  column(cells: readonly Node[]): string;
  /** Operands one by one; of too many the first ones and how many more. */
  each(nodes: readonly Node[], text: (node: Node, i: number) => string): readonly string[];
  /** The word in the language written. */
  word(text: Text): string;
}

/** A function by name, its line first, then its operands. */
export function called(zh: string, en: string): Writing {
  return calledWith(zh, en, ({ line, args }, to) => [
    ...(line === undefined ? [] : [to.line(line, LOOSEST)]),
    ...to.each(args, (arg) => to.text(arg, LOOSEST)),
  ]);
}

/** A function by name with arguments of its own. */
export function calledWith(zh: string, en: string, args: (node: Node, to: Writer) => readonly string[]): Writing {
  return { binds: TIGHTEST, write: (node, to) => `${to.word({ zh, en })}(${args(node, to).join(", ")})` };
}

/** `a sign b …`; the first operand may bind as loosely as `first`, the others as `rest`. */
export function infix(sign: string | Text, binds: number, first: number, rest: number): Writing {
  return {
    binds,
    write: (node, to) =>
      to
        .each(node.args, (arg, i) => to.text(arg, i === 0 ? first : rest))
        .join(` ${typeof sign === "string" ? sign : to.word(sign)} `),
  };
}

/** `sign a`. */
export function prefix(sign: Text, binds: number, operand: number): Writing {
  return { binds, write: ({ args: [a] }, to) => `${to.word(sign)}${to.text(a as Node, operand)}` };
}
