import { adviceFor } from "../../models/analysis/advise/advise.ts";
import { enteredAt } from "../../models/analysis/entered.ts";
import { frontierOf } from "../../models/analysis/frontier/frontier.ts";
import { leversFor } from "../../models/analysis/levers/levers.ts";
import { LeverTable, openQuestion } from "../../models/analysis/levers/question.ts";
import { solveForTarget } from "../../models/analysis/solve.ts";
import type { Solver } from "../../models/analysis/solver/solver.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import type { ProgressEvent } from "../contract.ts";
import { solveView } from "../model/solve.ts";
import { isStopped, refuse } from "../problems.ts";
import { compareScenarios } from "../scenarios/compare.ts";
import type { Task } from "./protocol.ts";
import type { OpenSimulation } from "./simulations.ts";

/** Hooks of long work. */
export interface Hooks {
  /** Loaded for work that chooses whole numbers. */
  readonly solver?: Solver;
  readonly onProgress: (done: number, total: number, partial?: ProgressEvent["partial"]) => void;
  readonly shouldStop: () => boolean;
}

export interface AnalysedModel {
  readonly version: number;
  readonly document: ModelDocument;
  /** Of the levers last turned, by scenario and target. */
  readonly tables: Map<string, LeverTable>;
  /** The one last opened, if any. */
  readonly simulation: OpenSimulation[];
}

const NAMES = ["solve", "levers", "turn", "frontier", "advise", "compare"] as const;
type Analysis = Extract<Task, { readonly name: (typeof NAMES)[number] }>;

export const isAnalysis = (task: Task): task is Analysis => (NAMES as readonly string[]).includes(task.name);

/** What would make a model balance: work that asks the engines many times. */
export class Analyses {
  readonly #shelf: GraphShelf;

  constructor(shelf: GraphShelf) {
    this.#shelf = shelf;
  }

  answer(model: AnalysedModel, task: Analysis, hooks: Hooks): Result<unknown> {
    switch (task.name) {
      case "solve":
        return this.#solve(model, task.args, hooks);
      case "levers":
        return this.#levers(model, task.args, hooks);
      case "turn":
        return this.#turn(model, task.args);
      case "frontier":
        return this.#frontier(model, task.args, hooks);
      case "advise":
        return this.#advise(model, task.args, hooks);
      case "compare":
        return this.#compare(model, task.args, hooks);
    }
  }

  #solve(model: AnalysedModel, args: Extract<Task, { name: "solve" }>["args"], hooks: Hooks): Result<unknown> {
    const { vary, until, scenario, min, max, job, lang } = args;
    const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    const question = { vary, until, scenario, ...bounds, ...hooks };
    const solution = stoppable(() => solveForTarget(model.document, question, this.#shelf));
    if (solution === undefined || hooks.shouldStop()) return refuse("solve.stopped", job);
    if (!solution.ok) return solution;
    const entered = enteredAt(model.document, { vary, scenario }, this.#shelf);
    const { roots, intervals } = solution.value;
    const values = [...roots.map(({ value }) => value), ...intervals.map(({ at }) => at)];
    return succeed({ ...solveView(solution.value, lang), entered: entered(values) });
  }

  #levers(model: AnalysedModel, args: Extract<Task, { name: "levers" }>["args"], hooks: Hooks): Result<unknown> {
    const answer = leversFor(model.document, { of: args.of, scenario: args.scenario, ...hooks }, this.#shelf);
    if (hooks.shouldStop()) return refuse("solve.stopped", args.job);
    return answer.ok ? succeed({ version: model.version, ...answer.value }) : answer;
  }

  #frontier(model: AnalysedModel, args: Extract<Task, { name: "frontier" }>["args"], hooks: Hooks): Result<unknown> {
    const { of, scenario, x, y, job } = args;
    const question = { of, scenario, x: { path: x }, y: { path: y }, ...hooks };
    const answer = frontierOf(model.document, question, this.#shelf);
    if (hooks.shouldStop()) return refuse("solve.stopped", job);
    return answer.ok ? succeed({ version: model.version, ...answer.value }) : answer;
  }

  #advise(model: AnalysedModel, args: Extract<Task, { name: "advise" }>["args"], hooks: Hooks): Result<unknown> {
    const { solver, ...heard } = hooks;
    if (solver === undefined) throw new Error("advice was asked for before the solver was loaded");
    const { until, scenario, weights, funding, job } = args;
    const asked = Object.fromEntries(
      Object.entries(weights).flatMap(([side, weight]) => (weight === undefined ? [] : [[side, weight]])),
    );
    const answer = adviceFor(
      model.document,
      { until, scenario, weights: asked, funding, ...heard },
      this.#shelf,
      solver,
    );
    if (hooks.shouldStop()) return refuse("solve.stopped", job);
    return answer.ok ? succeed({ version: model.version, ...answer.value }) : answer;
  }

  /** A slider asks many times a second: the table of its target is kept as long as the model stays what it is. */
  #turn(model: AnalysedModel, { scenario, of, path, value }: Extract<Task, { name: "turn" }>["args"]): Result<unknown> {
    const key = JSON.stringify([scenario, of]);
    let table = model.tables.get(key);
    if (table === undefined) {
      const opened = openQuestion(model.document, { of, scenario }, this.#shelf);
      if (!opened.ok) return opened;
      table = new LeverTable(opened.value, this.#shelf.registry);
      model.tables.clear();
      model.tables.set(key, table);
    }
    const turned = table.turned(path, value);
    if (!turned.ok) return turned;
    const { excesses, entered } = turned.value;
    const spare = Object.fromEntries([...excesses].map(([name, excess]) => [name, excess ?? null]));
    return succeed({ version: model.version, excesses: spare, entered: entered ?? null });
  }

  #compare(model: AnalysedModel, args: Extract<Task, { name: "compare" }>["args"], hooks: Hooks): Result<unknown> {
    const { scenarios, of, job, lang } = args;
    try {
      return compareScenarios(model.document, scenarios, this.#shelf, { of, lang, engine: "kernel", ...hooks });
    } catch (error) {
      if (!isStopped(error)) throw error;
      return refuse("compare.stopped", job);
    }
  }
}

/** Work that may be stopped while the book of record runs; undefined where it was. */
function stoppable<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isStopped(error)) throw error;
    return undefined;
  }
}
