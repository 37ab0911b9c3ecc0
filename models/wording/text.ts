/** A piece of wording in both languages of the product; every user-facing string is one. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Lang = keyof Text;

export const text = (zh: string, en: string): Text => ({ zh, en });

/** A text with a tail where a condition holds. */
export function plus(text: Text, condition: boolean, zh: string, en: string): Text {
  return condition ? { zh: text.zh + zh, en: text.en + en } : text;
}
