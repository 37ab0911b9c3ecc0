import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { toldOf } from "../answered.ts";
import { type LeverInput, plain, written } from "../levers/lever.ts";
import { noValue } from "../levers/noValue.ts";
import { noLever, openQuestion, TARGET } from "../levers/question.ts";
import { Turning } from "../levers/turning.ts";
import { undecidedProblem } from "../undecided.ts";
import { type BoundaryOptions, type BoundaryPoint, boundaryOf, type Region } from "./boundary.ts";
import { type FrontierLook, lookAt, pairsOf } from "./looks.ts";
import { type AxisQuestion, rangeOf } from "./range.ts";
import { shortened } from "./shortened.ts";

export interface FrontierQuestion extends BoundaryOptions {
  /** A target with a value, or a verdict. */
  readonly of: string;
  readonly x: AxisQuestion;
  readonly y: AxisQuestion;
  readonly scenario?: string | undefined;
}

export interface Axis {
  readonly path: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: LeverInput["kind"];
  readonly now: string;
  readonly from: string;
  readonly to: string;
  /** Only whole numbers make sense. */
  readonly whole?: true;
}

/** Where two numbers together just meet a target. */
export interface Frontier {
  readonly of: string;
  readonly scenario: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly metNow: boolean;
  /** Neither number moves the target at any pair that was tried. */
  readonly still: boolean;
  readonly curves: readonly (readonly { readonly x: string; readonly y: string; readonly jump: boolean }[])[];
  readonly grid: readonly (readonly (boolean | null)[])[];
  readonly finest: number;
  /** Some pairs on the line and beside it, by the book of record: the line itself is by the number alone. */
  readonly looks: readonly FrontierLook[];
}

/** Follows the break-even line of two numbers; undefined where it was stopped. The document is not touched. */
export function frontierOf(
  document: ModelDocument,
  question: FrontierQuestion,
  shelf: GraphShelf,
): Result<Frontier | undefined> {
  const opened = openQuestion(document, question, shelf);
  if (!opened.ok) return opened;
  const { asked, prepared, watch, inputs } = opened.value;
  if (asked.own === undefined) return fail(noTarget(question.of));
  const [x, y] = [question.x, question.y].map(({ path }) => inputs.find((input) => input.path === path));
  if (x === undefined || y === undefined) {
    const { path } = x === undefined ? question.x : question.y;
    return fail(
      noLever(
        document,
        path,
        inputs.map((input) => input.path),
      ),
    );
  }
  if (x === y) return fail(twice(x.path));
  const [across, up] = [rangeOf(x, question.x), rangeOf(y, question.y)];
  if (!across.ok) return across;
  if (!up.ok) return up;
  const turning = new Turning(prepared, inputs, new Map([[TARGET, { target: asked.target, watch }]]));
  const seen = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };
  const excess = (a: number, b: number): number | undefined => {
    turning.turn(x, whole(x, a));
    turning.turn(y, whole(y, b));
    const found = turning.read().get(TARGET);
    if (found !== undefined) {
      seen.least = Math.min(seen.least, found);
      seen.most = Math.max(seen.most, found);
    }
    return found;
  };
  const now = excess(x.now, y.now);
  const region: Region = { x: across.value, y: up.value };
  const boundary = boundaryOf(excess, region, question);
  if (boundary === undefined) return succeed(undefined);
  if (boundary.grid.every((row) => row.every((state) => state === undefined)))
    return fail(undecidedProblem(asked.target, prepared, "of") ?? noValue(question.of, asked.target, prepared));
  const curves = boundary.curves.map((curve) => curve.map((point) => shortened(point, excess, [x, y], region)));
  const looks: FrontierLook[] = [];
  for (const pair of pairsOf({ curves, grid: boundary.grid }, region)) {
    if (question.shouldStop?.() === true) return succeed(undefined);
    const answered = lookAt({ prepared, target: asked.target, shelf }, [x, y], pair);
    if (answered === undefined) continue;
    looks.push({ x: shown(x, pair[0]), y: shown(y, pair[1]), ...toldOf(answered) });
  }
  const point = ({ x: a, y: b, jump }: BoundaryPoint) => ({ x: shown(x, a), y: shown(y, b), jump });
  return succeed({
    of: question.of,
    scenario: prepared.scenario,
    x: axisOf(x, region.x),
    y: axisOf(y, region.y),
    metNow: now !== undefined && now >= 0,
    still: seen.most - seen.least <= ROUNDING * Math.max(1, Math.abs(seen.most)),
    curves: curves.map((curve) => curve.map(point)),
    grid: boundary.grid.map((row) => row.map((state) => state ?? null)),
    finest: boundary.finest,
    looks,
  });
}

/** What float64 leaves of two equal sums. */
const ROUNDING = 1e-9;

const whole = (lever: LeverInput, value: number): number => (lever.whole ? Math.round(value) : value);

/** Months and other whole numbers as such. */
const shown = (lever: LeverInput, value: number): string => written(lever, plain(whole(lever, value)));

function axisOf(lever: LeverInput, [from, to]: readonly [number, number]): Axis {
  const { path, label, unit, kind, now } = lever;
  const ends = { now: written(lever, now), from: shown(lever, from), to: shown(lever, to) };
  return { path, label, unit, kind, ...ends, ...(lever.whole ? { whole: true } : {}) };
}

function noTarget(of: string): Problem {
  return {
    code: "frontier.no_target",
    message: { zh: `“${of}”没有要达到的值`, en: `“${of}” has no value to meet` },
    path: "of",
    hint: { zh: "写成 指标>=数值,或结论代码", en: "write INDICATOR>=VALUE, or a verdict" },
  };
}

function twice(path: string): Problem {
  return {
    code: "frontier.same_input",
    message: { zh: "两个方向是同一项输入", en: "both axes are the same input" },
    path,
    hint: { zh: "换一项输入", en: "take another input" },
  };
}
