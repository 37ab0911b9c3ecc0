import { describe, expect, it } from "vitest";
import { judged } from "../support/judged.ts";
import { type Draft, example, part, rowOf, rowsOf } from "./unconditional.ts";

/** What stands against B2 of M45, with a grant of 40 million. */
function against(change: (draft: Draft) => void) {
  const draft = example("rebuild");
  Object.assign(draft.records.find(({ id }) => id === "grant_approval")?.values ?? {}, { amount: "40000000" });
  part(draft, "special").inputs["amount"] = "40000000";
  change(draft);
  const { results, trust } = judged(draft);
  const found = trust.points.filter(({ message, verdicts }) => message.zh.startsWith("M45") && verdicts.includes("B2"));
  return {
    pass: results.verdicts.find(({ id }) => id === "B2")?.pass,
    paths: found.map(({ path }) => path),
    amounts: found.map(({ amount }) => amount?.toNumber() ?? Number.NaN),
  };
}

const civic = (draft: Draft, values: Record<string, unknown> = {}) => {
  rowOf(draft, "works", "above")["price"] = "2550";
  rowsOf(draft, "works").push({
    ...{ id: "civic", kind: "building", basis: "fixed", price: "42500000", includesVat: true, vatMethod: "creditable" },
    ...{ vatRate: "0.09", eligibleGrant: "yes", eligibleRebate: "yes" },
    ...values,
  });
};
const PRICE = "components/works/inputs/items/civic/price";

describe("private cost in rows that grants pay for", () => {
  it("stands against the verdict the grant makes, with what is left without a public cost", () => {
    const sum = against((draft) => civic(draft));
    expect(sum).toMatchObject({ pass: true, paths: [PRICE] });
    expect(sum.amounts[0]).toBeGreaterThan(20_000_000);
    expect(sum.amounts[0]).toBeLessThanOrEqual(38_990_826);
    const pieces = against((draft) => civic(draft, { basis: "count", quantity: "17", price: "2500000" }));
    expect(pieces).toMatchObject({ pass: true, paths: [PRICE] });
    const lifts = against((draft) => {
      rowOf(draft, "works", "above")["price"] = "2880";
      rowOf(draft, "works", "lifts")["quantity"] = "82";
    });
    expect(lifts).toMatchObject({ pass: true, paths: ["components/works"] });
    const plazas = against((draft) => {
      rowOf(draft, "works", "above")["price"] = "2600";
      rowOf(draft, "works", "outdoor")["price"] = "2450";
    });
    expect(plazas).toMatchObject({ pass: true, paths: ["components/works/inputs/items/outdoor/price"] });
  }, 60_000);

  it("is a cost like others where a paper states the sum", () => {
    const papered = against((draft) => {
      civic(draft);
      const document = "概算批复中的公共部分造价表";
      part(draft, "works").evidence = { "items/civic/price": { document, confirms: "42500000" } };
    });
    expect(papered).toMatchObject({ pass: true, paths: [] });
  }, 60_000);
});
