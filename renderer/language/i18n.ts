import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Lang, TextView } from "../../app/contract.ts";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

type Leaves<T, P extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}.`>;
}[keyof T & string];

/** Every wording there is, as `page.word`; both languages hold the same set. */
export type WordKey = Leaves<typeof zh>;
export type Translate = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** Prepares both languages; wording is data, so React escapes it and i18next need not. */
export function startLanguage(lang: Lang): void {
  void i18next.use(initReactI18next).init({
    lng: lang,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
}

/** Switches all wording; components that use `useWords` follow. */
export function setLanguage(lang: Lang): void {
  void i18next.changeLanguage(lang);
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
}

/** Wording for components. */
export function useWords(): { readonly t: Translate; readonly lang: Lang; readonly pick: (text: TextView) => string } {
  const { t, i18n } = useTranslation();
  const lang: Lang = i18n.language === "en" ? "en" : "zh";
  return { t: t as unknown as Translate, lang, pick: (text) => text[lang] };
}

/** Wording outside components. */
export const words: Translate = (key, values) => i18next.t(key, { ...values });

/** An edit's label in both languages, for the undo menu. */
export function inBoth(key: WordKey, values?: Readonly<Record<string, string | number>>): TextView {
  return { zh: i18next.t(key, { ...values, lng: "zh" }), en: i18next.t(key, { ...values, lng: "en" }) };
}
