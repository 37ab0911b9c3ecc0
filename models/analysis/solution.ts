import { literalOf, RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Text } from "../wording/text.ts";
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
  readonly found: boolean;
  /** Largest gap between two values that were tried: what is narrower can have been overlooked. */
  readonly resolution: string;
  readonly intervals: readonly Interval[];
  readonly roots: readonly Root[];
  /** Papers on which the verdict asked for still hangs at the answer: a number that is looked for is on no paper yet. */
  readonly papers: readonly Text[];
  readonly message: Text;
}

type Answer = Pick<Solution, "found" | "intervals" | "roots" | "papers" | "message">;

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
