import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, run, type Situation, situationCase } from "./support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, periods: 5, ...situation });
const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));

const holders = (changes: Inputs = {}): Part => [
  "spv_holders",
  "spv_shareholders",
  {
    company: "spv",
    shareholders: [
      { id: "a", holder: "investor", share: "0.6" },
      { id: "b", holder: "soe", share: "0.4" },
    ],
    calls: profile([1000]),
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
const loan = (changes: Inputs = {}): Part => [
  "loan",
  "loan",
  {
    borrower: "spv",
    lender: "bank",
    sizing: "schedule",
    facility: "1000",
    priority: "1",
    lastDraw: "2027-01",
    drawSchedule: profile([1000]),
    rate: "0.05",
    rateBasis: "nominal",
    drawTiming: "end",
    start: "2026-01",
    completion: "2026-01",
    constructionInterest: "paid",
    form: "equal_principal",
    grace: "12",
    tenor: "60",
    ...changes,
  },
];

describe("shareholders of the project company", () => {
  it("pay capital calls by their shares, which are to sum to 100 %", () => {
    const outcome = evaluate([holders()]);
    expect(outcome.total("spv_holders.paid_in.a")).toBeCloseTo(600, 8);
    expect(outcome.total("spv_holders.paid_in.b")).toBeCloseTo(400, 8);
    expect(outcome.one("spv_holders.share_total")).toBe(1);
    const short = holders({ shareholders: [{ id: "a", holder: "investor", share: "0.6" }] });
    expect(() => evaluate([short])).toThrow(
      "spv_holders/inputs/shareholders: the shares of “shareholders” add up to 0.6, not to 1",
    );
  });

  it("receive nothing unless a policy says so", () => {
    const outcome = evaluate([holders(), income([500, 500, 500])]);
    expect(outcome.has("spv_holders.dividend_total")).toBe(false);
    expect(outcome.total("party.investor.net")).toBeCloseTo(-600, 6);
  });
});

describe("dividends", () => {
  it("share what is left of the profit after the legal reserve, by shares", () => {
    const outcome = evaluate([holders({ payout: "0.5" }), income([500, 500])]);
    // 500 less a reserve of 50; half of 450, then half of what is left and of the next 450.
    expect(outcome.series("spv_holders.dividend_total").slice(0, 3)).toEqual(close([225, 337.5, 168.75]));
    expect(outcome.series("spv_holders.dividend.b")[0]).toBeCloseTo(90, 6);
  });

  it("never more than the cash above the minimum and the sinking amounts", () => {
    const works: Part = [
      "spent",
      "scheduled_investment",
      {
        payer: "spv",
        payee: "contractor",
        category: "cost_works_building",
        amount: profile([1350]),
        includesVat: false,
        vatMethod: "none",
      },
    ];
    const paid = (changes: Inputs, conventions: Readonly<Record<string, string>> = {}) =>
      evaluate([holders({ payout: "1", ...changes }), income([500]), works], { conventions }).series(
        "spv_holders.dividend_total",
      )[0];
    // Cash of 150 against a distributable profit of 450.
    expect(paid({})).toBeCloseTo(150, 6);
    expect(paid({}, { minimumCash: "60" })).toBeCloseTo(90, 6);
    expect(paid({ sinking: profile([100]) })).toBeCloseTo(50, 6);
  });

  it("keep the debt service of the year ahead", () => {
    const outcome = evaluate([
      holders({ calls: profile([0]), payout: "1" }),
      income([700, 700, 700]),
      loan({ drawSchedule: profile([0]) }),
    ]);
    expect(outcome.series("spv_holders.dividend_total")[0]).toBeCloseTo(700, 6);
    const spending: Part = [
      "spent",
      "scheduled_investment",
      {
        payer: "spv",
        payee: "contractor",
        category: "cost_works_building",
        amount: profile([1000]),
        includesVat: false,
        vatMethod: "none",
      },
    ];
    const indebted = evaluate([
      holders({ calls: profile([0]), payout: "1" }),
      income([700, 700, 700]),
      loan(),
      spending,
    ]);
    // Four instalments of 250 from the second year on and interest of 50.
    expect(indebted.series("loan.due_next_year")[0]).toBeCloseTo(300, 6);
    expect(indebted.series("spv_holders.dividend_total")[0]).toBeCloseTo(400, 6);
  });

  it("the year ahead is read from the terms of each form of repayment", () => {
    const ahead = (changes: Inputs, at: number) =>
      evaluate([loan(changes)], { periods: 6 }).series("loan.due_next_year")[at];
    const actual = (changes: Inputs, at: number) => {
      const outcome = evaluate([loan(changes)], { periods: 6 });
      return (outcome.series("loan.principal")[at + 1] ?? 0) + (outcome.series("loan.interest")[at + 1] ?? 0);
    };
    for (const form of ["equal_principal", "equal_payment", "bullet"])
      for (const at of [0, 1, 2, 3, 4])
        expect(ahead({ form }, at), `${form} ${at}`).toBeCloseTo(actual({ form }, at), 6);
    const bond: Part = [
      "bond",
      "special_bond",
      {
        issuer: "district",
        borrower: "spv",
        feePayee: "supplier",
        use: "debt",
        tranches: [{ id: "a", amount: "900", issue: "2026-01", coupon: "0.03", term: "5", firstPrincipal: "3" }],
        issueTiming: "end",
        couponInterval: "half_year",
        issueFeeRate: "0",
        paymentFeeRate: "0",
        completion: "2026-01",
        status: "approved",
      },
    ];
    const outcome = evaluate([bond], { periods: 7 });
    for (const at of [0, 1, 2, 3, 4, 5])
      expect(outcome.series("bond.due_next_year")[at]).toBeCloseTo(outcome.series("bond.service")[at + 1] ?? 0, 6);
  });
});

describe("CAPR-1: capital ratio", () => {
  const { inputs, expected } = situationCase("CAPR-1");
  const equity = (id: string, amount: number, kind: string): Part => [
    id,
    "equity",
    { investor: "investor", recipient: "spv", schedule: profile([amount]), kind },
  ];
  const bond: Part = [
    "bond",
    "special_bond",
    {
      issuer: "district",
      borrower: "spv",
      holder: "bondholder",
      feePayee: "supplier",
      use: "capital",
      tranches: [
        {
          id: "a",
          amount: String(inputs.special_bond_as_capital),
          issue: "2026-01",
          coupon: "0.02",
          term: "10",
          firstPrincipal: "10",
        },
      ],
      issueTiming: "end",
      couponInterval: "half_year",
      issueFeeRate: "0",
      paymentFeeRate: "0",
      completion: "2028-01",
      status: "approved",
    },
  ];
  const works: Part = [
    "spent",
    "scheduled_investment",
    {
      payer: "spv",
      payee: "contractor",
      category: "cost_works_building",
      amount: profile([inputs.total_investment as number]),
      includesVat: false,
      vatMethod: "none",
      eligibleGrant: "yes",
    },
  ];
  const grant: Part = [
    "grant",
    "special_grant",
    {
      payer: "province",
      payee: "spv",
      amount: String(inputs.grants),
      progress: [{ id: "all", reached: "1", share: "1" }],
      lagMonths: "0",
      status: "approved",
    },
  ];
  const outcome = evaluate([
    equity("cash", inputs.equity_cash as number, "money"),
    equity("perpetual", inputs.equity_instruments as number, "instrument"),
    bond,
    works,
    grant,
    ["test", "capital_ratio", { recipient: "spv", workingCapital: "initial" }],
  ]);

  it.each([
    ["required", "test.required"],
    ["declared", "test.declared"],
    ["ratio", "test.ratio"],
    ["instrument_share", "test.instrument_share"],
  ])("%s", (key, line) => {
    expect(outcome.one(line)).toBeCloseTo(expected[key] as number, 8);
  });

  it("instruments keep their limit, and grants are no capital", () => {
    expect(outcome.one("test.instruments_ok")).toBe(1);
    expect(outcome.one("test.ratio_ok")).toBe(1);
    expect(outcome.total("grant.grant")).toBeCloseTo(inputs.grants as number, 6);
  });

  it("what counts by the authority's approval stands beside the ratio, not in it", () => {
    const customLines = [
      {
        id: "residents",
        label: "residents",
        unit: "CNY",
        kind: "flow",
        role: "memo",
        formula: "t == 1 ? 2000 CNY : 0",
        tags: { as_capital: "approved", recipient: "spv" },
      },
    ];
    const counted = evaluate(
      [
        equity("cash", 3000, "money"),
        works,
        ["test", "capital_ratio", { recipient: "spv", workingCapital: "initial" }],
      ],
      { customLines },
    );
    expect(counted.one("test.ratio")).toBeCloseTo(0.15, 8);
    expect(counted.one("test.ratio_with_approval")).toBeCloseTo(0.25, 8);
  });

  it("the initial part of working capital is in the base, or all of it", () => {
    const customLines = [
      {
        id: "wc",
        label: "wc",
        unit: "CNY",
        kind: "flow",
        role: "working_capital.increase",
        payer: "spv",
        payee: "supplier",
        formula: "t == 1 ? 1000 CNY : 0",
      },
    ];
    const base = (workingCapital: string) =>
      evaluate([works, ["test", "capital_ratio", { recipient: "spv", workingCapital }]], { customLines }).one(
        "test.base",
      );
    expect(base("initial")).toBeCloseTo(20300, 6);
    expect(base("full")).toBeCloseTo(21000, 6);
  });
});
