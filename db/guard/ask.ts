import { fileURLToPath } from "node:url";
import { fileProblem } from "../../models/wording/file.ts";
import { fail, type Result } from "../../models/wording/problem.ts";
import type { StoredModel } from "../stored.ts";
import { type LaunchGuard, launchByFork } from "./launch.ts";
import { answerIn, attachmentIn, type GuardRequest } from "./protocol.ts";

export interface GuardOptions {
  readonly launch?: LaunchGuard;
  /** How long reading may take before the process is killed; milliseconds. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 20_000;

/** The reader's program file: TypeScript beside this module, or the built file in the bundle's folder. */
const program = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "./reader.process.ts" : "./reader.process.js", import.meta.url),
);

/**
 * Has a file read by a process of its own, so that neither a crash nor an endless loop inside SQLite can harm the
 * product. A thread would not do: one that is stuck in SQLite cannot be ended.
 */
export function askGuard(request: GuardRequest, options: GuardOptions = {}): Promise<Result<StoredModel>> {
  return ask(request, answerIn, options);
}

/** The bytes of one attachment, read under the same guard. */
export function askAttachment(
  request: Pick<GuardRequest, "path" | "bytes"> & { readonly attachment: string },
  options: GuardOptions = {},
): Promise<Result<Uint8Array>> {
  return ask({ ...request, revision: null, whole: false }, attachmentIn, options);
}

function ask<T>(
  request: GuardRequest,
  read: (message: unknown) => Result<T> | undefined,
  options: GuardOptions,
): Promise<Result<T>> {
  const { launch = launchByFork, timeoutMs = defaultTimeoutMs } = options;
  return new Promise((resolve) => {
    const child = launch(program);
    const finish = (result: Result<T>): void => {
      clearTimeout(timer);
      child.kill();
      resolve(result);
    };
    const ended = (detail: string): void => finish(fail(fileProblem("reader_ended", { detail }, request.path)));
    const timer = setTimeout(() => {
      finish(fail(fileProblem("timeout", { seconds: Math.ceil(timeoutMs / 1000) }, request.path)));
    }, timeoutMs);
    child.onExit(ended);
    child.onMessage((message) => finish(read(message) ?? fail(unreadable(request.path))));
    child.send(request);
  });
}

function unreadable(path: string) {
  return fileProblem("reader_ended", { detail: "answer of the wrong shape" }, path);
}
