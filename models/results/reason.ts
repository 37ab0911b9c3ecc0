import type { Evaluation } from "../engines/evaluation.ts";
import { causeOf } from "../engines/gaps.ts";
import { isScalarLine } from "../engines/nodes.ts";
import type { NoAnswerCode } from "../operations/reducers/answer.ts";
import type { Problem } from "../wording/problem.ts";
import type { CellRef } from "./reference.ts";
import type { Results } from "./results.ts";

/** Why a cell has no value: by its nature, because a reducer has no answer, or because something is missing or impossible. */
export type Reason =
  /** `line` is where it arises; `reason` the word of the formula, empty where it gives none. */
  | { readonly kind: "none"; readonly reason: string; readonly line: number }
  | { readonly kind: "noAnswer"; readonly code: NoAnswerCode; readonly roots: readonly number[]; readonly line: number }
  | { readonly kind: "missing"; readonly problem: Problem };

/** Follows a cell without a value through the cells it inherits from to where that arises. Undefined where the cell has a value. */
export function reasonOf<V>(evaluation: Evaluation<V>, line: number, slot: number): Reason | undefined {
  const { graph } = evaluation;
  let [at, t] = [line, isScalarLine(graph, line) ? 0 : slot];
  const broken = graph.broken.get(line);
  if (broken !== undefined) return { kind: "missing", problem: broken };
  if (evaluation.value(at, t) !== undefined) return undefined;
  for (;;) {
    const cause = causeOf(evaluation, at, t);
    if (cause.kind === "none" || cause.kind === "noAnswer") return { ...cause, line: at };
    if (cause.kind !== "inherits") break;
    [at, t] = [cause.line, isScalarLine(graph, cause.line) ? 0 : cause.period];
  }
  const problem = evaluation.gaps.lines.get(at)?.problem ?? evaluation.gaps.lines.get(line)?.problem;
  if (problem === undefined) throw new Error(`line ${line} has no value in ${slot} and no gap`);
  return { kind: "missing", problem };
}

/** The same of any cell: of a year or a total that is a sum, of the first period in it without a value. */
export function reasonOfCell<V>(results: Results<V>, { line: id, place }: CellRef): Reason | undefined {
  const line = results.line(id);
  if (line === undefined || place === undefined || line.axis === "scalar") return results.why(id);
  if (place.kind === "period") return results.why(id, results.dates(id, place.period));
  const whole = { first: 1, last: results.evaluation.periods };
  const { first, last } = place.kind === "total" ? whole : (results.frame.years[place.position] ?? whole);
  const form = results.form(id, place.kind);
  if (form !== undefined) return results.why(form, last);
  if (place.kind === "year" && line.kind !== "flow") return results.why(id, last);
  for (let t = first; t <= last; t++) if (results.period(id, t) === undefined) return results.why(id, t);
  return undefined;
}
