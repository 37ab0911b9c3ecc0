import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Text } from "../wording/text.ts";
import type { Effect } from "./effect.ts";
import type { Interval, Root } from "./found.ts";
import type { Survey } from "./sampling.ts";

export interface SolveQuestion {
  readonly vary: string;
  readonly until: string;
  readonly scenario?: string | undefined;
  readonly min?: string;
  readonly max?: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly shouldStop?: () => boolean;
}

export interface Solution {
  readonly vary: string;
  readonly until: string;
  readonly range: readonly [string, string];
  /** Whether the book of record gives any answer, if only on paper. */
  readonly found: boolean;
  readonly effect: Effect;
  /** Largest gap between two values that were tried: what is narrower can have been overlooked. */
  readonly resolution: string;
  readonly intervals: readonly Interval[];
  readonly roots: readonly Root[];
  /** Papers on which the target still hangs at the first answer, a root if there is one. */
  readonly papers: readonly Text[];
  readonly message: Text;
}

type Answer = Pick<Solution, "found" | "effect" | "intervals" | "roots" | "papers" | "message">;

/** An answer with where and how finely it was looked for. */
export function solutionOf(
  { vary, until }: SolveQuestion,
  [from, to]: readonly [number, number],
  { resolution }: Survey,
  answer: Answer,
): Solution {
  return {
    vary,
    until,
    range: [literalOf(from), literalOf(to)],
    resolution: new RecordDecimal(resolution).toSignificantDigits(4, RecordDecimal.ROUND_CEIL).toFixed(),
    ...answer,
  };
}
