import type { Graph } from "../language/graph.ts";
import { engineProblem } from "../wording/engines.ts";
import type { Problem } from "../wording/problem.ts";
import { blame } from "./blame.ts";
import { contextOf } from "./context.ts";
import type { Evaluation, Gap, Gaps } from "./evaluation.ts";
import { isScalarLine, lineAt } from "./nodes.ts";

/** Scans an evaluation for undefined cells and finds where they come from. */
export function findGaps<V>(evaluation: Evaluation<V>): Gaps {
  const firsts = firstGaps(evaluation, naturalTest(evaluation));
  const problems: Problem[] = [];
  const lines = new Map<number, Gap>();
  // What the document or the builder has said already is not said again, but told of all that rests on it.
  for (const [line, problem] of [...evaluation.graph.broken, ...(evaluation.clock.unbound ?? [])])
    lines.set(line, { period: 0, problem });
  // In the order of evaluation, so that a line's source is settled before the line itself.
  for (const { line, period } of firsts) {
    if (lines.has(line)) continue;
    const cause = causeOf(evaluation, line, period);
    const inherited = cause.kind === "inherits" ? lines.get(cause.line) : undefined;
    if (inherited !== undefined) {
      lines.set(line, { period, problem: inherited.problem });
      continue;
    }
    const problem = ownProblem(evaluation, line, period, cause);
    problems.push(problem);
    lines.set(line, { period, problem });
  }
  return { problems, lines };
}

type NaturalTest = (line: number, period: number) => boolean;
type Cause = ReturnType<typeof causeOf>;

/** Tells cells that have no value by their nature, and so are no problem: `none`, a reducer without an answer, and what reads such cells. */
function naturalTest<V>(evaluation: Evaluation<V>): NaturalTest {
  const known = new Map<number, boolean>();
  const stride = evaluation.periods + 1;
  const context = contextOf(evaluation);
  const test = (line: number, period: number): boolean => {
    const slot = isScalarLine(evaluation.graph, line) ? 0 : period;
    if (slot < 0) return false;
    const key = line * stride + slot;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, false);
    if (evaluation.value(line, slot) !== undefined || evaluation.graph.broken.has(line)) return false;
    const cause = causeOf(evaluation, line, slot, context);
    const is =
      cause.kind === "none" ||
      cause.kind === "noAnswer" ||
      (cause.kind === "inherits" && test(cause.line, cause.period));
    known.set(key, is);
    return is;
  };
  return test;
}

/** Why a cell without a value has none, one step deep. */
export function causeOf<V>(evaluation: Evaluation<V>, line: number, period: number, context = contextOf(evaluation)) {
  const { graph } = evaluation;
  const { node, opening, source } = lineAt(graph, line);
  if (source === "input" || graph.broken.has(line)) return { kind: "missingInput" } as const;
  const scalar = isScalarLine(graph, line);
  const expression = period === 0 && !scalar ? opening : node;
  const found = expression === undefined ? undefined : blame(expression, period, context);
  // Re-evaluated alone the cell has a value only if it was overflow in the last digit: still a number too large to hold.
  return found ?? ({ kind: "tooLarge" } as const);
}

function ownProblem<V>(evaluation: Evaluation<V>, line: number, period: number, cause: Cause): Problem {
  const { graph, clock } = evaluation;
  const { id, label, path } = lineAt(graph, line);
  const place = { line: { id, label }, period, month: period === 0 ? undefined : clock.periodMonths[period - 1] };
  switch (cause.kind) {
    case "inherits":
      return engineProblem("restsOnGap", { ...place, source: nameOf(graph, cause.line) }, path);
    case "finance":
      return engineProblem("finance", { ...place, fn: cause.fn, reason: cause.reason }, path);
    case "none":
    case "noAnswer":
      throw new Error(`a cell without an answer by its nature is no gap: ${id}`);
    default:
      return engineProblem(cause.kind, place, path);
  }
}

function nameOf(graph: Graph, line: number) {
  const { id, label } = lineAt(graph, line);
  return { id, label };
}

/** Each line's first period without a value that it ought to have, in the order of evaluation. */
function firstGaps<V>(
  evaluation: Evaluation<V>,
  natural: NaturalTest,
): { readonly line: number; readonly period: number }[] {
  const { graph, periods } = evaluation;
  const found: { line: number; period: number; key: readonly number[] }[] = [];
  const scan = (line: number, key: (period: number) => readonly number[]): void => {
    if (evaluation.mayLack?.(line) === false || !evaluation.computed(line) || graph.broken.has(line)) return;
    const last = isScalarLine(graph, line) ? 0 : periods;
    const numbers = evaluation.slots?.(line);
    const isThere = (t: number): boolean =>
      numbers === undefined ? evaluation.value(line, t) !== undefined : Number.isFinite(numbers[t]);
    for (let t = 0; t <= last; t++) {
      if (isThere(t) || natural(line, t)) continue;
      found.push({ line, period: t, key: key(t) });
      return;
    }
  };
  for (const { index, source } of graph.lines) if (source === "input") scan(index, () => [-1, 0, 0, index]);
  for (const [number, level] of graph.levels.entries()) {
    for (const [place, line] of level.scalars.entries())
      if (isFormula(graph, line)) scan(line, () => [number, 0, 0, place]);
    for (const [place, line] of level.periods.entries())
      if (isFormula(graph, line)) scan(line, (t) => [number, 1, t, place]);
  }
  return found.sort((a, b) => compareKeys(a.key, b.key));
}

function isFormula(graph: Graph, line: number): boolean {
  return lineAt(graph, line).source !== "input";
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [i, left] of a.entries()) {
    const difference = left - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
