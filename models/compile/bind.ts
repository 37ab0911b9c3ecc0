import type { Bindings, Graph } from "../language/graph.ts";
import { mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import type { ExpandContext, InputLine } from "./context.ts";
import { parameterLine, parameterOfLine } from "./expand/parameters.ts";
import { documentInputs } from "./expand.ts";

export interface Bound {
  readonly bindings: Bindings;
  readonly problems: readonly Problem[];
}

/**
 * Gives every input line of a graph its value from a document with the same structure. Lines that the document makes unusable stay without a value.
 */
export function bind(graph: Graph, context: ExpandContext): Bound {
  const inputs = documentInputs(context);
  const byId = new Map(inputs.lines.map((line) => [line.decl.id, line]));
  const scalars = new Map<number, string>();
  const series = new Map<number, readonly string[]>();
  const problems: Problem[] = [...inputs.problems];
  for (const line of graph.lines) {
    if (line.source !== "input") continue;
    const input = byId.get(line.id) ?? parameter(context, line.id);
    if (input === undefined) throw new Error(`line ${line.id} is not of this document; compile it again`);
    if (input.decl.problem !== undefined) problems.push(input.decl.problem);
    if (typeof input.value === "string") scalars.set(line.index, input.value);
    else if (input.value !== undefined) series.set(line.index, input.value);
  }
  const { periods, stepMonths } = context.timeline;
  const bindings: Bindings = {
    periods: periods.length,
    scalars,
    series,
    periodMonths: periods.map(({ startMonth }) => startMonth),
    stepMonths,
    yearOfPeriod: context.frame.yearOfPeriod,
    indicatorBasis: context.frame.conventions.indicatorBasis,
  };
  return { bindings, problems: mergeProblems(problems) };
}

function parameter(context: ExpandContext, lineId: string): InputLine | undefined {
  const found = parameterOfLine(lineId);
  return found === undefined ? undefined : parameterLine(context, found.id, found.axis);
}
