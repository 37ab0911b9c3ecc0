import type { Lang } from "../../app/contract.ts";
import { shown } from "../../app/log.ts";
import { problemViews } from "../../app/wording.ts";
import type { Problem } from "../../models/wording/problem.ts";
import type { Said } from "../output.ts";
import type { JobId } from "./job.ts";

/** One line of output, and the status in it. */
export interface Answer {
  readonly text: string;
  readonly exit: number;
}

/** What a command said: its value, or the first thing that was wrong. What it would write on stderr beside a value comes along. */
export function answerOf(id: JobId, exit: number, { json, problems, notes }: Said, lang: Lang): Answer {
  if (json === undefined) return errorAnswer({ id }, exit, problems, lang);
  const beside = [
    ...(problems.length === 0 ? [] : [`"problems":${JSON.stringify(problemViews(problems, lang))}`]),
    ...(notes.length === 0 ? [] : [`"notes":${JSON.stringify(notes)}`]),
  ];
  const parts = [`"id":${JSON.stringify(id)}`, `"exit":${exit}`, `"result":${json}`, ...beside.map(shown)];
  return { text: `{${parts.join(",")}}`, exit };
}

/** Whose answer it is: a job's by its id, that of a line which is no job by its number as well. */
export interface Whose {
  readonly id: JobId | null;
  readonly line?: number;
}

/** The answer to what could not be done. */
export function errorAnswer(whose: Whose, exit: number, problems: readonly Problem[], lang: Lang): Answer {
  const [first, ...others] = problemViews(problems, lang);
  const error = { ...first, ...(others.length === 0 ? {} : { others }) };
  return { text: shown(JSON.stringify({ ...whose, exit, error })), exit };
}
