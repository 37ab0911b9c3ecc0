import { type Bridge, type BridgeHooks, bridgesOf } from "../../models/analysis/bridge/bridge.ts";
import {
  COUNTS,
  type Differences,
  documentDifferences,
  type PlanDifference,
  scenarioDifferences,
} from "../../models/analysis/bridge/differences.ts";
import type { Finding } from "../../models/checks/findings.ts";
import type { Trust } from "../../models/checks/trust/index.ts";
import { type EngineName, type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import { readPath } from "../../models/document/path.ts";
import { BASE_SCENARIO } from "../../models/document/scenario.ts";
import { scenarioTitle } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { EvaluationStopped } from "../../models/engines/index.ts";
import { mergeProblems } from "../../models/wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { BridgeView, CompareView, Json, Lang, PlaceView, PlanView } from "../contract.ts";
import { cellOf, decimalText, kernelResultsOf, type Results, recordResultsOf } from "../model/results.ts";
import { conditionsOf, reviewIn, trustIn } from "../model/trust.ts";
import { appProblem } from "../problems.ts";
import { problemViews } from "../wording.ts";
import { placeLabel } from "./labels.ts";
import { type Against, troublesOf } from "./troubles.ts";

/** A plan to compare: a scenario of a document, under a name of its own. */
export interface Plan {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly prepared: Prepared;
}

export interface CompareQuestion extends BridgeHooks {
  /** Lines, indicators and verdicts whose difference from the first plan is taken apart. */
  readonly of: readonly string[];
  readonly engine: EngineName;
  readonly lang: Lang;
}

/** The scenarios named, in that order. */
function scenarioPlans(
  document: ModelDocument,
  ids: readonly string[],
  lang: Lang,
  shelf: GraphShelf,
): Result<readonly Plan[]> {
  const plans: Plan[] = [];
  for (const id of ids) {
    const prepared = prepareScenario(document, id, shelf);
    if (!prepared.ok) return prepared;
    const scenario = document.scenarios.find((one) => one.id === id);
    const label = scenarioTitle(document, id)[lang];
    plans.push({ id, label, prepared: prepared.value, ...(scenario?.note ? { note: scenario.note } : {}) });
  }
  return succeed(plans);
}

/** Scenarios of one document side by side, each against the first. */
export function compareScenarios(
  document: ModelDocument,
  ids: readonly string[],
  shelf: GraphShelf,
  question: CompareQuestion,
): Result<CompareView> {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return fail(appProblem("compare.twice", "scenarios", twice));
  const plans = scenarioPlans(document, ids, question.lang, shelf);
  if (!plans.ok) return plans;
  const between = (from: Plan, to: Plan) => scenarioDifferences(document, from.id, to.id, shelf.registry);
  return comparePlans(plans.value, between, shelf, question);
}

/** Files side by side, each in its base scenario, against the first. */
export function compareDocuments(
  plans: readonly Plan[],
  shelf: GraphShelf,
  question: CompareQuestion,
): Result<CompareView> {
  const resolved = ({ prepared: { document, counts } }: Plan) => ({ id: BASE_SCENARIO, document, counts });
  const between = (from: Plan, to: Plan) => succeed(documentDifferences(resolved(from), resolved(to)));
  return comparePlans(plans, between, shelf, question);
}

function comparePlans(
  plans: readonly Plan[],
  between: (from: Plan, to: Plan) => Result<Differences>,
  shelf: GraphShelf,
  question: CompareQuestion,
): Result<CompareView> {
  const [first, ...others] = plans;
  if (first === undefined) return fail(appProblem("compare.one", "scenarios"));
  const isPlain = question.of.length === 0;
  let against: Against | undefined;
  const views = plans.map((plan, index): PlanView => {
    if (question.shouldStop?.() === true) throw new EvaluationStopped();
    if (isPlain) question.onProgress?.(index, plans.length);
    const found = judged(plan.prepared, question.engine);
    const own = { problems: found.results.problems, findings: found.findings };
    against ??= own;
    const troubles = troublesOf(own, against, question.lang);
    return { ...planViewOf(plan, found, question.lang), ...(troubles.length === 0 ? {} : { troubles }) };
  });
  const bridges: BridgeView[] = [];
  const problems: Problem[] = [];
  const paths = new Set<string>();
  const hooks = progressOver(others.length, question);
  for (const [place, other] of others.entries()) {
    const differences = between(first, other);
    if (!differences.ok) return differences;
    for (const { changes } of differences.value.list) for (const { path } of changes) paths.add(path);
    if (isPlain) continue;
    for (const bridge of bridgesOf(differences.value, question.of, shelf, hooks(place))) {
      if (bridge.ok) bridges.push(bridgeView(bridge.value, first, other, question.lang));
      else problems.push(...bridge.problems);
    }
  }
  return succeed({
    plans: views,
    changes: [...paths].map((path) => ({
      ...placeOf(path, plans, question.lang),
      values: plans.map((plan) => valueAt(plan, path)),
    })),
    bridges,
    // What is asked wrongly is wrong of every bridge, and said once.
    problems: problemViews(mergeProblems(problems), question.lang),
  });
}

/** One bar for all bridges, each with an equal part of it. */
function progressOver(bridges: number, { onProgress, shouldStop }: BridgeHooks) {
  const parts = 1000;
  return (place: number): BridgeHooks => ({
    ...(shouldStop === undefined ? {} : { shouldStop }),
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: (done: number, total: number) =>
            onProgress(Math.round((place + done / total) * parts), bridges * parts),
        }),
  });
}

