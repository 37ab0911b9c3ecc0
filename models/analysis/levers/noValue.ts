import type { Prepared } from "../../compile/prepare.ts";
import { REASONS, type ReasonWord } from "../../statements/indicators/reasons.ts";
import { reasonWords } from "../../statements/indicators/reasonWords.ts";
import type { Problem } from "../../wording/problem.ts";
import { reasonNow } from "../reasonNow.ts";
import type { Target } from "../target.ts";

/** There is nothing to analyse where a target has no value as the scenario stands: says why it has none. */
export function noValue(of: string, target: Target, prepared: Prepared): Problem {
  const reason = "cell" in target ? reasonNow(target.cell, prepared, "of") : undefined;
  const why = reason && reasonWords(reason);
  const isOpen =
    reason?.kind === "missing" ||
    (reason?.kind === "none" && REASONS[reason.reason as ReasonWord]?.means === "incomplete");
  const hint = isOpen
    ? { zh: "先补齐该指标所需的输入,或换一个指标", en: "enter what the indicator needs first, or take another one" }
    : { zh: "换一个指标,或换一个情景", en: "take another indicator, or another scenario" };
  return {
    code: "levers.no_value",
    message: {
      zh: `“${of}”在该情景下没有数值,无从分析${why === undefined ? "" : `:${why.zh}`}`,
      en: `“${of}” has no value in this scenario: there is nothing to analyse${why === undefined ? "" : ` (${why.en})`}`,
    },
    path: "of",
    hint: (reason?.kind === "missing" ? reason.problem.hint : undefined) ?? hint,
  };
}
