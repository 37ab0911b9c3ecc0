import { prepareScenario } from "../../models/compile/prepare.ts";
import type { GraphShelf } from "../../models/compile/shelf.ts";
import { type Result, succeed } from "../../models/wording/problem.ts";
import { isStopped, refuse } from "../problems.ts";
import { AUDITED_TOTALS, auditOf } from "../review/audit.ts";
import { opinionOf } from "../review/opinion/text.ts";
import { remarkViews } from "../review/remarks.ts";
import { reviewStressOf } from "../review/stress.ts";
import type { AnalysedModel, Hooks } from "./analyses.ts";
import type { Task } from "./protocol.ts";

type ReviewTask = Extract<Task, { readonly name: "remarks" | "audit" | "reviewStress" | "opinion" }>;

export const isReviewing = (task: Task): task is ReviewTask =>
  ["remarks", "audit", "reviewStress", "opinion"].includes(task.name);

/** What a reviewer adds, beside the plan it is about. */
export function answerReview(
  { document, version }: AnalysedModel,
  task: ReviewTask,
  { onProgress, shouldStop }: Hooks,
  shelf: GraphShelf,
): Result<unknown> {
  const { scenario, lang } = task.args;
  if (task.name === "remarks") {
    const prepared = prepareScenario(document, scenario, shelf);
    return succeed(remarkViews(document, prepared.ok ? prepared.value : undefined, undefined, lang));
  }
  const hooks = { onProgress: (done: number, total: number) => onProgress(done, total), shouldStop };
  const question = { scenario, lang, of: task.name === "audit" ? AUDITED_TOTALS : [], ...hooks };
  try {
    if (task.name === "opinion") {
      const text = opinionOf(document, question, shelf);
      return text.ok ? succeed({ version, text: text.value }) : text;
    }
    if (task.name === "reviewStress") {
      const stress = reviewStressOf(document, question, shelf);
      return stress.ok ? succeed({ version, ...stress.value }) : stress;
    }
    const audit = auditOf(document, question, shelf);
    return audit.ok ? succeed({ version, ...audit.value }) : audit;
  } catch (error) {
    if (!isStopped(error)) throw error;
    return refuse("compare.stopped", task.args.job);
  }
}
