import { describe, expect, it } from "vitest";
import { saleOf, spent } from "../support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation } from "../support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const pays = { taxpayer: "spv", authority: "tax" };
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));
const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, periods: 4, ...situation });

const income = (amounts: readonly number[], category = "revenue_other", changes: Inputs = {}): Part => [
  "income",
  "scheduled_income",
  {
    payer: "tenant",
    payee: "spv",
    category,
    amount: profile(amounts),
    includesVat: false,
    vatMethod: "none",
    ...changes,
  },
];

describe("years a loss is carried", () => {
  const cost: Part = [
    "cost",
    "scheduled_operating_cost",
    {
      payer: "spv",
      payee: "supplier",
      category: "opex_other",
      amount: profile([100]),
      includesVat: false,
      vatMethod: "none",
    },
  ];
  const taxes = (profits: readonly number[], changes: Inputs) =>
    evaluate([cost, income(profits), ["cit", "income_tax", { ...pays, ...changes }]], {
      periods: profits.length,
    }).series("cit.tax");

  it.each([
    [{}, 7, 25],
    [{ lossYears: "five" }, 6, 0],
    [{ lossYears: "ten" }, 11, 0],
    [{ lossYears: "ten" }, 12, 25],
    [{ lossYears: "none" }, 2, 25],
  ])("%j: a loss of the first year meets a profit of year %d, tax %d", (changes, year, tax) => {
    const profits = Array.from({ length: year }, (_, at) => (at === year - 1 ? 100 : 0));
    expect(taxes(profits, changes).at(-1)).toBeCloseTo(tax, 6);
  });

  it("expires when it may be carried no further", () => {
    const outcome = evaluate([cost, income([0, 0]), ["cit", "income_tax", { ...pays, lossYears: "none" }]]);
    expect(outcome.series("cit.loss_expired")).toEqual(close([0, 100, 0, 0]));
  });
});

describe("land appreciation tax", () => {
  const works = spent("works", "cost_works_building", [1000]);
  const homes = saleOf("homes", 4000, { includesVat: false, vatMethod: "general", vatRate: "0.09" });
  const rents = income([4000]);
  const vat: Part = ["vat", "vat_return", { ...pays, prepaymentRate: "0.03" }];
  const lat = (changes: Inputs = {}, category = "other"): Part => [
    "lat",
    "land_appreciation_tax",
    { ...pays, products: [{ id: "homes", product: "homes", category }], expenses: "rate", ...changes },
  ];

  it("surcharges by the share of sales, or all of them", () => {
    // VAT 360, surcharges of 12 %: 43.2, of which half belongs to sales.
    expect(evaluate([works, homes, rents, vat, lat()]).series("lat.taxes.other")[0]).toBeCloseTo(21.6, 6);
    const all = evaluate([works, homes, rents, vat, lat({ surchargesDeducted: "all" })]);
    expect(all.series("lat.taxes.other")[0]).toBeCloseTo(43.2, 6);
  });

  it("or as a flat share of the sales", () => {
    const flat = evaluate([works, homes, rents, vat, lat({ transferTaxRate: "0.01" })]);
    expect(flat.series("lat.taxes.other")[0]).toBeCloseTo(40, 6);
  });

  it("shows an appreciation below zero, and taxes none", () => {
    // 1.3 × 5,000 = 6,500 deducted from 4,000.
    const outcome = evaluate([spent("works", "cost_works_building", [5000]), homes, lat({ transferTaxes: "0" })]);
    expect(outcome.series("lat.appreciation.other")[0]).toBeCloseTo(-2500, 6);
    expect(outcome.series("lat.gain.other")[0]).toBe(0);
  });

  it("settles at a given amount", () => {
    const presold = saleOf("homes", 4000, { mode: "presale", handover: "2027-01" });
    const outcome = evaluate([works, presold, lat({ givenTax: "500", settlementMonth: "2028-06" })]);
    // 1.5 % prepaid.
    expect(outcome.series("lat.paid")).toEqual(close([60, 0, 440, 0]));
    const matched = lat({ givenTax: "500", settlementMonth: "2028-06", profitTiming: "matched" });
    expect(evaluate([works, presold, matched]).series("lat.paid_expensed")).toEqual(close([0, 500, 0, 0]));
  });

  it("money that nets the asset is no development cost", () => {
    const gift: Part = [
      "gift",
      "donation",
      {
        donor: "donor",
        payee: "spv",
        kind: "cash",
        amount: "300",
        date: "2026-06",
        status: "approved",
        contributionTreatment: "net_asset",
      },
    ];
    const outcome = evaluate([works, homes, gift, lat({ transferTaxes: "0" })]);
    expect(outcome.series("lat.development.other")[0]).toBeCloseTo(700, 6);
  });
});

