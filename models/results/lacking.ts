import type { Evaluation } from "../engines/evaluation.ts";
import { isScalarLine, lineAt, linesUnder } from "../engines/nodes.ts";
import { besideSearch } from "../engines/solved.ts";
import type { GraphLine } from "../language/graph.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";

/** Something a result rests on that the document does not give, or gives in a form that cannot be used. */
export interface Lacking {
  readonly path: string;
  readonly name: Text;
  readonly message: Text;
}

/**
 * Everything some lines rest on that is missing: whatever their formulas name, in whichever branch, so that a clerk sees all of it at once. What a component
 * reads that is off in this scenario is not among it.
 */
export function lackingOf<V>(evaluation: Evaluation<V>, lines: readonly string[]): readonly Lacking[] {
  const { graph, clock } = evaluation;
  const found = new Map<string, Lacking>();
  for (const line of reachedFrom(evaluation, lines)) {
    const problem = graph.broken.get(line.index) ?? clock.unbound?.get(line.index);
    if (problem !== undefined && !found.has(problem.path)) found.set(problem.path, toLacking(line, problem));
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Some lines and all that their formulas name, directly or not, as they were declared, leaving out what only a component reads that is off. */
export function reachedFrom<V>(evaluation: Evaluation<V>, lines: readonly string[]): readonly GraphLine[] {
  const { graph } = evaluation;
  const outputs = lines.flatMap((id) => graph.indexById.get(id) ?? []);
  const reached = linesUnder(graph, outputs, {
    stopsAt: (line) => isOff(evaluation, line),
    beside: besideSearch(graph),
  });
  return [...reached].sort((a, b) => a - b).map((line) => lineAt(graph, line));
}

/** Inputs are called by their names, everything else by what is wrong with it. */
function toLacking({ source, label, path: own }: GraphLine, { path, message, subject }: Problem): Lacking {
  const isInput = path === own && (source === "input" || path.includes("/inputs/"));
  return { path, name: isInput ? label : (subject ?? message), message };
}

/** A line whose component is switched off reads nothing. */
function isOff<V>(evaluation: Evaluation<V>, { node }: GraphLine): boolean {
  const gate = node?.op === "if" ? node.args[0] : undefined;
  if (gate?.op !== "line" || gate.line === undefined || !isScalarLine(evaluation.graph, gate.line)) return false;
  const value = evaluation.scalar(gate.line);
  return value !== undefined && evaluation.arithmetic.toNumber(value) === 0;
}
