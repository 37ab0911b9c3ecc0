import type { Graph, Node } from "../../language/graph.ts";
import { type RenderStyle, renderFormula } from "../../language/render.ts";
import type { Cells } from "../../operations/operation.ts";
import { operations } from "../../operations/table.ts";
import { lineAt } from "../nodes.ts";
import { isTransparent } from "./reading.ts";

/** Digits after the decimal point in a formula with its values put in. */
const SHOWN_DECIMALS = 6;

/** The formula with every cell it reads replaced by its value in this period, as text: `100 * (1 - 0.05)`. */
export function substitutedFormula<V>(
  graph: Graph,
  node: Node,
  t: number,
  cells: Cells<V>,
  style: RenderStyle,
): string {
  return renderFormula(graph, substitute(graph, node, t, cells), style);
}

function substitute<V>(graph: Graph, root: Node, t: number, cells: Cells<V>): Node {
  const walk = (node: Node): Node => {
    const { reads } = operations[node.op];
    if (reads === "none" || reads === "whole") {
      const { args, lists } = node;
      return {
        ...node,
        args: args.map(walk),
        ...(lists === undefined ? {} : { lists: lists.map((list) => list.map(walk)) }),
      };
    }
    const line = reads === "same" ? node.line : undefined;
    const inside = line !== undefined && isTransparent(graph, line) ? lineAt(graph, line).node : undefined;
    return inside === undefined
      ? { op: "const", args: [], text: shownText(cells, cells.value(node, t)) }
      : walk(inside);
  };
  return walk(root);
}

function shownText<V>({ arithmetic }: Cells<V>, value: V): string {
  if (!arithmetic.isDefined(value)) return "?";
  const text = arithmetic.toText(value);
  const [whole = "", decimals = ""] = text.split(".");
  if (decimals.length <= SHOWN_DECIMALS) return text;
  const rounded = arithmetic
    .toNumber(value)
    .toFixed(SHOWN_DECIMALS)
    .replace(/\.?0+$/, "");
  // A value too small for these decimals is better shown in full than as 0.
  return Number(rounded) === 0 || whole.length > 15 ? text : rounded;
}
