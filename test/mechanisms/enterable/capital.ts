import { equity, income, loan, spending } from "../../situations/support/study.ts";
import { company, paid } from "../support/company.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";
import { type Fact, inputs } from "./fact.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const inCompany = (amounts: readonly number[]): Part => income(amounts, { payee: "spv" });
const OWNED = {
  components: [
    paid("one", "investor", [750]),
    paid("two", "soe", [250]),
    company({ payout: "1" }),
    inCompany([0, 100, 0, 100]),
  ],
  packs,
  periods: 5,
};
const fund: Part = [
  "fund",
  "investment_fund",
  {
    ...{ fund: "fund", investors: "investor", manager: "supplier", recipient: "spv", drawdown: profile([400]) },
    ...{ hurdle: "0.06", feeRate: "0", carry: "0.2", catchUp: "0", exitMonth: "2029-12", exitProceeds: "0" },
    ...{ exitPayer: "soe", exitRoute: "shareholder", status: "approved" },
  },
];
const sold = (changes: Inputs) => [
  {
    id: "t",
    seller: "investor",
    buyer: "soe",
    month: "2028-06",
    share: "0.25",
    pricing: "fixed",
    price: "300",
    ...changes,
  },
];
const TERMS = { facility: "1000", drawTiming: "mid", completion: "2027-01", tenor: "72", lastDraw: "2027-01" };
const lent = (changes: Inputs = {}): Part => loan({ ...TERMS, drawSchedule: profile([1000]), ...changes });
const INDEBTED = { components: [spending([1000]), lent()], periods: 7 };
const rates = { profile: { from: "2026-01", every: "year", values: ["0.05", "0.04", "0.03"], meaning: "rate" } };
const bond: Part = [
  "bond",
  "special_bond",
  {
    ...{ issuer: "district", borrower: "entity", holder: "bondholder", feePayee: "supplier", use: "capital" },
    ...{ issueTiming: "start", couponInterval: "half_year", issueFeeRate: "0", paymentFeeRate: "0" },
    tranches: [{ id: "a", amount: "1000", issue: "2026-01", coupon: "0.03", term: "5", firstPrincipal: "5" }],
    ...{ completion: "2027-01", status: "approved" },
  },
];
const BONDED = {
  components: [spending([4000]), equity([200]), income([0, 500, 500, 500, 500, 500]), bond],
  packs,
  periods: 6,
};
const working: Part = [
  "wc",
  "working_capital",
  {
    holder: "entity",
    counterparty: "supplier",
    start: "2027-01",
    equityShare: "0.3",
    method: "amount",
    amounts: "400",
  },
];

