import type { Text } from "../../wording/text.ts";
import { flatUntil } from "../flat.ts";
import { capOf } from "../levers/caps.ts";
import { leversOf, written } from "../levers/lever.ts";
import { Turning, type Watched } from "../levers/turning.ts";
import type { Solver } from "../solver/solver.ts";
import type { Field, Point } from "./field.ts";
import type { Goal } from "./goal.ts";
import type { EndKind, Handle } from "./handle.ts";
import type { LawfulSearch } from "./lawful.ts";
import type { Objection, Proving } from "./proof.ts";
import { type Hooks, nearestPoint } from "./search.ts";

/** Why there is no answer, and how far one gets. */
export interface None {
  /** Nothing that may be turned moves any target · out of reach · each within reach, not all together · only with what speaks against it. */
  readonly why: "no_lever" | "out_of_reach" | "together" | "objections";
  readonly targets: readonly Reach[];
  /** Levers that stand at their ends where the targets come nearest. */
  readonly binding: readonly Binding[];
  /** What speaks against plans that would meet the targets. */
  readonly objections: readonly Objection[];
}

/** The most a target gets to spare, negative where it is missed even then; null without a value. */
export interface Reach {
  readonly until: string;
  readonly now: number | null;
  readonly alone: number | null;
  readonly together: number | null;
}

export interface Binding {
  readonly path: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: Handle["input"]["kind"];
  readonly now: string;
  readonly end: string;
  readonly by: EndKind | "rule" | "cap";
  /** The input that takes over where more of it changes nothing. */
  readonly cap?: string;
  /** What would be said against more. */
  readonly rule?: Text;
}

/** Asked for more than can be, a target goes as far as it can. */
const FAR = 1e3;

interface Sought {
  readonly until: readonly string[];
  readonly solver: Solver;
  readonly field: Field;
  readonly goal: Goal;
  readonly search: LawfulSearch;
  readonly proving: Proving;
  readonly watches: ReadonlyMap<string, Watched>;
}

/** Looks how near the targets come, each by itself and all together, and what holds them there. */
export function noneOf(sought: Sought, hooks: Hooks): None {
  const { until, solver, field, search } = sought;
  const goal = { ...sought.goal, ends: search.ends };
  const now = field.at(field.now);
  const value = (spare: readonly number[], j: number): number | null =>
    Number.isFinite(spare[j]) ? (spare[j] as number) : null;
  const alone = until.map((_, own) => {
    const levels = goal.levels.map((level, j) => (j < until.length ? Number.NEGATIVE_INFINITY : level));
    const far = levels.with(own, FAR * (goal.scales[own] as number));
    return value(field.at(nearestPoint(solver, field, { ...goal, levels: far }, hooks)), own);
  });
  const nearest = nearestPoint(solver, field, goal, hooks);
  const together = field.at(nearest);
  const objections = [...search.stuck.values()];
  const targets = until.map((text, j) => ({
    until: text,
    now: value(now, j),
    alone: alone[j] ?? null,
    together: value(together, j),
  }));
  return { why: whyOf(field, targets, objections), targets, binding: bindingAt(sought, nearest), objections };
}

function whyOf(field: Field, targets: readonly Reach[], objections: readonly Objection[]): None["why"] {
  if (field.handles.length === 0) return "no_lever";
  if (!targets.every(({ alone }) => alone !== null && alone >= 0)) return "out_of_reach";
  return objections.length > 0 ? "objections" : "together";
}

/** Levers at their ends, those a rule ended before, and those that something else caps. */
function bindingAt({ field, search, ...sought }: Sought, nearest: Point): readonly Binding[] {
  const capped = capsAt({ field, search, ...sought }, nearest);
  return field.handles.flatMap(({ input, up, down }, i): readonly Binding[] => {
    const { path, label, unit, kind, now } = input;
    const [x, { from, to }] = [nearest[i] as number, search.ends[i] as { readonly from: number; readonly to: number }];
    const rule = search.limits.find((limit) => limit.path === path && limit.value === x);
    const cap = capped.get(i);
    const isEnd = x !== now && (x === from || x === to);
    if (rule === undefined && cap === undefined && !isEnd) return [];
    const by = rule !== undefined ? "rule" : isEnd ? ((x > now ? up : down)?.endBy ?? "bound") : "cap";
    return [
      {
        ...{ path, label, unit, kind, now: written(input, now), end: written(input, x), by },
        ...(rule === undefined ? {} : { rule: rule.objection.message }),
        ...(cap === undefined || by !== "cap" ? {} : { cap }),
      },
    ];
  });
}

/** By handle: the input that takes over where the rest of its way changes nothing that is asked for. */
function capsAt({ until, field, search, proving, watches }: Sought, nearest: Point): ReadonlyMap<number, string> {
  const { prepared, shelf } = proving;
  const levers = leversOf(prepared, shelf.registry);
  const turning = new Turning(prepared, levers, watches);
  for (const [i, { input }] of field.handles.entries()) {
    const lever = levers.find(({ path }) => path === input.path);
    if (lever !== undefined) turning.turn(lever, nearest[i] as number);
  }
  const asked = (point: Point): readonly number[] => field.at(point).slice(0, until.length);
  const here = asked(nearest);
  const found = new Map<number, string>();
  for (const [i, { input }] of field.handles.entries()) {
    const lever = levers.find(({ path }) => path === input.path);
    const { from, to } = search.ends[i] as { readonly from: number; readonly to: number };
    const at = nearest[i] as number;
    if (lever === undefined || at === to) continue;
    const isSame = (x: number): boolean => same(asked(nearest.with(i, x)), here);
    const steps = [to, at, from].map((x) => ({ x, same: isSame(x) }));
    const flat =
      steps[0]?.same === true ? flatUntil({ steps, isSame, whole: lever.whole, width: to - from }) : undefined;
    if (flat === undefined) continue;
    const cap = capOf(turning, lever, { flat, end: to, other: from }, levers);
    if (cap !== undefined) found.set(i, cap);
  }
  return found;
}

const same = (a: readonly number[], b: readonly number[]): boolean => a.every((value, j) => value === b[j]);
