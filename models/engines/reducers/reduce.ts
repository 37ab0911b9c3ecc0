import type { ReducerFunction } from "../../language/graph.ts";
import type { Arithmetic } from "../arithmetic/arithmetic.ts";
import { rateOfReturn } from "./rate.ts";

/** Why a reducer has no answer: nothing to look at, no rate solves the flows, several do, it never happens, there is nothing to pay back. */
export type NoAnswerCode = "empty" | "none" | "several" | "notReached" | "neverNegative";

/** What a reducer makes of its series; `missing`: a step it needs has no value. */
export type Answer<V> =
  | { readonly ok: true; readonly value: V; readonly remark?: "notLasting" }
  | { readonly ok: false; readonly code: NoAnswerCode; readonly roots?: readonly V[] }
  | { readonly ok: false; readonly code: "missing"; readonly step: number; readonly series: number };

/** One value a step of each series, in order. */
export interface Steps<V> {
  readonly count: number;
  read(series: number, step: number): V;
}

/**
 * The meaning of every reducer, in any number system.
 * @param args scalars before the series, all defined
 * @param absTol amounts no larger than this are 0 where signs are counted
 */
export function reduce<V>(
  fn: ReducerFunction,
  args: readonly V[],
  steps: Steps<V>,
  absTol: number,
  arithmetic: Arithmetic<V>,
): Answer<V> {
  switch (fn) {
    case "npv":
      return withSeries(steps, arithmetic, (values) => presentValue(args[0] as V, values, arithmetic));
    case "irr":
      return withSeries(steps, arithmetic, (values) => rateOfReturn(values, absTol, arithmetic));
    case "payback":
      return withSeries(steps, arithmetic, (values) => payback(values, absTol, arithmetic));
    case "lowest":
    case "highest":
    case "average":
      return ofChosen(fn, steps, arithmetic);
    case "first":
    case "when":
      return firstTrue(fn, steps, arithmetic);
  }
}

/** All values of the first series, which must all be there. */
function withSeries<V>(
  steps: Steps<V>,
  arithmetic: Arithmetic<V>,
  then: (values: readonly V[]) => Answer<V>,
): Answer<V> {
  const values: V[] = [];
  for (let step = 0; step < steps.count; step++) {
    const value = steps.read(0, step);
    if (!arithmetic.isDefined(value)) return { ok: false, code: "missing", step, series: 0 };
    values.push(value);
  }
  return values.length === 0 ? { ok: false, code: "empty" } : then(values);
}

/** Value one step before the first. */
function presentValue<V>(rate: V, values: readonly V[], arithmetic: Arithmetic<V>): Answer<V> {
  const factor = arithmetic.add(arithmetic.one, rate);
  const value = values.reduceRight(
    (later, amount) => arithmetic.div(arithmetic.add(later, amount), factor),
    arithmetic.zero,
  );
  return { ok: true, value };
}

/**
 * Steps until the cumulative flow, once negative, is not negative any more: whole steps before, and the part of the last one that was needed.
 * What is left within the tolerance counts as paid back.
 */
function payback<V>(values: readonly V[], absTol: number, arithmetic: Arithmetic<V>): Answer<V> {
  const negative = (value: V): boolean =>
    arithmetic.truth(arithmetic.compare("<", value, arithmetic.zero, absTol)) === true;
  let cumulative = arithmetic.zero;
  let started = false;
  let found: V | undefined;
  for (const [step, value] of values.entries()) {
    const before = cumulative;
    cumulative = arithmetic.add(cumulative, value);
    if (negative(cumulative)) {
      if (found !== undefined) return { ok: true, value: found, remark: "notLasting" };
      started = true;
    } else if (started && found === undefined) {
      const part = arithmetic.div(arithmetic.neg(before), value);
      found = arithmetic.add(arithmetic.integer(step), arithmetic.min(part, arithmetic.one));
    }
  }
  if (found !== undefined) return { ok: true, value: found };
  return { ok: false, code: started ? "notReached" : "neverNegative" };
}

/** Lowest, highest or mean of the first series in the steps where the second holds (all without one). */
function ofChosen<V>(fn: "lowest" | "highest" | "average", steps: Steps<V>, arithmetic: Arithmetic<V>): Answer<V> {
  let result: V | undefined;
  let count = 0;
  for (let step = 0; step < steps.count; step++) {
    const chosen = arithmetic.truth(steps.read(1, step));
    if (chosen === undefined) return { ok: false, code: "missing", step, series: 1 };
    if (!chosen) continue;
    const value = steps.read(0, step);
    if (!arithmetic.isDefined(value)) return { ok: false, code: "missing", step, series: 0 };
    count++;
    if (result === undefined) result = value;
    else if (fn === "average") result = arithmetic.add(result, value);
    else result = fn === "lowest" ? arithmetic.min(result, value) : arithmetic.max(result, value);
  }
  if (result === undefined) return { ok: false, code: "empty" };
  return { ok: true, value: fn === "average" ? arithmetic.div(result, arithmetic.integer(count)) : result };
}

/** The first step in which the last series holds: its number, or the first series' value there. */
function firstTrue<V>(fn: "first" | "when", steps: Steps<V>, arithmetic: Arithmetic<V>): Answer<V> {
  const condition = fn === "when" ? 0 : 1;
  for (let step = 0; step < steps.count; step++) {
    const holds = arithmetic.truth(steps.read(condition, step));
    if (holds === undefined) return { ok: false, code: "missing", step, series: condition };
    if (!holds) continue;
    const value = fn === "when" ? arithmetic.integer(step + 1) : steps.read(0, step);
    return arithmetic.isDefined(value) ? { ok: true, value } : { ok: false, code: "missing", step, series: 0 };
  }
  return { ok: false, code: "notReached" };
}
