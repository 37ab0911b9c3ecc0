// What the review says of a scenario.
import type { ClauseView } from "./catalogue.ts";

/** R: 否决; Q: 质询; N: 提示. */
export type SeverityView = "R" | "Q" | "N";

/** It stands against the plan; nothing shown decides it, or it does not apply; it holds. */
export type FindingOutcome = "fails" | "undecided" | "holds";

export interface FindingView {
  readonly id: string;
  readonly severity: SeverityView;
  readonly outcome: FindingOutcome;
  readonly message: string;
  /** Document path or line; empty for the whole file. */
  readonly path: string;
  /** The place in words; empty for the whole file. */
  readonly place: string;
  readonly clause?: ClauseView;
  /** One paragraph for an official opinion. */
  readonly opinion: string;
}
