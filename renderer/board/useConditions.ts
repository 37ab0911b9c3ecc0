import type { TrustPointView, VerdictId } from "../../app/contract.ts";
import { useSession } from "../session/store.ts";

/** Conditions of a verdict that is met; none of another, and none while the book of record is still computing. */
export function useConditions(id: VerdictId, isMet: boolean): readonly TrustPointView[] {
  const points = useSession((state) => state.agreement?.trust.points);
  if (!isMet || points === undefined) return [];
  return points.filter(({ grade, verdicts }) => grade === "condition" && verdicts.includes(id));
}
