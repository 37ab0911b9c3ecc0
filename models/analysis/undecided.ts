import { statedOf } from "../checks/stated.ts";
import type { Prepared } from "../compile/prepare.ts";
import type { Problem } from "../wording/problem.ts";
import type { Target } from "./target.ts";

/**
 * Why there is nothing to look for in a verdict: it is not decided as the scenario stands. Undefined where it is decided, and of targets that are no verdicts.
 * @param path names who asks
 */
export function undecidedProblem(target: Target, prepared: Prepared, path: string): Problem | undefined {
  if (!("verdict" in target)) return undefined;
  const { verdicts } = statedOf(prepared, prepared.kernel().run(prepared.bindings));
  const found = verdicts.find(({ id }) => id === target.verdict);
  if (found === undefined || found.pass !== null) return undefined;
  const { id, title, message } = found;
  return {
    code: "solve.undecided",
    message: {
      zh: `结论 ${id} ${title.zh}在该情景下不判定:${message.zh}`,
      en: `verdict ${id}, ${title.en}, is not decided in this scenario: ${message.en}`,
    },
    path,
    hint: {
      zh: "先补齐它所需的输入,或换一个目标",
      en: "enter what it needs first, or take another target",
    },
  };
}
