import type { Text } from "../../wording/text.ts";

/** How far a rule binds: a condition, an encouragement, a fact to keep, or a test a reviewer makes. */
export type Force = "HARD" | "GUIDE" | "INFO" | "REVIEW";

/**
 * What serves one row of the policy papers, of the reviewer's list or of the red lines. References are words: `MECHANISM`, `MECHANISM.input` or
 * `MECHANISM.table.column`; `check:ID`; `record:KIND` or `record:KIND.value`; `field:PATH` of the document; `verdict:B1`; `table:ID`; `indicator:ID`; `param:ID`.
 */
export interface Covered {
  readonly id: string;
  readonly name: Text;
  readonly force: Force;
  readonly servedBy: readonly string[];
  /** What of it rests on a part that is not there yet. */
  readonly open?: Text;
}

export const covered = (
  id: string,
  force: Force,
  zh: string,
  en: string,
  servedBy: readonly string[],
  open?: Text,
): Covered => ({
  id,
  name: { zh, en },
  force,
  servedBy,
  ...(open === undefined ? {} : { open }),
});
