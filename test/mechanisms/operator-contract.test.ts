import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, run, type Situation, situationCase } from "./support/situation.ts";

const contract = (changes: Inputs = {}): Part => [
  "contract",
  "operator_contract",
  {
    owner: "entity",
    operator: "operator",
    subsidyPayer: "district",
    guarantor: "bank",
    supplier: "supplier",
    side: "owner",
    includesVat: false,
    vatMethod: "exempt",
    feePerYear: "100",
    feeGrowth: "0",
    bondForm: "bank_guarantee",
    bondAmount: "0",
    bondFeeRate: "0.01",
    start: "2026-01",
    term: "10",
    ...changes,
  },
];

/** What the operator takes from users, in the given years. */
const income = (amounts: readonly number[], category = "revenue_other"): Part => [
  `income_${category}`,
  "scheduled_income",
  {
    payer: "tenant",
    payee: "operator",
    category,
    amount: profile(amounts),
    includesVat: false,
    vatMethod: "none",
  },
];
const level = Array<number>(10).fill(600);
const share = (changes: Inputs = {}): Inputs => ({ id: "all", line: "all", share: "0.1", ...changes });
const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));
const paid = (shares: readonly Inputs[], components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components: [contract({ shares }), ...components], periods: 3, ...situation });

describe("BID-1: three bids are patches of one contract", () => {
  const { raw } = situationCase("BID-1");
  const bid = (fee: string, rate: string, subsidy: number, capital: string): Inputs => ({
    feePerYear: fee,
    shares: [share({ share: rate })],
    subsidyRequested: profile(Array<number>(10).fill(subsidy)),
    capital: [{ id: "once", amount: capital, date: "2026-01", evidenced: true }],
  });
  const value = (changes: Inputs): number => {
    const outcome = run({ components: [contract(changes), income(level)], periods: 10 });
    const upfront = outcome.series("contract.upfront");
    const yearly = outcome.series("contract.owner_net").map((net, index) => net - (upfront[index] as number));
    return yearly.reduce((sum, net, index) => sum + net / 1.05 ** (index + 1), outcome.total("contract.upfront"));
  };

  it("is worth to the owner what the published comparison says", () => {
    const { A, B, C } = (raw.expected as { pv_net_transfer: Record<string, number> }).pv_net_transfer;
    const values = [
      value(bid("100", "0.1", 50, "300")),
      value(bid("160", "0.15", 140, "300")),
      value(bid("20", "0.05", 0, "600")),
    ];
    expect(values).toEqual(close([A as number, B as number, C as number], 3));
  });
});

describe("fee and shares", () => {
  it("the fee grows from the second contract year and is owed for the months under contract", () => {
    const outcome = run({
      components: [contract({ feeGrowth: "0.1", start: "2026-07", term: "2" })],
      step: "half-year",
      periods: 8,
    });
    expect(outcome.series("contract.fee")).toEqual(close([0, 50, 50, 55, 55, 0, 0, 0]));
  });

  it("a share takes one line only, above its threshold, between floor and cap, once a year", () => {
    const parking = income([600, 1200, 100], "revenue_parking");
    const other = income([5000, 5000, 5000], "revenue_other");
    const row = share({ id: "parking", line: "parking", share: "0.5", threshold: "400", cap: "300", floor: "20" });
    expect(paid([row], [parking, other]).series("contract.share_paid.parking")).toEqual(close([100, 300, 20]));
    const quarterly = paid([row], [parking, other], { step: "quarter", periods: 12 });
    expect(quarterly.series("contract.share_paid.parking")).toEqual(close([0, 0, 0, 100, 0, 0, 0, 300, 0, 0, 0, 20]));
  });

  it("threshold, cap and floor of the first year are pro rata to its months", () => {
    const row = share({ threshold: "400" });
    const outcome = run({
      components: [contract({ shares: [row], start: "2026-07", term: "5" }), income([1200, 600])],
      step: "half-year",
      periods: 4,
    });
    expect(outcome.series("contract.share_paid.all")).toEqual(close([0, (600 - 200) * 0.1, 0, (600 - 400) * 0.1]));
  });

  it("VAT is collected on what the owner is paid", () => {
    const outcome = run({
      components: [contract({ feePerYear: "106", includesVat: true, vatMethod: "general", vatRate: "0.06" })],
      periods: 1,
    });
    expect(outcome.total("contract.fee")).toBeCloseTo(100, 6);
    expect(outcome.total("contract.fee_vat_received")).toBeCloseTo(6, 6);
  });
});

describe("upfront capital", () => {
  const capital = [
    { id: "now", amount: "1000", date: "2026-01", evidenced: true },
    { id: "later", amount: "500", date: "2027-01", evidenced: false },
  ];

  it("counts with evidence only and is earned evenly over the contract", () => {
    const outcome = run({ components: [contract({ capital, term: "4" })], periods: 5 });
    expect(outcome.series("contract.upfront")).toEqual(close([1000, 0, 0, 0, 0]));
    expect(outcome.series("contract.earned")).toEqual(close([250, 250, 250, 250, 0]));
    expect(outcome.series("account.deferred")).toEqual(close([750, 500, 250, 0, 0]));
    expect(outcome.total("contract.unproven")).toBeCloseTo(500, 6);
  });
});

