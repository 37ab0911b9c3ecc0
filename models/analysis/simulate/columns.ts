import type { Problem } from "../../wording/problem.ts";
import { uncertaintyProblem } from "../../wording/uncertainty.ts";
import type { Opened } from "./question.ts";

/** Where the figures of a draw stand in its row. */
export interface Columns {
  readonly width: number;
  /** First of each. */
  readonly inputs: number;
  readonly verdicts: number;
  /** By verdict, its margin. */
  readonly margins: number;
  readonly figures: number;
  readonly targets: number;
  /** Of each fan: its years, then its lowest value and the period of that. */
  readonly fans: readonly number[];
  readonly years: number;
}

/** Beside the years of a fan. */
const LOWEST = 2;

export function columnsOf({ uncertain, verdicts, figures, targets, fans, prepared }: Opened): Columns {
  const years = prepared.frame.years.length;
  const ofVerdicts = uncertain.length;
  const ofMargins = ofVerdicts + verdicts.ids.length;
  const ofFigures = ofMargins + verdicts.ids.length;
  const ofTargets = ofFigures + figures.length;
  const ofFans = ofTargets + targets.length;
  return {
    width: ofFans + fans.length * (years + LOWEST),
    inputs: 0,
    ...{ verdicts: ofVerdicts, margins: ofMargins, figures: ofFigures, targets: ofTargets, years },
    fans: fans.map((_, i) => ofFans + i * (years + LOWEST)),
  };
}

/** Numbers that are kept of all draws together, at most: 240 MB. */
const CELLS_MAX = 30_000_000;

/** Undefined where the draws fit into memory. */
export function sizeProblem({ question: { draws } }: Opened, { width }: Columns): Problem | undefined {
  if (draws * width <= CELLS_MAX) return undefined;
  return uncertaintyProblem("simulate.size", "draws", { draws, width, limit: CELLS_MAX });
}
