/** A piece of wording in both languages of the product; every user-facing string is one. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Lang = keyof Text;

export const text = (zh: string, en: string): Text => ({ zh, en });

/** What of whom: “一号楼:面积”. */
export const named = (whose: Text, zh: string, en: string): Text => ({
  zh: `${whose.zh}:${zh}`,
  en: `${whose.en}: ${en}`,
});

/** Names in a row, each once. */
export function listed(names: readonly Text[]): Text {
  const each = (lang: Lang) => [...new Set(names.map((name) => name[lang]))];
  return { zh: each("zh").join("、"), en: each("en").join(", ") };
}

/** Names shown before the rest of them is counted. */
const NAMES_SHOWN = 8;

/** The first names in a row, and how many there are where they are many. */
export function listedShort(names: readonly Text[]): Text {
  const some = listed(names.slice(0, NAMES_SHOWN));
  return plus(some, names.length > NAMES_SHOWN, `等${names.length}项`, ` and others, ${names.length} in all`);
}

const NONE: Text = { zh: "无", en: "none" };

export const listedOrNone = (names: readonly Text[]): Text => (names.length === 0 ? NONE : listed(names));

/** Words of the file itself, the same in both languages; “none” where there are none. */
export const namesOf = (of: Iterable<string>): Text => listedOrNone([...of].map((word) => text(word, word)));

/** A text with a tail where a condition holds. */
export function plus(text: Text, condition: boolean, zh: string, en: string): Text {
  return condition ? { zh: text.zh + zh, en: text.en + en } : text;
}
