import type { Arithmetic } from "../../engines/arithmetic/arithmetic.ts";
import type { Node } from "../../language/graph.ts";
import type { Adjoint } from "../adjoint.ts";
import { type Excel, printed } from "../excel.ts";
import type { CellRead, Cells, Operation } from "../operation.ts";
import type { Signature } from "../signature.ts";
import { calledWith, LOOSEST, type Writer } from "../writing.ts";
import { type Answer, missing, type Steps } from "./answer.ts";
import { whereSomething } from "./decisive.ts";
import { placesOf, stepsAt } from "./steps.ts";

/** What a reducer works with: its scalars, all defined, and how large an amount still counts as 0 where signs are counted. */
export interface Given<V> {
  readonly arithmetic: Arithmetic<V>;
  readonly args: readonly V[];
  readonly absTol: number;
}

export type Decisive = <V>(steps: Steps<V>, given: Given<V>, value: V) => readonly number[];

/** Where a reducer hands back slopes: in a step of a series, in a scalar; of a condition it tells that the answer jumps. */
interface Back {
  series(series: number, step: number, slope: number): void;
  corner(series: number, step: number): void;
  scalar(i: number, slope: number): void;
}

export interface Reduction extends Pick<Signature, "units" | "arity"> {
  readonly zh: string;
  readonly en: string;
  readonly answer: <V>(steps: Steps<V>, given: Given<V>) => Answer<V>;
  /** Position of the series that is a condition, if one is. */
  readonly condition?: number;
  /** Its formula over the cells of the steps; conditions are not zero where they hold. */
  readonly excel: Excel["number"];
  /** The steps that make an answer; every step in which there is something, if absent. */
  readonly decisive?: Decisive;
  /** Asked where there is an answer. */
  readonly slopes: (steps: Steps<number>, given: Given<number>, back: Back) => void;
}

/**
 * One number from whole series: by period, by statement year or by what the file measures its indicators by. Where it has no answer it
 * has no value, and that is no problem of the model.
 */
export function reducer(reduction: Reduction): Operation {
  const { zh, en, units, arity } = reduction;
  const given = <V>({ args, absTol = 0 }: Node, cells: Cells<V>): Given<V> => {
    return { arithmetic: cells.arithmetic, args: args.map((arg) => cells.value(arg, 0)), absTol };
  };
  const answer = <V>(node: Node, cells: Cells<V>, seen: (cell: CellRead) => void = () => {}): Answer<V> => {
    const { args, ...rest } = given(node, cells);
    if (!args.every(cells.arithmetic.isDefined)) return missing;
    return reduction.answer(stepsAt(placesOf(node, cells), cells, seen), { args, ...rest });
  };
  return {
    signature: { units, arity, flow: "never" },
    reads: "whole",
    opening: "itself",
    ...calledWith(zh, en, (node, to) => [
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
      const places = placesOf(node, cells);
      const steps = stepsAt(places, cells, () => {});
      const { decisive = whereSomething } = reduction;
      const told = found.ok ? decisive(steps, given(node, cells), found.value) : places.periods.keys();
      return [...told].flatMap((step) =>
        places.lines.map((line) => ({ line, period: places.periods[step] as number })),
      );
    },
    adjoint: adjointOf(reduction, given),
    ...printed(reduction.excel),
    remark: (node, _t, cells) => {
      const found = answer(node, cells);
      return found.ok ? found.remark : undefined;
    },
  };
}

function adjointOf(
  { condition, slopes }: Reduction,
  given: (node: Node, cells: Cells<number>) => Given<number>,
): Adjoint {
  return (node, _t, adjoint, tape) => {
    const places = placesOf(node, tape);
    const lineOf = (series: number): number => places.lines[series] as number;
    const periodOf = (step: number): number => places.periods[step] as number;
    const judged = condition === undefined ? undefined : places.lines[condition];
    if (judged !== undefined) for (const period of places.periods) tape.kinkCell(judged, period, "step");
    slopes(
      stepsAt(places, tape, () => {}),
      given(node, tape),
      {
        series: (series, step, slope) => tape.giveCell(lineOf(series), periodOf(step), adjoint * slope),
        corner: (series, step) => tape.kinkCell(lineOf(series), periodOf(step), "corner"),
        scalar: (i, slope) => tape.give(node.args[i] as Node, 0, adjoint * slope),
      },
    );
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
