// The thread that computes: it keeps the models it was asked about, so that an edit costs what it changed.
import { parentPort } from "node:worker_threads";
import { loadSolver, type Solver } from "../../models/analysis/solver/solver.ts";
import { Desk } from "./desk.ts";
import type { FromWorker, Question, ToWorker } from "./protocol.ts";

if (parentPort === null) throw new Error("model.worker runs as a thread of the application");
const port = parentPort;
const desk = new Desk();
/** Questions that choose among many numbers at once. */
const NEEDS_SOLVER: ReadonlySet<string> = new Set(["advise", "starts"]);
const post = (message: FromWorker): void => port.postMessage(message);

port.on("message", (message: ToWorker) => {
  if ("forget" in message) {
    desk.forget(message.forget);
    return;
  }
  const { ask } = message;
  post({ id: ask.id, begun: true });
  if (!NEEDS_SOLVER.has(ask.task.name)) answer(ask);
  else
    loadSolver().then(
      (solver) => answer(ask, solver),
      (error: unknown) => fail(ask, error),
    );
});

function answer(ask: Question, solver?: Solver): void {
  const { id, stop } = ask;
  const flag = new Int32Array(stop);
  try {
    const reply = desk.answer(ask, {
      onProgress: (done, total, partial) => post({ id, done, total, ...(partial === undefined ? {} : { partial }) }),
      shouldStop: () => Atomics.load(flag, 0) === 1,
      ...(solver === undefined ? {} : { solver }),
    });
    if (reply instanceof Promise)
      reply.then(
        (later) => post({ id, reply: later }),
        (error: unknown) => fail(ask, error),
      );
    else post({ id, reply });
  } catch (error) {
    fail(ask, error);
  }
}

function fail({ id }: Question, error: unknown): void {
  post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
