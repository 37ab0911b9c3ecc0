import { describe, expect, it } from "vitest";
import { item, worksOf } from "../mechanisms/support/cost.ts";
import { type Inputs, profile, run } from "../mechanisms/support/situation.ts";

const fee = (changes: Inputs): Inputs => ({
  id: "fee",
  kind: "design",
  includesVat: false,
  vatMethod: "none",
  ...changes,
});
const asked = (mechanism: string, inputs: Inputs) =>
  run(
    {
      components: [
        ["works", "works", worksOf([item(1000)])],
        ["part", mechanism, inputs],
      ],
      periods: 2,
    },
    true,
  ).problems.map(({ code, path, message }) => [code, path, message.en]);

describe("an input that what was chosen beside it makes necessary", () => {
  it("is asked for in its cell, by its name", () => {
    const fees = (changes: Inputs) => ({ payer: "entity", payee: "supplier", items: [fee(changes)] });
    expect(asked("other_costs", fees({ rule: "rate", base: "engineering" }))).toEqual([
      ["formula.inputNeeded", "components/part/inputs/items/fee/rate", "“rate” is not filled in"],
    ]);
    expect(asked("other_costs", fees({ rule: "rate", base: "engineering", rate: "0.05" }))).toEqual([]);
  });

  it("or at its field", () => {
    const charge = (changes: Inputs) => ({
      payer: "resident",
      payee: "entity",
      basis: "household",
      householdsCharged: "10",
      consent: "1",
      collection: "1",
      instalments: [{ id: "all", date: "2026-01", share: "1" }],
      ...changes,
    });
    expect(asked("resident_contribution", charge({}))).toEqual([
      ["formula.inputNeeded", "components/part/inputs/pricePerHousehold", "“charge per household” is not filled in"],
    ]);
    expect(asked("resident_contribution", charge({ pricePerHousehold: "100" }))).toEqual([]);
    expect(
      asked("working_capital", {
        holder: "entity",
        counterparty: "supplier",
        start: "2026-01",
        method: "amount",
        equityShare: "1",
      }).map(([, path]) => path),
    ).toContain("components/part/inputs/amounts");
    expect(
      asked("scheduled_investment", {
        payer: "entity",
        payee: "contractor",
        category: "cost_works_building",
        amount: profile([1]),
        includesVat: false,
        vatMethod: "creditable",
      }).map(([, path]) => path),
    ).toContain("components/part/inputs/vatRate");
  });
});
