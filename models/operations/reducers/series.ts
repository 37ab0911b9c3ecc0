import { order } from "../../engines/arithmetic/float.ts";
import type { Node } from "../../language/graph.ts";
import type { Excel } from "../excel.ts";
import { PURE_TIE } from "../ties.ts";
import { type Answer, missing, noAnswer, type Steps } from "./answer.ts";
import type { Given, Reduction } from "./reducer.ts";

/** All values of the first series, which must all be there. */
export function withSeries<V>(
  steps: Steps<V>,
  { arithmetic }: Given<V>,
  then: (values: readonly V[]) => Answer<V>,
): Answer<V> {
  const values: V[] = [];
  for (let step = 0; step < steps.count; step++) {
    const value = steps.read(0, step);
    if (!arithmetic.isDefined(value)) return missing;
    values.push(value);
  }
  return values.length === 0 ? noAnswer("empty") : then(values);
}

/** The same of doubles that are known to be there. */
export function seriesOf(steps: Steps<number>): readonly number[] {
  return Array.from({ length: steps.count }, (_, step) => steps.read(0, step));
}

/** The first series in the steps where the second holds, in all without one; undefined where one is missing. */
export function chosen<V>(
  steps: Steps<V>,
  { arithmetic }: Given<V>,
): readonly { readonly step: number; readonly value: V }[] | undefined {
  const found: { step: number; value: V }[] = [];
  for (let step = 0; step < steps.count; step++) {
    const holds = arithmetic.truth(steps.read(1, step));
    if (holds === undefined) return undefined;
    if (!holds) continue;
    const value = steps.read(0, step);
    if (!arithmetic.isDefined(value)) return undefined;
    found.push({ step, value });
  }
  return found;
}

/** What the chosen values are put together to; nothing is no answer. */
export function ofChosen<V>(steps: Steps<V>, given: Given<V>, put: (values: readonly V[]) => V): Answer<V> {
  const values = chosen(steps, given)?.map(({ value }) => value);
  if (values === undefined) return missing;
  return values.length === 0 ? noAnswer("empty") : { ok: true, value: put(values) };
}

/** Slopes of the lowest or highest: all in the step that has it; a second one as near as makes no difference is a corner. */
export const extremeSlopes =
  (extreme: (...values: number[]) => number): Reduction["slopes"] =>
  (steps, given, back) => {
    const values = chosen(steps, given) ?? [];
    const best = extreme(...values.map(({ value }) => value));
    const near = values.filter(({ value }) => order(value, best, PURE_TIE) === 0);
    const at = near.find(({ value }) => value === best);
    if (at !== undefined) back.series(0, at.step, 1);
    if (near.length > 1) for (const { step } of near) back.corner(0, step);
  };

/** The first step in which a series holds; undefined where one before it is missing, -1 if it never holds. */
export function firstStep<V>(series: number, steps: Steps<V>, { arithmetic }: Given<V>): number | undefined {
  for (let step = 0; step < steps.count; step++) {
    const holds = arithmetic.truth(steps.read(series, step));
    if (holds !== false) return holds === undefined ? undefined : step;
  }
  return -1;
}

/** Whether a second series says which steps count. */
export function isConditional({ lines = [], by }: Node): boolean {
  return lines.length === (by === "basis" ? 4 : 2);
}

/**
 * The extreme of all steps, or of those in which the condition holds; a chosen step without a value must show. In files AGGREGATE, being
 * of 2010, has a prefix.
 */
export const extremePrinted =
  (name: string, aggregate: number): Excel["number"] =>
  (node, sheet) => {
    const x = sheet.steps(node, 0);
    if (!isConditional(node)) return `${name}(${x})`;
    const condition = sheet.steps(node, 1);
    return `(_xlfn.AGGREGATE(${aggregate},6,${x}/(${condition}<>0),1)+0*SUMIF(${condition},"<>0",${x}))`;
  };

/** Number of the first step in which a condition holds. */
export function firstPrinted(condition: string): string {
  return `MATCH(TRUE,INDEX(${condition}<>0,0),0)`;
}
