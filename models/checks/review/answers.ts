import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
import type { Answer } from "../answer.ts";
import type { Review } from "./review.ts";
import { comparedOf, type Side } from "./sides.ts";

/** Something without which nobody can judge. */
export const lacks = (what: Text, path: string): Answer => ({ is: "cannot_be_judged", missing: [{ what, path }] });

export const inapplicable = (why: Text): Answer => ({ is: "does_not_apply", why });

/** What was looked at decides: sides without a value cannot be judged, and neither can one figure that stands on both sides. */
export function answer(holds: boolean | undefined, ...sides: readonly Side[]): Answer {
  const missing = sides.filter(({ value, said }) => value === undefined && said === undefined);
  if (missing.length > 0 || holds === undefined) return { is: "cannot_be_judged", missing: missing.map(({ what, at }) => ({ what, path: at })) };
  return { is: holds ? "holds" : "fails", compared: sides.map(comparedOf) };
}

type Relation = "at_most" | "at_least" | "equal";

const HOLDS: Readonly<Record<Relation, (left: Decimal, right: Decimal, tolerance: string) => boolean>> = {
  at_most: (left, right, tolerance) => left.minus(right).lessThanOrEqualTo(tolerance),
  at_least: (left, right, tolerance) => right.minus(left).lessThanOrEqualTo(tolerance),
  equal: (left, right, tolerance) => left.minus(right).abs().lessThanOrEqualTo(tolerance),
};

/** One figure against another; the rest is shown beside them. */
export function compare(
  review: Review,
  left: Side,
  relation: Relation,
  right: Side,
  { tolerance = "0", beside = [] }: { readonly tolerance?: string; readonly beside?: readonly Side[] } = {},
): Answer {
  if (left.value === undefined || right.value === undefined) return answer(undefined, left, right);
  if (sameSource(review, left, right)) return lacks(itself(left), right.at);
  return answer(HOLDS[relation](left.value, right.value, tolerance), left, right, ...beside);
}

const itself = ({ what }: Side): Text => ({
  zh: `“${what.zh}”以外的依据(两边是同一个数,不能自证)`,
  en: `something else than “${what.en}” to compare it with: both sides are the same figure`,
});

/** Whether two sides are one figure: the same input, line or value, or one that only repeats the other. */
export function sameSource(review: Review, left: Side, right: Side): boolean {
  const [a, b] = [left, right].map(({ source }) => (source === undefined ? undefined : review.originOf(source)));
  return a !== undefined && a === b;
}
