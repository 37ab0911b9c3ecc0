import { describe, expect, it } from "vitest";
import { judged } from "../support/judged.ts";
import { type Draft, example, part, type Row } from "./unconditional.ts";

const CAP = "components/spaces/inputs/priceCap";

/** Which verdicts a place is a condition of. */
function conditions(draft: Draft, path: string): readonly string[] {
  const { results, trust } = judged(draft);
  const met = results.verdicts.filter(({ pass }) => pass === true).map(({ id }) => id);
  const found = trust.points.filter((point) => point.grade === "condition" && point.path === path);
  return met.filter((id) => found.some(({ verdicts }) => verdicts.includes(id)));
}

const inputs = (draft: Draft, id: string, values: Record<string, unknown>) =>
  void Object.assign(part(draft, id).inputs, values);

/** Prices and amounts of which nobody can tell whether they may stand, on which a verdict decides. */
const UNDECIDED: readonly (readonly [string, string, string, string, (draft: Draft) => void])[] = [
  [
    "spaces at a price that no cap and no paper knows",
    "rebuild",
    CAP,
    "B2",
    (d) => {
      inputs(d, "spaces", { price: "6500", priceGrowth: "0.02" });
      inputs(d, "flats", { sellingCost: "0.005" });
    },
  ],
  [
    "a cap somebody typed",
    "rebuild",
    CAP,
    "B2",
    (d) => {
      inputs(d, "spaces", { price: "6500", priceCap: "7000", capIncludesVat: true, priceGrowth: "0.02" });
      inputs(d, "flats", { sellingCost: "0.005" });
    },
  ],
  [
    "no paper of a price at all",
    "infill",
    CAP,
    "B2",
    (d) => void Reflect.deleteProperty(part(d, "spaces"), "evidence"),
  ],
  [
    "a rent above what its paper states",
    "new-build",
    "components/shops/inputs/rentCap",
    "B6",
    (d) => inputs(d, "shops", { rent: "2.3" }),
  ],
  [
    "a cap on rents without its paper",
    "rehabilitation",
    "components/hall/inputs/rentCap",
    "B2",
    (d) => void Reflect.deleteProperty(part(d, "hall"), "evidence"),
  ],
  [
    "a grant whose approval names no paper",
    "infill",
    "components/grant/inputs/approval",
    "B2",
    (d) => {
      for (const record of d.records as Row[]) if (record.id === "grant_approval") delete record["document"];
    },
  ],
];

describe("what cannot be judged and decides", () => {
  it.each(UNDECIDED)("%s (%s)", (_what, name, path, verdict, change) => {
    const draft = example(name);
    change(draft);
    expect(conditions(draft, path)).toContain(verdict);
  });

  it("is no condition where the verdict is met without it, nor where a paper states the price", () => {
    const rents = example("new-build");
    inputs(rents, "shops", { rent: "2.3" });
    expect(conditions(rents, "components/shops/inputs/rentCap")).not.toContain("B2");
    const filed = example("rebuild");
    inputs(filed, "spaces", { price: "4800" });
    part(filed, "spaces").evidence = { price: { document: "车位价格备案表", confirms: "4800" } };
    expect(conditions(filed, CAP)).toEqual([]);
    const capped = example("rebuild");
    inputs(capped, "spaces", { priceCap: "5000", capIncludesVat: true });
    part(capped, "spaces").evidence = { priceCap: { document: "车位限价文件" } };
    expect(conditions(capped, CAP)).toEqual([]);
  });
});
