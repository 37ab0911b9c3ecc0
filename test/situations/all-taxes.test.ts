import { describe, expect, it } from "vitest";
import { saleOf, spent } from "../mechanisms/support/sales.ts";
import { type Part, profile } from "../mechanisms/support/situation.ts";
import { study } from "./support/study.ts";

const pays = { taxpayer: "spv", authority: "tax" };

/** A project company that builds, presells flats, keeps shops, issues a bond, and pays every tax. */
function project(profitTiming: string): readonly Part[] {
  const vat = { includesVat: true, vatMethod: "general", vatRate: "0.09" };
  return [
    saleOf("flats", 90000, {
      ...vat,
      mode: "presale",
      handover: "2028-01",
      absorption: profile([0.3, 0.3, 0.3, 0.1]),
      collection: [
        { id: "down", lag: "0", share: "0.4" },
        { id: "loan", lag: "3", share: "0.6" },
      ],
    }),
    spent("land", "cost_land_price", [12000]),
    ["deed", "deed_tax", pays],
    spent("works", "cost_works_building", [15000, 20000], {
      includesVat: true,
      vatMethod: "creditable",
      vatRate: "0.09",
      eligibleBond: "yes",
    }),
    [
      "shops",
      "lease",
      {
        lessor: "spv",
        tenant: "tenant",
        product: "shops",
        areaLeased: "40",
        start: "2028-04",
        end: "2035-12",
        ramp: [
          { id: "y1", year: "1", share: "0.6" },
          { id: "y2", year: "2", share: "0.95" },
        ],
        rentPer: "month",
        rent: "8",
        ...vat,
        growth: "0.02",
        everyYears: "1",
        collection: "0.98",
      },
    ],
    [
      "bond",
      "special_bond",
      {
        issuer: "district",
        borrower: "spv",
        feePayee: "supplier",
        use: "debt",
        tranches: [
          { id: "a", amount: "10000", issue: "2026-01", coupon: "0.025", term: "7", firstPrincipal: "4" },
          { id: "b", amount: "5000", issue: "2027-04", coupon: "0.022", term: "5", firstPrincipal: "5" },
        ],
        issueTiming: "end",
        couponInterval: "half_year",
        issueFeeRate: "0.001",
        paymentFeeRate: "0.00005",
        completion: "2028-01",
        status: "approved",
      },
    ],
    [
      "owners",
      "spv_shareholders",
      {
        company: "spv",
        shareholders: [
          { id: "a", holder: "investor", share: "0.7" },
          { id: "b", holder: "soe", share: "0.3" },
        ],
        calls: profile([12000, 6000]),
        payout: "0.8",
      },
    ],
    ["vat", "vat_return", { ...pays, prepaymentRate: "0.03", landPrice: "12000", profitTiming }],
    [
      "lat",
      "land_appreciation_tax",
      {
        ...pays,
        products: [{ id: "flats", product: "flats", category: "ordinary" }],
        expenses: "rate",
        completion: "2028-01",
        profitTiming,
      },
    ],
    ["property", "property_tax", { ...pays, items: [{ id: "let", basis: "rent", product: "shops" }] }],
    ["site", "land_use_tax", { ...pays, landArea: "50", standard: "6", from: "2026-03", until: "2035-12" }],
    [
      "stamp",
      "stamp_tax",
      {
        ...pays,
        items: [
          { id: "s", kind: "sale" },
          { id: "c", kind: "construction" },
          { id: "l", kind: "lease" },
          { id: "b", kind: "books" },
        ],
      },
    ],
    ["books", "asset_books", { taxpayer: "spv", completion: "2028-01", life: "240", residualShare: "0.05" }],
    ["cit", "income_tax", pays],
  ];
}

describe.each(["paid", "matched"])("a project with every tax, by quarter, taxes in profit when %s", (timing) => {
  const held = {
    id: "held",
    label: "held",
    unit: "m2",
    kind: "scalar",
    role: "area.disposition.lease",
    formula: "40 m2",
    tags: { product: "shops", pool: "above" },
  };
  const result = study({
    components: project(timing),
    packs: [{ id: "national-law", version: "2026.1" }],
    step: "quarter",
    periods: 40,
    customLines: [held],
    conventions: { minimumCash: "500" },
  });

  it("both engines agree and the books tie in every quarter", () => {
    for (const value of result.series("stmt_balance.check")) expect(value).toBeCloseTo(0, 2);
  });

  it("cash of the books is cash of the parties", () => {
    const ofBooks = result.series("account.cash");
    for (const [index, value] of result.series("party.spv.cash").entries())
      expect(ofBooks[index]).toBeCloseTo(value, 4);
  });

  it("nothing stays on the accounts of bonds, advances and unfinished assets", () => {
    const last = (id: string) => result.series(id).at(-1);
    for (const id of ["account.debt", "account.payable", "account.advance", "account.wip", "account.inventory"])
      expect(last(id), id).toBeCloseTo(0, 4);
  });

  it("income tax of the life is the rate on the profit of the life", () => {
    // A yearly line holds its value through the year: one value a year is its sum.
    const profit = result.series("cit.profit").reduce((sum, value, index) => sum + (index % 4 === 3 ? value : 0), 0);
    expect(result.total("cit.tax")).toBeCloseTo(0.25 * profit, 2);
    expect(result.total("account.profit")).toBeCloseTo(profit - result.total("cit.tax"), 2);
  });

  it("dividends leave the minimum and the debt service ahead", () => {
    expect(result.total("owners.dividend_total")).toBeGreaterThan(0);
    const cash = result.series("party.spv.cash");
    const ahead = result.series("bond.due_next_year");
    for (const [index, dividend] of result.series("owners.dividend_total").entries())
      if (dividend > 0) expect((cash[index] ?? 0) - (ahead[index] ?? 0)).toBeGreaterThanOrEqual(500 - 0.01);
  });

  it("the coverage shown rests on the lines of the bond", () => {
    const { value } = result.indicator("coverage.bond");
    expect(value).toBeCloseTo(result.total("bond.net_income_after_tax") / result.total("bond.service"), 6);
  });
});
