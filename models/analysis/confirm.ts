import type { Decimal } from "decimal.js";
import { findingsOf } from "../checks/findings.ts";
import { statedOf } from "../checks/stated.ts";
import { type TrustPoint, trustOf } from "../checks/trust/index.ts";
import type { Verdict } from "../checks/verdicts/verdict.ts";
import { type Prepared, recordOf } from "../compile/prepare.ts";
import type { Results } from "../results/results.ts";
import { exactExcess, type Place, preparedAt } from "./trial.ts";

/** What stands beside the target at a value: what the book of record makes a condition of, and which verdicts it leaves undecided. */
export interface Standing {
  readonly verdicts: readonly Verdict[];
  readonly conditions: readonly (Pick<TrustPoint, "kind" | "message"> & { readonly verdicts: readonly string[] })[];
}

/** Whether the book of record meets the target with the number at a decimal literal. A verdict is met only where it is given as such, and without a condition. */
export function confirms(place: Place, literal: string): boolean {
  const excess = exactExcess(place, literal);
  if (excess === undefined || (excess.isNegative() && !excess.isZero())) return false;
  if (!("verdict" in place.target)) return true;
  const wanted = place.target.verdict;
  const there = standingAt(place, literal);
  if (there?.verdicts.find(({ id }) => id === wanted)?.pass !== true) return false;
  // A number that is looked for is on no paper yet: that it has to get there is said of the answer, and is no reason against it.
  return !there.conditions.some(({ kind, verdicts }) => kind !== "paper" && verdicts.includes(wanted));
}

/** The whole statement at a value. */
export function standingAt(place: Place, literal: string): Standing | undefined {
  const prepared = preparedAt(place, literal)?.prepared;
  return prepared && standingOf(prepared);
}

/** The whole statement of a scenario by the book of record. */
export function standingOf(prepared: Prepared): {
  readonly verdicts: readonly Verdict[];
  readonly conditions: readonly TrustPoint[];
  readonly values: Results<Decimal>;
} {
  const { document, scenario, counts } = prepared;
  const { values, ...stated } = statedOf(prepared, recordOf(prepared));
  const findings = findingsOf({ document, counts, results: values, ...stated });
  const { points } = trustOf({ document, scenario, results: values, ...stated, findings });
  return { verdicts: stated.verdicts, conditions: points.filter(({ grade }) => grade === "condition"), values };
}
