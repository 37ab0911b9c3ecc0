// The thread that computes: it keeps the models it was asked about, so that an edit costs what it changed.
import { parentPort } from "node:worker_threads";
import { Desk } from "./desk.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

if (parentPort === null) throw new Error("model.worker runs as a thread of the application");
const port = parentPort;
const desk = new Desk();
const post = (message: FromWorker): void => port.postMessage(message);

port.on("message", (message: ToWorker) => {
  if ("forget" in message) {
    desk.forget(message.forget);
    return;
  }
  const { id, stop } = message.ask;
  const flag = new Int32Array(stop);
  post({ id, begun: true });
  try {
    const reply = desk.answer(message.ask, {
      onProgress: (done, total, partial) => post({ id, done, total, ...(partial === undefined ? {} : { partial }) }),
      shouldStop: () => Atomics.load(flag, 0) === 1,
    });
    post({ id, reply });
  } catch (error) {
    post({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
