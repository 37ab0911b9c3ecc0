import type { Task } from "./protocol.ts";
import { type ModelState, Thread, type Work } from "./thread.ts";

/** So many models compute side by side; a desk has few cores, and each thread its memory. */
const LANES_MAX = 4;
/** Longer than any honest question takes. */
const DEADLINE_MS = 60_000;

/**
 * Threads of one kind. A model keeps the thread that knows it; where that one is busy with another model it goes to a free one, so that no model waits for
 * another's work. One model alone needs one thread.
 */
export class Lanes {
  readonly #lanes: Thread[];
  readonly #deadlineMs: number;
  readonly #homes = new Map<string, Thread>();

  constructor(deadlineMs = DEADLINE_MS) {
    this.#deadlineMs = deadlineMs;
    this.#lanes = [new Thread(deadlineMs)];
  }

  /** Starts a thread ahead of the first question. */
  warm(): void {
    this.#lanes[0]?.warm();
  }

  ask(task: Task, model?: ModelState, onProgress?: (done: number, total: number) => void): Work {
    return this.#laneOf(model?.id ?? "").ask(task, model, onProgress);
  }

  #laneOf(session: string): Thread {
    const home = this.#homes.get(session) ?? this.#lanes[0];
    if (home !== undefined && !home.isBusyWithOthers(session)) return this.#settle(session, home);
    const free = this.#lanes.find((lane) => !lane.isBusyWithOthers(session));
    if (free !== undefined) return this.#settle(session, free);
    if (this.#lanes.length < LANES_MAX) {
      const lane = new Thread(this.#deadlineMs);
      this.#lanes.push(lane);
      return this.#settle(session, lane);
    }
    return home as Thread;
  }

  #settle(session: string, lane: Thread): Thread {
    const before = this.#homes.get(session);
    if (before !== lane) before?.forget(session);
    this.#homes.set(session, lane);
    return lane;
  }

  forget(session: string): void {
    this.#homes.delete(session);
    for (const lane of this.#lanes) lane.forget(session);
  }

  async end(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.end()));
  }
}
