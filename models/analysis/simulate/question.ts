import { type Stated, statedOf } from "../../checks/stated.ts";
import { DrawnVerdicts } from "../../checks/verdicts/drawn.ts";
import { VERDICTS, type VerdictId } from "../../checks/verdicts/verdict.ts";
import { type Prepared, prepareScenario } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ModelDocument } from "../../document/schema.ts";
import { uncertaintyProblems } from "../../document/uncertainty.ts";
import { movedBy } from "../../engines/kernel/reach.ts";
import { restsOnSearch } from "../../engines/solved.ts";
import type { Graph, GraphLine } from "../../language/graph.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { uncertaintyProblem } from "../../wording/uncertainty.ts";
import { type Figure, figureOf, parseTarget, type Target } from "../target.ts";
import { undecidedProblem } from "../undecided.ts";
import { contradictionIn, type RankPair } from "./correlation.ts";
import { type Mover, moversOf } from "./movers.ts";
import { type Uncertain, uncertainInputs } from "./uncertain.ts";

export interface SimulationQuestion {
  readonly scenario?: string | undefined;
  readonly draws: number;
  readonly seed: number;
  /** Indicators and cells whose distribution is asked for: `LINE`, `LINE@PERIOD` …; the usual ones where none is named. */
  readonly of?: readonly string[];
  /** Targets whose probability is asked for, beside the verdicts: `LINE[@PERIOD]>=VALUE` or a verdict that rests on a search. */
  readonly until?: readonly string[];
}

/** A figure, or a target on one, that is read in every draw. */
export interface Watched {
  readonly name: string;
  readonly figure: Figure;
  readonly target?: Extract<Target, { readonly cell: string }>;
  /** By place of the uncertain inputs: whether it hangs on each at all. */
  readonly reached: readonly boolean[];
}

/** Everything that draws need, found once. */
export interface Opened {
  readonly question: SimulationQuestion;
  readonly prepared: Prepared;
  readonly stated: Stated<number>;
  readonly uncertain: readonly Uncertain[];
  readonly pairs: readonly RankPair[];
  readonly movers: readonly Mover[];
  readonly verdicts: DrawnVerdicts;
  /** Verdicts left out because they rest on values searched for. */
  readonly unwatched: readonly VerdictId[];
  readonly figures: readonly Watched[];
  readonly targets: readonly Watched[];
  /** Lines of cumulative cash, as fans. */
  readonly fans: readonly GraphLine[];
  readonly reaches: Reaches;
}

export const DRAWS_MAX = 200_000;
const SEED_MAX = Number.MAX_SAFE_INTEGER;

/** What is told where nothing is named. */
const USUAL = [
  "balance.static",
  "npv.project.pretax",
  "firr.project.pretax",
  "npv.equity",
  "dscr.minimum",
  "cash.minimum",
];
/** 累计盈余资金, and what the project needs before it is financed. */
const FANS = ["project.cash", "stmt_project.r7"];

/** Reads the question. Fails with every reason; undefined once stopped. */
export function openSimulation(
  document: ModelDocument,
  question: SimulationQuestion,
  shelf: GraphShelf,
  shouldStop?: () => boolean,
): Result<Opened | undefined> {
  const asked = [...drawProblems(question), ...uncertaintyProblems(document)];
  if (asked.length > 0) return fail(...asked);
  if (document.members === undefined && document.uncertainty.length === 0)
    return fail(uncertaintyProblem("simulate.none", "uncertainty"));
  const prepared = prepareScenario(document, question.scenario, shelf);
  if (!prepared.ok) return prepared;
  const uncertain = uncertainInputs(prepared.value.document, shelf.registry);
  if (!uncertain.ok) return uncertain;
  const pairs = pairsOf(document);
  const contradiction = contradictionProblem(document, pairs);
  if (contradiction !== undefined) return fail(contradiction);
  const movers = moversOf({ prepared: prepared.value, uncertain: uncertain.value, shelf, shouldStop });
  if (!movers.ok) return movers;
  if (movers.value === undefined) return succeed(undefined);
  const { graph, kernel, bindings } = prepared.value;
  const reaches = reachesOf(graph, uncertain.value.length, movers.value);
  const watched = watchedOf(question, prepared.value, reaches);
  if (!watched.ok) return watched;
  const stated = statedOf(prepared.value, kernel().run(bindings));
  const { verdicts, unwatched } = verdictsFor(prepared.value, stated, watched.value.verdicts, (line) =>
    reaches.some((reach) => reach(line)),
  );
  const fans = FANS.flatMap((id) => graph.lines[usable(graph, id) ?? -1] ?? []);
  const { figures, targets } = watched.value;
  return succeed({
    ...{ question, prepared: prepared.value, stated, uncertain: uncertain.value, pairs, movers: movers.value },
    ...{ verdicts, unwatched, figures, targets, fans, reaches },
  });
}

