import { answerOf, partialAnswer, Rows } from "../../models/analysis/simulate/answer.ts";
import { checkDraws } from "../../models/analysis/simulate/check.ts";
import { sizeProblem } from "../../models/analysis/simulate/columns.ts";
import { BLOCK, blocksIn, Drawing } from "../../models/analysis/simulate/drawing.ts";
import {
  drawProblems,
  type Opened,
  openSimulation,
  type SimulationQuestion,
} from "../../models/analysis/simulate/question.ts";
import { suggestionsFor } from "../../models/analysis/simulate/suggest.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { checksView, partialView, simulationView } from "../model/simulate.ts";
import { isStopped, refuse } from "../problems.ts";
import type { AnalysedModel, Hooks } from "./analyses.ts";
import type { DrawArgs, SimulationTask } from "./protocol.ts";
import { SharedRows } from "./sharedRows.ts";

/** A simulation ready to draw. */
export interface OpenSimulation {
  readonly key: string;
  /** What is asked, however many draws it takes. */
  readonly lines: string;
  readonly opened: Opened;
  readonly drawing: Drawing;
}

/** Draws of the picture that is shown while others are computed. */
const PARTIAL_DRAWS = 1000;
/** Milliseconds between two of them. */
const PARTIAL_MS = 150;

const NAMES = ["suggestions", "drawOpen", "draw", "drawAnswer", "simulationChecks"] as const;
export const isSimulation = (task: { readonly name: string }): task is SimulationTask =>
  (NAMES as readonly string[]).includes(task.name);

/** The part of a simulation that is done in a thread: a few draws among many, or what all of them come to. */
export class Simulations {
  readonly #shelf: GraphShelf;

  constructor(shelf: GraphShelf) {
    this.#shelf = shelf;
  }

  answer(model: AnalysedModel, task: SimulationTask, hooks: Hooks): Result<unknown> {
    if (task.name === "suggestions") {
      const found = suggestionsFor(model.document, task.args.scenario, this.#shelf);
      return found.ok ? succeed({ version: model.version, ...found.value }) : found;
    }
    const { args } = task;
    const open = this.#open(model, args, hooks);
    if (!open.ok) return open;
    if (open.value === undefined) return refuse("simulate.stopped", args.job);
    const { opened, drawing } = open.value;
    const { width } = drawing.columns;
    switch (task.name) {
      case "drawOpen":
        return succeed({ width });
      case "draw":
        return this.#draw(open.value, new SharedRows(task.args.shared, blocksIn(args.draws)), task.args, hooks);
      case "drawAnswer": {
        const { numbers } = new SharedRows(task.args.shared, blocksIn(args.draws));
        const answer = answerOf(opened, drawing.columns, new Rows(numbers, width, args.draws), hooks.shouldStop);
        return answer === undefined
          ? refuse("simulate.stopped", args.job)
          : succeed(simulationView(answer, model.version));
      }
      case "simulationChecks":
        return this.#check(model, open.value, task.args, hooks);
    }
  }

  #open(
    model: AnalysedModel,
    { scenario, draws, seed, of, until }: DrawArgs,
    { shouldStop }: Hooks,
  ): Result<OpenSimulation | undefined> {
    const question = { scenario, draws, seed, of, until };
    const key = JSON.stringify(question);
    const lines = JSON.stringify({ scenario, of, until });
    const [known] = model.simulation;
    if (known?.key === key) return succeed(known);
    const opened = known?.lines === lines ? again(known.opened, question) : this.#read(model, question, shouldStop);
    if (!opened.ok) return opened;
    if (opened.value === undefined) return succeed(undefined);
    const drawing = new Drawing(opened.value);
    const tooLarge = sizeProblem(opened.value, drawing.columns);
    if (tooLarge !== undefined) return fail(tooLarge);
    const fresh = { key, lines, opened: opened.value, drawing };
    model.simulation.splice(0, 1, fresh);
    return succeed(fresh);
  }

  #read({ document }: AnalysedModel, question: SimulationQuestion, shouldStop: () => boolean) {
    return openSimulation(document, question, this.#shelf, shouldStop);
  }

  #draw(
    { opened, drawing }: OpenSimulation,
    rows: SharedRows,
    { draws, job, leads }: DrawArgs & { readonly leads: boolean },
    hooks: Hooks,
  ): Result<unknown> {
    let told = performance.now();
    for (let block = rows.take(); block !== undefined; block = rows.take()) {
      if (hooks.shouldStop()) return refuse("simulate.stopped", job);
      drawing.block(block, rows.numbers);
      rows.finish(block);
      if (!leads || performance.now() - told < PARTIAL_MS) continue;
      const partial = partialAnswer(opened, drawing.columns, doneSoFar(rows, draws, drawing.columns.width));
      hooks.onProgress(Math.min(draws, rows.done * BLOCK), draws, partialView(partial));
      told = performance.now();
    }
    return hooks.shouldStop() ? refuse("simulate.stopped", job) : succeed({ done: true });
  }

  #check(
    model: AnalysedModel,
    { opened, drawing }: OpenSimulation,
    args: DrawArgs & { readonly which: readonly number[]; readonly lang: "zh" | "en" },
    hooks: Hooks,
  ): Result<unknown> {
    const which = args.which.filter((draw) => draw < args.draws);
    try {
      const checks = checkDraws(opened, drawing, which, this.#shelf, hooks);
      return succeed({ version: model.version, scenario: args.scenario, ...checksView(checks, args.lang) });
    } catch (error) {
      if (!isStopped(error)) throw error;
      return refuse("simulate.stopped", args.job);
    }
  }
}

/** The same with other draws: the ways into the graph stay what they are. */
function again(opened: Opened, question: SimulationQuestion): Result<Opened> {
  const problems = drawProblems(question);
  return problems.length > 0 ? fail(...problems) : succeed({ ...opened, question });
}

/** Rows that are there already, evenly taken from all of them. */
function doneSoFar(rows: SharedRows, draws: number, width: number): Rows {
  const blocks = Array.from({ length: blocksIn(draws) }, (_, block) => block).filter((block) => rows.isDone(block));
  const every = Math.max(1, Math.ceil((blocks.length * BLOCK) / PARTIAL_DRAWS));
  const taken = blocks.flatMap((block) =>
    Array.from({ length: BLOCK }, (_, i) => block * BLOCK + i).filter((draw) => draw < draws && draw % every === 0),
  );
  const numbers = new Float64Array(taken.length * width);
  for (const [place, draw] of taken.entries())
    numbers.set(rows.numbers.subarray(draw * width, (draw + 1) * width), place * width);
  return new Rows(numbers, width, taken.length);
}
