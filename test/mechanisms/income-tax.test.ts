import { describe, expect, it } from "vitest";
import { saleOf, spent } from "./support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation, situationCase } from "./support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];

const cit = (changes: Inputs = {}): Part => ["cit", "income_tax", { taxpayer: "spv", authority: "tax", ...changes }];

const flows = (id: string, mechanism: string, category: string, amounts: readonly number[]): Part => {
  const receives = mechanism === "scheduled_income";
  return [
    id,
    mechanism,
    {
      payer: receives ? "tenant" : "spv",
      payee: receives ? "spv" : "supplier",
      category,
      amount: profile(amounts),
      includesVat: false,
      vatMethod: "none",
    },
  ];
};
const income = (amounts: readonly number[]) => flows("income", "scheduled_income", "revenue_other", amounts);
const expense = (amounts: readonly number[]) => flows("expense", "scheduled_operating_cost", "opex_other", amounts);

const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, ...situation });
const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));

describe("CIT-1: losses carried five years, oldest first", () => {
  const { raw } = situationCase("CIT-1");
  const profits = raw.inputs.profit_before_tax as readonly number[];
  const components = [
    income(profits.map((value) => Math.max(0, value))),
    expense(profits.map((value) => Math.max(0, -value))),
    cit(),
  ];
  const outcome = evaluate(components, { periods: profits.length });

  it.each([
    ["loss_used", "cit.loss_used"],
    ["taxable", "cit.taxable"],
    ["tax", "cit.tax"],
    ["expired", "cit.loss_expired"],
  ])("%s", (key, line) => {
    expect(outcome.series(line)).toEqual(close(raw.expected[key] as readonly number[]));
  });

  it("settles per calendar year, in its last period, also in a file by quarter that begins in July", () => {
    const quarterly = evaluate([flows("income", "scheduled_income", "revenue_other", [0, 400]), cit()], {
      step: "quarter",
      periods: 8,
      start: "2026-07",
    });
    const paid = quarterly.series("cit.tax");
    expect(paid.map((value, index) => (value > 0 ? index : -1)).filter((index) => index >= 0)).toEqual([5]);
    expect(paid[5]).toBeCloseTo(100, 6);
  });
});

describe("adjusted tax", () => {
  const loan: Part = [
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
      rate: "0.1",
      rateBasis: "nominal",
      drawTiming: "start",
      start: "2026-01",
      completion: "2026-01",
      constructionInterest: "paid",
      form: "bullet",
      grace: "0",
      tenor: "48",
    },
  ];

  it("is on profit before interest, with five-year losses of its own", () => {
    const outcome = evaluate([income([50, 150, 150, 150]), expense([100]), loan, cit()], { periods: 4 });
    // With interest of 100 a year: −150, 50, 50, 50; without it: −50, 150, 150, 150.
    expect(outcome.series("cit.tax")).toEqual(close([0, 0, 0, 0]));
    expect(outcome.series("cit.adjusted_tax")).toEqual(close([0, 25, 37.5, 37.5]));
  });
});

describe("money given", () => {
  const books: Part = [
    "books",
    "asset_books",
    { taxpayer: "spv", completion: "2027-12", life: "48", residualShare: "0" },
  ];
  const works = spent("works", "cost_works_building", [1000], { eligibleGrant: "yes" });
  const grant = (changes: Inputs): Part => [
    "grant",
    "special_grant",
    {
      payer: "province",
      payee: "spv",
      amount: "400",
      progress: [{ id: "all", reached: "1", share: "1" }],
      lagMonths: "0",
      status: "approved",
      ...changes,
    },
  ];
  const taxes = (changes: Inputs) =>
    evaluate([income([0, 500, 500, 500, 500, 500]), works, books, grant(changes), cit()], { periods: 6 }).series(
      "cit.tax",
    );

  it("is no income by default, and the cost it paid is added back pro rata", () => {
    // A depreciation of 250 a year from 2028 on, 40 % of it added back.
    expect(taxes({})).toEqual(close([0, 125, 87.5, 87.5, 87.5, 87.5]));
  });

  it("taxable money is income when received and its cost deductible", () => {
    expect(taxes({ taxTreatment: "taxable" })).toEqual(close([100, 125, 62.5, 62.5, 62.5, 62.5]));
  });

  it("residents' money and donations are treated alike, or taken off the cost of the assets", () => {
    const donation: Part = [
      "gift",
      "donation",
      { donor: "donor", payee: "spv", kind: "cash", amount: "400", date: "2026-06", status: "approved" },
    ];
    const outcome = evaluate([income([0, 500, 500]), works, books, donation, cit()], { periods: 3 });
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 250]));
    expect(outcome.series("account.reserve")[2]).toBeCloseTo(400, 6);
    const netted = () => {
      const inputs = { ...(donation[2] as object), contributionTreatment: "net_asset" };
      const other = evaluate([income([0, 500, 500]), works, books, ["gift", "donation", inputs], cit()], {
        periods: 3,
      });
      expect(other.series("account.reserve")[2]).toBeCloseTo(0, 6);
      return { tax: other.series("cit.tax"), depreciation: other.series("books.depreciation") };
    };
    expect(outcome.series("cit.tax")).toEqual(close([0, 125, 87.5]));
    const { tax, depreciation } = netted();
    expect(depreciation).toEqual(close([0, 0, 150]));
    expect(tax).toEqual(close([0, 125, 87.5]));
  });
});

