import { type ChoiceInput, choice } from "../../terms/inputs.ts";
import type { Row } from "../define/component.ts";

/** 成本池: whether a cost belongs above ground, below ground, or to both in proportion to their direct cost. */
export const poolInput: ChoiceInput = choice(
  "成本池(不填按类别与计量)",
  "cost pool (by kind and measure when left out)",
  {
    above: { zh: "地上", en: "above ground" },
    below: { zh: "地下", en: "below ground" },
    common: { zh: "地上地下共同", en: "common to both" },
  },
  { optional: true },
);

/** Buildings and equipment belong where they are measured; a lump sum does not say, and grounds, demolition and platforms serve both. */
export function poolOfWorks(row: Row): string {
  const measured = row.is("kind", "building") || row.is("kind", "equipment");
  if (!measured || row.is("basis", "fixed")) return row.word("pool", "common");
  return row.word("pool", row.is("basis", "below") ? "below" : "above");
}
