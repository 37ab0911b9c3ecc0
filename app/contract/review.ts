// What the review says of a scenario.
import type { ClauseView } from "./catalogue.ts";

/** R: 否决; Q: 质询; N: 提示. */
export type SeverityView = "R" | "Q" | "N";

/** It stands against the plan; something is missing to judge it; it has nothing to look at; it was compared and holds. */
export type FindingAnswer = "fails" | "cannot_be_judged" | "does_not_apply" | "holds";

/** One side of what a check compared. */
export interface ComparedView {
  readonly what: string;
  /** The number with its unit, the name of a record, a word. */
  readonly shown: string;
  /** Document path or line; empty where it is none. */
  readonly at: string;
  /** The place in words. */
  readonly place: string;
}

/** Something without which a check cannot judge, and where it belongs. */
export interface UnknownView {
  readonly what: string;
  readonly path: string;
  readonly place: string;
}

export interface FindingView {
  readonly id: string;
  readonly severity: SeverityView;
  readonly answer: FindingAnswer;
  /** What was compared, where it holds or fails. */
  readonly compared: readonly ComparedView[];
  /** What is missing, where it cannot be judged. */
  readonly missing: readonly UnknownView[];
  readonly message: string;
  /** Document path or line; empty for the whole file. */
  readonly path: string;
  /** The place in words; empty for the whole file. */
  readonly place: string;
  readonly clause?: ClauseView;
  /** One paragraph for an official opinion. */
  readonly opinion: string;
}
