import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { parseJsonLine } from "../../app/files/parse.ts";
import { logText } from "../../app/log.ts";
import { appProblem } from "../../app/problems.ts";
import { Exit } from "../output.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import type { BatchTerms } from "./desk.ts";
import { idOf } from "./job.ts";

/** What is sent to a thread: one line. */
export interface ToJobThread {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** What comes back: once that it is ready, then an answer a line. */
export type FromJobThread = { readonly ready: true } | { readonly answer: Answer };

const program = (): URL =>
  new URL(import.meta.url.endsWith(".ts") ? "./batch.worker.ts" : "./batch.worker.js", import.meta.url);

/** Room for the largest models with some to spare; what needs more ends its own thread and no other. */
const HEAP_MB = 1536;
/** Much of what a job makes is soon thrown away; a larger space for it is only memory. */
const YOUNG_MB = 16;
const MS_IN_S = 1000;
/** A job sees its limit itself; one that does not look up is ended this much later. */
const GRACE_MS = 2000;

type Ended = "limit.time" | "limit.memory" | "internal";

/** A thread that answers one line at a time. One that dies answers for the job it died of; the next line starts another. */
export class JobThread {
  readonly #terms: BatchTerms;
  readonly #deadlineMs: number;
  #worker: Worker | undefined;

  constructor(terms: BatchTerms, graceMs = GRACE_MS) {
    this.#terms = terms;
    this.#deadlineMs = terms.limitS * MS_IN_S + graceMs;
  }

  async answer({ number, bytes }: ToJobThread): Promise<Answer> {
    this.#worker ??= await started(this.#terms);
    const outcome = await this.#ask(this.#worker, { number, bytes });
    if (typeof outcome !== "string") return outcome;
    await this.end();
    return this.#fallen(outcome, { number, bytes });
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #ask(worker: Worker, line: ToJobThread): Promise<Answer | Ended> {
    const { promise, resolve } = Promise.withResolvers<Answer | Ended>();
    const heard = (message: FromJobThread): void => {
      if ("answer" in message) resolve(message.answer);
    };
    const failed = (error: NodeJS.ErrnoException): void => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      if (!isMemory) process.stderr.write(`${logText(error)}\n`);
      resolve(isMemory ? "limit.memory" : "internal");
    };
    const ended = (): void => resolve("internal");
    const timer = setTimeout(() => resolve("limit.time"), this.#deadlineMs);
    worker.on("message", heard).on("error", failed).on("exit", ended);
    worker.postMessage(line);
    return promise.finally(() => {
      clearTimeout(timer);
      worker.off("message", heard).off("error", failed).off("exit", ended);
      // A thread that is being ended may still report; nobody waits for it.
      if (worker.listenerCount("error") === 0) worker.on("error", () => undefined);
    });
  }

  /** The answer for a job whose thread is gone: only its id and command are read again. */
  #fallen(code: Ended, { number, bytes }: ToJobThread): Answer {
    const read = parseJsonLine(bytes, number);
    const value = read.ok ? read.value : undefined;
    const { command } = (value ?? {}) as { readonly command?: unknown };
    const problem = appProblem(code, typeof command === "string" ? command : "");
    return errorAnswer(
      { id: idOf(value) },
      code === "internal" ? Exit.ourBug : Exit.limit,
      [problem],
      this.#terms.lang,
    );
  }
}

async function started(terms: BatchTerms): Promise<Worker> {
  const worker = new Worker(program(), {
    workerData: terms,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  await once(worker, "message");
  return worker;
}
