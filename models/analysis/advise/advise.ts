import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { fail, type Result, succeed } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import { written } from "../levers/lever.ts";
import type { Solver } from "../solver/solver.ts";
import { alternativesOf } from "./alternatives.ts";
import { BEARERS, type Bearer, DEFAULT_WEIGHTS } from "./bearers.ts";
import { LawfulSearch } from "./lawful.ts";
import { type None, noneOf } from "./none.ts";
import { type OpenedAdvice, openAdvice } from "./opened.ts";
import { type Plan, planOf } from "./plan.ts";
import type { Objection } from "./proof.ts";
import { type AdviceQuestion, ALTERNATIVES } from "./question.ts";
import { adviceMessage, fewerMessage, scopeMessage } from "./words.ts";

/** What would make the targets hold, least painful first. */
export interface Advice {
  readonly scenario: string;
  readonly until: readonly string[];
  readonly message: Text;
  readonly plans: readonly Plan[];
  /** Lines made as small as can be, of a mix of money. */
  readonly aims: readonly Aim[];
  /** Pain of a plausible step by side of the table, as used. */
  readonly weights: Readonly<Record<Bearer, number | "no">>;
  /** How many inputs could be turned and move a target. */
  readonly levers: number;
  /** Inputs named by whoever asks on which no target depends. */
  readonly idle: readonly string[];
  /** Inputs left as they are because their source is approved or received; one that is named is let in. */
  readonly decided: readonly string[];
  /** How many could move and how many are left as they are; absent where a plan was asked for and nothing is left so. */
  readonly scope?: Text;
  /** Verdicts met today, which every plan keeps. */
  readonly kept: readonly string[];
  /** Levers that were narrowed because more would be refused, and why. */
  readonly refused: readonly Refused[];
  /** It was stopped before it had looked for all that were asked for. */
  readonly stopped?: true;
  /** Why there are fewer plans than were asked for. */
  readonly fewer?: Text;
  /** Why there is no plan. */
  readonly none?: None;
}

export interface Aim {
  readonly line: string;
  readonly before: string | null;
  /** For each plan. */
  readonly after: readonly (string | null)[];
}

export interface Refused {
  readonly path: string;
  readonly value: string;
  readonly message: Objection["message"];
}

/** Looking for one answer takes about so many steps of progress. */
const STEPS = 6;
const ALTERNATIVES_MAX = 10;

/**
 * The least painful changes that meet all targets within bounds and rules (顾问), or the cheapest mix of money; several that differ. Undefined where it was
 * stopped. The document is not touched.
 */
export function adviceFor(
  document: ModelDocument,
  question: AdviceQuestion,
  shelf: GraphShelf,
  solver: Solver,
): Result<Advice | undefined> {
  const wanted = question.alternatives ?? ALTERNATIVES;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > ALTERNATIVES_MAX) return fail(BAD_COUNT);
  const opened = openAdvice(document, question, shelf);
  if (!opened.ok) return opened;
  const { until, field, goal, proving, watches, aims, idle, decided } = opened.value;
  const shouldStop = (): boolean => question.shouldStop?.() === true;
  let done = 0;
  const total = STEPS * (wanted + 2);
  const onStep = (): void => {
    done = Math.min(total - 1, done + 1);
    question.onProgress?.(done, total);
  };
  const hooks = { onStep, shouldStop };
  const search = new LawfulSearch(solver, field, goal, proving);
  const { found: answers, fewer } = alternativesOf(search, field, goal, wanted, hooks);
  if (shouldStop() && answers.length === 0) return succeed(undefined);
  const none = answers.length > 0 ? undefined : noneOf({ until, solver, field, goal, search, proving, watches }, hooks);
  if (none !== undefined && shouldStop()) return succeed(undefined);
  const plans = answers.map(({ point, proof }) =>
    planOf({ until, field, ends: search.ends, before: search.before }, point, proof),
  );
  question.onProgress?.(total, total);
  const message = adviceMessage({ plans, aims, until, ...(none && { none }) });
  const isTold = aims.length > 0 || decided.length > 0;
  return succeed({
    ...{ scenario: proving.prepared.scenario, until, message, idle, decided, kept: search.kept },
    ...(isTold ? { scope: scopeMessage(field.handles.length, decided.length) } : {}),
    plans: aims.length > 0 ? plans : plans.toSorted((a, b) => a.pain - b.pain),
    aims: aimsOf(aims, search, answers),
    weights: Object.fromEntries(
      BEARERS.map((side) => [side, question.weights?.[side] ?? DEFAULT_WEIGHTS[side]]),
    ) as Advice["weights"],
    levers: field.handles.length,
    refused: search.limits.map(({ path, value, objection }) => ({
      path,
      value: literalIn(opened.value, path, value),
      message: objection.message,
    })),
    ...(none === undefined ? {} : { none }),
    ...(fewer === undefined ? {} : { fewer: fewerMessage(answers.length, fewer) }),
    ...(shouldStop() ? { stopped: true as const } : {}),
  });
}

function literalIn({ field }: OpenedAdvice, path: string, value: number): string {
  const kind = field.handles.find(({ input }) => input.path === path)?.input.kind ?? "number";
  return written({ kind }, value);
}

function aimsOf(
  aims: readonly string[],
  search: LawfulSearch,
  answers: readonly { readonly proof: LawfulSearch["before"] }[],
): readonly Aim[] {
  return aims.map((aim, i) => {
    const read = ({ aims: values }: LawfulSearch["before"]): string | null => values[i]?.toFixed(2) ?? null;
    return { line: aim, before: read(search.before), after: answers.map(({ proof }) => read(proof)) };
  });
}

const BAD_COUNT = {
  code: "advise.alternatives",
  message: { zh: "方案个数应为 1 至 10", en: "between 1 and 10 alternatives can be asked for" },
  path: "alternatives",
};
