import type { Arithmetic } from "../../engines/arithmetic/arithmetic.ts";
import type { Node } from "../../language/graph.ts";
import type { CellRead, Cells, Operation } from "../operation.ts";
import type { Signature } from "../signature.ts";
import { calledWith, LOOSEST, type Writer } from "../writing.ts";
import { type Answer, missing, type Steps } from "./answer.ts";
import { stepsOf } from "./steps.ts";

/** What a reducer works with: its scalars, all defined, and how large an amount still counts as 0 where signs are counted. */
export interface Given<V> {
  readonly arithmetic: Arithmetic<V>;
  readonly args: readonly V[];
  readonly absTol: number;
}

type Meaning = <V>(steps: Steps<V>, given: Given<V>) => Answer<V>;

/**
 * One number from whole series: by period, by statement year or by what the file measures its indicators by. Where it has no answer it
 * has no value, and that is no problem of the model.
 */
export function reducer(
  name: { readonly zh: string; readonly en: string },
  { units, arity }: Pick<Signature, "units" | "arity">,
  meaning: Meaning,
): Operation {
  const answer = <V>(node: Node, cells: Cells<V>, seen?: (cell: CellRead) => void): Answer<V> => {
    const { arithmetic } = cells;
    const args = node.args.map((arg) => cells.value(arg, 0));
    if (!args.every(arithmetic.isDefined)) return missing;
    return meaning(stepsOf(node, cells, seen), { arithmetic, args, absTol: node.absTol ?? 0 });
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