describe("what is open when the horizon ends", () => {
  const works = spent("works", "cost_works_building", [1000]);
  const lat = (changes: Inputs = {}): Part => [
    "lat",
    "land_appreciation_tax",
    {
      ...pays,
      products: [{ id: "homes", product: "homes", category: "other" }],
      expenses: "rate",
      transferTaxes: "0",
      ...changes,
    },
  ];

  it("land appreciation tax whose settlement lies beyond it: what is due less what was prepaid", () => {
    // Deductions 1.3 × 1,000, appreciation 2,700, over 200 %: 60 % less 35 % of the deductions = 1,165; 1.5 % of 4,000 prepaid.
    const outcome = evaluate([works, saleOf("homes", 4000), lat({ settlementMonth: "2035-01" })]);
    expect(outcome.one("lat.open")).toBeCloseTo(1165 - 60, 6);
    expect(evaluate([works, saleOf("homes", 4000), lat()]).one("lat.open")).toBeCloseTo(0, 6);
  });

  it("matched: only what is not charged yet, the rest stands on the tax account", () => {
    // Handed over at once: 1,165 charged, 60 paid.
    const outcome = evaluate([
      works,
      saleOf("homes", 4000),
      lat({ settlementMonth: "2035-01", profitTiming: "matched" }),
    ]);
    expect(outcome.one("lat.open")).toBeCloseTo(0, 6);
    expect(outcome.series("account.vat_credit").at(-1)).toBeCloseTo(60 - 1165, 6);
  });
});

describe("inputs that contradict others", () => {
  it("a product the taxpayer does not sell", () => {
    const lat = (taxpayer: string): Part => [
      "lat",
      "land_appreciation_tax",
      { ...pays, taxpayer, products: [{ id: "homes", product: "homes", category: "other" }], expenses: "rate" },
    ];
    const homes = saleOf("homes", 4000);
    expect(evaluate([homes, lat("entity")]).one("lat.sold_by_others.homes")).toBe(1);
    expect(evaluate([homes, lat("spv")]).one("lat.sold_by_others.homes")).toBe(0);
  });

  it("two ways of the taxes on transfers, and intangible assets above the cost", () => {
    const works = spent("works", "cost_works_building", [100]);
    const both: Part = [
      "lat",
      "land_appreciation_tax",
      {
        ...pays,
        products: [{ id: "homes", product: "homes", category: "other" }],
        expenses: "rate",
        transferTaxes: "10",
        transferTaxRate: "0.01",
        surchargesDeducted: "all",
      },
    ];
    const books: Part = [
      "books",
      "asset_books",
      {
        taxpayer: "spv",
        life: "240",
        residualShare: "0",
        intangibles: [{ id: "rights", kind: "amount", amount: "150", life: "60" }],
      },
    ];
    const outcome = evaluate([works, saleOf("homes", 400), both]);
    expect([outcome.one("lat.rate_unused"), outcome.one("lat.surcharges_unused")]).toEqual([1, 1]);
    expect(evaluate([works, books]).one("books.carved_too_much")).toBe(1);
  });

  it("books completed long after the last works", () => {
    const works = spent("works", "cost_works_building", [1000]);
    const books = (completion: string): Part => [
      "books",
      "asset_books",
      { taxpayer: "spv", completion, life: "240", residualShare: "0" },
    ];
    expect(evaluate([works, books("2028-12")]).one("books.completed_apart")).toBe(1);
    expect(evaluate([works, books("2027-06")]).one("books.completed_apart")).toBe(0);
  });
});

describe("output VAT of a presale", () => {
  const presold = (changes: Inputs) => {
    const homes = saleOf("homes", 1000, {
      includesVat: false,
      vatMethod: "general",
      vatRate: "0.09",
      mode: "presale",
      handover: "2028-01",
      collection: [
        { id: "now", lag: "0", share: "0.4" },
        { id: "late", lag: "36", share: "0.6" },
      ],
      ...changes,
    });
    return evaluate([homes, ["vat", "vat_return", { ...pays, prepaymentRate: "0.03" }]]);
  };

  it("arises at hand-over, with 3 % of the receipts prepaid", () => {
    // 12 prepaid on 400; 90 at hand-over.
    expect(presold({}).series("vat.paid")).toEqual(close([12, 0, 78, 0]));
  });

  it("or on receipt, and with the hand-over at the latest", () => {
    const outcome = presold({ vatDue: "receipt" });
    expect(outcome.series("vat.paid")).toEqual(close([36, 0, 54, 0]));
    expect(outcome.series("stmt_balance.r1")).toEqual(close(outcome.series("stmt_balance.r2")));
  });
});

describe("other taxes", () => {
  it("surcharges at one rate in place of the three", () => {
    const homes = saleOf("homes", 1000, { includesVat: false, vatMethod: "general", vatRate: "0.09" });
    const vat: Part = ["vat", "vat_return", { ...pays, prepaymentRate: "0.03", surchargeRate: "0.1" }];
    expect(evaluate([homes, vat]).series("vat.surcharge")[0]).toBeCloseTo(9, 6);
  });

  it("property tax on the rents of parking spaces", () => {
    const outcome = evaluate([
      income([100], "revenue_parking"),
      ["property", "property_tax", { ...pays, items: [{ id: "spaces", basis: "parking" }] }],
    ]);
    expect(outcome.series("property.paid.spaces")[0]).toBeCloseTo(12, 6);
  });
});
