import type { Text } from "../../wording/text.ts";
import { written } from "../levers/lever.ts";
import type { Solver } from "../solver/solver.ts";
import type { Field } from "./field.ts";
import type { Goal } from "./goal.ts";
import type { EndKind, Handle } from "./handle.ts";
import type { LawfulSearch } from "./lawful.ts";
import type { Objection } from "./proof.ts";
import { type Hooks, movedAt, nearestPoint } from "./search.ts";

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
  readonly by: EndKind | "rule";
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
}

/** Looks how near the targets come, each by itself and all together, and what holds them there. */
export function noneOf({ until, solver, field, goal: asked, search }: Sought, hooks: Hooks): None {
  const goal = { ...asked, ends: search.ends };
  const now = field.at(field.now);
  const value = (spare: readonly number[], j: number): number | null =>
    Number.isFinite(spare[j]) ? (spare[j] as number) : null;
  const alone = until.map((_, own) => {
    const levels = goal.levels.map((level, j) =>
      j === own ? FAR * (goal.scales[j] as number) : j < until.length ? Number.NEGATIVE_INFINITY : level,
    );
    return value(field.at(nearestPoint(solver, field, { ...goal, levels }, hooks)), own);
  });
  const nearest = nearestPoint(solver, field, goal, hooks);
  const together = field.at(nearest);
  const binding = movedAt(field, nearest).flatMap((i) =>
    bindingAt(field.handles[i] as Handle, nearest[i] as number, {
      end: search.ends[i] as { from: number; to: number },
      search,
    }),
  );
  const objections = [...search.stuck.values()];
  const within = (reached: number | null): boolean => reached !== null && reached >= 0;
  const why =
    field.handles.length === 0
      ? "no_lever"
      : !alone.every(within)
        ? "out_of_reach"
        : objections.length > 0
          ? "objections"
          : "together";
  const targets = until.map((text, j) => ({
    until: text,
    now: value(now, j),
    alone: alone[j] ?? null,
    together: value(together, j),
  }));
  return { why, targets, binding, objections };
}

function bindingAt(
  { input, up, down }: Handle,
  x: number,
  { end, search }: { readonly end: { readonly from: number; readonly to: number }; readonly search: LawfulSearch },
): readonly Binding[] {
  if (x !== end.from && x !== end.to) return [];
  const { path, label, unit, kind, now } = input;
  const rule = search.limits.find((limit) => limit.path === path && limit.value === x);
  const way = x > now ? up : down;
  const by = rule === undefined ? (way?.endBy ?? "bound") : "rule";
  return [
    {
      path,
      label,
      unit,
      kind,
      now: written(input, now),
      end: written(input, x),
      by,
      ...(rule && { rule: rule.objection.message }),
    },
  ];
}
