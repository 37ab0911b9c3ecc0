import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, run } from "../support/situation.ts";

const income = (id: string, category: string, amount: number): Part => [
  id,
  "scheduled_income",
  {
    payer: "tenant",
    payee: "operator",
    category,
    amount: profile([amount, amount]),
    includesVat: false,
    vatMethod: "none",
  },
];

const contract = (changes: Inputs = {}): Part => [
  "contract",
  "operator_contract",
  {
    owner: "entity",
    operator: "operator",
    subsidyPayer: "city",
    guarantor: "bank",
    supplier: "supplier",
    side: "owner",
    includesVat: false,
    vatMethod: "exempt",
    feePerYear: "0",
    feeGrowth: "0",
    shares: [
      { id: "rent", line: "lease", share: "0.1" },
      { id: "parking", line: "parking", share: "0.2" },
    ],
    bondForm: "insurance",
    bondAmount: "0",
    bondFeeRate: "0",
    start: "2026-01",
    term: "2",
    ...changes,
  },
];

const evaluate = (changes: Inputs) =>
  run(
    {
      components: [income("a", "revenue_lease", 1000), income("b", "revenue_parking", 500), contract(changes)],
      periods: 2,
    },
    true,
  );

describe("shares of several lines together", () => {
  it("are 100 and 100 without a limit", () => {
    expect(evaluate({}).series("contract.share_paid.rent")[0]).toBeCloseTo(100, 9);
    expect(evaluate({}).series("contract.share_paid.parking")[0]).toBeCloseTo(100, 9);
  });

  it("are at most 150 together: each gives up a quarter", () => {
    expect(evaluate({ sharesCap: "150" }).series("contract.share_paid.rent")[0]).toBeCloseTo(75, 9);
    expect(evaluate({ sharesCap: "150" }).series("contract.share_paid.parking")[0]).toBeCloseTo(75, 9);
  });

  it("begin above 600 of 1,500 together: three fifths of each", () => {
    expect(evaluate({ sharesThreshold: "600" }).series("contract.share_paid.rent")[0]).toBeCloseTo(60, 9);
    expect(evaluate({ sharesThreshold: "600" }).series("contract.share_paid.parking")[0]).toBeCloseTo(60, 9);
  });
});

describe("the rest of the contract", () => {
  it("compares within a reference term, and by the year", () => {
    const outcome = evaluate({ feePerYear: "50", referenceTerm: "1" });
    expect(outcome.one("contract.owner_net_reference")).toBeCloseTo(250, 9);
    expect(outcome.one("contract.owner_net_per_year")).toBeCloseTo(250, 9);
  });

  it("lets the owner bear an obligation", () => {
    const obligations = [{ id: "staff", kind: "staff", amount: "30", growth: "0", borneBy: "owner" }];
    const [with_, without] = [evaluate({ obligations }), evaluate({})];
    expect((with_.series("party.entity.net")[0] ?? 0) - (without.series("party.entity.net")[0] ?? 0)).toBeCloseTo(
      -30,
      9,
    );
  });

  it("compares a price with VAT and a cap without it on one basis", () => {
    const prices = [
      {
        id: "fee",
        service: "parking",
        price: "10.6",
        includesVat: true,
        cap: "10",
        capIncludesVat: false,
        vatRate: "0.06",
      },
    ];
    expect(evaluate({ prices }).one("contract.price_within_cap.fee")).toBe(1);
    expect(evaluate({ prices: [{ ...prices[0], capIncludesVat: true }] }).one("contract.price_within_cap.fee")).toBe(0);
  });
});
