import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, profile, run, situationCase } from "./support/situation.ts";

const tranche = (changes: Inputs = {}): Inputs => ({
  id: "a",
  amount: "20000",
  issue: "2026-01",
  coupon: "0.025",
  term: "20",
  firstPrincipal: "20",
  ...changes,
});

const bond = (changes: Inputs = {}, tranches: readonly Inputs[] = [tranche()]): Part => [
  "bond",
  "special_bond",
  {
    issuer: "district",
    borrower: "entity",
    feePayee: "supplier",
    use: "debt",
    tranches,
    issueTiming: "start",
    couponInterval: "half_year",
    issueFeeRate: "0",
    paymentFeeRate: "0",
    completion: "2028-01",
    status: "approved",
    ...changes,
  },
];

const income = (amounts: readonly number[], changes: Inputs = {}): Part => [
  "income",
  "scheduled_income",
  {
    payer: "tenant",
    payee: "entity",
    category: "revenue_other",
    amount: profile(amounts),
    includesVat: false,
    vatMethod: "none",
    ...changes,
  },
];

const cost = (amounts: readonly number[]): Part => [
  "cost",
  "scheduled_operating_cost",
  {
    payer: "entity",
    payee: "supplier",
    category: "opex_other",
    amount: profile(amounts),
    includesVat: false,
    vatMethod: "none",
  },
];

/** 0 in the two years of construction, then 1,500 growing by 2 % a year. */
const net = Array.from({ length: 20 }, (_, year) => (year < 2 ? 0 : 1500 * 1.02 ** (year - 2)));

const close = (values: readonly number[], digits = 4) => values.map((value) => expect.closeTo(value, digits));

describe("BOND-1: bullet, half-yearly coupons", () => {
  const { expected, raw } = situationCase("BOND-1");
  const outcome = run({ components: [bond(), income(net)], periods: 20 });
  const paid = outcome
    .series("bond.interest")
    .map((value, index) => value + (outcome.series("bond.interest_construction")[index] as number));

  it("pays 500 a year and the principal at maturity", () => {
    expect(paid).toEqual(close(Array(20).fill(expected.annual_interest)));
    expect(outcome.series("bond.principal")).toEqual(close([...Array(19).fill(0), 20000]));
    expect(outcome.total("bond.service")).toBeCloseTo(expected.total_debt_service as number, 6);
  });

  it("covers interest and principal 1.0706 times, nominal and with construction interest", () => {
    expect(outcome.one("bond.coverage_net")).toBeCloseTo(expected.coverage_total as number, 6);
    expect(outcome.one("bond.coverage_net")).not.toBeCloseTo(expected.pv_coverage_at_coupon as number, 2);
    const without = outcome.total("bond.net_income") / (outcome.total("bond.service") - 1000);
    expect(outcome.one("bond.coverage_net")).not.toBeCloseTo(without, 3);
  });

  it("runs the cash down by the interest of construction", () => {
    const cash = outcome.series("party.entity.cash").map((value) => value - 20000);
    expect(cash).toEqual(close(raw.expected.cumulative_cash_if_interest_paid_from_project as readonly number[]));
    expect(Math.min(...cash)).toBeCloseTo(expected.min_cumulative as number, 4);
  });

  it("pays coupons of 250 each half-year where the file is by month", () => {
    const monthly = run({ components: [bond()], step: "month", periods: 36 });
    const coupons = monthly
      .series("bond.coupons_total")
      .flatMap((value, index) => (value === 0 ? [] : [[index + 1, value]]));
    expect(coupons.map(([period]) => period)).toEqual([6, 12, 18, 24, 30, 36]);
    for (const [, value] of coupons) expect(value).toBeCloseTo(expected.semiannual_coupon as number, 6);
    expect(monthly.series("bond.accrued_total")[0]).toBeCloseTo(500 / 12, 8);
  });
});

describe("BOND-2: equal principal from year 6", () => {
  const { expected, raw } = situationCase("BOND-2");
  const outcome = run({ components: [bond({}, [tranche({ firstPrincipal: "6" })]), income(net)], periods: 20 });

  it("debt service, interest and cash by year", () => {
    expect(outcome.series("bond.coupons_total")).toEqual(close(raw.expected.interest as readonly number[]));
    expect(outcome.series("bond.service")).toEqual(close(raw.expected.debt_service as readonly number[]));
    const cash = outcome.series("party.entity.cash").map((value) => value - 20000);
    expect(cash).toEqual(close(raw.expected.cumulative_cash as readonly number[]));
    expect(outcome.series("bond.balance")[19]).toBeCloseTo(0, 8);
  });

  it("covers well in total and not in year 6", () => {
    expect(outcome.one("bond.coverage_net")).toBeCloseTo(expected.coverage_total as number, 6);
    const single = outcome
      .series("bond.net_income")
      .map((value, index) => value / (outcome.series("bond.service")[index] as number));
    expect(single).toEqual(close(raw.expected.annual_coverage as readonly number[]));
    expect(single[5]).toBeCloseTo(expected.min_annual_coverage_operating as number, 5);
    expect(outcome.one("bond.lowest_year")).toBeCloseTo(expected.min_annual_coverage_operating as number, 5);
    expect(outcome.one("bond.lowest_year_at")).toBe(2026 + single.indexOf(outcome.one("bond.lowest_year")));
  });
});

