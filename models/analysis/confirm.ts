import type { Decimal } from "decimal.js";
import { findingsOf } from "../checks/findings.ts";
import { statedOf } from "../checks/stated.ts";
import { type TrustPoint, trustOf } from "../checks/trust/index.ts";
import type { Verdict } from "../checks/verdicts/verdict.ts";
import { type Prepared, recordOf } from "../compile/prepare.ts";
import type { Results } from "../results/results.ts";
import type { Target } from "./target.ts";
import { excessOf, type Place, type Placed, preparedAt } from "./trial.ts";

/** What stands beside the target at a value: what the book of record makes a condition of, and which verdicts it leaves undecided. */
export interface Standing {
  readonly verdicts: readonly Verdict[];
  readonly conditions: readonly (Pick<TrustPoint, "kind" | "message"> & { readonly verdicts: readonly string[] })[];
}

/** Whether the book of record meets the target with the number at a decimal literal. A verdict is met only where it is given as such, and without a condition. */
export function confirms(place: Place, literal: string): boolean {
  const there = preparedAt(place, literal);
  if (there === undefined || !isReached(there)) return false;
  if (!("verdict" in place.target)) return true;
  const wanted = place.target.verdict;
  const { verdicts: given, conditions }: Standing = standingOf(there.prepared);
  if (!isGiven(given, wanted)) return false;
  // A number that is looked for is on no paper yet: that it has to get there is said of the answer, and is no reason against it.
  return !conditions.some(({ kind, verdicts }) => kind !== "paper" && verdicts.includes(wanted));
}

/** The papers a verdict still hangs on. */
export const papersOf = ({ conditions }: Standing, target: Target): Standing["conditions"] =>
  "verdict" in target
    ? conditions.filter(({ kind, verdicts }) => kind === "paper" && verdicts.includes(target.verdict))
    : [];

/** How the target stands at a literal whatever the conditions: a verdict that is left open there is not met all the same. */
export function metAt(place: Place, literal: string): "missed" | "met" | "conditional" {
  const { target } = place;
  const prepared = preparedAt(place, literal);
  if (prepared === undefined) return "missed";
  if (!("verdict" in target)) return isReached(prepared) ? "met" : "missed";
  const { document, scenario, counts } = prepared.prepared;
  const { values, ...stated } = statedOf(prepared.prepared, recordOf(prepared.prepared));
  if (!isGiven(stated.verdicts, target.verdict)) return "missed";
  const conditions = conditionsOf({ document, scenario, counts, values, ...stated });
  return conditions.some(({ verdicts }) => verdicts.some((id) => id === target.verdict)) ? "conditional" : "met";
}

const isGiven = (verdicts: readonly Verdict[], wanted: string): boolean =>
  verdicts.find(({ id }) => id === wanted)?.pass === true;

function isReached(there: Placed): boolean {
  const excess = excessOf(there);
  return excess !== undefined && !(excess.isNegative() && !excess.isZero());
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
  const conditions = conditionsOf({ document, scenario, counts, values, ...stated });
  return { verdicts: stated.verdicts, conditions, values };
}

type Told = Pick<Prepared, "document" | "scenario" | "counts"> & ReturnType<typeof statedOf<Decimal>>;

function conditionsOf({ document, scenario, counts, values, ...stated }: Told): readonly TrustPoint[] {
  const findings = findingsOf({ document, counts, results: values, ...stated });
  const { points } = trustOf({ document, scenario, results: values, ...stated, findings });
  return points.filter(({ grade }) => grade === "condition");
}
