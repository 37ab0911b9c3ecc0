import { saleOf, spent } from "../support/sales.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";
import { type Fact, inputs } from "./fact.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const pays = { taxpayer: "spv", authority: "tax" };
const income = (amounts: readonly number[], category = "revenue_other"): Part => [
  "income",
  "scheduled_income",
  {
    ...{ payer: "tenant", payee: "spv", category, amount: profile(amounts) },
    ...{ includesVat: false, vatMethod: "none" },
  },
];
const loss: Part = [
  "loss",
  "scheduled_operating_cost",
  {
    ...{ payer: "spv", payee: "supplier", category: "opex_other", amount: profile([100]) },
    ...{ includesVat: false, vatMethod: "none" },
  },
];
const taxed = { includesVat: false, vatMethod: "general", vatRate: "0.09" };
const vat: Part = ["vat", "vat_return", { ...pays, prepaymentRate: "0.03" }];
const lat: Part = [
  "lat",
  "land_appreciation_tax",
  { ...pays, products: [{ id: "homes", product: "homes", category: "other" }], expenses: "rate" },
];
const SOLD = {
  components: [spent("works", "cost_works_building", [1000]), saleOf("homes", 4000, taxed), income([4000]), vat, lat],
  packs,
  periods: 4,
};
const presold = saleOf("homes", 1000, {
  ...taxed,
  mode: "presale",
  handover: "2028-01",
  collection: [
    { id: "now", lag: "0", share: "0.4" },
    { id: "late", lag: "36", share: "0.6" },
  ],
});
const books = (changes: Inputs = {}): Part => [
  "books",
  "asset_books",
  { taxpayer: "spv", completion: "2026-12", life: "60", residualShare: "0", ...changes },
];
const gift: Part = [
  "gift",
  "special_grant",
  {
    ...{ payer: "city", payee: "spv", amount: "300", lagMonths: "0", status: "approved" },
    progress: [{ id: "all", reached: "1", share: "1" }],
  },
];

/** Taxes and the books. */
export const TAXES: readonly Fact[] = [
  {
    fact: "losses that may not be carried",
    before: { components: [loss, income([0, 100]), ["cit", "income_tax", pays]], packs, periods: 2 },
    entered: inputs("cit", { lossYears: "none" }),
    line: "cit.tax",
    at: 1,
    value: 25,
  },
  {
    fact: "losses carried for ten years",
    before: { components: [loss, income([0, 0, 0, 0, 0, 0, 100]), ["cit", "income_tax", pays]], packs, periods: 7 },
    entered: inputs("cit", { lossYears: "ten" }),
    line: "cit.tax",
    at: 6,
    value: 0,
  },
  {
    fact: "output VAT that arises on receipt",
    before: { components: [presold, vat], packs, periods: 4 },
    entered: inputs("homes", { vatDue: "receipt" }),
    line: "vat.paid",
    at: 0,
    value: 36,
  },
  {
    fact: "all surcharges deducted at the settlement of land appreciation tax",
    before: SOLD,
    entered: inputs("lat", { surchargesDeducted: "all" }),
    // 12 % of VAT of 360.
    line: "lat.taxes.other",
    at: 0,
    value: 43.2,
  },
  {
    fact: "taxes on transfers as a flat share of the sales",
    before: SOLD,
    entered: inputs("lat", { transferTaxRate: "0.01" }),
    line: "lat.taxes.other",
    at: 0,
    value: 40,
  },
  {
    fact: "land appreciation tax as given",
    before: {
      ...SOLD,
      components: [
        spent("works", "cost_works_building", [1000]),
        saleOf("homes", 4000, { mode: "presale", handover: "2027-01" }),
        lat,
      ],
    },
    entered: inputs("lat", { givenTax: "500", settlementMonth: "2028-06" }),
    // 1.5 % was prepaid on 4,000.
    line: "lat.paid",
    at: 2,
    value: 440,
  },
  {
    fact: "surcharges at one rate",
    before: { components: [saleOf("homes", 1000, taxed), vat], packs, periods: 4 },
    entered: inputs("vat", { surchargeRate: "0.1" }),
    line: "vat.surcharge",
    at: 0,
    value: 9,
  },
  {
    fact: "property tax on the rents of parking spaces",
    before: {
      components: [
        income([100], "revenue_parking"),
        ["property", "property_tax", { ...pays, items: [{ id: "spaces", basis: "rent" }] }],
      ],
      packs,
      periods: 4,
    },
    entered: inputs("property", { items: [{ id: "spaces", basis: "parking" }] }),
    line: "property.paid.spaces",
    at: 0,
    value: 12,
  },
  {
    fact: "a grant taken off the cost of the assets",
    before: {
      components: [spent("works", "cost_works_building", [1000], { eligibleGrant: "yes" }), gift, books()],
      packs,
      periods: 4,
    },
    entered: inputs("gift", { taxTreatment: "net_asset" }),
    // 700 over five years.
    line: "books.depreciation",
    at: 1,
    value: 140,
  },
  {
    fact: "an intangible asset with its own life",
    before: {
      components: [spent("works", "cost_works_building", [1000]), spent("soft", "cost_works_platform", [120]), books()],
      packs,
      periods: 4,
    },
    entered: inputs("books", { intangibles: [{ id: "software", kind: "platform", life: "24" }] }),
    line: "books.amortisation.software",
    at: 1,
    value: 60,
  },
  {
    fact: "a value at the end out of the income, by a multiple",
    before: { components: [income([100, 100, 100])], packs, periods: 3 },
    entered: { "conventions/terminalMultiple": "8" },
    line: "project.recovered_assets",
    at: 2,
    value: 800,
  },
];
