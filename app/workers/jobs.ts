import { fail, type Result } from "../../models/wording/problem.ts";
import type { Lang, ProgressEvent, Reply } from "../contract.ts";
import type { ParsedSource, Source } from "../files/parse.ts";
import type { Computed } from "../revisions/computed.ts";
import { unviewed } from "../wording.ts";
import { Drawers } from "./drawers.ts";
import { Lanes } from "./lanes.ts";
import type { DrawArgs, SimulationTask, Task, TaskName } from "./protocol.ts";
import type { ModelState, Work } from "./thread.ts";

/** Which thread answers what: the board must not wait for the book of record, and neither for a search. */
const THREADS = {
  read: "live",
  catalogue: "live",
  importFile: "imports",
  mapTables: "imports",
  scenarios: "live",
  packs: "live",
  rules: "live",
  board: "live",
  lines: "live",
  statements: "live",
  explain: "record",
  agreement: "record",
  computed: "record",
  solve: "search",
  levers: "search",
  turn: "search",
  frontier: "search",
  advise: "search",
  compare: "search",
  diff: "search",
  audit: "search",
  reviewStress: "search",
  opinion: "search",
  exportWorkbook: "search",
  remarks: "live",
  verify: "search",
  stress: "live",
  // Where its numbers are explained.
  portfolio: "record",
  bids: "record",
  actuals: "record",
  actualsSheet: "record",
  readActuals: "live",
  starts: "search",
} as const satisfies Record<Exclude<TaskName, SimulationTask["name"]>, string>;

type ThreadName = (typeof THREADS)[keyof typeof THREADS];

/** Long work that tells how far it is and can be stopped. */
type Search = Extract<Single, { readonly args: { readonly job: string } }>;

/** What one thread answers by itself. */
type Single = Exclude<Task, SimulationTask>;
/** Of a simulation, what is asked from outside. */
type AskedOfDrawers = Extract<SimulationTask, { readonly name: "suggestions" | "simulationChecks" }>;

const isAskedOfDrawers = (task: Single | AskedOfDrawers): task is AskedOfDrawers =>
  task.name === "suggestions" || task.name === "simulationChecks";

const isSearch = (task: Single): task is Search => "job" in task.args;

/** A search that was cancelled has so long to look up; then its thread ends with it. */
const PATIENCE_MS = 120;
/** As long as the largest file within the limits takes, several times over. */
const IMPORT_MS = 45_000;
/** A search may take longer than anything else. */
const SEARCH_MS = 600_000;

/** The work of the threads: who does what, what can be stopped, how far it is. */
export class Jobs {
  readonly #threads: Readonly<Record<ThreadName, Lanes>> = {
    live: new Lanes(),
    // A portfolio of a whole city is computed there too.
    record: new Lanes(SEARCH_MS),
    search: new Lanes(SEARCH_MS),
    // A file that is made to take long takes its own thread, for as long as any honest one needs.
    imports: new Lanes(IMPORT_MS),
  };
  readonly #drawers = new Drawers();
  readonly #listeners = new Set<(event: ProgressEvent) => void>();
  readonly #searches = new Map<string, Work>();
  readonly #readings = new Map<string, Work>();
  /** By session: a comparison of an older state is not worth waiting for. */
  readonly #agreements = new Map<string, Work>();

  /** Starts the thread of the board, so that it is ready when the first model is opened. */
  warm(): void {
    this.#threads.live.warm();
  }

  async ask(task: Single | AskedOfDrawers, model: ModelState | undefined): Promise<Reply<unknown>> {
    if (isAskedOfDrawers(task))
      return task.name === "suggestions"
        ? this.#drawers.suggestions(task, model)
        : this.#drawers.check(task, model, (event) => this.#tell(event));
    const lanes = this.#threads[THREADS[task.name]];
    if (isSearch(task)) return this.#search(task, model);
    if (task.name !== "agreement" || model === undefined) return lanes.ask(task, model).reply;
    this.#agreements.get(model.id)?.stop();
    const work = lanes.ask(task, model);
    this.#agreements.set(model.id, work);
    try {
      return await work.reply;
    } finally {
      if (this.#agreements.get(model.id) === work) this.#agreements.delete(model.id);
    }
  }

  /** Many draws by all threads that draw. */
  simulate(args: DrawArgs, model: ModelState): Promise<Reply<unknown>> {
    return this.#drawers.simulate(args, model, (event) => this.#tell(event));
  }

  async #search(task: Search, model: ModelState | undefined): Promise<Reply<unknown>> {
    const { job } = task.args;
    this.#searches.get(job)?.stop();
    const lanes = this.#threads[THREADS[task.name]];
    const work = lanes.ask(task, model, (done, total) => this.#tell({ job, done, total }));
    this.#searches.set(job, work);
    try {
      return await work.reply;
    } finally {
      if (this.#searches.get(job) === work) this.#searches.delete(job);
    }
  }

  /** What a model file keeps of how a model was computed. */
  async computed(model: ModelState, lang: Lang): Promise<Reply<Computed>> {
    return (await this.ask({ name: "computed", args: { lang } }, model)) as Reply<Computed>;
  }

  /** Makes a document of a file, away from whoever answers calls; a reading that is cancelled ends its thread. */
  async read(source: Source, lang: Lang, job: string | undefined): Promise<Result<ParsedSource>> {
    const work = this.#threads.live.ask({ name: "read", args: { lang, source } });
    if (job !== undefined) this.#readings.set(job, work);
    try {
      const reply = await work.reply;
      // Our own code answers: its value is what the reading comes to, in both languages.
      if (reply.ok) return reply.value as Result<ParsedSource>;
      return fail(...reply.problems.map(unviewed));
    } finally {
      if (job !== undefined && this.#readings.get(job) === work) this.#readings.delete(job);
    }
  }

  /** Whether there was such work to stop. */
  cancel(job: string): boolean {
    const work = this.#searches.get(job);
    work?.stop();
    if (work !== undefined) setTimeout(() => work.abandon(), PATIENCE_MS).unref();
    const reading = this.#readings.get(job);
    reading?.abandon();
    return this.#drawers.cancel(job) || work !== undefined || reading !== undefined;
  }

  onProgress(listener: (event: ProgressEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  forget(session: string): void {
    for (const lanes of Object.values(this.#threads)) lanes.forget(session);
    this.#drawers.forget(session);
  }

  async end(): Promise<void> {
    await Promise.all([...Object.values(this.#threads), this.#drawers].map((threads) => threads.end()));
  }

  #tell(event: ProgressEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
