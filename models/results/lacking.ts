import type { Evaluation } from "../engines/evaluation.ts";
import { isScalarLine } from "../engines/nodes.ts";
import type { GraphLine, Node } from "../language/graph.ts";
import { childrenOf, linesRead } from "../language/nodes.ts";
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
    if (problem !== undefined) found.set(problem.path, toLacking(line, problem));
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Some lines and all that their formulas name, directly or not, leaving out what only a component reads that is off. */
export function reachedFrom<V>(evaluation: Evaluation<V>, lines: readonly string[]): readonly GraphLine[] {
  const { graph } = evaluation;
  const indexOf = (id: string): readonly number[] => [graph.indexById.get(id) ?? []].flat();
  const reached = new Map<number, GraphLine>();
  const pending = lines.flatMap(indexOf);
  for (let index = pending.pop(); index !== undefined; index = pending.pop()) {
    const line = graph.lines[index];
    if (line === undefined || reached.has(index)) continue;
    reached.set(index, line);
    if (isOff(evaluation, line)) continue;
    pending.push(...readsOf(line));
    if (line.solved !== undefined) pending.push(...indexOf(line.solved.vary), ...indexOf(line.solved.target));
    // Beside the root of a search stand lines that say how it went.
    else if (line.source === "input") pending.push(...indexOf(line.id.replace(/\.(state|lowest|residual)$/, "")));
  }
  return [...reached.values()];
}

/** Inputs are called by their names, everything else by what is wrong with it. */
function toLacking({ source, label, path: own }: GraphLine, { path, message, subject }: Problem): Lacking {
  return { path, name: source === "input" && path === own ? label : (subject ?? message), message };
}

/** A line whose component is switched off reads nothing. */
function isOff<V>(evaluation: Evaluation<V>, { node }: GraphLine): boolean {
  const gate = node?.op === "if" ? node.args[0] : undefined;
  if (gate?.op !== "line" || gate.line === undefined || !isScalarLine(evaluation.graph, gate.line)) return false;
  const value = evaluation.scalar(gate.line);
  return value !== undefined && evaluation.arithmetic.toNumber(value) === 0;
}

function readsOf({ node, opening }: GraphLine): readonly number[] {
  const read = new Set<number>();
  const seen = new Set<Node>();
  const pending = [node, opening].flatMap((root) => root ?? []);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const line of linesRead(next)) read.add(line);
    pending.push(...childrenOf(next));
  }
  return [...read];
}
