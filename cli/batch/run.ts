import { once } from "node:events";
import type { Writable } from "node:stream";
import { JSON_BYTES_MAX } from "../../app/files/read.ts";
import { Exit } from "../output.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import type { BatchTerms } from "./desk.ts";
import { idOnLine, type JobId, jobProblem } from "./job.ts";
import { type Line, linesOf } from "./lines.ts";
import { JobThread } from "./thread.ts";

export interface BatchRun {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Writable;
  readonly terms: BatchTerms;
  readonly workers: number;
  /** Ends the run: no further line is taken, and jobs at work are left without an answer. */
  readonly stop: AbortSignal;
  /** Bytes a line may have. */
  readonly lineMax?: number;
}

/** How far a run came. */
export interface Tally {
  answered: number;
  /** Jobs that were not computed: a status other than those of an answer. */
  failed: number;
}

/** A line of JSON holds a document of the largest size and the words around it. */
const LINE_BYTES_MAX = JSON_BYTES_MAX;

/**
 * Answers every line of the input with a line of output, in the order in which they are done. Each thread takes a line when its last answer has been taken,
 * so that nothing piles up, however long the input.
 */
export async function runBatch(run: BatchRun): Promise<Tally> {
  const { input, terms, workers, stop, lineMax = LINE_BYTES_MAX } = run;
  const tally: Tally = { answered: 0, failed: 0 };
  const lines = numbered(linesOf(input, lineMax));
  const threads = Array.from({ length: workers }, () => new JobThread(terms));
  const stopped = stop.aborted ? Promise.resolve() : once(stop, "abort");
  try {
    await Promise.race([Promise.all(threads.map((thread) => work(thread, lines, run, tally))), stopped]);
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  return tally;
}

/** A line to be done, unless its id is that of an earlier one. */
interface Taken extends Line {
  readonly repeats?: JobId;
}

/** Lines in their order, with the ids that were there before: which of two jobs is refused must not depend on which is done first. */
async function* numbered(lines: AsyncGenerator<Line>): AsyncGenerator<Taken> {
  const ids = new Set<JobId>();
  for await (const line of lines) {
    const id = line.bytes === undefined ? null : idOnLine(line.bytes);
    if (id !== null && ids.has(id)) yield { number: line.number, repeats: id };
    else yield line;
    if (id !== null) ids.add(id);
  }
}

async function work(thread: JobThread, lines: AsyncGenerator<Taken>, run: BatchRun, tally: Tally): Promise<void> {
  for await (const line of shared(lines)) {
    const answer = await answerTo(line, thread, run);
    if (run.stop.aborted) return;
    tally.answered += 1;
    if (answer.exit > Exit.unmet) tally.failed += 1;
    if (!run.output.write(`${answer.text}\n`)) await once(run.output, "drain");
  }
}

/** The same lines for several who take turns: one that leaves does not close them for the others. */
function shared(lines: AsyncGenerator<Taken>): AsyncIterable<Taken> {
  return { [Symbol.asyncIterator]: () => ({ next: () => lines.next() }) };
}

async function answerTo({ number, bytes, repeats }: Taken, thread: JobThread, { terms }: BatchRun): Promise<Answer> {
  if (bytes !== undefined) return thread.answer({ number, bytes });
  const problem = repeats === undefined ? jobProblem("too_long", `${number}`) : jobProblem("id_taken", "id");
  return errorAnswer({ id: repeats ?? null, line: number }, Exit.badCall, [problem], terms.lang);
}
