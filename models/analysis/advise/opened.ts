import { VERDICTS } from "../../checks/verdicts/verdict.ts";
import { prepareScenario } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { restsOnSearch } from "../../engines/solved.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import type { Watched } from "../levers/turning.ts";
import { parseTarget, type Target, watchOf } from "../target.ts";
import { undecidedProblem } from "../undecided.ts";
import { Field } from "./field.ts";
import type { Goal } from "./goal.ts";
import { decidedIn, type Handle, handlesOf } from "./handle.ts";
import type { Proving } from "./proof.ts";
import { type AdviceQuestion, FUNDING_TARGETS } from "./question.ts";

/** A question read, with the field to look in. */
export interface OpenedAdvice {
  readonly until: readonly string[];
  readonly field: Field;
  readonly goal: Goal;
  readonly proving: Proving;
  readonly watches: ReadonlyMap<string, Watched>;
  /** Lines that are made as small as can be. */
  readonly aims: readonly string[];
  /** Named by whoever asks, and nothing that is asked for depends on them. */
  readonly idle: readonly string[];
  /** Left as they are because their source is approved or received. */
  readonly decided: readonly string[];
}

/** 财务费用: interest and fees in construction, and interest in cost after it. */
const FINANCING: readonly string[] = ["project.interest_in_construction@total", "stmt_profit.r3_5@total"];
/** What one scale less of an aim is worth in pain, and what is left of the pain of changes beside it. */
const AIM = { price: 100, pain: 0.01 } as const;

export function openAdvice(document: ModelDocument, question: AdviceQuestion, shelf: GraphShelf): Result<OpenedAdvice> {
  const funding = question.funding === true;
  const until = [...new Set([...question.until, ...(funding ? FUNDING_TARGETS : [])])];
  if (until.length === 0) return fail(NO_TARGET);
  const prepared = prepareScenario(document, question.scenario, shelf);
  if (!prepared.ok) return prepared;
  const aims = funding ? (question.minimise === undefined ? FINANCING : [question.minimise]) : [];
  const targets = all(until.map(parseTarget));
  if (!targets.ok) return targets;
  const contradiction = contradictionIn(targets.value, until);
  if (contradiction !== undefined) return fail(contradiction);
  const aimed = all(aims.map((aim) => parseTarget(`${aim}<=0`)));
  if (!aimed.ok) return aimed;
  const watched = all([...targets.value, ...aimed.value].map((target) => watchedIn(target, prepared.value)));
  if (!watched.ok) return watched;
  const handles = handlesOf(prepared.value, shelf.registry, question);
  if (!handles.ok) return handles;
  const kept = keptIn(prepared.value, until);
  const watches = new Map<string, Watched>([
    ...watched.value.map((one, i): [string, Watched] => [`${i}`, one]),
    ...kept.map(([id, one]): [string, Watched] => [id, one]),
  ]);
  const counts = { targets: until.length, aims: aims.length, kept: kept.length };
  const whole = new Field(prepared.value, handles.value, watches);
  const effects = handles.value.map((handle, i) => effectsOf(whole, handle, i));
  const asked = counts.targets + counts.aims;
  const moves = effects.map((all) => all.slice(0, asked).some((effect) => effect > 0));
  const used = handles.value.filter((_, i) => moves[i] === true);
  const field = new Field(prepared.value, used, watches);
  const idle = handles.value.flatMap(({ named, input }, i) => (named && moves[i] === false ? [input.path] : []));
  const still = new Field(prepared.value, [], watches).at([]);
  const undecided = targets.value.flatMap((target, j) => {
    const stays = Number.isNaN(still[j]) && effects.every((all) => all[j] === 0);
    return (stays ? undecidedProblem(target, prepared.value, "until") : undefined) ?? [];
  });
  if (undecided.length > 0) return fail(...undecided);
  const goal = goalOf(field, counts, effects);
  const proving = { prepared: prepared.value, shelf, targets: targets.value, aims, kept: kept.map(([id]) => id) };
  const decided = decidedIn(prepared.value, shelf.registry, question);
  return succeed({ until, field, goal, proving, watches, aims, idle, decided });
}

