import type { Decimal } from "decimal.js";
import { type Prepared, prepareScenario } from "../../models/compile/prepare.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { readingProblems } from "../../models/document/parse.ts";
import { BASE_SCENARIO } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { type Evaluation, evaluateRecord, type RecordOptions } from "../../models/engines/index.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { mergeProblems } from "../../models/wording/document.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { answerActuals, explainForecast, isActuals } from "../actuals/desk.ts";
import { isForecastCell } from "../actuals/view.ts";
import { BidsDesk } from "../bids/desk.ts";
import { isBidCell } from "../bids/prepare.ts";
import { boardOf } from "../board/board.ts";
import { catalogueOf } from "../catalogue/catalogue.ts";
import type { Reply } from "../contract.ts";
import { answerExport } from "../exports/desk.ts";
import { parseSource } from "../files/parse.ts";
import { importSheets } from "../imports/import.ts";
import { mapTables } from "../imports/mapping/map.ts";
import { agreementOf } from "../model/agreement.ts";
import { findingViews } from "../model/findings.ts";
import { recordResultsOf } from "../model/results.ts";
import { statementsView } from "../model/statements.ts";
import { reviewIn, trustIn, trustView } from "../model/trust.ts";
import { explainView, linesView } from "../model/views.ts";
import { packsView } from "../packs/packs.ts";
import { PortfolioDesk } from "../portfolio/desk.ts";
import { appProblem, isStopped } from "../problems.ts";
import { type Computed, computedFor } from "../revisions/computed.ts";
import { headlineOf } from "../revisions/headline.ts";
import { bookOf } from "../rules/book.ts";
import { ruleBookView } from "../rules/view.ts";
import { scenarioViews } from "../scenarios/scenarios.ts";
import { stressView } from "../scenarios/stress.ts";
import { applyChanges } from "../sessions/patch.ts";
import { replyOf } from "../wording.ts";
import { type AnalysedModel, Analyses, type Hooks, isAnalysis } from "./analyses.ts";
import { answerHistory, isHistory } from "./history.ts";
import type { ModelUpdate, Question, Task } from "./protocol.ts";
import { answerReview, isReviewing } from "./reviewing.ts";
import { isSimulation, Simulations } from "./simulations.ts";

interface KnownModel extends AnalysedModel {
  /** By scenario; thrown away when the document changes. */
  readonly prepared: Map<string, Prepared>;
  readonly records: Map<string, Evaluation<Decimal>>;
}

/** Answers questions about models, one after the other, and keeps what the next question can use. */
export class Desk {
  readonly #models = new Map<string, KnownModel>();
  readonly #shelf = new GraphShelf(mechanisms);
  readonly #analyses = new Analyses(this.#shelf);
  readonly #portfolios = new PortfolioDesk(this.#shelf);
  readonly #bids = new BidsDesk(this.#shelf);
  readonly #simulations = new Simulations(this.#shelf);

