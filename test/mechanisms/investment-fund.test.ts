import { describe, expect, it } from "vitest";
import { irr } from "../../models/finance/index.ts";
import { type Inputs, type Part, profile, run, situationCase } from "./support/situation.ts";

const fund = (changes: Inputs = {}): Part => [
  "fund",
  "investment_fund",
  {
    fund: "fund",
    investors: "investor",
    manager: "supplier",
    recipient: "spv",
    drawdown: profile([1000]),
    hurdle: "0.06",
    feeRate: "0",
    carry: "0.2",
    catchUp: "1",
    exitMonth: "2031-12",
    exitProceeds: "1700",
    exitPayer: "soe",
    exitRoute: "sale",
    status: "approved",
    ...changes,
  },
];

const income = (amounts: readonly number[]): Part => [
  "income",
  "scheduled_income",
  {
    payer: "tenant",
    payee: "spv",
    category: "revenue_other",
    amount: profile(amounts),
    includesVat: false,
    vatMethod: "none",
  },
];

describe("FUND-1: waterfall with hurdle and full catch-up", () => {
  const { expected } = situationCase("FUND-1");
  const outcome = run({ components: [fund()], periods: 8 });
  const lines: readonly (readonly [string, string])[] = [
    ["return_of_capital", "fund.capital_back"],
    ["preferred_return", "fund.preferred"],
    ["catch_up", "fund.catch_up"],
    ["split_remaining", "fund.split"],
    ["lp_total", "fund.to_investors"],
    ["gp_total", "fund.to_manager"],
  ];
  it.each(lines)("%s", (key, line) => {
    expect(outcome.total(line)).toBeCloseTo(expected[key] as number, 4);
  });
});

describe("waterfall", () => {
  it("compounds per period to the same yearly rate, whatever the step", () => {
    const monthly = run({
      components: [fund({ drawdown: profile([1000], "2026-01", "month"), exitMonth: "2031-01" })],
      step: "month",
      periods: 72,
    });
    expect(monthly.total("fund.preferred")).toBeCloseTo(338.2256, 4);
  });

  it("treats fees as contributions", () => {
    const outcome = run({ components: [fund({ feeRate: "0.02" })], periods: 8 });
    expect(outcome.total("fund.contribution")).toBeCloseTo(1000 + 5 * 20, 6);
    expect(outcome.total("fund.capital_back")).toBeCloseTo(1100, 6);
  });

  it("gives the manager nothing below the hurdle, and takes nothing back", () => {
    const outcome = run({ components: [fund({ exitProceeds: "1300" })], periods: 8 });
    expect(outcome.total("fund.to_manager")).toBe(0);
    expect(outcome.total("fund.to_investors")).toBeCloseTo(1300, 6);
  });

  it("without catch-up splits what is above the hurdle", () => {
    expect(run({ components: [fund({ catchUp: "0" })], periods: 8 }).total("fund.to_manager")).toBeCloseTo(
      (1700 - 1338.2256) * 0.2,
      4,
    );
  });

  it("the fund keeps nothing and nothing is lost", () => {
    const outcome = run({ components: [fund({ feeRate: "0.015" })], periods: 8 });
    for (const balance of outcome.series("party.fund.cash")) expect(balance).toBeCloseTo(0, 6);
    expect(outcome.total("fund.to_investors") + outcome.total("fund.to_manager")).toBeCloseTo(1700, 6);
  });

  it("is equity for the project only where its status counts", () => {
    expect(run({ components: [fund()], periods: 8 }).total("fund.invested")).toBe(1000);
    expect(run({ components: [fund({ status: "planned" })], periods: 8 }).total("fund.invested")).toBe(0);
  });

  it("distributes a share of free cash at the beginning of the period above the minimum", () => {
    const outcome = run({
      components: [fund({ distributionShare: "0.5", distributionFrom: "2027-01" }), income([2000])],
      periods: 3,
      conventions: { minimumCash: "200" },
    });
    // Cash of 3,000 and a profit of 2,000, of which 200 stay in the legal reserve: half of 2,800, then what is left of the profit.
    expect(outcome.series("fund.distribution")).toEqual([0, 1400, 400].map((value) => expect.closeTo(value, 6)));
  });

  it("never more than the profit there is, however much cash", () => {
    const outcome = run({
      components: [fund({ drawdown: profile([2375]), distributionShare: "0.25", distributionFrom: "2027-01" })],
      periods: 5,
    });
    expect(outcome.total("fund.distribution")).toBe(0);
    const earning = run({
      components: [fund({ distributionShare: "1", distributionFrom: "2027-01" }), income([0, 100])],
      periods: 5,
    });
    // 90 after the legal reserve, at the beginning of the period after it was earned.
    expect(earning.series("fund.distribution")).toEqual([0, 0, 90, 0, 0].map((value) => expect.closeTo(value, 6)));
    for (const left of earning.series("account.undistributed")) expect(left).toBeGreaterThanOrEqual(-1e-9);
  });

  it("two funds share the profit in proportion to what they ask for", () => {
    const [, mechanism, inputs] = fund({ distributionShare: "0.5", distributionFrom: "2027-01" });
    const outcome = run({
      components: [
        ["one", mechanism, inputs],
        ["two", mechanism, { ...inputs, distributionShare: "0.25" }],
        income([300]),
      ],
      periods: 3,
    });
    expect(outcome.series("one.distribution")[1]).toBeCloseTo(180, 6);
    expect(outcome.series("two.distribution")[1]).toBeCloseTo(90, 6);
  });
});

describe("what has no effect is said", () => {
  it("an exit after the horizon, and half of a policy of distributions", () => {
    expect(run({ components: [fund({ exitMonth: "2040-01" })], periods: 8 }).one("fund.exit_late")).toBe(1);
    expect(run({ components: [fund()], periods: 8 }).one("fund.exit_late")).toBe(0);
    expect(run({ components: [fund({ distributionShare: "0.5" })], periods: 8 }).one("fund.no_distribution")).toBe(1);
  });

  it("capital that has not come back at the end is an open end, unless the fund has left", () => {
    expect(run({ components: [fund({ exitMonth: "2040-01" })], periods: 8 }).one("fund.still_in")).toBe(1000);
    expect(run({ components: [fund({ exitProceeds: "700" })], periods: 8 }).one("fund.still_in")).toBe(0);
  });
});

describe("return of the investors", () => {
  it("the rate of FUND-1", () => {
    const outcome = run({ components: [fund()], periods: 8 });
    const flows = outcome
      .series("fund.to_investors")
      .map((value, index) => value - (outcome.series("fund.contribution")[index] as number));
    expect(irr(flows)).toBeCloseTo(situationCase("FUND-1").expected.lp_irr as number, 8);
  });

  it("a simple hurdle does not compound", () => {
    const outcome = run({ components: [fund({ hurdleBasis: "simple" })], periods: 8 });
    expect(outcome.total("fund.preferred")).toBeCloseTo(300, 6);
  });

  it("distributions return contributions first, then the preferred return, whatever year they come in", () => {
    const outcome = run({
      components: [
        fund({ distributionShare: "1", distributionFrom: "2027-01", exitProceeds: "700", exitMonth: "2028-12" }),
        income([10000 / 9]),
      ],
      periods: 4,
    });
    expect(outcome.series("fund.capital_back")[1]).toBeCloseTo(1000, 6);
    expect(outcome.series("fund.preferred")).toEqual([0, 0, 60 * 1.06, 0].map((value) => expect.closeTo(value, 6)));
  });
});
