import type { Reason } from "../../results/reason.ts";
import type { Text } from "../../wording/text.ts";
import { NO_ANSWER, REASONS, type ReasonWord } from "./reasons.ts";

const BY_NATURE: Text = { zh: "此处按其性质没有数值", en: "by its nature there is no value here" };

/** Why a cell has no value, in words. */
export function reasonWords(reason: Reason): Text {
  if (reason.kind === "missing") return reason.problem.message;
  const words: Text = reason.kind === "noAnswer" ? NO_ANSWER[reason.code] : (REASONS[reason.reason as ReasonWord] ?? BY_NATURE);
  return { zh: words.zh, en: words.en };
}
