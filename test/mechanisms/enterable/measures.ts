import { income, loan, spending } from "../../situations/support/study.ts";
import { company, paid } from "../support/company.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";
import { type Fact, inputs } from "./fact.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const cost = (amounts: readonly number[]): Part => [
  "cost",
  "scheduled_operating_cost",
  {
    ...{ payer: "entity", payee: "supplier", category: "opex_other", amount: profile(amounts) },
    ...{ includesVat: false, vatMethod: "none" },
  },
];
const OPERATED = { components: [income([100, 200, 100]), cost([40, 50, 60])], packs, periods: 3 };

const owed = (id: string): Part =>
  loan(
    {
      ...{ borrower: "spv", facility: "100", drawSchedule: profile([100]), rate: "0", completion: "2026-01" },
      ...{ form: "bullet", grace: "0", tenor: "24", lastDraw: "2027-01" },
    },
    id,
  );
const OWNED = {
  components: [
    paid("one", "investor", [750]),
    paid("two", "soe", [250]),
    company({}),
    income([0, 100, 0, 100], { payee: "spv" }),
  ],
  packs,
  periods: 5,
};
const contract: Part = [
  "contract",
  "operator_contract",
  {
    ...{ owner: "entity", operator: "operator", subsidyPayer: "city", guarantor: "bank", supplier: "supplier" },
    ...{ side: "owner", includesVat: false, vatMethod: "exempt", feePerYear: "0", feeGrowth: "0" },
    prices: [{ id: "fee", service: "property_fee", price: "1.272", cap: "1.25" }],
    ...{ bondForm: "insurance", bondAmount: "0", bondFeeRate: "0", start: "2026-01", term: "2" },
  },
];

const funding = (changes: Inputs): Part => [
  "funding",
  "ratio_funding",
  {
    ...{
      investor: "investor",
      borrower: "entity",
      lender: "bank",
      capitalRatio: "0.25",
      rate: "0",
      rateBasis: "nominal",
    },
    ...{ drawTiming: "end", start: "2026-01", completion: "2027-01", constructionInterest: "paid", form: "bullet" },
    ...{ grace: "0", tenor: "36", ...changes },
  },
];

/** The rate at which yearly flows are worth nothing, by halving. */
function rateOf(flows: readonly number[]): number {
  let [low, high] = [-0.5, 1];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    const worth = flows.reduce((sum, flow, year) => sum + flow / (1 + middle) ** year, 0);
    if (worth > 0) low = middle;
    else high = middle;
  }
  return low;
}

/** What is measured, and by what. */
export const MEASURES: readonly Fact[] = [
  {
    fact: "the normal year of the break-even point",
    before: OPERATED,
    entered: { "conventions/normalYear": "2027" },
    line: "bep.normal_year",
    value: 50 / 200,
  },
  {
    fact: "a value at the end out of the income, by a capitalisation rate",
    before: OPERATED,
    entered: { "conventions/terminalCapRate": "0.05" },
    line: "project.recovered_assets",
    at: 2,
    value: (100 - 60) / 0.05,
  },
  {
    fact: "the rate of return of each investor",
    before: OWNED,
    entered: inputs("owners", { payout: "1" }),
    line: "firr.investor.investor",
    // 750 paid in; three quarters of 90 in the second and fourth year, and of capital and reserves of 1,020 at the end.
    value: rateOf([-750, 67.5, 0, 67.5, 765]),
  },
  {
    fact: "debts whose next year's service a dividend leaves in the till",
    before: {
      ...OWNED,
      components: [
        paid("one", "investor", [75]),
        paid("two", "soe", [25]),
        company({ payout: "1", minimumCash: "250" }),
        income([150], { payee: "spv" }),
        owed("first"),
        owed("second"),
      ],
    },
    entered: inputs("owners", { reservedDebts: [{ id: "r", debt: "first" }] }),
    // 450 in the till, of which 250 stay in any case and 100 for the first debt.
    line: "owners.dividend_total",
    at: 0,
    value: 100,
  },
  {
    fact: "a price with VAT against a limit without it",
    before: { components: [contract], periods: 2 },
    entered: inputs("contract", {
      prices: [
        {
          ...{ id: "fee", service: "property_fee", price: "1.272", cap: "1.25" },
          ...{ vatRate: "0.06", includesVat: true, capIncludesVat: false },
        },
      ],
    }),
    line: "contract.price_used.fee",
    value: 1.272 / 1.06,
  },
  {
    fact: "fees of a loan at a capital ratio",
    before: {
      components: [spending([1000]), funding({})],
      packs,
      periods: 4,
    },
    entered: inputs("funding", { arrangementFeeRate: "0.01" }),
    // L = 0.75 (1000 + 0.01 L).
    line: "funding.fees_construction",
    at: 0,
    value: (0.01 * 750) / (1 - 0.0075),
  },
];
