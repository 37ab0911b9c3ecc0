import type { Decimal } from "decimal.js";
import { bindPrepared } from "../../models/compile/bind.ts";
import { compileModel } from "../../models/compile/compile.ts";
import { type ExpandContext, prepare } from "../../models/compile/expand/context.ts";
import { resolveScenario } from "../../models/document/scenario.ts";
import type { ModelDocument, Status } from "../../models/document/schema.ts";
import {
  compileKernel,
  type Evaluation,
  evaluateRecord,
  type Kernel,
  type RecordOptions,
} from "../../models/engines/index.ts";
import type { Bindings, Graph } from "../../models/language/graph.ts";
import { statementYears, type Timeline } from "../../models/language/timeline.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import type { ProjectConventions } from "../../models/statements/conventions.ts";
import type { StatementYear, ViewFrame } from "../../models/statements/view.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import { structureKey } from "./structure.ts";

export type EngineName = "record" | "kernel";

/** A scenario of a document, compiled and bound: everything an engine needs and everything needed to read its results. */
export interface Prepared {
  readonly document: ModelDocument;
  readonly scenario: string;
  readonly counts: readonly Status[];
  readonly timeline: Timeline;
  readonly graph: Graph;
  readonly bindings: Bindings;
  readonly frame: ViewFrame;
  readonly problems: readonly Problem[];
  readonly kernel: () => Kernel;
}

interface Shelved {
  readonly graph: Graph;
  readonly kernel: Kernel;
  /** What is wrong with the lines themselves; what is wrong with values is said anew each time they are bound. */
  readonly problems: readonly Problem[];
}

/** Graphs by the structure they were built from: an edit that changes values only, or a scenario that does, finds its graph here. */
export class GraphShelf {
  readonly #shelf = new Map<string, Shelved>();
  readonly #sizeMax: number;

  constructor(sizeMax = 8) {
    this.#sizeMax = sizeMax;
  }

  /** The compiled graph of a document, from the shelf where its structure is known. */
  take(context: ExpandContext): Shelved {
    const key = structureKey(context);
    const known = this.#shelf.get(key) ?? compiled(context);
    this.#shelf.delete(key);
    this.#shelf.set(key, known);
    const oldest = this.#shelf.keys().next().value;
    if (this.#shelf.size > this.#sizeMax && oldest !== undefined) this.#shelf.delete(oldest);
    return known;
  }
}

function compiled(context: ExpandContext): Shelved {
  const { graph, problems } = compileModel(context.document, mechanisms);
  const ofValues = new Set(bindPrepared(graph, context).problems.map(keyOf));
  return {
    graph,
    kernel: compileKernel(graph),
    problems: problems.filter((problem) => !ofValues.has(keyOf(problem))),
  };
}

const keyOf = ({ code, path, message }: Problem): string => `${code} ${path} ${message.en}`;

/** Resolves a scenario and makes it ready to evaluate. Fails only when the scenario itself cannot be resolved. */
export function prepareScenario(
  document: ModelDocument,
  scenarioId: string | undefined,
  shelf: GraphShelf = new GraphShelf(1),
): Result<Prepared> {
  const resolved = resolveScenario(document, scenarioId, mechanisms);
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
  const context = prepare(document, mechanisms, counts);
  const { graph, kernel, problems } = shelf.take(context);
  const { bindings, problems: unbound } = bindPrepared(graph, context);
  const { timeline } = context;
  return {
    document,
    scenario,
    counts,
    timeline,
    graph,
    bindings,
    frame: frameOf(document, timeline),
    problems: merge(problems, unbound),
    kernel: () => kernel,
  };
}

function merge(...lists: readonly (readonly Problem[])[]): readonly Problem[] {
  const seen = new Map(lists.flat().map((problem) => [keyOf(problem), problem]));
  return [...seen.values()];
}

/** Evaluates with the book of record, or with the kernel whose memory the next run reuses. */
export function evaluate(
  prepared: Prepared,
  engine: EngineName,
  options: RecordOptions = {},
): Evaluation<Decimal> | Evaluation<number> {
  return engine === "record"
    ? evaluateRecord(prepared.graph, prepared.bindings, options)
    : prepared.kernel().run(prepared.bindings);
}

function frameOf(document: ModelDocument, timeline: Timeline): ViewFrame {
  return {
    periodLabels: timeline.periods.map(({ label }) => label),
    periodsPerYear: 12 / timeline.stepMonths,
    years: yearsOf(document, timeline),
    conventions: conventionsOf(document),
  };
}

/** Statement years: calendar years, or runs of twelve months from the start of the project. */
function yearsOf(document: ModelDocument, timeline: Timeline): readonly StatementYear[] {
  const project = document.conventions.yearBasis === "project";
  const numbers = statementYears(timeline, document.conventions.yearBasis);
  const years = new Map<string, { first: number; last: number }>();
  for (const [index, period] of timeline.periods.entries()) {
    const label = project ? `第${numbers[index]}年` : String(numbers[index]);
    const year = years.get(label);
    if (year === undefined) years.set(label, { first: period.number, last: period.number });
    else year.last = period.number;
  }
  return [...years].map(([label, { first, last }]) => ({ label, first, last }));
}

function conventionsOf({ conventions: c }: ModelDocument): ProjectConventions {
  return {
    discountFrom: c.discountFrom ?? "t=1",
    indicatorBasis: c.indicatorBasis ?? "year",
    vatBasis: c.vatBasis ?? "separate",
    priceBasis: c.priceBasis ?? "constant",
    minimumCash: c.minimumCash ?? "0",
    drawTiming: c.drawTiming ?? "mid",
    ...(c.icProject === undefined ? {} : { icProject: c.icProject }),
    ...(c.icEquity === undefined ? {} : { icEquity: c.icEquity }),
    ...(c.dscrTarget === undefined ? {} : { dscrTarget: c.dscrTarget }),
    dscrBasis: c.dscrBasis ?? "cash",
    ...(c.coverageTarget === undefined ? {} : { coverageTarget: c.coverageTarget }),
    ...(c.coverageDefinition === undefined ? {} : { coverageDefinition: c.coverageDefinition }),
    ...(c.bepComfort === undefined ? {} : { bepComfort: c.bepComfort }),
    ...(c.publicBudget === undefined ? {} : { publicBudget: c.publicBudget }),
  };
}
