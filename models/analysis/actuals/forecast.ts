import type { Decimal } from "decimal.js";
import type { Overlay } from "../../compile/context.ts";
import { type Prepared, prepareDocument, recordOf } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import type { ActualsSpec, ModelDocument } from "../../document/schema.ts";
import { linesUnder } from "../../engines/nodes.ts";
import type { Graph, GraphLine } from "../../language/graph.ts";
import type { LineDecl } from "../../language/line.ts";
import { reasonOf } from "../../results/reason.ts";
import { type Results, resultsOf } from "../../results/results.ts";
import { PROJECT } from "../../statements/handles.ts";
import { actualsProblem } from "../../wording/actuals.ts";
import { mergeProblems } from "../../wording/document.ts";
import type { Problem } from "../../wording/problem.ts";
import { type Laid, layActuals, unreportedPeriods } from "./laid.ts";
import {
  closedLine,
  investedLine,
  overlaid,
  type Reported,
  type SideName,
  sumLines,
  type Watched,
  watched,
  watchedInputs,
  watchedLines,
} from "./lines.ts";
import { idleRests, restOf } from "./rest.ts";

/** The plan with actuals in it up to the closing month (预测): a graph of its own, in which plan, actual and variance are lines too. */
export interface Forecast {
  readonly prepared: Prepared;
  readonly laid: Laid;
  /** Lines of money that cross the perimeter, and all others that were reported; in the order of the model. */
  readonly watched: readonly Watched[];
  /** What is wrong with the figures, and what stands in the way of a forecast; problems of the plan itself are not repeated. */
  readonly problems: readonly Problem[];
}

/** What a forecast needs of the plan it belongs to. */
export type Plan = Pick<Prepared, "document" | "scenario" | "counts" | "timeline" | "graph" | "shouldStop">;

/** Whether a line of the plan takes actuals: an amount by period that a component or the user's own line states. */
export const takesActuals = ({ source, kind, axis, path }: GraphLine): boolean =>
  source === "formula" && kind === "flow" && axis === "period" && /^(components|customLines)\//.test(path);

/** Lines of cost that make up total investment. */
export function investmentLines(graph: Graph): ReadonlySet<number> {
  const whole = graph.indexById.get(PROJECT.totalInvestment);
  return whole === undefined ? new Set<number>() : linesUnder(graph, [whole], { stopsAt: takesActuals });
}

/** Which side of the project the money is on; undefined of what does not cross its perimeter. */
export function sideOf({ tags, unit }: GraphLine): SideName | undefined {
  const { crosses } = tags;
  return unit === "CNY" && (crosses === "in" || crosses === "out") ? crosses : undefined;
}

/** Lines of money without any actuals that the plan has something of to date, or may have. */
export function silentOf(all: readonly Watched[], side: SideName, values: Results<Decimal>): readonly Watched[] {
  return all.filter(
    ({ line, reported }) =>
      reported === undefined && sideOf(line) === side && values.total(watched(line.id, "to_date"))?.isZero() !== true,
  );
}

/**
 * Lays the actuals of a document over a scenario of it.
 * @param record the scenario's book of record: what the plan has
 */
function forecastOf(plan: Plan, record: Results<Decimal>, shelf: GraphShelf): Forecast {
  const { document, timeline, graph } = plan;
  const { actuals = { reports: [] }, ...bare } = document;
  const off = new Set(document.components.filter(({ enabled }) => !enabled).map(({ id }) => id));
  const lines = new Map(graph.lines.filter(({ source }) => source !== "hidden").map((line) => [line.id, line]));
  const isOff = ({ tags }: GraphLine): boolean => off.has(String(tags["component"]));
  const laid = layActuals(actuals, { timeline, lines, takes: takesActuals, isOff });
  const watched = [...lines.values()].flatMap((line): Watched[] => {
    const reported = reportedOf(line, laid, actuals, plan);
    if (reported === undefined && (!takesActuals(line) || sideOf(line) === undefined || isOff(line))) return [];
    return [{ line, planned: plannedOf(line, record), ...(reported === undefined ? {} : { reported }) }];
  });
  const prepared = prepareDocument(
    bare as ModelDocument,
    plan.scenario,
    plan.counts,
    shelf,
    overlayOf(watched, laid, actuals, plan),
  );
  const unreported = watched.flatMap(({ reported }) => reported?.unreported ?? []);
  const rests = watched.flatMap(({ reported }) =>
    reported !== undefined && "code" in reported.rest ? [reported.rest] : [],
  );
  const idle = idleRests(actuals, (line) => laid.lines.has(line));
  const stop = plan.shouldStop === undefined ? {} : { shouldStop: plan.shouldStop };
  return {
    prepared: { ...prepared, ...stop },
    laid,
    watched,
    problems: hasActuals(document)
      ? mergeProblems(laid.problems, idle, once(rests), unreported)
      : [actualsProblem("none", "actuals")],
  };
}

