import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { commandLine } from "../../cli/setup/build.mjs";
import { city } from "../support/city/city.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const MODELS = 24;
const WORKERS = [1, 2] as const;
const MS_IN_S = 1000;
const MB = 1e6;

interface Measured {
  readonly seconds: number;
  readonly answers: number;
}

/** Jobs through one process of the command line. */
async function through(program: string, workers: number, jobs: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, "batch", "--workers", String(workers)], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(jobs.map((job) => `${job}\n`).join(""));
  let answers = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if ((JSON.parse(line) as { exit: number }).exit !== 0) throw new Error(line.slice(0, 300));
    answers += 1;
  }
  return { seconds: (performance.now() - start) / MS_IN_S, answers };
}

/** A generated city through `batch`: models per second and worker, against a process for each model. */
export async function runBatchBench(): Promise<void> {
  const program = await commandLine(process.execPath);
  const jobs: string[] = [];
  for await (const { id, document } of city(MODELS)) jobs.push(JSON.stringify({ id, command: "evaluate", document }));
  // The first call compiles the program and keeps what it compiled.
  await through(program, 1, jobs.slice(0, 1));
  const alone = { seconds: 0, answers: 0 };
  for (const job of jobs.slice(0, MODELS / 4)) {
    const { seconds, answers } = await through(program, 1, [job]);
    alone.seconds += seconds;
    alone.answers += answers;
  }
  const each = alone.answers / alone.seconds;
  const rows: Record<string, Record<string, string>> = {
    "a process a model": { "models / (s · worker)": each.toFixed(2), ratio: "1.00" },
  };
  for (const workers of WORKERS) {
    const { seconds, answers } = await through(program, workers, jobs);
    const rate = answers / seconds / workers;
    rows[`batch, ${workers} worker${workers > 1 ? "s" : ""}`] = {
      "models / (s · worker)": rate.toFixed(2),
      ratio: (rate / each).toFixed(2),
    };
  }
  const bytes = jobs.reduce((sum, job) => sum + job.length, 0);
  console.log(
    `batch: evaluate by the book of record with review, ${MODELS} communities, ${(bytes / MB).toFixed(1)} MB of jobs`,
  );
  console.table(rows);
}
