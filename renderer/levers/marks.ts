import type { LeverView } from "../../app/contract.ts";
import { position } from "./values.ts";

/** Labels nearer to one another than this share of the slider stand in rows below one another. */
const LABEL_SHARE = 0.07;
const ROW_PX = 15;

interface MarkAt {
  readonly label: string;
  readonly style: { readonly marginTop: number; readonly whiteSpace: "nowrap" };
}

/** Where the plan stands, and where each verdict flips: on which side of it the verdict is met. */
export function marksOf(lever: LeverView, now: number, [from, to]: readonly [number, number]): Record<number, MarkAt> {
  const labels = new Map<number, string[]>([[now, ["▲"]]]);
  for (const { watch, value, met } of lever.flips ?? []) {
    const at = position(lever, value);
    const name = watch === "target" ? "●" : watch;
    labels.set(at, [...(labels.get(at) ?? []), `${name}${met === "above" ? "≥" : "≤"}`]);
  }
  const ends: number[] = [];
  const placed = [...labels]
    .toSorted(([a], [b]) => a - b)
    .map(([at, words]): readonly [number, MarkAt] => {
      const found = ends.findIndex((end) => at - end > LABEL_SHARE * (to - from));
      const row = found < 0 ? ends.length : found;
      ends[row] = at;
      return [at, { label: words.join(" "), style: { marginTop: row * ROW_PX, whiteSpace: "nowrap" } }];
    });
  return Object.fromEntries(placed);
}
