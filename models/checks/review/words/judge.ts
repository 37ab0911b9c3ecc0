import { remembered } from "../../../wording/remembered.ts";
import { blames, denied, forbidden } from "./denial.ts";
import type { Weight, Wording } from "./patterns.ts";
import { PROMISES } from "./promises.ts";
import { plainText, sentencesOf } from "./sentences.ts";

/** A sentence that promises, as it was written, with the words that give it away. */
export interface Promised {
  readonly sentence: string;
  readonly words: readonly string[];
  readonly weight: Weight;
}

const judges = new WeakMap<readonly Wording[], (text: string) => readonly Promised[]>();

/** Sentences of a text that promise what must not be promised and do not deny it. */
export function promisesIn(text: string, wordings: readonly Wording[] = PROMISES): readonly Promised[] {
  const known = judges.get(wordings);
  if (known !== undefined) return known(text);
  const judge = remembered((written) => judged(written, wordings));
  judges.set(wordings, judge);
  return judge(text);
}

/** The sentences of a text, as they were written and in one spelling. */
const spelled = remembered((text) => sentencesOf(text).map((sentence) => ({ sentence, plain: plainText(sentence) })));

const judged = (text: string, wordings: readonly Wording[]): readonly Promised[] =>
  spelled(text).flatMap(({ sentence, plain }) => {
    const found = wordings.flatMap((promise) => saidIn(plain, promise));
    if (found.length === 0) return [];
    // What is quoted to be blamed or refused is no promise, though it may hide one.
    const weight = found.some((one) => one.weight === "R") && !blames(plain) ? "R" : "Q";
    return [{ sentence, words: [...new Set(found.map(({ word }) => word))], weight }];
  });

function saidIn(sentence: string, { says, harmless, plain, otherwise, given, refuses }: Wording): readonly { readonly word: string; readonly weight: Weight }[] {
  if (harmless?.test(sentence) === true) return [];
  const weight = plain === undefined || plain.test(sentence) ? "R" : otherwise;
  if (weight === undefined) return [];
  return [...sentence.matchAll(new RegExp(says, says.ignoreCase ? "gi" : "g"))]
    .filter(({ index, 0: word }) => given === undefined || given.test(upToClauseEnd(sentence, index + word.length)))
    .filter(({ index, 0: word }) => !(refuses === true ? forbidden : denied)(sentence, index, index + word.length))
    .map(({ 0: word }) => ({ word, weight }));
}

function upToClauseEnd(sentence: string, end: number): string {
  const comma = sentence.indexOf(",", end);
  return comma < 0 ? sentence : sentence.slice(0, comma);
}
