import { describe, expect, it } from "vitest";
import { spent } from "../support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation } from "../support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

const cit: Part = ["cit", "income_tax", { taxpayer: "spv", authority: "tax" }];
/** Depreciation of 250 a year on a cost of 1,000, from the year after completion. */
const books = (changes: Inputs = {}): Part => [
  "books",
  "asset_books",
  { taxpayer: "spv", completion: "2027-12", life: "48", residualShare: "0", ...changes },
];
const grant = (changes: Inputs = {}): Part => [
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
const works = (amount: number) => spent("works", "cost_works_building", [amount], { eligibleGrant: "yes" });
const income: Part = [
  "income",
  "scheduled_income",
  {
    payer: "tenant",
    payee: "spv",
    category: "revenue_other",
    amount: profile([0, 0, 500, 500, 500, 500]),
    includesVat: false,
    vatMethod: "none",
  },
];
const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components: [...components, cit], packs, periods: 6, ...situation });

/** A loan that stands in full over the two years of construction and pays 100 of interest in each. */
const loan: Part = [
  "loan",
  "loan",
  {
    borrower: "spv",
    lender: "bank",
    sizing: "schedule",
    facility: "1000",
    priority: "1",
    lastDraw: "2026-12",
    drawSchedule: profile([1000]),
    rate: "0.1",
    rateBasis: "nominal",
    drawTiming: "start",
    start: "2026-01",
    completion: "2028-01",
    constructionInterest: "paid",
    form: "bullet",
    grace: "0",
    tenor: "24",
  },
];

describe("cost that untaxed money paid is added back as it is expensed", () => {
  it("money that comes after its cost was expensed is caught up: all of it is added back", () => {
    // Received in 2030, when 750 of 1,000 have been depreciated: 400 × 750/1,000 = 300 in that year, 100 in the last.
    const outcome = evaluate([income, works(1000), books(), grant({ lagMonths: "48" })]);
    expect(outcome.series("grant.grant")).toEqual(close([0, 0, 0, 0, 400, 0]));
    expect(outcome.series("cit.added_back")).toEqual(close([0, 0, 0, 0, 300, 100]));
    // 500 of income less 250, and in 2030 and 2031 with what is added back, at 25 %.
    expect(outcome.series("cit.tax")).toEqual(close([0, 0, 62.5, 62.5, 137.5, 87.5]));
  });

  it("interest in construction is in the cost and in what it is measured against", () => {
    // 800 of works and 200 of interest: 400/1,000 of a depreciation of 250.
    const outcome = evaluate([income, works(800), loan, books(), grant()]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 250, 250, 250, 250]));
    expect(outcome.series("cit.added_back")).toEqual(close([0, 0, 100, 100, 100, 100]));
  });

  it.each(["capitalised", "expensed"])("replacements (%s) stand apart: no untaxed money paid for them", (treatment) => {
    const renewal: Part = [
      "renewal",
      "replacement",
      {
        payer: "spv",
        payee: "supplier",
        until: "2031-12",
        growth: "0",
        treatment,
        operationStart: "2028-01",
        items: [{ id: "lift", cost: "500", life: "2", first: "2029-01", includesVat: false, vatMethod: "none" }],
      },
    ];
    const outcome = evaluate([income, works(1000), books(), grant(), renewal]);
    expect(outcome.series("cit.added_back")).toEqual(close([0, 0, 100, 100, 100, 100]));
  });

  it("contributions taken off the cost are not added back again", () => {
    // The gift nets the cost to 500, of which the grant paid 400: 80 % of a depreciation of 125.
    const gift: Part = [
      "gift",
      "donation",
      {
        donor: "donor",
        payee: "spv",
        kind: "cash",
        amount: "500",
        date: "2026-06",
        status: "approved",
        contributionTreatment: "net_asset",
      },
    ];
    const outcome = evaluate([income, works(1000), books(), grant(), gift]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 125, 125, 125, 125]));
    expect(outcome.series("cit.added_back")).toEqual(close([0, 0, 100, 100, 100, 100]));
  });

  it("a grant can be taken off the cost too: depreciation falls, nothing is added back, nothing is reserve", () => {
    const outcome = evaluate([income, works(1000), books(), grant({ taxTreatment: "net_asset" })]);
    expect(outcome.series("books.depreciation")).toEqual(close([0, 0, 150, 150, 150, 150]));
    expect(outcome.total("cit.added_back")).toBeCloseTo(0, 6);
    expect(outcome.series("account.reserve").at(-1)).toBeCloseTo(0, 6);
    expect(outcome.series("stmt_balance.r1")).toEqual(close(outcome.series("stmt_balance.r2")));
  });

  it("never more is added back than was spent", () => {
    const outcome = evaluate([income, works(300), books(), grant()]);
    expect(outcome.total("cit.added_back")).toBeCloseTo(300, 6);
  });
});
