import type { ModelDocument, Status } from "../document/schema.ts";
import { bindSolved } from "../engines/solved.ts";
import type { Bindings, Graph } from "../language/graph.ts";
import { statementYears } from "../language/timeline.ts";
import type { Registry } from "../mechanisms/define/mechanism.ts";
import { mergeProblems } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { type ExpandContext, type InputLine, prepare } from "./expand/context.ts";
import { parameterLine, parameterOfLine } from "./expand/parameters.ts";
import { documentInputs } from "./expand.ts";

export interface Bound {
  readonly bindings: Bindings;
  readonly problems: readonly Problem[];
}

export interface BindOptions {
  readonly registry: Registry;
  /** Statuses of grants and permissions that count; the base case counts approved and received ones. */
  readonly counts?: readonly Status[];
}

/**
 * Gives every input line of a graph its value from a document with the same lines (the one it was compiled from, or a scenario of it that
 * changes values only). Lines that the document makes unusable stay without a value.
 */
export function bindModel(graph: Graph, document: ModelDocument, { registry, counts }: BindOptions): Bound {
  return bindPrepared(graph, prepare(document, registry, counts));
}

export function bindPrepared(graph: Graph, context: ExpandContext): Bound {
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
    yearOfPeriod: statementYears(context.timeline, context.document.conventions.yearBasis),
    indicatorBasis: context.document.conventions.indicatorBasis ?? "year",
  };
  return { bindings: bindSolved(graph, bindings), problems: mergeProblems(problems) };
}

function parameter(context: ExpandContext, lineId: string): InputLine | undefined {
  const found = parameterOfLine(lineId);
  return found === undefined ? undefined : parameterLine(context, found.id, found.axis);
}
