import type { Graph, Node } from "../../language/graph.ts";
import { type RenderStyle, renderFormula } from "../../language/render.ts";
import { type CellContext, evaluateNode } from "../cell.ts";
import { lineAt, type NodeOf } from "../nodes.ts";
import { isTransparent } from "./reading.ts";

/** Digits after the decimal point in a formula with its values put in. */
const SHOWN_DECIMALS = 6;

/** The formula with every cell it reads replaced by its value in this period, as text: `100 * (1 - 0.05)`. */
export function substitutedFormula<V>(
  graph: Graph,
  node: Node,
  t: number,
  context: CellContext<V>,
  style: RenderStyle,
): string {
  return renderFormula(graph, substitute(graph, node, t, context), style);
}

function substitute<V>(graph: Graph, root: Node, t: number, context: CellContext<V>): Node {
  const shown = (value: V): Node => ({ op: "const", text: shownText(context, value) });
  const walk = (node: Node): Node => {
    switch (node.op) {
      case "const":
      case "none":
        return node;
      case "reduce":
        return { ...node, args: node.args.map(walk) };
      case "line": {
        const inside = isTransparent(graph, node.line) ? lineAt(graph, node.line).node : undefined;
        return inside === undefined ? shown(evaluateNode(node, t, context)) : walk(inside);
      }
      case "prev":
      case "lag":
      case "total":
      case "at":
      case "convolve":
        return shown(evaluateNode(node, t, context));
      case "lookup":
        return { ...node, keys: node.keys.map(walk), values: node.values.map(walk), x: walk(node.x) };
      case "brackets":
        return { ...node, from: node.from.map(walk), rates: node.rates.map(walk), x: walk(node.x) };
      case "add":
      case "min":
      case "max":
      case "call":
      case "finance":
        return { ...node, args: node.args.map(walk) };
      case "if":
        return { ...node, cond: walk(node.cond), yes: walk(node.yes), no: walk(node.no) };
      default:
        return walkOperator(node, walk);
    }
  };
  return walk(root);
}

function walkOperator(
  node: NodeOf<"sub" | "mul" | "div" | "pow" | "neg" | "not" | "and" | "or" | "cmp">,
  walk: (node: Node) => Node,
): Node {
  return "b" in node ? { ...node, a: walk(node.a), b: walk(node.b) } : { ...node, a: walk(node.a) };
}

function shownText<V>({ arithmetic }: CellContext<V>, value: V): string {
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
