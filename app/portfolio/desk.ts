import { type PreparedPortfolio, preparePortfolio } from "../../models/analysis/portfolio/portfolio.ts";
import { proposeStarts } from "../../models/analysis/portfolio/starts.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { explainOnce } from "../model/explain.ts";
import { isStopped, refuse } from "../problems.ts";
import type { Hooks } from "../workers/analyses.ts";
import type { Task } from "../workers/protocol.ts";
import { startsView } from "./starts.ts";
import { portfolioView } from "./view.ts";

interface Model {
  readonly version: number;
  readonly document: ModelDocument;
}

/** Answers about portfolios in a thread: what was pooled stays until the document changes, and a member that did not change is not computed again. */
export class PortfolioDesk {
  readonly #shelf: GraphShelf;
  readonly #known = new WeakMap<ModelDocument, PreparedPortfolio>();

  constructor(shelf: GraphShelf) {
    this.#shelf = shelf;
  }

  answer(model: Model, task: Extract<Task, { name: "portfolio" | "starts" }>, hooks: Hooks): Result<unknown> {
    try {
      return task.name === "portfolio" ? this.#view(model, task.args, hooks) : this.#starts(model, task.args, hooks);
    } catch (error) {
      if (!isStopped(error)) throw error;
      return refuse("portfolio.stopped", task.args.job);
    }
  }

  explain({ document }: Model, cell: string, hooks: Hooks): Result<unknown> {
    const prepared = this.#prepared(document, hooks);
    return prepared.ok ? explainOnce(prepared.value, cell) : prepared;
  }

  #view({ version, document }: Model, { lang }: { readonly lang: "zh" | "en" }, hooks: Hooks): Result<unknown> {
    const prepared = this.#prepared(document, hooks);
    return prepared.ok ? succeed({ version, ...portfolioView(prepared.value, "record", lang) }) : prepared;
  }

  #starts(
    { version, document }: Model,
    { job }: { readonly job: string },
    { solver, ...hooks }: Hooks,
  ): Result<unknown> {
    if (solver === undefined) throw new Error("starts are chosen by a solver, and none was loaded");
    const proposal = proposeStarts(document, { ...hooks, shelf: this.#shelf }, solver);
    if (!proposal.ok) return proposal;
    return proposal.value === undefined
      ? refuse("portfolio.stopped", job)
      : succeed({ version, ...startsView(proposal.value) });
  }

  #prepared(document: ModelDocument, { onProgress, shouldStop }: Hooks): Result<PreparedPortfolio> {
    const known = this.#known.get(document);
    if (known !== undefined) return succeed(known);
    const prepared = preparePortfolio(document, { engine: "record", shelf: this.#shelf, onProgress, shouldStop });
    if (prepared.ok) this.#known.set(document, prepared.value);
    return prepared;
  }
}
