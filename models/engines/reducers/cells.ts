import type { Node } from "../../language/graph.ts";
import { type CellContext, reduceNode } from "../cell.ts";
import { stepsAreYears, stepsOf, yearEnds } from "./steps.ts";

type Reducer = Extract<Node, { op: "reduce" }>;

/** A cell a reducer's answer rests on. */
export interface ReducedCell {
  readonly line: number;
  readonly period: number;
}

/**
 * The cells that made a reducer's answer: the step it chose, with its condition, or every step in which there is something. Without an answer
 * every step that was looked at.
 */
export function cellsOf<V>(node: Reducer, context: CellContext<V>): readonly ReducedCell[] {
  const lines = stepsAreYears(node, context) ? node.yearly : node.series;
  const ends = stepsAreYears(node, context) ? yearEnds(context) : undefined;
  const { arithmetic } = context;
  const steps = stepsOf(node, context, context.read, arithmetic.one);
  const is = (a: V, b: V): boolean => arithmetic.truth(arithmetic.compare("==", a, b, 0)) === true;
  const holds = (step: number): boolean => arithmetic.truth(steps.read(lines.length - 1, step)) === true;
  const all = Array.from({ length: steps.count }, (_, step) => step);
  const cellsAt = (step: number): readonly ReducedCell[] =>
    lines.map((line) => ({ line, period: ends?.[step] ?? step + 1 }));
  const answer = reduceNode(node, context);
  if (answer?.ok !== true) return all.flatMap(cellsAt);
  switch (node.fn) {
    case "lowest":
    case "highest":
      return all
        .filter((step) => (lines.length === 1 || holds(step)) && is(steps.read(0, step), answer.value))
        .slice(0, 1)
        .flatMap(cellsAt);
    case "first":
    case "when":
      return all.filter(holds).slice(0, 1).flatMap(cellsAt);
    case "average":
      return all.filter((step) => lines.length === 1 || holds(step)).flatMap(cellsAt);
    default:
      return all.filter((step) => arithmetic.truth(steps.read(0, step)) !== false).flatMap(cellsAt);
  }
}
