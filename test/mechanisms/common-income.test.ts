import { describe, expect, it } from "vitest";
import { vote } from "./support/records.ts";
import { type Inputs, type Part, profile, run, situationCase } from "./support/situation.ts";

const { inputs, expected } = situationCase("PUBREV-1");

const common = (changes: Inputs = {}): Part => [
  "common",
  "common_income",
  {
    payer: "tenant",
    owners: "resident",
    serviceProvider: "supplier",
    operator: "entity",
    account: "maintenance_fund",
    gross: profile([inputs.gross as number, inputs.gross as number]),
    costShare: String((inputs.reasonable_cost as number) / (inputs.gross as number)),
    fundShare: "0.7",
    operatorShare: "0.3",
    vote: "vote",
    includesVat: false,
    vatMethod: "exempt",
    ...changes,
  },
];
const records = [vote("vote", "2027-01-01")];

describe("PUBREV-1: income of common parts belongs to the owners", () => {
  const outcome = run({ components: [common()], periods: 2, records });

  it("is shared as they decided once they have voted", () => {
    expect(outcome.series("common.to_share")[1]).toBeCloseTo(expected.owner_income as number, 9);
    expect(outcome.series("common.to_fund")[1]).toBeCloseTo(expected.to_maintenance_fund as number, 9);
    expect(outcome.series("common.to_operator")[1]).toBeCloseTo(expected.to_operator as number, 9);
  });

  it("is no project revenue before the vote", () => {
    expect(outcome.series("project.cash_in")[0]).toBe(expected.project_revenue_without_owner_vote);
    // All of it goes to the fund while no vote holds.
    expect(outcome.series("common.to_fund")[0]).toBeCloseTo(expected.owner_income as number, 9);
    expect(outcome.one("common.off_document")).toBe(0);
  });

  it("fills the maintenance fund, which can then use it", () => {
    const fund: Part = [
      "fund",
      "maintenance_fund",
      {
        account: "maintenance_fund",
        owners: "resident",
        bank: "bank",
        payee: "entity",
        interest: "0",
        areaDeposited: "0",
        averageCost: "0",
        depositRate: "0",
        topUpLevel: "1",
        topUpCollection: "1",
        status: "approved",
      },
    ];
    const both = run({ components: [common(), fund], periods: 2, records });
    expect(both.series("fund.balance")).toEqual([84, 84 + 58.8].map((value) => expect.closeTo(value, 9)));
  });

  it("what stays unshared stays with the owners", () => {
    const kept = run({ components: [common({ operatorShare: "0.2" })], periods: 2, records });
    expect(kept.series("party.resident.net")[1]).toBeCloseTo(84 * 0.1, 9);
  });
});