interface Judged {
  readonly results: Results;
  readonly findings: readonly Finding[];
  readonly trust: Trust;
}

function judged(prepared: Prepared, engine: EngineName): Judged {
  if (engine === "kernel") {
    const results = kernelResultsOf(prepared);
    return { results, findings: [], trust: trustIn(results, []) };
  }
  const results = recordResultsOf(prepared);
  const findings = reviewIn(results);
  return { results, findings, trust: trustIn(results, findings) };
}

/** Verdicts and indicators of a plan that was computed. */
export function planViewOf(
  { id, label, note }: Omit<Plan, "prepared">,
  { results, trust }: { readonly results: Results; readonly trust: Trust },
  lang: Lang,
): PlanView {
  return {
    id,
    label,
    ...(note === undefined ? {} : { note }),
    verdicts: results.verdicts.map((verdict) => ({
      id: verdict.id,
      title: verdict.title,
      pass: verdict.pass,
      ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
      margin: verdict.margin === undefined ? null : decimalText(verdict.margin, verdict.unit ?? "1"),
      unit: verdict.unit ?? null,
      message: verdict.message[lang],
      conditions: conditionsOf(trust, verdict.id).length,
      ...cellOf(results.values, `verdict.${verdict.id}.margin`),
    })),
    indicators: results.indicators.map(({ id: name, label: title, value, unit, note: why }) => ({
      id: name,
      label: title,
      value: value === null ? null : decimalText(value, unit),
      unit,
      ...(why === undefined ? {} : { note: why[lang] }),
      ...cellOf(results.values, name),
    })),
  };
}

function bridgeView(bridge: Bridge, from: Plan, to: Plan, lang: Lang): BridgeView {
  const place = (path: string) => placeOf(path, [from, to], lang);
  const placesOf = ({ changes }: PlanDifference) =>
    changes.map(({ path, before, after }) => ({ ...place(path), before: before ?? null, after: after ?? null }));
  return {
    from: from.id,
    to: to.id,
    of: bridge.of,
    label: bridge.label,
    unit: bridge.unit,
    before: bridge.from,
    after: bridge.to,
    difference: bridge.difference,
    steps: bridge.steps.map(({ differences, ...step }) => ({ places: differences.flatMap(placesOf), ...step })),
    without: bridge.without.flatMap(({ changes }) => changes.map(({ path }) => place(path))),
    method: bridge.method,
  };
}

function placeOf(path: string, plans: readonly Plan[], lang: Lang): PlaceView {
  if (path === COUNTS) return { path, label: lang === "zh" ? "计入的资金状态" : "money counted, by status" };
  // What one of them lacks the other names.
  const there = plans.find(({ prepared }) => readPath(prepared.document, path).ok) ?? plans[0];
  return { path, label: there === undefined ? path : placeLabel(there.prepared.document, path)[lang] };
}

function valueAt({ prepared: { document, counts } }: Plan, path: string): Json {
  if (path === COUNTS) return counts;
  const read = readPath(document, path);
  return read.ok ? (read.value ?? null) : null;
}