describe("BOND-3: one set of facts, four coverages", () => {
  const { inputs, expected } = situationCase("BOND-3");
  const years = 10;
  const even = (total: number) => Array<number>(years).fill(total / years);
  const loan: Part = [
    "loan",
    "loan",
    {
      borrower: "entity",
      lender: "bank",
      sizing: "schedule",
      facility: String(inputs.bank_principal),
      priority: "1",
      lastDraw: "2036-01",
      drawSchedule: profile([inputs.bank_principal as number]),
      rate: "0.03",
      rateBasis: "nominal",
      drawTiming: "start",
      start: "2026-01",
      completion: "2026-01",
      constructionInterest: "paid",
      form: "bullet",
      grace: "0",
      tenor: "120",
    },
  ];
  const terms = tranche({
    amount: String(inputs.bond_principal),
    coupon: "0.05",
    term: String(years),
    firstPrincipal: String(years),
  });
  const outcome = run({
    components: [
      bond({}, [terms]),
      loan,
      income(even(inputs.gross_revenue as number)),
      cost(even(inputs.operating_cost as number)),
    ],
    periods: years,
  });

  it("the facts are those of the case", () => {
    expect(outcome.total("bond.coupons_total")).toBeCloseTo(inputs.bond_interest as number, 6);
    expect(outcome.total("loan.interest")).toBeCloseTo(inputs.bank_interest as number, 6);
  });

  it.each([
    ["gross_over_bond", "bond.coverage_gross"],
    ["net_over_bond", "bond.coverage_net"],
    ["net_over_all_debt", "bond.coverage_all_debt"],
    ["net_after_bank_over_bond", "bond.coverage_after_other"],
  ])("%s", (key, line) => {
    expect(outcome.one(line)).toBeCloseTo(expected[key] as number, 6);
  });
});

describe("issue, accrual and capitalisation", () => {
  it("issued at the end of the period bears no interest in it; a switch says the start", () => {
    const late = run({ components: [bond({ issueTiming: "end" })], periods: 22 });
    expect(late.series("bond.coupons_total").slice(0, 2)).toEqual(close([0, 500]));
    expect(late.series("bond.principal")[20]).toBeCloseTo(20000, 8);
    expect(late.total("bond.coupons_total")).toBeCloseTo(10000, 6);
    const early = run({ components: [bond()], periods: 22 });
    expect(early.series("bond.coupons_total")[0]).toBeCloseTo(500, 8);
  });

  it("interest and issue fee in construction belong to the asset cost, later interest and payment fees are expensed", () => {
    const books: Part = [
      "books",
      "asset_books",
      { taxpayer: "entity", completion: "2028-01", life: "240", residualShare: "0" },
    ];
    const works: Part = ["works", "works", worksOf([item(1000)])];
    const outcome = run({
      components: [bond({ issueFeeRate: "0.001", paymentFeeRate: "0.00005" }), works, books],
      periods: 6,
    });
    expect(outcome.total("books.cost")).toBeCloseTo(1000 + 1000 + 20, 6);
    expect(outcome.series("bond.payment_fee")).toEqual(close(Array(6).fill(0.025), 8));
  });

  it("accrued interest of construction is asset cost also where its coupon falls after completion", () => {
    const books: Part = [
      "books",
      "asset_books",
      { taxpayer: "entity", completion: "2026-04", life: "240", residualShare: "0" },
    ];
    const outcome = run({ components: [bond({ completion: "2026-04" }), books], step: "month", periods: 12 });
    expect(outcome.total("books.cost")).toBeCloseTo(125, 6);
    expect(outcome.total("bond.interest_construction")).toBe(0);
    expect(outcome.total("bond.interest")).toBeCloseTo(500, 6);
  });

  it("income tax deducts what accrues, not what is paid", () => {
    const tax: Part = ["cit", "income_tax", { taxpayer: "entity", authority: "tax", taxRate: "0.25" }];
    const half = run({
      components: [bond({ completion: "2026-01" }, [tranche({ issue: "2026-04" })]), income([1000, 1000]), tax],
      step: "quarter",
      periods: 8,
    });
    // Issued in April: three quarters accrue in 2026, one coupon of two quarters is paid.
    expect(half.series("cit.tax")[3]).toBeCloseTo((1000 - 375) * 0.25, 6);
    expect(half.series("bond.interest").slice(0, 4)).toEqual(close([0, 0, 250, 0]));
  });

  it("counts only where its status counts", () => {
    expect(run({ components: [bond({ status: "planned" })], periods: 4 }).total("bond.issue")).toBe(0);
  });

  it("tranches run by their own terms", () => {
    const outcome = run({
      components: [
        bond({}, [
          tranche({ amount: "1000", coupon: "0.02", term: "2", firstPrincipal: "1" }),
          tranche({ id: "b", amount: "2000", coupon: "0.03", issue: "2027-01", term: "3", firstPrincipal: "3" }),
        ]),
      ],
      periods: 5,
    });
    expect(outcome.series("bond.coupons_total")).toEqual(close([20, 10 + 60, 60, 60, 0]));
    expect(outcome.series("bond.principal")).toEqual(close([500, 500, 0, 2000, 0]));
  });

  it("as capital it is served by the budget and leaves no debt with the project", () => {
    const outcome = run({ components: [bond({ use: "capital", holder: "bondholder" })], periods: 20 });
    expect(outcome.total("party.entity.net")).toBeCloseTo(20000, 6);
    // Holders give 20,000 and get 30,000 back.
    expect(outcome.total("party.bondholder.net")).toBeCloseTo(10000, 6);
    expect(outcome.lines.find(({ id }) => id === "bond.issue")?.role).toBe("equity.paid_in");
    expect(outcome.has("bond.coverage")).toBe(false);
  });

  it("says what bond money is not matched by eligible spending", () => {
    const works: Part = ["works", "works", worksOf([item(15000, { eligibleBond: "yes" }), item(3000, { id: "x" })])];
    const outcome = run({ components: [bond(), works], periods: 2 });
    expect(outcome.series("bond.unspent")).toEqual(close([5000, 5000]));
  });
});
