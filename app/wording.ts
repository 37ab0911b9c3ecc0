import type { Problem, Result } from "../models/wording/problem.ts";
import type { Lang, ProblemView, Reply } from "./contract.ts";
import { shown } from "./model/shown.ts";

/** A problem in one language. */
export function problemView(problem: Problem, lang: Lang): ProblemView {
  const { code, message, path, hint, confirms } = problem;
  const set = shown(lang);
  return {
    code,
    message: set(message),
    path,
    ...(hint === undefined ? {} : { hint: set(hint) }),
    ...(confirms === undefined ? {} : { confirms }),
  };
}

export function problemViews(problems: readonly Problem[], lang: Lang): readonly ProblemView[] {
  return problems.map((problem) => problemView(problem, lang));
}

/** A result as a reply, in the language of the call. */
export const replyOf = <T>(result: Result<T>, lang: Lang): Reply<T> =>
  result.ok ? result : { ok: false, problems: problemViews(result.problems, lang) };

/** A problem that was worded for one language already, as a thread answers it. */
export function unviewed({ code, message, path, hint }: ProblemView): Problem {
  const both = (text: string) => ({ zh: text, en: text });
  return { code, message: both(message), path, ...(hint === undefined ? {} : { hint: both(hint) }) };
}
