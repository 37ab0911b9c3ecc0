import type { Column, Row } from "../solver/problem.ts";
import type { Solver } from "../solver/solver.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, MISS, stepsOf, TOUCH } from "./goal.ts";
import type { Handle } from "./handle.ts";

/** A point with what is watched there. */
export interface Place {
  readonly point: Point;
  readonly spare: readonly number[];
}

/** The share of the objective by which an answer may miss the best; the plan is looked at again anyhow. */
const GAP = 1e-3;
const { POSITIVE_INFINITY: MORE, NEGATIVE_INFINITY: LESS } = Number;
/** Columns of a handle: steps up, steps down, touched. */
const WIDTH = 3;

/**
 * The best point nearby if all that is watched went straight on from here (线性化): steps up and down of every handle within its ends and within
 * `trust` steps of where it is, each touched or not, and for each target what is still missing.
 */
export function bestNearby(
  solver: Solver,
  field: Field,
  goal: Goal,
  { point, spare }: Place,
  trust: number,
): Point | undefined {
  const slopes = field.slopes(point);
  // With one handle there is nothing to choose between.
  const whole = goal.open.filter(Boolean).length > 1;
  const columns: Column[] = [];
  const rows: Row[] = [];
  for (const [i, handle] of field.handles.entries()) {
    const { from, to, up, down } = spanOf(goal, handle, i);
    const here = stepsOf(handle, point[i] as number);
    const [least, most] = [Math.max(from, here - trust), Math.min(to, here + trust)];
    const factor = goal.factors[i] as number;
    const priced = goal.prices.reduce(
      (sum, price, j) =>
        price === 0
          ? sum
          : sum - (price * ((slopes[j] as readonly number[])[i] as number) * handle.step) / (goal.scales[j] as number),
      0,
    );
    columns.push(
      { cost: up * factor + priced, from: 0, to: Math.max(0, to) },
      { cost: down * factor - priced, from: 0, to: Math.max(0, -from) },
      { cost: TOUCH * factor, from: 0, to: 1, whole },
    );
    const at = WIDTH * i;
    rows.push({
      from: Math.min(least, most),
      to: Math.max(least, most),
      terms: [
        [at, 1],
        [at + 1, -1],
      ],
    });
    const furthest = Math.max(to, -from, 0);
    rows.push({
      from: LESS,
      to: 0,
      terms: [
        [at, 1],
        [at + 1, 1],
        [at + 2, -furthest],
      ],
    });
  }
  for (const [j, level] of goal.levels.entries()) {
    // Where the model has no value there is nothing to go by.
    if (level === LESS || Number.isNaN(spare[j])) continue;
    const scale = goal.scales[j] as number;
    const own = slopes[j] as readonly number[];
    const ahead = own.reduce((sum, slope, i) => sum + slope * ((point[i] as number) - (field.now[i] as number)), 0);
    const terms = field.handles.flatMap(({ step }, i): [number, number][] => {
      const gain = ((own[i] as number) * step) / scale;
      return gain === 0
        ? []
        : [
            [WIDTH * i, gain],
            [WIDTH * i + 1, -gain],
          ];
    });
    columns.push({ cost: MISS, from: 0, to: MORE });
    rows.push({
      from: (level - (spare[j] as number) + ahead) / scale,
      to: MORE,
      terms: [...terms, [columns.length - 1, 1]],
    });
  }
  const found = solver.solve({ columns, rows }, { gap: GAP, brief: true });
  if (found.status !== "optimal") return undefined;
  return field.handles.map(({ input, step }, i) => {
    const steps = (found.values[WIDTH * i] as number) - (found.values[WIDTH * i + 1] as number);
    const { from, to } = goal.ends[i] as { from: number; to: number };
    const x = Math.min(to, Math.max(from, input.now + steps * step));
    return input.whole ? Math.round(x) : x;
  });
}

function spanOf({ open, ends }: Goal, handle: Handle, i: number) {
  const { from, to } = ends[i] as { from: number; to: number };
  const closed = open[i] === false;
  return {
    from: closed ? 0 : stepsOf(handle, from),
    to: closed ? 0 : stepsOf(handle, to),
    up: handle.up?.weight ?? 0,
    down: handle.down?.weight ?? 0,
  };
}
