import type { Graph, Node } from "../../language/graph.ts";
import { childrenOf } from "../../language/nodes.ts";
import { type CellContext, evaluateNode, lagPeriod, lookupRows, periodOfMonth } from "../cell.ts";
import { directRead, isScalarLine, lineAt, type NodeOf, type ReadKind } from "../nodes.ts";
import { cellsOf } from "../reducers/cells.ts";

/** One cell (or, for a total, one whole line) that an expression reads in a given period. */
export interface Reading<V> {
  readonly line: number;
  readonly how: ReadKind;
  /** 1..T; 0 for a scalar line, an opening value or the time before the first period; for a total the last period summed. */
  readonly period: number;
  readonly value: V;
  /** Weight of the cell in a convolution. */
  readonly weight?: V;
}

/** Hidden lines that merely hold an expression are opened up at most this deep. */
const OPEN_DEPTH = 12;

/**
 * The cells one expression really reads in period `t`: of a condition only the branch taken, of a table only the rows used, of a
 * convolution only weights other than zero. Hidden lines that merely hold an expression are opened up; those with a memory of their own
 * (running totals and the like) are read as lines.
 */
export function readingsOf<V>(graph: Graph, root: Node, period: number, context: CellContext<V>): Reading<V>[] {
  const found = new Map<string, Reading<V>>();
  const add = (line: number, how: ReadKind, at: number, value: V, weight?: V): void => {
    const reading = {
      line,
      how,
      period: isScalarLine(graph, line) ? 0 : at,
      value,
      ...(weight === undefined ? {} : { weight }),
    };
    const key = `${line} ${how === "total" ? how : reading.period}`;
    if (!found.has(key)) found.set(key, reading);
  };
  const readLine = (line: number, how: ReadKind, at: number, depth: number, weight?: V): void => {
    const { node, opening } = lineAt(graph, line);
    const inside = at === 0 && !isScalarLine(graph, line) ? opening : node;
    if (inside !== undefined && depth < OPEN_DEPTH && weight === undefined && isTransparent(graph, line))
      walk(inside, at, depth + 1);
    else add(line, how, at, context.read(line, at), weight);
  };
  const walk = (node: Node, t: number, depth: number): void => {
    const read = directRead(node);
    switch (node.op) {
      case "line":
        readLine(node.line, "same", t, depth);
        return;
      case "prev":
        readLine(node.line, "prev", Math.max(t - 1, 0), depth);
        return;
      case "total":
        if (!isEmpty(graph, node.line)) add(node.line, "total", context.periods, evaluateNode(node, t, context));
        return;
      case "reduce": {
        for (const child of node.args) if (!isLiteral(child)) walk(child, t, depth);
        for (const { line, period } of cellsOf(node, context)) add(line, "whole", period, context.read(line, period));
        return;
      }
      case "lag":
      case "at": {
        const at = node.op === "lag" ? lagPeriod(node, t, context) : monthPeriod(node, context);
        for (const child of childrenOf(node)) if (!isLiteral(child)) walk(child, t, depth);
        if (at > 0) readLine(node.line, node.op, at, depth);
        else add(node.line, node.op, 0, evaluateNode(node, t, context));
        return;
      }
      case "convolve":
        for (const [k, weight] of node.weights.slice(0, t).entries()) {
          const share = evaluateNode(weight, t, context);
          if (context.arithmetic.toNumber(share) !== 0) readLine(node.line, "convolve", t - k, depth, share);
        }
        return;
      default:
        if (read !== undefined) throw new Error(`a read without a rule: ${node.op}`);
        for (const child of childrenInUse(node, t, context)) walk(child, t, depth);
    }
  };
  walk(root, period, 0);
  return [...found.values()];
}

/** A selection that found nothing is a hidden line that holds a literal 0. */
function isEmpty(graph: Graph, line: number): boolean {
  const { source, node } = lineAt(graph, line);
  return source === "hidden" && node?.op === "const";
}

function isLiteral(node: Node): boolean {
  return node.op === "const";
}

function monthPeriod<V>(node: NodeOf<"at">, context: CellContext<V>): number {
  const month = context.arithmetic.nearest(evaluateNode(node.month, 0, context));
  return periodOfMonth(month, context.periodMonths, context.stepMonths);
}

/** The operands whose values make up the node's value in this period. */
export function childrenInUse<V>(node: Node, t: number, context: CellContext<V>): readonly Node[] {
  const { arithmetic } = context;
  switch (node.op) {
    case "if": {
      const truth = arithmetic.truth(evaluateNode(node.cond, t, context));
      if (truth === undefined) return [node.cond];
      return [node.cond, truth ? node.yes : node.no];
    }
    case "lookup": {
      const rows = lookupRows(node, t, context);
      return [
        node.x,
        ...rows.flatMap((row) => [node.keys[row], node.values[row]].filter((cell) => cell !== undefined)),
      ];
    }
    case "brackets": {
      const x = evaluateNode(node.x, t, context);
      const reached = node.from.filter(
        (from) => arithmetic.truth(arithmetic.compare("<", evaluateNode(from, t, context), x, 0)) !== false,
      );
      return [node.x, ...reached.flatMap((from, i) => [from, node.rates[i]].filter((cell) => cell !== undefined))];
    }
    default:
      return childrenOf(node);
  }
}

/** A hidden line that only holds an expression for somebody to look back at; nobody needs to know it exists. */
export function isTransparent(graph: Graph, line: number): boolean {
  const { source, node } = lineAt(graph, line);
  return source === "hidden" && node !== undefined && !readsItself(node, line);
}

function readsItself(node: Node, line: number): boolean {
  return directRead(node)?.line === line || childrenOf(node).some((child) => readsItself(child, line));
}
