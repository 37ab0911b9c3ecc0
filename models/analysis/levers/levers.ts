import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { literalOf } from "../../engines/arithmetic/decimal.ts";
import { fail, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { undecidedProblem } from "../undecided.ts";
import { capOf } from "./caps.ts";
import { type Character, characterOf } from "./character.ts";
import { type ConfirmedFlip, confirmedFlips } from "./confirmed.ts";
import { decidedOf } from "./decided.ts";
import { turnThrough } from "./flips.ts";
import { type BoundKind, type LeverInput, variableOfLever, written, writtenShort } from "./lever.ts";
import { noValue } from "./noValue.ts";
import { type Opened, openQuestion, TARGET, watchesOf } from "./question.ts";
import { Turning } from "./turning.ts";
import { type Unturned, unturnedIn } from "./unturned.ts";

export interface LeversQuestion {
  /** An indicator or line, with or without a value to meet, or a verdict. */
  readonly of: string;
  readonly scenario?: string | undefined;
  /** So many levers are turned from bound to bound; the others are only measured. */
  readonly top?: number;
  /** Whether every value at which something flips is asked of the book of record; otherwise only those of the target. */
  readonly confirmAll?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

/** One lever and what it does to the target. Values are decimal literals; of a month `YYYY-MM`, of a profile a factor. */
export interface Lever {
  readonly path: string;
  readonly component: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: LeverInput["kind"];
  readonly now: string;
  readonly from: string;
  readonly to: string;
  readonly fromBy: BoundKind;
  readonly toBy: BoundKind;
  /** Change of the target for each unit, by the run backwards; absent where there is none. */
  readonly slope?: number;
  readonly character: Character;
  readonly down: Move;
  readonly up: Move;
  /** 敏感度系数: relative change of the target for the relative change of the lever. */
  readonly saf?: number;
  /** Only of the levers turned through. */
  readonly flips?: readonly ConfirmedFlip[];
  /** Above the first and below the second it changes nothing any more, of what is watched. */
  readonly flatFrom?: string;
  readonly flatTo?: string;
  /** The inputs that take over there, above and below, where there are such. */
  readonly cap?: string;
  readonly floor?: string;
  /** It cannot be changed by itself: the document asks for something else with it. */
  readonly bound?: true;
  /** Only whole numbers make sense. */
  readonly whole?: true;
}

export interface Move {
  readonly value: string;
  /** What the target gains; absent where the model has no value there. */
  readonly change?: number;
  /** The verdict cannot be given there, whatever its number says. */
  readonly undecided?: true;
}

export interface LeversAnswer {
  readonly of: string;
  readonly scenario: string;
  /** What the target has to spare, or the value of the line. */
  readonly value: number;
  /** By what they do within what is plausible, the strongest first. */
  readonly levers: readonly Lever[];
  /** How many of the numbers that were turned do nothing to the target. */
  readonly idle: number;
  /** Numbers that were not turned at all. */
  readonly unturned: Unturned;
  /** Verdicts that are not watched, because they rest on values searched for. */
  readonly unwatched: readonly string[];
}

const TOP = 12;

/** Ranks everything that can be turned by what it does to a target, and finds where verdicts flip. The document is not touched. */
export function leversFor(
  document: ModelDocument,
  question: LeversQuestion,
  shelf: GraphShelf,
): Result<LeversAnswer | undefined> {
  const opened = openQuestion(document, question, shelf);
  if (!opened.ok) return opened;
  const { asked, prepared, watch, inputs } = opened.value;
  const stop = (): boolean => question.shouldStop?.() === true;
  const target = new Turning(prepared, inputs, new Map([[TARGET, { target: asked.target, watch }]]));
  const value = target.read().get(TARGET);
  if (value === undefined)
    return fail(undecidedProblem(asked.target, prepared, "of") ?? noValue(question.of, asked.target, prepared));
  const { top = TOP } = question;
  const total = inputs.length + top;
  const measured: Measured[] = [];
  const slopes = watch.sum === undefined ? undefined : target.slopes(watch.sum, inputs);
  for (const [i, input] of inputs.entries()) {
    if (stop()) return succeed(undefined);
    const changes = input.swing.map((x) => difference(target.at(input, x).get(TARGET), value));
    measured.push({ input, changes, slope: slopes?.[i] });
    question.onProgress?.(i + 1, total);
  }
  const moving = measured.filter(({ changes }) => changes.some((change) => change !== 0));
  const ranked = moving.toSorted((a, b) => weightOf(b) - weightOf(a));
  const through = throughOf(opened.value, shelf, question);
  const levers: Lever[] = [];
  for (const [i, one] of ranked.entries()) {
    if (stop()) return succeed(undefined);
    const lever = leverOf(one, { target, value, offset: asked.offset, isUndecided: through.isUndecided });
    levers.push(i < top ? { ...lever, ...through.turn(one.input) } : lever);
    if (i < top) question.onProgress?.(inputs.length + i + 1, total);
  }
  const unturned = unturnedIn(prepared, shelf.registry, inputs);
  const answer = { of: question.of, scenario: prepared.scenario, levers, unturned, unwatched: through.unwatched };
  return succeed({ ...answer, value: value + asked.offset, idle: inputs.length - moving.length });
}

/** Turns levers from bound to bound with the target and the verdicts in view. */
function throughOf({ asked, prepared, watch, inputs }: Opened, shelf: GraphShelf, question: LeversQuestion) {
  const { watches, unwatched } = watchesOf(asked, prepared, watch);
  const turning = new Turning(prepared, inputs, watches, decidedOf(prepared, inputs, watches));
  const confirm = (watched: string): boolean => question.confirmAll === true || watched === asked.own;
  const turn = (lever: LeverInput): Partial<Lever> => {
    const variable = variableOfLever(prepared.document, lever, shelf.registry);
    if (variable?.write(literalOf(lever.swing[1])) === undefined) return { bound: true };
    const { flips, flatFrom, flatTo } = turnThrough(turning, lever, asked.own);
    const { from, to } = lever.bounds;
    const taken = (flat: number | undefined, end: number, other: number): string | undefined =>
      flat === undefined ? undefined : capOf(turning, lever, { flat, end, other }, inputs);
    const [cap, floor] = [taken(flatFrom, to, from), taken(flatTo, from, to)];
    return {
      flips: confirmedFlips(flips, { prepared, lever, variable, watches, shelf, confirm }),
      ...(flatFrom === undefined ? {} : { flatFrom: writtenShort(lever, flatFrom) }),
      ...(flatTo === undefined ? {} : { flatTo: writtenShort(lever, flatTo) }),
      ...(cap === undefined ? {} : { cap }),
      ...(floor === undefined ? {} : { floor }),
    };
  };
  const isUndecided = (lever: LeverInput, x: number): boolean =>
    asked.own !== undefined && asked.own !== TARGET && turning.at(lever, x).get(asked.own) === undefined;
  return { turn, unwatched, isUndecided };
}

interface Measured {
  readonly input: LeverInput;
  /** Down and up. */
  readonly changes: readonly (number | undefined)[];
  readonly slope: number | undefined;
}

function weightOf({ changes }: Measured): number {
  return Math.max(...changes.map((change) => Math.abs(change ?? 0)));
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

interface Told {
  readonly target: Turning;
  readonly value: number;
  readonly offset: number;
  readonly isUndecided: (lever: LeverInput, x: number) => boolean;
}

function leverOf({ input, changes, slope }: Measured, { target, value, offset, isUndecided }: Told): Lever {
  const { path, label, unit, kind, now, bounds, swing, whole } = input;
  const [down, up] = swing.map((x, i): Move => {
    const change = changes[i];
    const told = { value: written(input, x), ...(change === undefined ? {} : { change }) };
    return isUndecided(input, x) ? { ...told, undecided: true } : told;
  }) as [Move, Move];
  const saf = safOf(input, up.change, value + offset);
  return {
    ...{ path, component: path.split("/")[1] ?? "", label, unit, kind },
    ...{ now: written(input, now), from: written(input, bounds.from), to: written(input, bounds.to) },
    ...{ fromBy: bounds.fromBy, toBy: bounds.toBy, down, up },
    ...(slope === undefined || Number.isNaN(slope) ? {} : { slope }),
    character: characterOf(input, slope, (x) => difference(target.at(input, x).get(TARGET), value)),
    ...(saf === undefined ? {} : { saf }),
    ...(whole ? { whole } : {}),
  };
}

function safOf({ kind, now, swing }: LeverInput, change: number | undefined, value: number) {
  if (kind === "month" || change === undefined || value === 0 || now === 0) return undefined;
  const share = (swing[1] - now) / now;
  return share === 0 ? undefined : change / Math.abs(value) / share;
}
