import { chinesePunctuation } from "../../models/wording/punctuation.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang } from "../contract.ts";

/** A text as it stands on paper: Chinese with Chinese punctuation. */
export const shown =
  (lang: Lang) =>
  (text: Text): string =>
    lang === "zh" ? chinesePunctuation(text.zh) : text.en;

/** The same in both languages. */
export const onPaper = ({ zh, en }: Text): Text => ({ zh: chinesePunctuation(zh), en });
