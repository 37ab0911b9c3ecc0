import type { Lang } from "../../app/contract.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type ShellWord = keyof typeof zh;

/** The shell's wording in one language. */
export function shellWords(lang: Lang): Readonly<Record<ShellWord, string>> {
  return lang === "zh" ? zh : en;
}

/** The language of the computer, until the user's own choice is known. */
export function systemLang(locale: string): Lang {
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