  /** Its answer, later where a file is written. */
  answer({ model, task }: Question, hooks: Hooks): Reply<unknown> | Promise<Reply<unknown>> {
    const known = model && this.#take(model);
    const replied = (result: Result<unknown>): Reply<unknown> => replyOf(result, task.args.lang);
    if (task.name === "read") return { ok: true, value: parseSource(task.args.source) };
    if (task.name === "importFile")
      return { ok: true, value: importSheets(task.args.bytes, task.args.file, known?.document) };
    if (task.name === "mapTables") {
      if (known === undefined) throw new Error("a table is mapped to a model");
      return { ok: true, value: mapTables(task.args.bytes, task.args.file, known.document, task.args.question) };
    }
    if (task.name === "exportWorkbook") {
      if (known === undefined) throw new Error("a workbook needs a model");
      return answerExport(known, task, hooks, this.#shelf).then(replied);
    }
    return replied(task.name === "catalogue" ? succeed(catalogueOf(known?.document)) : this.#about(known, task, hooks));
  }

  forget(session: string): void {
    this.#models.delete(session);
  }

  #take(update: ModelUpdate): KnownModel {
    const known = this.#models.get(update.session);
    if (known?.version === update.version && "changes" in update && update.changes.length === 0) return known;
    const document = "document" in update ? update.document : applyChanges(known?.document, update.changes);
    if (document === undefined) throw new Error(`the thread does not know the model ${update.session} it is to change`);
    const fresh = {
      version: update.version,
      document: document as ModelDocument,
      prepared: new Map<string, Prepared>(),
      records: new Map<string, Evaluation<Decimal>>(),
      tables: new Map(),
      simulation: [],
    };
    this.#models.set(update.session, fresh);
    return fresh;
  }

  #about(
    model: KnownModel | undefined,
    task: Exclude<Task, { name: "catalogue" | "read" | "importFile" | "mapTables" | "exportWorkbook" }>,
    hooks: Hooks,
  ): Result<unknown> {
    if (model === undefined) throw new Error(`${task.name} needs a model`);
    if (task.name === "scenarios") return succeed(scenarioViews(model.document, task.args.lang));
    if (task.name === "packs") return succeed(packsView(model.document));
    if (task.name === "stress") return stressView(model.document, task.args.scenario, task.args.lang);
    if (task.name === "computed") return this.#computed(model, hooks);
    if (task.name === "portfolio" || task.name === "starts") return this.#portfolios.answer(model, task, hooks);
    if (task.name === "bids") return this.#bids.view(model, task.args, hooks.shouldStop);
    if (isSimulation(task)) return this.#simulations.answer(model, task, hooks);
    if (isReviewing(task)) return answerReview(model, task, hooks, this.#shelf);
    if (isActuals(task)) return answerActuals(model, task, hooks, this.#shelf);
    if (task.name === "explain" && isForecastCell(task.args.cell))
      return explainForecast(model, task.args, hooks, this.#shelf);
    if (isHistory(task)) return answerHistory(model, task, hooks, this.#shelf);
    if (isAnalysis(task)) return this.#analyses.answer(model, task, hooks);
    const { lang } = task.args;
    if (task.name === "explain" && model.document.members !== undefined)
      return this.#portfolios.explain(model, task.args.cell, hooks);
    if (task.name === "explain" && isBidCell(task.args.cell, model.document))
      return this.#bids.explain(model, task.args.cell, hooks.shouldStop);
    const prepared = this.#prepared(model, task.args.scenario);
    if (!prepared.ok) return prepared;
    if (task.name === "rules") {
      const components = model.document.components.map(({ id }) => id);
      return succeed(ruleBookView(bookOf(prepared.value.document, prepared.value), components, lang));
    }
    const head = { version: model.version, scenario: task.args.scenario };
    switch (task.name) {
      case "board":
        return succeed({ ...boardOf(prepared.value, { ...task.args, now: () => performance.now() }), ...head });
      case "lines":
        return succeed({ version: model.version, ...linesView(prepared.value, task.args) });
      case "statements": {
        const tables = statementsView(prepared.value, task.args, lang);
        return tables.ok ? succeed({ version: model.version, ...tables.value }) : tables;
      }
      case "explain":
        return this.#explain(model, prepared.value, task.args.cell);
      case "agreement": {
        const record = this.#record(model, prepared.value, hooks);
        if (!record.ok) return record;
        const agreement = agreementOf(prepared.value, record.value);
        const results = recordResultsOf(prepared.value, record.value);
        const findings = reviewIn(results);
        const trust = trustView(trustIn(results, findings, agreement.agree), lang);
        return succeed({
          ...head,
          ...agreement,
          trust,
          findings: findingViews(findings, prepared.value, lang),
        });
      }
    }
  }

  #prepared(model: KnownModel, scenario: string): Result<Prepared> {
    const found = model.prepared.get(scenario);
    if (found !== undefined) return succeed(found);
    const prepared = prepareScenario(model.document, scenario, this.#shelf);
    if (!prepared.ok) return prepared;
    // What was known when it was opened travels with the results.
    const problems = mergeProblems(readingProblems(prepared.value.document, mechanisms), prepared.value.problems);
    const whole = { ...prepared.value, problems };
    model.prepared.set(scenario, whole);
    return succeed(whole);
  }

  /** The book of record, once a version and scenario. */
  #record(model: KnownModel, prepared: Prepared, hooks: RecordOptions): Result<Evaluation<Decimal>> {
    const found = model.records.get(prepared.scenario);
    if (found !== undefined) return succeed(found);
    try {
      const record = evaluateRecord(prepared.graph, prepared.bindings, hooks);
      model.records.set(prepared.scenario, record);
      return succeed(record);
    } catch (error) {
      if (!isStopped(error)) throw error;
      return fail(appProblem("agreement.superseded", prepared.scenario));
    }
  }

  /** What a revision keeps; one whose base scenario cannot be computed keeps no results. */
  #computed(model: KnownModel, hooks: Hooks): Result<Computed> {
    if (model.document.members !== undefined) return succeed({});
    const prepared = this.#prepared(model, BASE_SCENARIO);
    const record = prepared.ok ? this.#record(model, prepared.value, hooks) : prepared;
    const results = prepared.ok && record.ok ? headlineOf(recordResultsOf(prepared.value, record.value)) : undefined;
    return succeed(computedFor(model.document, results));
  }

  #explain(model: KnownModel, prepared: Prepared, cell: string): Result<unknown> {
    const record = this.#record(model, prepared, {});
    return record.ok ? explainView(prepared, cell, record.value) : record;
  }
}
