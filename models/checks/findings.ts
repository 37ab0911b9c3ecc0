import type { Decimal } from "decimal.js";
import type { ModelDocument, Status } from "../document/schema.ts";
import type { Results } from "../results/results.ts";
import type { Indicator } from "../statements/indicators/read.ts";
import type { Problem } from "../wording/problem.ts";
import type { Text } from "../wording/text.ts";
import { ANSWERS, type Answer } from "./answer.ts";
import type { Confirmed } from "./confirmed.ts";
import { reviewChecks } from "./review/index.ts";
import { reviewOf } from "./review/review.ts";
import type { Verdict } from "./verdicts/index.ts";

/** R: reject; Q: query; N: note. */
export type Severity = "R" | "Q" | "N";

/** What one review check found. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly answer: Answer;
  /** Clause it rests on (`PACK/ARTICLE`); null for a rule of arithmetic or good practice. */
  readonly clause: string | null;
  /** Document path or line id to go to; empty for the whole file. */
  readonly path: string;
  /** Without it nothing of the plan may be built: it touches whatever the plan says, also where no line rests on the record. */
  readonly gate?: true;
  /** A paper the figures of the plan are held against: it touches every verdict of money, also where no line rests on the record. */
  readonly measures?: true;
  /** Asked about, and a condition all the same of the verdicts its money touches: less than a law asks for. */
  readonly weighs?: true;
  /** Line of the amount that stands against the verdicts that count it: money that is not what it is said to be. */
  readonly money?: string;
  /** Asked about, and in 元 how much of the money at its place stands against the verdicts that count it. */
  readonly against?: Decimal;
  readonly message: Text;
}

/** All that a check may look at. */
export interface Reviewed {
  readonly document: ModelDocument;
  readonly counts: readonly Status[];
  readonly results: Results<Decimal>;
  readonly verdicts: readonly Verdict[];
  readonly indicators: readonly Indicator[];
  readonly problems: readonly Problem[];
  /** Unusual values that the file confirms. */
  readonly confirmed?: readonly Confirmed[];
}

const RANK: Readonly<Record<Severity, number>> = { R: 0, Q: 1, N: 2 };

/** Findings of all review checks: failures first, by severity, then what could not be judged, what does not apply, what holds. */
export function findingsOf(reviewed: Reviewed): readonly Finding[] {
  const order = ({ answer }: Finding) => ANSWERS.indexOf(answer.is);
  const review = reviewOf(reviewed);
  return once(reviewChecks.flatMap((check) => check.run(review))).toSorted(
    (a, b) => order(a) - order(b) || RANK[a.severity] - RANK[b.severity] || a.id.localeCompare(b.id),
  );
}

/** Parts of one check that have nothing to look at for the same reason say so once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings.filter(({ id, answer, message }) => {
    const key = `${id} ${message.zh}`;
    const again = answer.is === "does_not_apply" && said.has(key);
    said.add(key);
    return !again;
  });
}
