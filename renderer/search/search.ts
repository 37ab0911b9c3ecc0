import { syllablesOf } from "./readings.ts";

/** What can be found by typing. */
export interface Sought {
  /** By what people call it, in both languages, and its id. */
  readonly names: readonly string[];
  /** What else is said of it. */
  readonly about?: readonly string[];
}

/** How well a word fits, 0 the best. */
const EXACT = 0;
const BEGINS = 1;
const INSIDE = 2;
const READ = 3;
const READ_INSIDE = 4;
const ABOUT = 5;
const ABOUT_READ = 6;

/** Whether letters are the beginnings of syllables that follow each other: `zjph`, `zijinph`, `zijin` for 资金平衡. */
export function readsAs(syllables: readonly string[], letters: string, from: number): boolean {
  if (letters === "") return true;
  const syllable = syllables[from];
  if (syllable === undefined) return false;
  for (let taken = Math.min(syllable.length, letters.length); taken > 0; taken -= 1)
    if (letters.startsWith(syllable.slice(0, taken)) && readsAs(syllables, letters.slice(taken), from + 1)) return true;
  return false;
}

const LETTERS = /^[a-z]+$/;

function readingRank(text: string, word: string): number | undefined {
  if (!LETTERS.test(word)) return undefined;
  const syllables = syllablesOf(text);
  const at = syllables.findIndex((_, from) => readsAs(syllables, word, from));
  return at < 0 ? undefined : at === 0 ? READ : READ_INSIDE;
}

function nameRank(text: string, word: string): number | undefined {
  const own = text.toLowerCase();
  if (own === word) return EXACT;
  const at = own.indexOf(word);
  return at < 0 ? readingRank(text, word) : at === 0 ? BEGINS : INSIDE;
}

function wordRank({ names, about = [] }: Sought, word: string): number | undefined {
  const own = names.flatMap((name) => nameRank(name, word) ?? []);
  if (own.length > 0) return Math.min(...own);
  if (about.some((text) => text.toLowerCase().includes(word))) return ABOUT;
  return about.some((text) => word.length > 1 && readingRank(text, word) !== undefined) ? ABOUT_READ : undefined;
}

/** How well it fits all the words typed, 0 the best; undefined where one of them is not in it. */
export function rankOf(sought: Sought, typed: string): number | undefined {
  let rank = 0;
  for (const word of typed.toLowerCase().split(/\s+/)) {
    if (word === "") continue;
    const own = wordRank(sought, word);
    if (own === undefined) return undefined;
    rank += own;
  }
  return rank;
}

/** Those that fit, the best first, otherwise in their order. */
export function found<T>(all: readonly T[], soughtOf: (one: T) => Sought, typed: string): readonly T[] {
  if (typed.trim() === "") return all;
  return all
    .flatMap((one) => {
      const rank = rankOf(soughtOf(one), typed);
      return rank === undefined ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
