import { PassThrough, Readable } from "node:stream";
import { runBatch, type Tally } from "../../../cli/batch/run.ts";

export interface Answered {
  readonly id: string | number | null;
  readonly line?: number;
  readonly exit: number;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string; readonly path: string };
  readonly notes?: readonly string[];
}

export interface Ran {
  readonly lines: readonly string[];
  readonly answers: readonly Answered[];
  readonly tally: Tally;
}

/** Runs jobs, each a value or the text of a line, through threads of their own. */
export async function answersTo(
  jobs: readonly unknown[],
  options: { readonly workers?: number; readonly limitS?: number } = {},
): Promise<Ran> {
  const { workers = 1, limitS = 60 } = options;
  const text = jobs.map((job) => `${typeof job === "string" ? job : JSON.stringify(job)}\n`).join("");
  const output = new PassThrough({ highWaterMark: 1 << 26 });
  const tally = await runBatch({
    input: Readable.from([Buffer.from(text)]),
    output,
    terms: { lang: "zh", limitS },
    workers,
    stop: new AbortController().signal,
  });
  const lines = String(output.read() ?? "")
    .split("\n")
    .slice(0, -1);
  return { lines, answers: lines.map((line) => JSON.parse(line) as Answered), tally };
}

export const example = (id: string): string => `examples/${id}.json`;
