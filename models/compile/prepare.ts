import type { Decimal } from "decimal.js";
import { countedByBase, overwrittenByBase, resolveScenario } from "../document/scenario.ts";
import type { ModelDocument, Status } from "../document/schema.ts";
import { type Evaluation, evaluateRecord, type Kernel, type RecordOptions } from "../engines/index.ts";
import { WORK_MAX, workOf } from "../engines/work.ts";
import type { Bindings, Graph } from "../language/graph.ts";
import type { Timeline } from "../language/timeline.ts";
import type { Frame } from "../results/frame.ts";
import { mergeProblems } from "../wording/document.ts";
import { portfolioProblem } from "../wording/portfolio.ts";
import { fail, type Problem, type Result, succeed } from "../wording/problem.ts";
import { bind } from "./bind.ts";
import { contextOf, type ExpandContext, type Overlay } from "./context.ts";
import type { GraphShelf, Shelved } from "./shelf.ts";

export type EngineName = "record" | "kernel";

/** Everything an engine needs and everything needed to read its results. */
export interface Computation {
  readonly timeline: Timeline;
  readonly graph: Graph;
  readonly bindings: Bindings;
  readonly frame: Frame;
  readonly problems: readonly Problem[];
  readonly kernel: () => Kernel;
}

/** A scenario of a document, compiled and bound. */
export interface Prepared extends Computation {
  /** The document with the scenario's changes in it. */
  readonly document: ModelDocument;
  readonly scenario: string;
  readonly counts: readonly Status[];
  /** Asked now and then while the book of record computes; once it says yes `EvaluationStopped` is thrown. */
  readonly shouldStop?: () => boolean;
}

/** Resolves a scenario and makes it ready to evaluate. Fails only when the scenario itself cannot be resolved. */
export function prepareScenario(
  document: ModelDocument,
  scenarioId: string | undefined,
  shelf: GraphShelf,
): Result<Prepared> {
  // Its verdicts would be those of a project without anything in it.
  if (document.members !== undefined) return fail(portfolioProblem("use", "members"));
  const resolved = resolveScenario(document, scenarioId, shelf.registry);
  if (!resolved.ok) return resolved;
  const { id, counts } = resolved.value;
  const context = contextOf(resolved.value.document, shelf.registry, counts);
  const shelved = shelf.take(context);
  const work = workOf(shelved.graph, context.timeline.periods.length);
  if (work > WORK_MAX) return fail(tooMuchWork(work));
  const prepared = bound(id, context, shelved);
  return succeed({
    ...prepared,
    problems: mergeProblems([...overwrittenByBase(document, id), ...countedByBase(document, id)], prepared.problems),
  });
}

function tooMuchWork(work: number): Problem {
  const times = Math.ceil(work / WORK_MAX);
  return {
    code: "limit.work",
    message: {
      zh: `计算量约为上限的 ${times} 倍,未计算`,
      en: `the work is about ${times} times what may be computed; nothing was run`,
    },
    path: "timeline/periods",
    hint: { zh: "减少期数,或精简自定义行的公式", en: "take fewer periods, or simpler formulas of custom lines" },
  };
}

/** Makes a document, with a scenario's changes already in it, ready to evaluate; with lines laid over its own where some are given. */
export function prepareDocument(
  document: ModelDocument,
  scenario: string,
  counts: readonly Status[],
  shelf: GraphShelf,
  overlay?: Overlay,
): Prepared {
  const context = { ...contextOf(document, shelf.registry, counts), overlay };
  return bound(scenario, context, shelf.take(context));
}

function bound(scenario: string, context: ExpandContext, { graph, kernel, problems }: Shelved): Prepared {
  const { document, counts, timeline, frame } = context;
  const inputs = bind(graph, context);
  return {
    document,
    scenario,
    counts,
    timeline,
    graph,
    bindings: inputs.bindings,
    frame,
    problems: mergeProblems(problems, inputs.problems),
    kernel,
  };
}

/** The book of record of a scenario. */
export function recordOf({ graph, bindings, shouldStop }: Prepared): Evaluation<Decimal> {
  return evaluateRecord(graph, bindings, shouldStop === undefined ? {} : { shouldStop });
}

/** Evaluates with the book of record, or with the kernel whose memory the next run reuses. */
export function evaluate(
  prepared: Pick<Computation, "graph" | "bindings" | "kernel">,
  engine: EngineName,
  options: RecordOptions = {},
): Evaluation<Decimal> | Evaluation<number> {
  return engine === "record"
    ? evaluateRecord(prepared.graph, prepared.bindings, options)
    : prepared.kernel().run(prepared.bindings);
}
