import type { Node } from "../../../models/language/graph.ts";
import type { OperationName } from "../../../models/operations/table.ts";

/** Most that a formula may be: characters, and parentheses within each other. Excel takes 8,192 and 64 functions; columns of three letters are still to come. */
export interface FormulaSize {
  readonly characters: number;
  readonly depth: number;
}

export const FORMULA: FormulaSize = { characters: 6_000, depth: 60 };

/** What an operand may be where a formula was too much: operations repeat theirs up to seven times. */
export const PART: FormulaSize = { characters: 800, depth: 20 };

export function isWithin(text: string, { characters, depth }: FormulaSize): boolean {
  if (text.length > characters) return false;
  let [open, deepest] = [0, 0];
  for (const sign of text) {
    if (sign === "(") deepest = Math.max(deepest, ++open);
    else if (sign === ")") open -= 1;
  }
  return deepest <= depth;
}

/** Operations that come to the same however their operands are grouped. */
const IN_GROUPS: ReadonlySet<OperationName> = new Set(["add", "mul", "min", "max", "and", "or"]);

/** Operands side by side, at most: each may be as long as a part. */
const GROUP = 7;

/** The same with operands in groups of groups. */
export function inGroups(node: Node): Node {
  if (node.args.length <= GROUP || !IN_GROUPS.has(node.op)) return node;
  const size = GROUP ** (Math.ceil(Math.log(node.args.length) / Math.log(GROUP)) - 1);
  const groups = Array.from({ length: Math.ceil(node.args.length / size) }, (_, i) =>
    node.args.slice(i * size, (i + 1) * size),
  );
  return {
    ...node,
    args: groups.map((args) => (args.length === 1 ? (args[0] as Node) : inGroups({ ...node, args }))),
  };
}