export function drawProblems({ draws, seed }: SimulationQuestion): readonly Problem[] {
  const isBetween = (x: number, from: number, to: number) => Number.isInteger(x) && x >= from && x <= to;
  return [
    ...(isBetween(draws, 1, DRAWS_MAX)
      ? []
      : [uncertaintyProblem("simulate.draws", "draws", { found: String(draws), from: 1, to: DRAWS_MAX })]),
    ...(isBetween(seed, 0, SEED_MAX)
      ? []
      : [uncertaintyProblem("simulate.seed", "seed", { found: String(seed), to: SEED_MAX })]),
  ];
}

function pairsOf({ uncertainty }: ModelDocument): readonly RankPair[] {
  const places = new Map(uncertainty.map(({ id }, index) => [id, index]));
  return uncertainty.flatMap(({ correlations = [] }, a) =>
    correlations.map(({ with: other, rank }) => ({ a, b: places.get(other) as number, rank: Number(rank) })),
  );
}

function contradictionProblem({ uncertainty }: ModelDocument, pairs: readonly RankPair[]): Problem | undefined {
  const found = contradictionIn(uncertainty.length, pairs);
  if (found === undefined) return undefined;
  const words = (list: readonly RankPair[]) =>
    list.map(({ a, b, rank }) => `${uncertainty[a]?.id}–${uncertainty[b]?.id} ${rank}`);
  const text = (list: readonly RankPair[]) => ({ zh: words(list).join("、"), en: words(list).join(", ") });
  const args = { pairs: text(found.pairs), nearest: text(found.nearest) };
  return uncertaintyProblem("simulate.correlation", "uncertainty", args);
}

/** By uncertain input: whether a line hangs on it. */
type Reaches = readonly ((line: number) => boolean)[];

function reachesOf(graph: Graph, count: number, movers: readonly Mover[]): Reaches {
  const byMover = movers.map(({ lines }) => movedBy(graph, lines));
  return Array.from({ length: count }, (_, index) => {
    const own = byMover.filter((_each, place) => movers[place]?.inputs.includes(index) === true);
    return (line) => own.some((reaches) => reaches(line));
  });
}

function watchedOf({ of = [], until = [] }: SimulationQuestion, prepared: Prepared, reaches: Reaches) {
  const problems: Problem[] = [];
  const verdicts: string[] = [];
  const watch = (name: string, cell: string, path: string): Watched | undefined => {
    const figure = figureOf(cell, prepared, path);
    if (!figure.ok) {
      problems.push(...figure.problems);
      return undefined;
    }
    const reached = reaches.map((reach) => figure.value.outputs.some(reach));
    if (!reached.includes(true)) problems.push(uncertaintyProblem("simulate.idle", path, { of: name }));
    return { name, figure: figure.value, reached };
  };
  const named = of.length > 0 ? of : usualOf(prepared, reaches);
  const figures = named.flatMap((name) => watch(name, name, "of") ?? []);
  const targets = until.flatMap((text): readonly Watched[] => {
    const target = parseTarget(text);
    if (!target.ok) problems.push(...target.problems);
    else if ("verdict" in target.value) {
      const { verdict } = target.value;
      const test = usable(prepared.graph, `verdict.${verdict}.test`);
      if (test === undefined || !reaches.some((reach) => reach(test)))
        problems.push(
          undecidedProblem(target.value, prepared, "until") ??
            uncertaintyProblem("simulate.idle", "until", { of: verdict }),
        );
      verdicts.push(verdict);
    } else {
      const found = watch(text, target.value.cell, "until");
      return found === undefined ? [] : [{ ...found, target: target.value }];
    }
    return [];
  });
  return problems.length > 0 ? fail(...problems) : succeed({ figures, targets, verdicts });
}

/** The usual indicators that this model has, that hang on something uncertain, and that need no search. */
function usualOf({ graph }: Prepared, reaches: Reaches): readonly string[] {
  return USUAL.filter((id) => {
    const line = usable(graph, id);
    return line !== undefined && reaches.some((reach) => reach(line)) && !restsOnSearch(graph, line);
  });
}

function usable(graph: Graph, id: string): number | undefined {
  const line = graph.indexById.get(id);
  return line === undefined || graph.broken.has(line) ? undefined : line;
}

function verdictsFor(
  prepared: Prepared,
  stated: Stated<number>,
  asked: readonly string[],
  varies: (line: number) => boolean,
) {
  const { graph } = prepared;
  const isSearched = (id: VerdictId): boolean =>
    [`verdict.${id}.test`, `verdict.${id}.margin`].some((line) => {
      const index = usable(graph, line);
      return index !== undefined && restsOnSearch(graph, index);
    });
  // Looking for their values in every draw would take minutes.
  const unwatched = VERDICTS.filter((id) => isSearched(id) && !asked.includes(id));
  const watched = VERDICTS.filter((id) => !unwatched.includes(id));
  return { verdicts: new DrawnVerdicts(prepared, stated, watched, varies), unwatched };
}
