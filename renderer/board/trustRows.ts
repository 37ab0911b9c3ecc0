import type { TrustPointView, TrustView } from "../../app/contract.ts";

export interface TrustRow {
  readonly point: TrustPointView;
  /** Further points of the same component. */
  readonly more: number;
}

/** Points of one component and grade in one row, conditions first. */
export function trustRows({ points }: TrustView): readonly TrustRow[] {
  const groups = new Map<string, TrustRow>();
  for (const point of points) {
    const [kind, id] = point.path.split("/");
    // What is assumed is told once for all of it, so that it is no further point of its component.
    const key = `${point.grade} ${kind === "components" && point.kind !== "draft" ? id : point.path}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? { point, more: 0 } : { ...known, more: known.more + 1 });
  }
  return [...groups.values()];
}
