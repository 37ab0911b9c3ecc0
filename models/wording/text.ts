/** A piece of wording in both languages of the product; every user-facing string is one. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

export type Lang = keyof Text;
