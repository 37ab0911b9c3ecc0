import type { Decimal } from "decimal.js";
import { type ResolvedScenario, resolveScenario } from "../document/scenario.ts";
import type { ModelDocument } from "../document/schema.ts";
import { compileKernel, type Evaluation, evaluateRecord } from "../engines/index.ts";
import { buildGraph } from "../language/build.ts";
import type { Graph } from "../language/graph.ts";
import type { Registry } from "../mechanisms/define/mechanism.ts";
import { mergeProblems } from "../wording/document.ts";
import { type Problem, type Result, succeed } from "../wording/problem.ts";
import { type Bound, bindPrepared } from "./bind.ts";
import { prepare } from "./expand/context.ts";
import { parameterLine } from "./expand/parameters.ts";
import { expandPrepared } from "./expand.ts";
import { structuralPaths } from "./shape.ts";

/** A document's graph. Scenarios that change values only share it. */
export interface CompiledModel {
  readonly document: ModelDocument;
  readonly registry: Registry;
  readonly graph: Graph;
  /** Everything wrong with the document's values and formulas; the rest of the model works. */
  readonly problems: readonly Problem[];
}

export function compileModel(document: ModelDocument, registry: Registry): CompiledModel {
  const context = prepare(document, registry);
  const expansion = expandPrepared(context);
  const graph = buildGraph(expansion.decls, { param: (id, axis) => parameterLine(context, id, axis)?.decl });
  return { document, registry, graph, problems: mergeProblems(expansion.problems, graph.problems) };
}

/** A scenario ready for an engine. */
export interface PreparedScenario extends Bound {
  readonly scenario: ResolvedScenario;
  /** The model's own graph, or the scenario's where it changes which lines exist. */
  readonly model: CompiledModel;
}

export function prepareScenario(model: CompiledModel, scenarioId: string | undefined): Result<PreparedScenario> {
  const resolved = resolveScenario(model.document, scenarioId, model.registry);
  if (!resolved.ok) return resolved;
  const scenario = resolved.value;
  const own =
    structuralPaths(model.document, scenario, model.registry).length === 0
      ? model
      : compileModel(scenario.document, model.registry);
  const bound = bindPrepared(own.graph, prepare(scenario.document, model.registry, scenario.counts));
  return succeed({
    scenario,
    model: own,
    bindings: bound.bindings,
    problems: mergeProblems(own.problems, bound.problems),
  });
}

export interface EvaluatedModel<V> extends PreparedScenario {
  readonly evaluation: Evaluation<V>;
}

/** Compiles, resolves, binds and runs the book of record in one go. */
export function evaluateModel(
  document: ModelDocument,
  scenarioId: string | undefined,
  registry: Registry,
): Result<EvaluatedModel<Decimal>> {
  return evaluateWith(document, scenarioId, registry, ({ model, bindings }) => evaluateRecord(model.graph, bindings));
}

/** The same in float64. */
export function evaluateModelFast(
  document: ModelDocument,
  scenarioId: string | undefined,
  registry: Registry,
): Result<EvaluatedModel<number>> {
  return evaluateWith(document, scenarioId, registry, ({ model, bindings }) =>
    compileKernel(model.graph).run(bindings),
  );
}

function evaluateWith<V>(
  document: ModelDocument,
  scenarioId: string | undefined,
  registry: Registry,
  run: (prepared: PreparedScenario) => Evaluation<V>,
): Result<EvaluatedModel<V>> {
  const prepared = prepareScenario(compileModel(document, registry), scenarioId);
  return prepared.ok ? succeed({ ...prepared.value, evaluation: run(prepared.value) }) : prepared;
}
