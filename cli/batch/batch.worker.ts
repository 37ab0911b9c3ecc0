// The thread that does jobs of `batch`, one after the other.
import { parentPort, workerData } from "node:worker_threads";
import { BatchDesk, type BatchTerms } from "./desk.ts";
import type { FromJobThread, ToJobThread } from "./thread.ts";

if (parentPort === null) throw new Error("batch.worker runs as a thread of the command line");
const port = parentPort;
const desk = new BatchDesk(workerData as BatchTerms);
const post = (message: FromJobThread): void => port.postMessage(message);

port.on("message", async ({ number, bytes }: ToJobThread) => post({ answer: await desk.answer(number, bytes) }));
post({ ready: true });
