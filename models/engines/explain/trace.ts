import type { Graph } from "../../language/graph.ts";
import { contextOf } from "../context.ts";
import type { Evaluation } from "../evaluation.ts";
import { isScalarLine, lineAt } from "../nodes.ts";
import { readingsOf } from "./reading.ts";
import { sourceOf } from "./source.ts";

export interface TraceLimits {
  /** Steps from the traced cell; 12 if absent. */
  readonly depth?: number;
  /** Cells in the answer; 500 if absent. */
  readonly cells?: number;
}

/** A cell the traced one rests on, nearest first. */
export interface TracedCell<V> {
  readonly line: number;
  /** 1..T; 0 for a scalar line or an opening value. */
  readonly period: number;
  readonly value: V | undefined;
  /** Steps from the traced cell. */
  readonly depth: number;
  /** Positions in `cells` of the cells it was computed from. */
  readonly precedents: readonly number[];
  /** Some of its precedents were left out for the limits. */
  readonly cut: boolean;
}

/** Everything one cell rests on. */
export interface Trace<V> {
  readonly cells: readonly TracedCell<V>[];
  /** Input lines met, nearest first, each once. */
  readonly inputs: readonly number[];
  /** Clauses of all lines met, nearest first, each once. */
  readonly clauses: readonly string[];
  /** The limits cut something off. */
  readonly truncated: boolean;
}

interface OpenCell<V> {
  readonly line: number;
  readonly period: number;
  readonly value: V | undefined;
  readonly depth: number;
  readonly precedents: number[];
  cut: boolean;
}

/** Walks from a cell to the inputs and clauses it rests on, breadth first, within limits. A total counts as reading its last period. */
export function trace<V>(
  graph: Graph,
  evaluation: Evaluation<V>,
  line: number,
  t: number,
  limits: TraceLimits = {},
): Trace<V> {
  const { depth: maxDepth = 12, cells: maxCells = 500 } = limits;
  const context = contextOf(evaluation);
  const cells: OpenCell<V>[] = [];
  const places = new Map<string, number>();
  const enter = (line: number, period: number, depth: number): number | undefined => {
    const key = `${line} ${period}`;
    const known = places.get(key);
    if (known !== undefined || cells.length >= maxCells) return known;
    places.set(key, cells.length);
    cells.push({ line, period, value: evaluation.value(line, period), depth, precedents: [], cut: false });
    return cells.length - 1;
  };
  enter(line, isScalarLine(graph, line) ? 0 : t, 0);
  for (const cell of cells) {
    const source = sourceOf(graph, cell.line, cell.period, context);
    const readings = source === undefined ? [] : readingsOf(graph, source.node, source.period, context);
    for (const reading of readings) {
      const place = cell.depth < maxDepth ? enter(reading.line, reading.period, cell.depth + 1) : undefined;
      if (place === undefined) cell.cut = true;
      else if (!cell.precedents.includes(place)) cell.precedents.push(place);
    }
  }
  const lines = [...new Set(cells.map((cell) => cell.line))];
  return {
    cells,
    inputs: lines.filter((index) => lineAt(graph, index).source === "input"),
    clauses: [...new Set(lines.flatMap((index) => lineAt(graph, index).clauses))],
    truncated: cells.some((cell) => cell.cut),
  };
}