/** By how much each watch changes at most as one handle goes to its ends, or halfway. */
function effectsOf(field: Field, { input, up, down }: Handle, i: number): readonly number[] {
  const now = field.at(field.now);
  const ends = [up?.end, down?.end].filter((end) => end !== undefined);
  const points = ends.flatMap((end) => [end, (end + input.now) / 2]).map((x) => (input.whole ? Math.round(x) : x));
  return points.reduce<readonly number[]>(
    (most, x) => {
      const there = field.at(field.now.with(i, x));
      return most.map((effect, j) => {
        const [a, b] = [there[j] as number, now[j] as number];
        // A value that comes or goes is an effect too, of no known size.
        if (Number.isNaN(a) !== Number.isNaN(b)) return Math.max(effect, Number.MIN_VALUE);
        return Number.isNaN(a) ? effect : Math.max(effect, Math.abs(a - b));
      });
    },
    now.map(() => 0),
  );
}

interface Counts {
  readonly targets: number;
  readonly aims: number;
  readonly kept: number;
}

function goalOf(field: Field, { targets, aims }: Counts, effects: readonly (readonly number[])[]): Goal {
  const now = field.at(field.now);
  const size = (j: number): number => {
    const most = Math.max(0, ...effects.map((all) => all[j] as number));
    return most > Number.MIN_VALUE ? most : Math.max(1, Math.abs(now[j] as number) || 0);
  };
  const isAim = (j: number): boolean => j >= targets && j < targets + aims;
  const aimed = Math.max(...now.flatMap((_, j) => (isAim(j) ? [size(j)] : [])), 0);
  return {
    levels: now.map((_, j) => (isAim(j) ? Number.NEGATIVE_INFINITY : 0)),
    scales: now.map((_, j) => (isAim(j) ? aimed : size(j))),
    prices: now.map((_, j) => (isAim(j) ? AIM.price : 0)),
    open: field.handles.map(() => true),
    factors: field.handles.map(() => (aims > 0 ? AIM.pain : 1)),
    ends: field.handles.map(({ input, up, down }) => ({ from: down?.end ?? input.now, to: up?.end ?? input.now })),
  };
}

/** Verdicts that are met today, and are not looked for anew at every value. */
function keptIn(
  prepared: Parameters<typeof watchOf>[1],
  until: readonly string[],
): readonly (readonly [string, Watched])[] {
  const asked = until.flatMap((text) => {
    const target = parseTarget(text);
    return target.ok && "verdict" in target.value ? [target.value.verdict] : [];
  });
  const found = VERDICTS.filter((id) => !asked.includes(id)).flatMap((verdict): (readonly [string, Watched])[] => {
    const watch = watchOf({ verdict }, prepared);
    if (!watch.ok || watch.value.outputs.length === 0) return [];
    if (watch.value.outputs.some((line) => restsOnSearch(prepared.graph, line))) return [];
    return [[verdict, { target: { verdict }, watch: watch.value }]];
  });
  const spare = new Field(prepared as never, [], new Map(found)).at([]);
  return found.filter((_, i) => (spare[i] as number) >= 0);
}

function watchedIn(target: Target, prepared: Parameters<typeof watchOf>[1]): Result<Watched> {
  const watch = watchOf(target, prepared);
  return watch.ok ? succeed({ target, watch: watch.value }) : watch;
}

function all<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  return problems.length > 0
    ? fail(...problems)
    : succeed(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** One cell that is to be above a number and below a smaller one. */
function contradictionIn(targets: readonly Target[], until: readonly string[]): Problem | undefined {
  for (const [i, a] of targets.entries())
    for (const [j, b] of targets.entries()) {
      if (!("cell" in a) || !("cell" in b) || a.cell !== b.cell || a.relation !== ">=" || b.relation !== "<=") continue;
      if (Number(a.value) > Number(b.value)) return contradiction(until[i] ?? "", until[j] ?? "");
    }
  return undefined;
}

function contradiction(a: string, b: string): Problem {
  return {
    code: "advise.contradiction",
    message: { zh: `目标“${a}”与“${b}”不能同时成立`, en: `the targets “${a}” and “${b}” exclude each other` },
    path: "until",
    hint: { zh: "改动其中一个数值", en: "change one of the two values" },
  };
}

const NO_TARGET: Problem = {
  code: "advise.no_target",
  message: { zh: "没有目标", en: "there is no target" },
  path: "until",
  hint: { zh: "如 --until B2 --until 'balance.static>=0'", en: "for example --until B2 --until 'balance.static>=0'" },
};