/** One rule of the file stands in the way of many lines. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem])).values(),
];

function reportedOf(line: GraphLine, laid: Laid, actuals: ActualsSpec, { timeline }: Plan): Reported | undefined {
  const own = laid.lines.get(line.id);
  if (own === undefined) return undefined;
  const missing = unreportedPeriods(own, laid.closed, timeline);
  const rest = restOf(actuals, line.id, timeline.stepMonths);
  const [only] = rest.ok ? [] : rest.problems;
  return {
    amounts: own.amounts,
    unreported: missing.length === 0 ? undefined : unreportedProblem(line, missing),
    rest: rest.ok ? rest.value : (only as Problem),
  };
}

function unreportedProblem({ id, label }: GraphLine, periods: readonly string[]): Problem {
  const names = { zh: periods.join("、"), en: periods.join(", ") };
  return actualsProblem("unreported", id, {
    line: { zh: `${label.zh}(${id})`, en: `${label.en} (${id})` },
    periods: names,
  });
}

/** The plan's amounts by period; one that has no value has none in the forecast either. */
function plannedOf(line: GraphLine, record: Results<Decimal>): readonly string[] | Problem {
  const values = record.periods(line.id);
  const at = values.findIndex((value) => value === undefined || !value.isFinite());
  if (at < 0) return values.map((value) => record.arithmetic.toText(value as Decimal));
  const why = reasonOf(record.evaluation, line.index, at + 1);
  const reason = why?.kind === "missing" ? why.problem.message : actualsProblem("plan_none", line.id).message;
  return actualsProblem("plan_value", line.id, { line: line.label, reason });
}

function overlayOf(
  all: readonly Watched[],
  { closed }: Laid,
  { unreported }: ActualsSpec,
  { graph, timeline }: Pick<Plan, "graph" | "timeline">,
): Overlay {
  const gapsAsPlan = unreported === "plan";
  const byId = new Map(all.map((one) => [one.line.id, one]));
  const sides = (["in", "out"] as const).map((side) => {
    const own = all.filter(({ line }) => sideOf(line) === side);
    const has = ({ reported }: Watched) => reported !== undefined;
    return [side, own.filter(has), own.filter((one) => !has(one))] as const;
  });
  const costs = investmentLines(graph);
  const invested = all.filter(({ line, reported }) => reported !== undefined && costs.has(line.index));
  const structure = all.map(({ line, reported }) => [
    line.id,
    reported === undefined ? null : "code" in reported.rest ? "" : reported.rest,
  ]);
  return {
    key: JSON.stringify(["actuals", gapsAsPlan, structure]),
    inputs: [closedLine(closed, timeline.periods.length), ...all.flatMap(watchedInputs)],
    over: (lines) => [
      ...lines.map((decl): LineDecl => {
        const own = byId.get(decl.id);
        return own === undefined || decl.source !== "formula" ? decl : overlaid(decl, own, gapsAsPlan);
      }),
      ...all.flatMap((one) => watchedLines(one, gapsAsPlan)),
      ...sides.flatMap(([side, reported, silent]) => sumLines(side, reported, silent)),
      investedLine(invested),
    ],
  };
}

/** A forecast with its book of record. */
export interface ForecastRecord extends Forecast {
  readonly values: Results<Decimal>;
}

const known = new WeakMap<ModelDocument, Map<string, ForecastRecord>>();

/** The forecast of a plan and its book of record; computed once for one state of a document. */
export function forecastRecord(plan: Plan, record: Results<Decimal>, shelf: GraphShelf): ForecastRecord {
  const key = plan.counts.join(" ");
  const found = known.get(plan.document)?.get(key);
  if (found !== undefined) return found;
  const forecast = forecastOf(plan, record, shelf);
  const answer = { ...forecast, values: resultsOf(recordOf(forecast.prepared), forecast.prepared.frame) };
  known.set(plan.document, (known.get(plan.document) ?? new Map<string, ForecastRecord>()).set(key, answer));
  return answer;
}

/** Whether a document says anything of actuals. */
export const hasActuals = ({ actuals }: ModelDocument): boolean =>
  actuals !== undefined && (actuals.reports.length > 0 || actuals.closed !== undefined);
