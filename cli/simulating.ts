import type { Lang, SimulationChecksView, SimulationView } from "../app/contract.ts";
import { Drawers } from "../app/workers/drawers.ts";
import type { SimulationQuestion } from "../models/analysis/simulate/question.ts";
import type { ModelDocument } from "../models/document/schema.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";

/** What the draws come to, and what the book of record says of some of them. */
export interface Told {
  readonly view: SimulationView;
  readonly checks: Pick<SimulationChecksView, "draws" | "conditions">;
}

interface Asked {
  readonly workers: number;
  readonly lang: Lang;
  readonly shouldStop: () => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

const LOOK_MS = 50;

/** The same simulation by several threads. Undefined where the time was over. */
export async function simulateInThreads(
  document: ModelDocument,
  { scenario = "base", draws, seed, of = [], until = [] }: SimulationQuestion,
  { workers, lang, shouldStop, onProgress }: Asked,
): Promise<Result<Told | undefined>> {
  const drawers = new Drawers(workers);
  const model = { id: "file", version: 1, document };
  const args = { job: "simulate", scenario, draws, seed, of, until, lang };
  const timer = setInterval(() => {
    if (shouldStop()) drawers.cancel(args.job);
  }, LOOK_MS);
  try {
    const reply = await drawers.simulate(args, model, ({ done, total }) => onProgress(done, total));
    if (!reply.ok) return shouldStop() ? succeed(undefined) : refused(reply.problems);
    const view = reply.value as SimulationView;
    const task = { name: "simulationChecks", args: { ...args, which: view.toCheck } } as const;
    const checked = await drawers.check(task, model, () => undefined);
    if (!checked.ok) return shouldStop() ? succeed(undefined) : refused(checked.problems);
    const { draws: checkedDraws, conditions } = checked.value as SimulationChecksView;
    return succeed({ view, checks: { draws: checkedDraws, conditions } });
  } finally {
    clearInterval(timer);
    await drawers.end();
  }
}

/** What the threads said is worded already. */
function refused(
  problems: Extract<Awaited<ReturnType<Drawers["simulate"]>>, { ok: false }>["problems"],
): Result<never> {
  return fail(
    ...problems.map(({ code, message, path, hint }) => ({
      code,
      message: { zh: message, en: message },
      path,
      ...(hint === undefined ? {} : { hint: { zh: hint, en: hint } }),
    })),
  );
}
