import { bindSolved } from "../engines/solved.ts";
import { writeMonth } from "../language/calendar.ts";
import type { Bindings, Graph } from "../language/graph.ts";
import { DATE } from "../language/time.ts";
import { periodIndexOfMonth } from "../language/timeline.ts";
import { documentProblem, mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { type ExpandContext, type InputLine, inputLine } from "./context.ts";
import { parameterLine, parameterOfLine } from "./expand/parameters.ts";
import { documentInputs } from "./expand.ts";

export interface Bound {
  readonly bindings: Bindings;
  readonly problems: readonly Problem[];
}

/**
 * Gives every input line of a graph its value from a document with the same structure. Lines whose input is missing stay without a value.
 */
export function bind(graph: Graph, context: ExpandContext): Bound {
  const { bindings, problems } = bindInputs(graph, context);
  return { bindings: bindSolved(graph, bindings), problems };
}

/** The same without the values that are searched for. */
export function bindInputs(graph: Graph, context: ExpandContext): Bound {
  const inputs = documentInputs(context);
  const byId = new Map(inputs.lines.map((line) => [line.decl.id, line]));
  const problems: Problem[] = [...inputs.problems];
  const unbound = new Map<number, Problem>();
  const bindings = bindingsOf(graph, context, (id, index) => {
    const input = byId.get(id) ?? parameter(context, id) ?? dateLine(graph, index, context);
    if (input === undefined) throw new Error(`line ${id} is not of this document; compile it again`);
    if (input.missing !== undefined) unbound.set(index, input.missing);
    return input.value;
  });
  problems.push(...unbound.values());
  return { bindings: unbound.size === 0 ? bindings : { ...bindings, unbound }, problems: mergeProblems(problems) };
}

/** Values of all input lines on a timeline. */
export function bindingsOf(
  graph: Graph,
  { timeline, frame }: Pick<ExpandContext, "timeline" | "frame">,
  valueFor: (id: string, index: number) => InputLine["value"],
): Bindings {
  const scalars = new Map<number, string>();
  const series = new Map<number, readonly string[]>();
  for (const line of graph.lines) {
    if (line.source !== "input") continue;
    const value = valueFor(line.id, line.index);
    if (typeof value === "string") scalars.set(line.index, value);
    else if (value !== undefined) series.set(line.index, value);
  }
  return {
    periods: timeline.periods.length,
    scalars,
    series,
    periodMonths: timeline.periods.map(({ startMonth }) => startMonth),
    stepMonths: timeline.stepMonths,
    yearOfPeriod: frame.yearOfPeriod,
    indicatorBasis: frame.conventions.indicatorBasis,
  };
}

/** A date that a user's formula names. */
function dateLine(graph: Graph, index: number, { timeline }: ExpandContext): InputLine | undefined {
  const line = graph.lines[index];
  if (line === undefined || !line.id.startsWith(DATE)) return undefined;
  const text = line.id.slice(DATE.length);
  const isInside = periodIndexOfMonth(timeline, Number(text)) !== undefined;
  const args = { start: timeline.start, end: writeMonth(timeline.endMonth) };
  const problem = isInside ? undefined : documentProblem("document.date_outside", line.path, args);
  return inputLine(line, text, problem);
}

function parameter(context: ExpandContext, lineId: string): InputLine | undefined {
  const found = parameterOfLine(lineId);
  return found === undefined ? undefined : parameterLine(context, found.id, found.axis);
}
