import { type Prepared, recordOf } from "../../compile/prepare.ts";
import { reasonOfCell } from "../../results/reason.ts";
import { resultsOf } from "../../results/results.ts";
import { REASONS, type ReasonWord } from "../../statements/indicators/reasons.ts";
import { reasonWords } from "../../statements/indicators/reasonWords.ts";
import type { Problem } from "../../wording/problem.ts";
import { figureOf, type Target } from "../target.ts";

/** There is nothing to analyse where a target has no value as the scenario stands: says why it has none. */
export function noValue(of: string, target: Target, prepared: Prepared): Problem {
  const reason = "cell" in target ? reasonOf(target.cell, prepared) : undefined;
  const why = reason && reasonWords(reason);
  const isOpen =
    reason?.kind === "missing" ||
    (reason?.kind === "none" && REASONS[reason.reason as ReasonWord]?.means === "incomplete");
  const hint = isOpen
    ? { zh: "先补齐该指标所需的输入,或换一个指标", en: "enter what the indicator needs first, or take another one" }
    : { zh: "换一个指标,或换一个方案", en: "take another indicator, or another scenario" };
  return {
    code: "levers.no_value",
    message: {
      zh: `“${of}”在该方案下没有数值,无从分析${why === undefined ? "" : `:${why.zh}`}`,
      en: `“${of}” has no value in this scenario: there is nothing to analyse${why === undefined ? "" : ` (${why.en})`}`,
    },
    path: "of",
    hint: (reason?.kind === "missing" ? reason.problem.hint : undefined) ?? hint,
  };
}

function reasonOf(cell: string, prepared: Prepared) {
  const figure = figureOf(cell, prepared, "of");
  return figure.ok ? reasonOfCell(resultsOf(recordOf(prepared), prepared.frame), figure.value.cell) : undefined;
}