/** Ownership, debt and working capital. */
export const CAPITAL: readonly Fact[] = [
  {
    fact: "a stake of the project company sold at a date for a fixed price",
    before: OWNED,
    entered: inputs("owners", { transfers: sold({}) }),
    // Half of 90 instead of three quarters.
    line: "owners.dividend.a",
    at: 3,
    value: 45,
  },
  {
    fact: "a stake priced by its part of owners' equity",
    before: OWNED,
    entered: inputs("owners", { payout: "0", transfers: sold({ pricing: "equity", factor: "1.2" }) }),
    // 1,000 paid in and 100 earned, a quarter of it times 1.2.
    line: "owners.transfer_price.t",
    at: 2,
    value: 1100 * 0.25 * 1.2,
  },
  {
    fact: "a stake priced to give the seller its return",
    before: OWNED,
    entered: inputs("owners", { transfers: sold({ pricing: "return", rateOfReturn: "0.08", share: "0.75" }) }),
    line: "owners.transfer_price.t",
    at: 2,
    value: (750 * 1.08 - 67.5) * 1.08,
  },
  {
    fact: "who holds what, from a date on",
    before: OWNED,
    entered: inputs("one", { schedule: profile([300, 0, 300]) }),
    // 600 of 850 from 2028 on.
    line: "owners.stake.a",
    at: 2,
    value: 600 / 850,
  },
  {
    fact: "a fund as shareholder, out of which its investors are paid",
    before: {
      components: [paid("two", "soe", [600]), fund, company({ payout: "1" }), inCompany([0, 100])],
      packs,
      periods: 5,
    },
    entered: inputs("owners", {
      shareholders: [
        { id: "f", holder: "fund" },
        { id: "b", holder: "soe" },
      ],
      transfers: sold({ seller: "fund", share: "0.4", price: "450", month: "2029-06" }),
    }),
    line: "fund.proceeds",
    at: 3,
    value: 450,
  },
  {
    fact: "capital committed beside what is paid in",
    before: OWNED,
    entered: inputs("one", { committed: "1000" }),
    line: "one.uncalled",
    at: 0,
    value: 250,
  },
  {
    fact: "a loan of a shareholder without interest",
    before: INDEBTED,
    entered: inputs("loan", { lender: "investor", rate: "0" }),
    line: "party.investor.net",
    at: 1,
    value: 200,
  },
  {
    fact: "a rate by date",
    before: INDEBTED,
    entered: inputs("loan", { rate: rates }),
    // 3 % of what is left of 1,000 after one of five instalments.
    line: "loan.interest",
    at: 2,
    value: 24,
  },
  {
    fact: "interest simple within the year",
    before: {
      ...INDEBTED,
      components: [
        spending([1000]),
        lent({ constructionInterest: "capitalised", drawTiming: "start", completion: "2028-01", grace: "24" }),
      ],
      step: "quarter",
      periods: 28,
    },
    entered: inputs("loan", { rateBasis: "simple" }),
    // 1 % of the 250 of each of two quarters; compounded it would be 5.025.
    line: "loan.capitalised",
    at: 1,
    value: 5,
  },
  {
    fact: "a prepayment",
    before: INDEBTED,
    entered: inputs("loan", { prepayments: profile([100], "2028-01") }),
    line: "loan.principal",
    at: 2,
    value: 300,
  },
  {
    fact: "a debt that refinances another",
    before: {
      components: [
        spending([1000]),
        loan({ ...TERMS, form: "bullet", tenor: "36", drawSchedule: profile([1000]) }, "first"),
        loan({ ...TERMS, start: "2028-01", lastDraw: "2029-01", tenor: "120" }, "second"),
      ],
      periods: 13,
    },
    entered: {
      ...inputs("second", { sizing: "refinance", refinances: "first" }),
    },
    line: "second.refinanced",
    at: 2,
    value: 1000,
  },
  {
    fact: "fees of a loan",
    before: INDEBTED,
    entered: inputs("loan", { arrangementFeeRate: "0.01", commitmentFeeRate: "0.005", guaranteeFeeRate: "0.002" }),
    // 1 % of the facility and a half per cent of it, which is drawn within the year.
    line: "loan.fees_construction",
    at: 0,
    value: 15,
  },
  {
    fact: "a bond that counts as capital and is repaid by the project",
    before: BONDED,
    entered: inputs("bond", { servedBy: "project" }),
    // Owed until it is repaid.
    line: "account.debt",
    at: 3,
    value: 1000,
  },
  {
    fact: "a guarantee fee of a bond",
    before: BONDED,
    entered: inputs("bond", { use: "debt", guaranteeFeeRate: "0.002" }),
    line: "bond.guarantee_fee",
    at: 1,
    value: 2,
  },
  {
    fact: "cover counted by pledged income alone",
    before: BONDED,
    entered: inputs("bond", {
      use: "debt",
      coverageDefinition: "pledged_income",
      pledged: [{ id: "p", income: "revenue_other", share: "0.5" }],
    }),
    // Half of 2,000 over 1,000 and coupons of 150.
    line: "coverage.bond",
    value: 1000 / 1150,
  },
  {
    fact: "cover over all debt of the borrower",
    before: { ...BONDED, components: [...BONDED.components, lent({ drawTiming: "end" })] },
    entered: inputs("bond", { use: "debt", coverageOver: "all" }),
    // In the life of the bond four instalments of 200 of the loan and 112 of interest fall due beside it.
    line: "coverage.bond",
    value: 2000 / (1150 + 800 + 112),
  },
  {
    fact: "money set aside for debt as a balance",
    before: OWNED,
    entered: inputs("owners", { sinkingBalance: "1020" }),
    // 1,100 in the till less what is set aside.
    line: "owners.dividend_total",
    at: 1,
    value: 80,
  },
  {
    fact: "a minimum of cash of the dividends' own",
    before: OWNED,
    entered: inputs("owners", { minimumCash: "1050" }),
    line: "owners.dividend_total",
    at: 1,
    value: 50,
  },
  {
    fact: "working capital as an amount by date",
    before: { components: [working], periods: 5 },
    entered: inputs("wc", {
      amounts: { profile: { from: "2027-01", every: "year", values: ["400", "400", "250"], meaning: "rate" } },
    }),
    line: "wc.decrease",
    at: 3,
    value: 150,
  },
];