describe("small low-profit treatment", () => {
  const taxOf = (amounts: readonly number[], changes: Inputs = {}) =>
    evaluate([income(amounts), cit(changes)], { periods: 3 }).series("cit.tax");

  it("is never assumed from the size of the profit", () => {
    expect(taxOf([1000000, 1000000])).toEqual(close([250000, 250000, 0]));
  });

  it("where chosen holds up to the limit, ends above it and ends with its date", () => {
    const chosen = taxOf([3000000, 3000001, 3000000], { regime: "small_profit" });
    expect(chosen).toEqual(close([150000, 750000.25, 600000]));
  });
});

describe("land appreciation tax and surcharges in profit", () => {
  const homes = saleOf("homes", 10000, {
    includesVat: false,
    vatMethod: "general",
    vatRate: "0.09",
    mode: "presale",
    handover: "2028-01",
  });
  const works = spent("works", "cost_works_building", [1000]);
  const components = (profitTiming: string): readonly Part[] => [
    homes,
    works,
    [
      "lat",
      "land_appreciation_tax",
      {
        taxpayer: "spv",
        authority: "tax",
        products: [{ id: "homes", product: "homes", category: "other" }],
        expenses: "rate",
        settlementMonth: "2029-01",
        profitTiming,
      },
    ],
    ["vat", "vat_return", { taxpayer: "spv", authority: "tax", prepaymentRate: "0.03", profitTiming }],
    ["books", "asset_books", { taxpayer: "spv", completion: "2028-01", life: "240", residualShare: "0" }],
    income([500, 500, 500, 500, 500]),
    cit(),
  ];
  const paid = evaluate(components("paid"), { periods: 5 });
  const matched = evaluate(components("matched"), { periods: 5 });

  it("deducted when paid: prepayments lower the profit before hand-over", () => {
    expect(paid.series("cit.profit")[0]).toBeCloseTo(500 - (10000 * 0.015 + 300 * 0.12), 6);
    expect(matched.series("cit.profit")[0]).toBeCloseTo(500, 6);
  });

  it("matched: nothing before hand-over, then the whole tax on what is recognised, settled or not", () => {
    // Surcharges 12 % of 300 prepaid and of 600 at hand-over; sales are 10,000 of 11,500 in all, so 93.9130 of them are deducted. Deductions
    // 1.3 × 1,000 + 93.9130, appreciation 8,606.0870: 60 % less 35 % of the deductions = 4,675.7826.
    expect(matched.series("vat.surcharge_expensed")).toEqual(close([0, 0, 108, 0, 0]));
    expect(matched.series("lat.paid_expensed").slice(0, 3)).toEqual(close([0, 0, 4675.782609]));
    expect(matched.series("cit.deductions")[2]).toBeCloseTo(1000 + 108 + 4675.782609, 5);
  });

  it("matched: prepayments are assets until the settlement, then what was charged has been paid", () => {
    // Of land appreciation tax 150 prepaid in 2026; VAT collected 900, prepaid 300 with surcharges of 36.
    expect(matched.series("account.vat_credit")[0]).toBeCloseTo(150 + 36 + 300, 6);
    // Settled in 2029: charged and paid are the same.
    expect(matched.series("account.vat_credit")[3]).toBeCloseTo(0, 6);
    expect(matched.total("lat.paid_expensed")).toBeCloseTo(matched.total("lat.paid"), 6);
    expect(matched.total("vat.surcharge_expensed")).toBeCloseTo(matched.total("vat.surcharge"), 6);
    expect(matched.series("stmt_balance.r1")).toEqual(close(matched.series("stmt_balance.r2")));
  });

  it("both pay the same to the bureau and differ in income tax by year", () => {
    expect(matched.total("lat.paid")).toBeCloseTo(paid.total("lat.paid"), 6);
    expect(matched.series("cit.tax")[2]).not.toBeCloseTo(paid.series("cit.tax")[2] ?? 0, 1);
  });
});

describe("estimated margin on presales", () => {
  const homes = saleOf("homes", 10000, { mode: "presale", handover: "2028-01" });
  const works = spent("works", "cost_works_building", [1000]);

  it("is not taken by default, and is taken and given back where entered", () => {
    const without = evaluate([homes, works, cit()], { periods: 4 });
    expect(without.series("cit.income")).toEqual(close([0, 0, 10000, 0]));
    const estimated = evaluate([homes, works, cit({ presaleMargin: "0.1" })], { periods: 4 });
    expect(estimated.series("cit.income")).toEqual(close([1000, 0, 9000, 0]));
  });
});

describe("community services", () => {
  const services = (changes: Inputs = {}): Part => [
    "service",
    "operating_revenue",
    {
      earner: "spv",
      start: "2026-01",
      end: "2030-12",
      ramp: [{ id: "y1", year: "1", share: "1" }],
      items: [
        {
          id: "care",
          kind: "service",
          payer: "resident",
          basis: "count",
          quantity: "1",
          price: "1000",
          per: "year",
          growth: "0",
          ramped: "no",
          collection: "1",
          includesVat: false,
          vatMethod: "general",
          vatRate: "0.06",
          relief: "community_service",
        },
      ],
      ...changes,
    },
  ];
  const taxed = (changes: Inputs) => evaluate([services(changes), cit()], { periods: 4 }).series("cit.tax");

  it("income counts at 90 % until the relief ends", () => {
    expect(taxed({})).toEqual(close([225, 225, 250, 250]));
  });

  it("beyond its end only where renewal is assumed", () => {
    expect(taxed({ assumeRenewal: true })).toEqual(close([225, 225, 225, 225]));
  });

  it("is accounted apart", () => {
    const outcome = evaluate([services(), income([500]), cit()], { periods: 2 });
    expect(outcome.series("cit.service_income")).toEqual(close([1000, 1000]));
  });
});
