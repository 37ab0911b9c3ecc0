import type { GraphShelf } from "../../models/compile/shelf.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import { parseSource } from "../files/parse.ts";
import { isStopped, refuse } from "../problems.ts";
import { diffOf } from "../revisions/diff.ts";
import { verifyStored } from "../revisions/verify.ts";
import { diffView, verificationView } from "../revisions/views.ts";
import type { AnalysedModel, Hooks } from "./analyses.ts";
import type { Side, Task } from "./protocol.ts";

type HistoryTask = Extract<Task, { readonly name: "diff" | "verify" }>;

export const isHistory = (task: Task): task is HistoryTask => task.name === "diff" || task.name === "verify";

/** Revisions compared and proven, by the book of record. */
export function answerHistory(
  model: AnalysedModel,
  task: HistoryTask,
  { onProgress, shouldStop }: Hooks,
  shelf: GraphShelf,
): Result<unknown> {
  const hooks = { onProgress: (done: number, total: number) => onProgress(done, total), shouldStop };
  try {
    return task.name === "diff" ? diffIn(model, task.args, hooks, shelf) : verifyIn(task.args, hooks, shelf);
  } catch (error) {
    if (!isStopped(error)) throw error;
    return refuse(task.name === "diff" ? "compare.stopped" : "verify.stopped", task.args.job);
  }
}

type Heard = Pick<Hooks, "onProgress" | "shouldStop">;
type DiffArgs = Extract<Task, { readonly name: "diff" }>["args"];
type VerifyArgs = Extract<Task, { readonly name: "verify" }>["args"];

function diffIn(model: AnalysedModel, { from, to, lang }: DiffArgs, hooks: Heard, shelf: GraphShelf) {
  const [before, after] = [documentOf(model, from), documentOf(model, to)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const [own, other] = [
    { name: from.name, document: before.value },
    // Two states of one plan need names of their own.
    { name: to.name === from.name ? `${to.name} ` : to.name, document: after.value },
  ];
  const diff = diffOf(own, other, { of: [], engine: "record", lang, ...hooks }, shelf);
  return diff.ok ? succeed(diffView(diff.value, lang)) : diff;
}

function documentOf(model: AnalysedModel, { source }: Side): Result<ModelDocument> {
  if (source === null) return succeed(model.document);
  const parsed = parseSource(source);
  return parsed.ok ? succeed(parsed.value.document) : fail(...parsed.problems);
}

function verifyIn({ stored, path, against, lang }: VerifyArgs, hooks: Heard, shelf: GraphShelf) {
  const labels = new Map<string, { readonly zh: string; readonly en: string }>();
  const verified = verifyStored(stored, path, against, { shelf, labels, ...hooks });
  return verified.ok ? succeed(verificationView(verified.value, (line) => labels.get(line), lang)) : verified;
}
