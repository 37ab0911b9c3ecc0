import { availableParallelism } from "node:os";
import { blocksIn } from "../../models/analysis/simulate/drawing.ts";
import type { ProgressEvent, Reply, SimulationChecksView } from "../contract.ts";
import { togetherOf } from "../model/simulate.ts";
import type { DrawArgs, SimulationTask } from "./protocol.ts";
import { SharedRows } from "./sharedRows.ts";
import { type ModelState, Thread, type Work } from "./thread.ts";

/** More threads than this gain little: what a machine of that size has else to do suffers. */
const THREADS_MAX = 8;
/** A simulation may take longer than anything else. */
const DEADLINE_MS = 600_000;

/** The job that opens what has not been asked yet. */
const PREPARING = "preparing";

export const drawersHere = (): number => Math.max(1, Math.min(THREADS_MAX, availableParallelism()));

interface Running {
  readonly works: Set<Work>;
  stopped: boolean;
}

type Tell = (event: ProgressEvent) => void;

/** Threads that draw together. What they come to does not hang on how many there are, nor on which of them drew what. */
export class Drawers {
  readonly #threads: readonly Thread[];
  readonly #running = new Map<string, Running>();

  constructor(count = drawersHere()) {
    this.#threads = Array.from({ length: count }, () => new Thread(DEADLINE_MS));
  }

  /** What could be uncertain; the other threads read the model meanwhile and open the usual question, so that all are ready to draw. */
  async suggestions(
    task: Extract<SimulationTask, { name: "suggestions" }>,
    model: ModelState | undefined,
  ): Promise<Reply<unknown>> {
    const replies = this.#threads.map((thread) => thread.ask(task, model).reply);
    const args = { ...task.args, job: PREPARING, draws: 1, seed: 0, of: [], until: [] };
    void this.#working(PREPARING, async (work) => {
      // Whether it can be drawn, and that a thread died, is said to whoever asks for draws.
      await Promise.allSettled(this.#threads.map((thread) => work(thread.ask({ name: "drawOpen", args }, model))));
      return { ok: true, value: undefined };
    });
    const [reply] = await Promise.all(replies);
    return reply as Reply<unknown>;
  }

  async simulate(args: DrawArgs, model: ModelState, tell: Tell): Promise<Reply<unknown>> {
    const { job, draws } = args;
    return this.#working(job, async (work) => {
      const opened = await Promise.all(
        this.#threads.map((thread) => work(thread.ask({ name: "drawOpen", args }, model))),
      );
      const refused = opened.find((reply) => !reply.ok);
      if (refused !== undefined) return refused;
      const { width } = (opened[0] as { readonly value: { readonly width: number } }).value;
      const shared = SharedRows.of(blocksIn(draws), draws * width).buffer;
      const drawn = await Promise.all(
        this.#threads.map((thread, i) =>
          work(
            thread.ask({ name: "draw", args: { ...args, shared, leads: i === 0 } }, model, (done, total, partial) =>
              tell({ job, done, total, ...(partial === undefined ? {} : { partial }) }),
            ),
          ),
        ),
      );
      const stopped = drawn.find((reply) => !reply.ok);
      return (
        stopped ?? work((this.#threads[0] as Thread).ask({ name: "drawAnswer", args: { ...args, shared } }, model))
      );
    });
  }

  /** Each thread looks at some of the draws. */
  async check(
    { name, args }: Extract<SimulationTask, { name: "simulationChecks" }>,
    model: ModelState | undefined,
    tell: Tell,
  ): Promise<Reply<unknown>> {
    const { job, which } = args;
    const count = Math.max(1, Math.min(this.#threads.length, which.length));
    const far = Array.from({ length: count }, () => ({ done: 0, total: 0 }));
    const tellAll = (): void => {
      const sum = (of: "done" | "total") => far.reduce((so, one) => so + one[of], 0);
      tell({ job, done: sum("done"), total: sum("total") });
    };
    return this.#working(job, async (work) => {
      const replies = await Promise.all(
        this.#threads.slice(0, count).map((thread, t) => {
          const task = { name, args: { ...args, which: which.filter((_, i) => i % count === t) } } as const;
          return work(
            thread.ask(task, model, (done, total) => {
              far[t] = { done, total };
              tellAll();
            }),
          );
        }),
      );
      const refused = replies.find((reply) => !reply.ok);
      if (refused !== undefined) return refused;
      const views = replies.map((reply) => (reply as { readonly value: SimulationChecksView }).value);
      return { ok: true, value: { ...views[0], ...togetherOf(views) } };
    });
  }

  /** Whether there was such work to stop. */
  cancel(job: string): boolean {
    const running = this.#running.get(job);
    if (running === undefined) return false;
    running.stopped = true;
    for (const work of running.works) work.stop();
    return true;
  }

  forget(session: string): void {
    for (const thread of this.#threads) thread.forget(session);
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  /** Keeps what is under way for a job, so that it can be stopped; a new job of the same name stops the one before. */
  async #working(
    job: string,
    run: (work: (started: Work) => Promise<Reply<unknown>>) => Promise<Reply<unknown>>,
  ): Promise<Reply<unknown>> {
    this.cancel(job);
    const running: Running = { works: new Set(), stopped: false };
    this.#running.set(job, running);
    try {
      return await run((started) => {
        running.works.add(started);
        if (running.stopped) started.stop();
        return started.reply.finally(() => running.works.delete(started));
      });
    } finally {
      if (this.#running.get(job) === running) this.#running.delete(job);
    }
  }
}
