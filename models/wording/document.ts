import { documentWording as en, documentWords as enWords } from "./en/document.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import type { Text } from "./text.ts";
import {
  type DocumentCode,
  type DocumentWord,
  documentWording as zh,
  documentWords as zhWords,
} from "./zh/document.ts";

/** Something put into a message: a number or an id reads the same in both languages, a label does not. */
export type Argument = string | number | Text;
export type Arguments = Readonly<Record<string, Argument>>;

const VALUE_LENGTH_MAX = 120;
const OPTIONS_SHOWN_MAX = 12;

/** Puts arguments into `{name}` places. Long values are cut, since a message must stay readable whatever a document holds. */
export function fill(template: string, args: Arguments, lang: keyof Text): string {
  return template.replace(/\{([a-z]+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) throw new Error(`wording needs an argument ${place}: ${template}`);
    const text = typeof value === "object" ? value[lang] : String(value);
    return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
  });
}

/** A problem of the document with its wording in both languages; `path` is a document path. */
export function documentProblem(code: DocumentCode, path: string, args: Arguments): Problem {
  const [zhMessage, zhHint]: readonly [string, string] = zh[code];
  const [enMessage, enHint] = en[code];
  const message: Text = { zh: fill(zhMessage, args, "zh"), en: fill(enMessage, args, "en") };
  const subject = args["input"];
  const about = typeof subject === "object" ? { subject } : {};
  if (zhHint === "") return { code, message, path, ...about };
  return { code, message, path, hint: { zh: fill(zhHint, args, "zh"), en: fill(enHint, args, "en") }, ...about };
}

/** A word that messages are put together from. */
export function documentWord(word: DocumentWord, args: Arguments = {}): Text {
  return { zh: fill(zhWords[word], args, "zh"), en: fill(enWords[word], args, "en") };
}

/** "Did you mean …?" when a candidate is close, otherwise what there is to choose from. */
export function suggestion(word: string, candidates: Iterable<string>): Text {
  const all = [...candidates];
  if (all.length === 0) return documentWord("none");
  const close = nearest(word, all);
  if (close !== undefined) return documentWord("like", { nearest: close });
  const shown = all.slice(0, OPTIONS_SHOWN_MAX).join(", ");
  return documentWord("options", { options: all.length > OPTIONS_SHOWN_MAX ? `${shown}, …` : shown });
}

/** The same problem found twice is said once. */
export function mergeProblems(...lists: readonly (readonly Problem[])[]): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of lists.flat()) {
    const key = `${problem.code}\n${problem.path}\n${problem.message.en}`;
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()];
}
