import type { Text } from "../wording/text.ts";

/** One side of a comparison: what it is, what it says, and where it stands. */
export interface Compared {
  readonly what: Text;
  /** As a sentence has it: the number with its unit, the name of a record, a word. */
  readonly shown: Text;
  /** Decimal literal in `unit`; absent for what is no number. */
  readonly value?: string;
  readonly unit?: string;
  /** Document path or line; empty for the whole file. */
  readonly at: string;
}

/** Something without which nobody can judge, and where it belongs. */
export interface Unknown {
  readonly what: Text;
  readonly path: string;
}

/** What a check answers: never silence, and never a tick for what nobody compared. */
export type Answer =
  | { readonly is: "holds" | "fails"; readonly compared: readonly Compared[] }
  | { readonly is: "cannot_be_judged"; readonly missing: readonly Unknown[] }
  | { readonly is: "does_not_apply"; readonly why: Text };

export type AnswerWord = Answer["is"];

/** In the order in which a reader wants them. */
export const ANSWERS: readonly AnswerWord[] = ["fails", "cannot_be_judged", "does_not_apply", "holds"];