describe("subsidy", () => {
  const asked = { subsidyRequested: profile([80, 80]), subsidyLimit: "50" };

  it("is not paid without a budget basis and never above the limit", () => {
    expect(run({ components: [contract(asked)], periods: 2, papers: "as given" }).total("contract.subsidy")).toBe(0);
    const upTo = (amount: string) =>
      run({
        components: [contract({ ...asked, subsidyBasis: "budget" })],
        periods: 2,
        records: [{ id: "budget", date: "2026-01-01", kind: "budget_approval", values: { amount } }],
      });
    const based = upTo("60");
    expect(based.series("contract.subsidy")).toEqual(close([50, 50]));
    expect(based.series("contract.subsidy_over")).toEqual(close([30, 30]));
    // A budget approves so much a year.
    expect(upTo("40").series("contract.subsidy")).toEqual(close([40, 40]));
  });
});

describe("performance", () => {
  it("payment follows the score between its floor and its full mark", () => {
    const outcome = run({
      components: [
        contract({ paymentPerYear: "200", score: profile([55, 75, 95, 80]), scoreFloor: "60", scoreFull: "90" }),
      ],
      periods: 4,
    });
    expect(outcome.series("contract.score_factor")).toEqual(close([0, 0.5, 1, 2 / 3]));
    expect(outcome.series("contract.performance_payment")).toEqual(close([0, 100, 200, 400 / 3]));
  });

  it("a missed indicator costs its penalty, a met one nothing", () => {
    const kpi = (id: string, sense: string, target: string, expected: string): Inputs => ({
      id,
      kpi: "other",
      sense,
      target,
      expected,
      penalty: "30",
    });
    const outcome = run({
      components: [
        contract({
          kpis: [
            kpi("met", "at_least", "85", "85"),
            kpi("low", "at_least", "90", "85"),
            kpi("slow", "at_most", "30", "31"),
          ],
        }),
      ],
      periods: 1,
    });
    expect(["met", "low", "slow"].map((id) => outcome.total(`contract.penalty_paid.${id}`))).toEqual(
      close([0, 30, 30]),
    );
  });
});

describe("limits the contract keeps in sight", () => {
  const limits = (changes: Inputs) =>
    run({ components: [contract(changes)], periods: 12, parameters: { performance_bond_max: "0.1" } });

  it("bond, lease term, prices and consortium", () => {
    const sound = limits({
      bondAmount: "100",
      prices: [{ id: "fee", service: "property_fee", price: "1.2", cap: "1.2" }],
      consortium: [
        { id: "a", member: "property", share: "0.6" },
        { id: "b", member: "care", share: "0.4" },
      ],
    });
    const kept = ["bond_within_limit", "within_lease_limit", "price_within_cap.fee", "consortium_complete"];
    expect(kept.map((name) => sound.one(`contract.${name}`))).toEqual([1, 1, 1, 1]);
    const broken = limits({
      bondAmount: "101",
      extensionYears: "11",
      extended: true,
      prices: [{ id: "fee", service: "property_fee", price: "1.3", cap: "1.2" }],
      consortium: [{ id: "a", member: "property", share: "0.6" }],
    });
    expect(sound.one("contract.bond_limit")).toBeCloseTo(100, 6);
    expect(broken.one("contract.years_agreed")).toBe(21);
    expect(kept.map((name) => broken.one(`contract.${name}`))).toEqual([1, 0, 0, 0]);
    expect(broken.one("contract.price_used.fee")).toBeCloseTo(1.2, 9);
  });
});

describe("what the operator promised to spend", () => {
  const staff: Inputs = { id: "staff", kind: "staff", amount: "60", growth: "0.2" };
  const lifts: Inputs = { id: "lifts", kind: "replacement", amount: "90", growth: "0", first: "2027-01", life: "3" };

  it("runs every year or comes again after each life, and stops with the contract", () => {
    const outcome = run({ components: [contract({ obligations: [staff, lifts], term: "7" })], periods: 9 });
    expect(outcome.series("contract.obligation.staff").slice(0, 3)).toEqual(close([60, 72, 86.4]));
    expect(outcome.series("contract.obligation.staff").slice(7)).toEqual(close([0, 0]));
    expect(outcome.series("contract.obligation.lifts")).toEqual(close([0, 90, 0, 0, 90, 0, 0, 0, 0]));
  });
});

describe("the same contract in the operator's own project", () => {
  it("turns fee and share into cost of the operator", () => {
    const parties = { side: "operator", owner: "soe", operator: "entity", shares: [share()] };
    const earned: Part = ["income", "scheduled_income", { ...income([600, 600])[2], payee: "entity" }];
    const outcome = run({ components: [contract(parties), earned], periods: 2 });
    expect(outcome.series("project.operating_cost")).toEqual(close([160, 160]));
    expect(outcome.series("project.net")).toEqual(close([440, 440]));
  });
});

describe("a contract over several areas", () => {
  const areas = [
    { id: "own", name: "本片区", households: "400", here: true },
    { id: "other", name: "邻近片区", households: "1200", here: false },
  ];

  it("counts this project's part of a fee that is that of all areas, by households: 400 of 1,600", () => {
    const fee = (changes: Inputs) => run({ components: [contract(changes)], periods: 2 }).series("contract.fee");
    expect(fee({ areas, feeCovers: "all" })).toEqual(close([25, 25]));
    expect(fee({ areas })).toEqual(close([100, 100]));
    expect(fee({})).toEqual(close([100, 100]));
  });
});
