import type { Graph, Node } from "../../language/graph.ts";
import { childrenOf } from "../../language/nodes.ts";
import type { Cells, ReadKind } from "../../operations/operation.ts";
import { operations } from "../../operations/table.ts";
import { isScalarLine, lineAt } from "../nodes.ts";

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
export function readingsOf<V>(graph: Graph, root: Node, period: number, cells: Cells<V>): Reading<V>[] {
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
    else add(line, how, at, cells.read(line, at), weight);
  };
  const walk = (node: Node, t: number, depth: number): void => {
    const { reads, inUse, cells: cellsRead, decisive } = operations[node.op];
    // The weights of a profile are told with the cells they belong to.
    for (const operand of reads === "none" ? inUse(node, t, cells) : node.args) walk(operand, t, depth);
    if (reads === "total") {
      const line = node.line as number;
      if (!isEmpty(graph, line)) add(line, reads, cells.periods, cells.value(node, t));
      return;
    }
    if (reads === "whole") {
      for (const { line, period } of decisive(node, t, cells)) add(line, reads, period, cells.read(line, period));
      return;
    }
    for (const { line, period, weight, outside } of cellsRead(node, t, cells)) {
      if (outside === true) add(line, reads, period, cells.arithmetic.zero);
      else readLine(line, reads, Math.max(period, 0), depth, weight === undefined ? weight : cells.value(weight, t));
    }
  };
  walk(root, period, 0);
  return [...found.values()];
}

/** A selection that found nothing is a hidden line that holds a literal 0. */
function isEmpty(graph: Graph, line: number): boolean {
  const { source, node } = lineAt(graph, line);
  return source === "hidden" && node?.text !== undefined;
}

/** A hidden line that only holds an expression for somebody to look back at; nobody needs to know it exists. */
export function isTransparent(graph: Graph, line: number): boolean {
  const { source, node } = lineAt(graph, line);
  return source === "hidden" && node !== undefined && !readsItself(node, line);
}

function readsItself(node: Node, line: number): boolean {
  return node.line === line || childrenOf(node).some((child) => readsItself(child, line));
}
