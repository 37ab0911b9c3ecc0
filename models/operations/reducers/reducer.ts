import type { Arithmetic } from "../../engines/arithmetic/arithmetic.ts";
import type { Node } from "../../language/graph.ts";
import type { CellRead, Cells, Operation } from "../operation.ts";
import type { Signature } from "../signature.ts";
import { calledWith, LOOSEST, type Writer } from "../writing.ts";
import { type Answer, missing, type Steps } from "./answer.ts";
import { cellsOfStep, stepsOf } from "./steps.ts";

/** What a reducer works with: its scalars, all defined, and how large an amount still counts as 0 where signs are counted. */
export interface Given<V> {
  readonly arithmetic: Arithmetic<V>;
  readonly args: readonly V[];
  readonly absTol: number;
}

type Meaning = <V>(steps: Steps<V>, given: Given<V>) => Answer<V>;

/** The steps that make an answer. */
type Decisive = <V>(steps: Steps<V>, given: Given<V>, value: V) => readonly number[];

const allSteps = <V>({ count }: Steps<V>): readonly number[] => Array.from({ length: count }, (_, step) => step);

/** Every step in which there is something. */
const notZero: Decisive = (steps, { arithmetic }) =>
  allSteps(steps).filter((step) => arithmetic.truth(steps.read(0, step)) !== false);

/** Every step in which the condition holds. */
export const whereChosen: Decisive = (steps, { arithmetic }) =>
  allSteps(steps).filter((step) => arithmetic.truth(steps.read(1, step)) === true);

/** Of those the first that has the value. */
export const whereReached: Decisive = (steps, given, value) => {
  const { toNumber, sub } = given.arithmetic;
  return whereChosen(steps, given, value)
    .filter((step) => toNumber(sub(steps.read(0, step), value)) === 0)
    .slice(0, 1);
};

/** The first step in which a series holds. */
export const whereFirst =
  (series: number): Decisive =>
  (steps, given) => [firstStep(series, steps, given) ?? 0];

/**
 * One number from whole series: by period, by statement year or by what the file measures its indicators by. Where it has no answer it
 * has no value, and that is no problem of the model.
 */
export function reducer(
  name: { readonly zh: string; readonly en: string },
  { units, arity }: Pick<Signature, "units" | "arity">,
  meaning: Meaning,
  decisive: Decisive = notZero,
): Operation {
  const givenOf = <V>(node: Node, cells: Cells<V>): Given<V> => ({
    arithmetic: cells.arithmetic,
    args: node.args.map((arg) => cells.value(arg, 0)),
    absTol: node.absTol ?? 0,
  });
  const answer = <V>(node: Node, cells: Cells<V>, seen?: (cell: CellRead) => void): Answer<V> => {
    const given = givenOf(node, cells);
    if (!given.args.every(cells.arithmetic.isDefined)) return missing;
    return meaning(stepsOf(node, cells, seen), given);
  };
  return {
    signature: { units, arity, flow: "never" },
    reads: "whole",
    opening: "itself",
    ...calledWith(name.zh, name.en, (node, to) => [
      ...to.each(node.args, (arg) => to.text(arg, LOOSEST)),
      ...seriesWritten(node, to),
    ]),
    value: (node, _t, cells) => {
      const found = answer(node, cells);
      return found.ok ? found.value : cells.arithmetic.nothing;
    },
    machine: (node, m) => m.host(node),
    calls: () => true,
    inUse: ({ args }) => args,
    cells: (node, _t, cells) => {
      const seen: CellRead[] = [];
      answer(node, cells, (cell) => seen.push(cell));
      return seen;
    },
    fault: (node, _t, cells) => {
      const found = answer(node, cells);
      if (found.ok || found.code === "missing") return { kind: "tooLarge" };
      return { kind: "noAnswer", code: found.code, roots: (found.roots ?? []).map(cells.arithmetic.toNumber) };
    },
    decisive: (node, _t, cells) => {
      const found = answer(node, cells);
      const steps = stepsOf(node, cells);
      const told = found.ok ? decisive(steps, givenOf(node, cells), found.value) : allSteps(steps);
      return told.flatMap((step) => cellsOfStep(node, cells, step));
    },
    remark: (node, _t, cells) => {
      const found = answer(node, cells);
      return found.ok ? found.remark : undefined;
    },
  };
}

/** The series as they were written: the first in `years(…)` or `basis(…)`, unless it says so itself. */
function seriesWritten({ lines = [], by = "period" }: Node, to: Writer): readonly string[] {
  const years = to.word({ zh: "按报表年", en: "years" });
  const around = by === "year" ? years : to.word({ zh: "按评价口径", en: "basis" });
  return lines.slice(0, by === "basis" ? lines.length / 2 : lines.length).map((line, i) => {
    const text = to.line(line, LOOSEST);
    return i > 0 || by === "period" || text.startsWith(`${years}(`) ? text : `${around}(${text})`;
  });
}

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
  return values.length === 0 ? { ok: false, code: "empty" } : then(values);
}

/** Values of the first series in the steps where the second holds, in all without one; undefined where one is missing. */
export function chosen<V>(steps: Steps<V>, { arithmetic }: Given<V>): readonly V[] | undefined {
  const values: V[] = [];
  for (let step = 0; step < steps.count; step++) {
    const holds = arithmetic.truth(steps.read(1, step));
    if (holds === undefined) return undefined;
    if (!holds) continue;
    const value = steps.read(0, step);
    if (!arithmetic.isDefined(value)) return undefined;
    values.push(value);
  }
  return values;
}

/** The first step in which a series holds; undefined where one before it is missing, -1 if it never holds. */
export function firstStep<V>(series: number, steps: Steps<V>, { arithmetic }: Given<V>): number | undefined {
  for (let step = 0; step < steps.count; step++) {
    const holds = arithmetic.truth(steps.read(series, step));
    if (holds !== false) return holds === undefined ? undefined : step;
  }
  return -1;
}
