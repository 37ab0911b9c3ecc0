import { Worker } from "node:worker_threads";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { ProgressEvent, Reply } from "../contract.ts";
import { appProblem } from "../problems.ts";
import { changesBetween } from "../sessions/patch.ts";
import { problemView } from "../wording.ts";
import { ThreadLost } from "./lost.ts";
import type { FromWorker, ModelUpdate, Question, Task, ToWorker } from "./protocol.ts";

/** The open model a task is about. */
export interface ModelState {
  readonly id: string;
  readonly version: number;
  readonly document: ModelDocument;
}

export type OnProgress = (done: number, total: number, partial?: ProgressEvent["partial"]) => void;

interface Pending {
  readonly question: Omit<Question, "model">;
  readonly model: ModelState | undefined;
  readonly resolve: (reply: Reply<unknown>) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress | undefined;
}

/** Work under way. */
export interface Work {
  readonly reply: Promise<Reply<unknown>>;
  /** Asks the thread to stop; the reply then says so. */
  stop(): void;
  /** Ends the thread with it: for work that does not look up. */
  abandon(): void;
}

/**
 * Evaluations make much that is soon thrown away. Left alone V8 grows the space for it to some 100 MB in each thread; a small one is collected as
 * fast, and an office PC keeps its memory.
 */
const YOUNG_MB = 4;

const program = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "./model.worker.ts" : "./model.worker.js", import.meta.url);

type Stopped = "open.stopped" | "compare.stopped" | "verify.stopped" | "solve.stopped";
type RefusalCode = "limit.time" | "session.unknown" | Stopped;

const COMPARING: ReadonlySet<string> = new Set([
  "compare",
  "diff",
  "audit",
  "reviewStress",
  "opinion",
  "actuals",
  "actualsSheet",
]);

/** What is said of work that was given up. */
function stoppedOf({ name, args }: Task): Stopped {
  if (COMPARING.has(name)) return "compare.stopped";
  if (name === "verify") return "verify.stopped";
  if (name === "importFile" || name === "mapTables") return "open.stopped";
  return "job" in args ? "solve.stopped" : "open.stopped";
}

function refuse({ question: { task }, resolve }: Pending, code: RefusalCode): void {
  resolve({ ok: false, problems: [problemView(appProblem(code, task.name), task.args.lang)] });
}

function halt({ stop }: Pending["question"]): void {
  Atomics.store(new Int32Array(stop), 0, 1);
}

/** A thread kept alive between questions. One that dies fails what it was asked; the next question starts another. */
export class Thread {
  #worker: Worker | undefined;
  #pending = new Map<number, Pending>();
  /** What the thread knows of each model. */
  #known = new Map<string, ModelDocument>();
  #questions = 0;
  readonly #deadlineMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param deadlineMs after which a question that has not been answered ends the thread */
  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
  }

  /** Whether it computes for a model other than this one. */
  isBusyWithOthers(session: string): boolean {
    return [...this.#pending.values()].some(({ model }) => model?.id !== session);
  }

  ask(task: Task, model?: ModelState, onProgress?: Pending["onProgress"]): Work {
    this.#questions += 1;
    const question = {
      id: this.#questions,
      task,
      stop: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    };
    let asked: Pending | undefined;
    const reply = new Promise<Reply<unknown>>((resolve, reject) => {
      asked = { question, model, resolve, reject, onProgress };
      this.#put(asked);
    });
    return {
      reply,
      stop: () => halt(question),
      abandon: () => {
        if (asked !== undefined && this.#pending.has(question.id)) this.#giveUp(asked);
      },
    };
  }

  /** Starts the thread ahead of the first question. */
  warm(): void {
    if (this.#worker === undefined) this.#running().unref();
  }

  /** Lets go of a model; work for it is not finished, and keeps no other model waiting. */
  forget(session: string): void {
    const [atWork] = this.#pending.values();
    const its = [...this.#pending.values()].filter(({ model }) => model?.id === session);
    if (atWork !== undefined && its.includes(atWork)) {
      this.#restart(its, "session.unknown");
      return;
    }
    for (const one of its) this.#drop(one, "session.unknown");
    if (!this.#known.delete(session) || this.#worker === undefined) return;
    this.#send(this.#worker, { forget: session });
  }

  #giveUp(asked: Pending): void {
    const code = stoppedOf(asked.question.task);
    const [atWork] = this.#pending.values();
    if (asked === atWork) this.#restart([asked], code);
    else this.#drop(asked, code);
  }

  /** Lets go of a question that has not been begun. */
  #drop(waiting: Pending, code: RefusalCode): void {
    halt(waiting.question);
    this.#pending.delete(waiting.question.id);
    refuse(waiting, code);
  }

  #put(asked: Pending): void {
    const { question, model } = asked;
    const worker = this.#running();
    this.#pending.set(question.id, asked);
    worker.ref();
    const update = model && this.#updateFor(model);
    this.#send(worker, { ask: { ...question, ...(update === undefined ? {} : { model: update }) } });
  }

  /** Gives the question at work its time, from when the thread takes it up. */
  #watch(atWork: Pending): void {
    this.#timer = setTimeout(() => this.#restart([atWork], "limit.time"), this.#deadlineMs);
    this.#timer.unref();
  }

  /** Ends what cannot be stopped otherwise: some questions are refused, the others are asked again of another thread, which starts at once. */
  #restart(refused: readonly Pending[], code: RefusalCode): void {
    const worker = this.#worker;
    const others = [...this.#pending.values()].filter((one) => !refused.includes(one));
    this.#pending.clear();
    this.#lose(new Error("the computing thread was restarted"));
    void worker?.terminate();
    for (const one of refused) refuse(one, code);
    for (const one of others) this.#put(one);
    this.warm();
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#lose(new Error("the application was closed"));
    await worker?.terminate();
  }

  #send(worker: Worker, message: ToWorker): void {
    worker.postMessage(message);
  }

  #updateFor({ id, version, document }: ModelState): ModelUpdate {
    const known = this.#known.get(id);
    this.#known.set(id, document);
    if (known === undefined) return { session: id, version, document };
    return { session: id, version, changes: changesBetween(known, document) };
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(program(), { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    worker.on("message", (message: FromWorker) => {
      if (worker === this.#worker) this.#hear(message);
    });
    worker.on("error", (error: Error) => this.#lose(new ThreadLost(error), worker));
    worker.on("exit", (code) => this.#lose(new ThreadLost(`the computing thread ended with ${code}`), worker));
    this.#worker = worker;
    return worker;
  }

  #hear(message: FromWorker): void {
    const pending = this.#pending.get(message.id);
    if (pending === undefined) {
      // Nobody waits for it any more, and it may take long.
      if ("begun" in message) this.#restart([], "session.unknown");
      return;
    }
    if ("begun" in message) {
      this.#watch(pending);
      return;
    }
    if ("total" in message) {
      pending.onProgress?.(message.done, message.total, message.partial);
      return;
    }
    this.#pending.delete(message.id);
    clearTimeout(this.#timer);
    // An idle thread must not keep the program from ending.
    if (this.#pending.size === 0) this.#worker?.unref();
    if ("reply" in message) pending.resolve(message.reply);
    else pending.reject(new Error(message.error));
  }

  #lose(error: Error, worker = this.#worker): void {
    if (worker === undefined || worker !== this.#worker) return;
    this.#worker = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#known.clear();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(error);
  }
}
