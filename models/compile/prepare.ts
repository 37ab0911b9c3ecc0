import type { Decimal } from "decimal.js";
import { resolveScenario } from "../document/scenario.ts";
import type { ModelDocument, Status } from "../document/schema.ts";
import { type Evaluation, evaluateRecord, type Kernel, type RecordOptions } from "../engines/index.ts";
import type { Bindings, Graph } from "../language/graph.ts";
import type { Timeline } from "../language/timeline.ts";
import type { Frame } from "../results/frame.ts";
import { mergeProblems } from "../wording/document.ts";
import { type Problem, type Result, succeed } from "../wording/problem.ts";
import { bind } from "./bind.ts";
import { contextOf } from "./context.ts";
import type { GraphShelf } from "./shelf.ts";

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
}

/** Resolves a scenario and makes it ready to evaluate. Fails only when the scenario itself cannot be resolved. */
export function prepareScenario(
  document: ModelDocument,
  scenarioId: string | undefined,
  shelf: GraphShelf,
): Result<Prepared> {
  const resolved = resolveScenario(document, scenarioId, shelf.registry);
  if (!resolved.ok) return resolved;
  return succeed(prepareDocument(resolved.value.document, resolved.value.id, resolved.value.counts, shelf));
}

/** Makes a document, with a scenario's changes already in it, ready to evaluate. */
export function prepareDocument(
  document: ModelDocument,
  scenario: string,
  counts: readonly Status[],
  shelf: GraphShelf,
): Prepared {
  const context = contextOf(document, shelf.registry, counts);
  const { graph, kernel, problems } = shelf.take(context);
  const bound = bind(graph, context);
  const { timeline, frame } = context;
  return {
    document,
    scenario,
    counts,
    timeline,
    graph,
    bindings: bound.bindings,
    frame,
    problems: mergeProblems(problems, bound.problems),
    kernel,
  };
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
