import { availableParallelism } from "node:os";
import { appProblem } from "../../app/problems.ts";
import type { Arguments, Command } from "../arguments.ts";
import { runBatch, type Tally } from "../batch/run.ts";
import { Exit, printError, printProblems } from "../output.ts";

const WORKERS_MAX = 256;
/** What a shell makes of a program that a signal ended. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Jobs as lines of JSON: what the map step of another engine pipes through. */
export const batch: Command = {
  takes: "batch [--workers N] [--time-limit S] < JOBS > ANSWERS",
  does: {
    zh: "批量:标准输入每行一项 JSON 作业,标准输出每行一项答复,先完成先答复,以 id 对应",
    en: "many jobs: a JSON job a line on stdin, its answer a line on stdout, in any order with its id",
  },
  words: [0, 0],
  job: "never",
  options: {
    workers: { zh: "计算线程数,不写为处理器数", en: "threads that compute; as many as processors when left out" },
  },
  examples: ["batch < jobs.jsonl > answers.jsonl", "batch --workers 1 --time-limit 20 < jobs.jsonl"],
  exits: {
    1: { zh: "有作业未能计算,见各行的 exit 与 error", en: "a job was not computed: see exit and error of the answers" },
    130: { zh: "被中断,已写出的答复都完整", en: "interrupted; every answer written is whole" },
  },
  run: async (args) => {
    const workers = Number(args.option("workers") ?? availableParallelism());
    if (!Number.isInteger(workers) || workers < 1 || workers > WORKERS_MAX)
      return printProblems([appProblem("batch.workers", "--workers", args.option("workers"))], args.lang);
    const stop = new AbortController();
    let status: number | undefined;
    for (const [signal, code] of Object.entries(SIGNALS))
      process.on(signal, () => {
        status = code;
        stop.abort();
      });
    const terms = { lang: args.lang, limitS: args.limitS };
    const tally = await runBatch({ input: process.stdin, output: process.stdout, terms, workers, stop: stop.signal });
    if (status !== undefined) process.stdin.destroy();
    say(tally, status !== undefined, args);
    return status ?? (tally.failed > 0 ? Exit.unmet : Exit.done);
  },
};

/** On stderr, where something did not go as asked. */
function say({ answered, failed }: Tally, interrupted: boolean, { lang }: Arguments): void {
  const zh = `${interrupted ? "已中断:" : ""}答复 ${answered} 项,其中 ${failed} 项未能计算`;
  const en = `${interrupted ? "interrupted: " : ""}${answered} answers, ${failed} of them not computed`;
  if (interrupted || failed > 0) printError(lang === "zh" ? zh : en);
}
