import type { Lang } from "../../contract.ts";
import { WORDS } from "./words.ts";

/** One part of an 审核意见: as sentences, and where it has them, as tables of the same. */
export interface OpinionPart {
  readonly title: string;
  /** A line each, numbered where they are points of a list. */
  readonly lines: readonly string[];
  readonly tables?: readonly OpinionTable[];
  /** What the lines say and the tables cannot. */
  readonly below?: readonly string[];
}

export interface OpinionTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** In parts of the width there is. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Columns of figures, which stand to the right. */
  readonly figures: readonly number[];
}

type PartTitle = keyof typeof WORDS.titles;

export const titleOf = (name: PartTitle, lang: Lang, count?: number): string =>
  `${WORDS.titles[name][lang]}${count === undefined ? "" : WORDS.count[lang](count)}`;

/** Heads of a table's columns. */
export const headOf = (names: readonly (keyof typeof WORDS.heads)[], lang: Lang): readonly string[] =>
  names.map((name) => WORDS.heads[name][lang]);

/** Points under a title that counts them; no part where there are none. */
export function listPart(
  name: PartTitle,
  items: readonly string[],
  lang: Lang,
  tabled: Pick<OpinionPart, "tables" | "below"> = {},
): readonly OpinionPart[] {
  if (items.length === 0) return [];
  return [{ title: titleOf(name, lang, items.length), lines: items.map(item), ...tabled }];
}

export const item = (text: string, index: number): string => `${index + 1}. ${text}`;
