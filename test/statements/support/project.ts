import { type Part, profile, type Situation } from "../../mechanisms/support/situation.ts";

export const NATIONAL = [{ id: "national-law", version: "2026.1" }];

const NO_VAT = { includesVat: false, vatMethod: "none" };

/** Construction investment by year. */
export const investment = (
  values: readonly number[],
  from = "2026-01",
  changes: Readonly<Record<string, unknown>> = {},
): Part => [
  "build",
  "scheduled_investment",
  {
    payer: "spv",
    payee: "contractor",
    category: "cost_works_building",
    amount: profile(values, from),
    ...NO_VAT,
    ...changes,
  },
];

export const equity = (values: readonly number[], from = "2026-01"): Part => [
  "equity",
  "equity",
  { investor: "investor", recipient: "spv", schedule: profile(values, from) },
];

export const income = (
  id: string,
  category: string,
  values: readonly number[],
  from: string,
  payer = "tenant",
): Part => [id, "scheduled_income", { payer, payee: "spv", category, amount: profile(values, from), ...NO_VAT }];

export const cost = (
  id: string,
  category: string,
  values: readonly number[],
  from: string,
  payee = "supplier",
): Part => [
  id,
  "scheduled_operating_cost",
  { payer: "spv", payee, category, amount: profile(values, from), ...NO_VAT },
];

/** `count` equal values. */
export const each = (value: number, count: number): readonly number[] => Array.from({ length: count }, () => value);

/** A loan drawn by schedule in the first years, interest capitalised by the half-year rule, equal principal afterwards. */
export const loan = (draws: readonly number[], changes: Readonly<Record<string, unknown>> = {}): Part => [
  "loan",
  "loan",
  {
    borrower: "spv",
    lender: "bank",
    sizing: "schedule",
    facility: "1000000000",
    priority: "1",
    lastDraw: "2028-01",
    drawSchedule: profile(draws),
    rate: "0.045",
    rateBasis: "nominal",
    drawTiming: "mid",
    start: "2026-01",
    completion: "2028-01",
    constructionInterest: "capitalised",
    form: "equal_principal",
    grace: "24",
    tenor: "96",
    ...changes,
  },
];

export const books = (changes: Readonly<Record<string, unknown>> = {}): Part => [
  "books",
  "asset_books",
  { taxpayer: "spv", completion: "2027-12", life: "240", residualShare: "0.05", ...changes },
];

export const incomeTax: Part = ["income_tax", "income_tax", { taxpayer: "spv", authority: "tax", taxRate: "0.25" }];

/** Two years of building, six of operation, with every table in use; amounts are small so that they read like the table of a textbook. */
export const sixYears: Situation = {
  periods: 8,
  packs: NATIONAL,
  conventions: { vatBasis: "excluded", icProject: "0.05" },
  components: [
    investment([6000, 4000]),
    equity([2400, 1600, 60]),
    loan([3600, 2400]),
    income("service", "revenue_service", each(2100, 6), "2028-01"),
    income("subsidy", "support_operating", each(100, 6), "2028-01", "city"),
    cost("running", "opex_other", each(600, 6), "2028-01"),
    cost("surcharge", "tax_surcharge", each(20, 6), "2028-01", "tax"),
    [
      "working",
      "working_capital",
      { holder: "spv", counterparty: "supplier", start: "2028-01", method: "cost", share: "0.1", equityShare: "1" },
    ],
    books(),
    incomeTax,
  ],
};
