import { expect, test } from "vitest";
import { type Part, profile, type Situation } from "../mechanisms/support/situation.ts";
import { paper } from "../support/papers.ts";
import { cost, income, investment } from "./support/project.ts";
import { tablesOf } from "./support/read.ts";

const entered = { includesVat: false, vatMethod: "none" };
const charge: Part = [
  "charge",
  "resident_contribution",
  {
    ...{ payer: "resident", payee: "spv", basis: "household", pricePerHousehold: "1000", householdsCharged: "100" },
    ...{ consent: "1", collection: "1", instalments: [{ id: "all", date: "2026-01", share: "1" }] },
  },
];
/** First deposit 1,000 ㎡ × 2,000 × 5 % = 100,000; opened with 20,000 it is topped up by 80,000. */
const fund: Part = [
  "fund",
  "maintenance_fund",
  {
    ...{
      account: "maintenance_fund",
      owners: "resident",
      bank: "bank",
      payee: "spv",
      interest: "0",
      areaDeposited: "1000",
    },
    ...{
      averageCost: "2000",
      depositRate: "0.05",
      trigger: "0.3",
      topUpLevel: "1",
      topUpCollection: "1",
      status: "approved",
    },
  },
];
/** Advertising on common parts: 9,000 a year, half of what is left goes into the fund. */
const common: Part = [
  "common",
  "common_income",
  {
    ...{
      payer: "tenant",
      owners: "resident",
      serviceProvider: "supplier",
      operator: "spv",
      account: "maintenance_fund",
    },
    ...{
      gross: profile([9000]),
      costShare: "0.2",
      fundShare: "0.5",
      operatorShare: "0.2",
      vote: "voted",
      ...entered,
      vatMethod: "exempt",
    },
  },
];
const drawn: Part = [
  "provident",
  "provident_fund",
  {
    ...{
      centre: "provident_fund",
      residents: "resident",
      consent: "1",
      collection: "1",
      date: "2026-01",
      status: "approved",
    },
    classes: [{ id: "all", households: "100", balance: "600", ownShare: "1000" }],
  },
];
const situation: Situation = {
  periods: 2,
  project: { households: "100" },
  openingCash: { maintenance_fund: "20000" },
  records: [paper("vote", "voted", "2026-01-01")],
  components: [charge, fund, common, drawn],
};

test("households bear their charge and the top-ups; the income of common parts is no burden of theirs", () => {
  const tables = tablesOf(situation);
  expect(tables.total("residents", "1.1")).toBe(100000);
  expect(tables.total("residents", "1.2")).toBe(80000);
  expect(tables.value("burden.household")).toBe(1800);
  expect(tables.value("burden.household.provident_fund")).toBe(600);
});

test("the table and the indicator are one number", () => {
  const tables = tablesOf(situation);
  expect(tables.total("residents", "6")).toBe(tables.value("burden.household"));
  expect(tables.row("residents", "6")).toEqual([1800, 0]);
  expect(tables.total("residents", "7")).toBe(tables.value("burden.household.provident_fund"));
});

test("what residents pay is all of it by kind", () => {
  const tables = tablesOf(situation);
  const parts = ["1.1", "1.2", "1.3", "1.4"].map((no) => tables.total("residents", no));
  expect(tables.total("residents", "1")).toBeCloseTo(
    parts.reduce((sum, part) => sum + part, 0),
    6,
  );
  expect(tables.total("residents", "1.4")).toBeGreaterThan(0);
  expect(tables.total("residents", "3")).toBe(100000 + 80000 - 60000);
});

test("the net fiscal effect is support less taxes; VAT stands apart", () => {
  const taxed: Situation = {
    periods: 3,
    conventions: { vatBasis: "separate" },
    components: [
      investment([1000]),
      [
        "rent",
        "scheduled_income",
        {
          payer: "tenant",
          payee: "spv",
          category: "revenue_lease",
          amount: profile([0, 1090, 1090]),
          includesVat: true,
          vatMethod: "simplified",
          vatRate: "0.09",
        },
      ],
      income("subsidy", "support_operating", [0, 300, 0], "2026-01", "city"),
      cost("surcharge", "tax_surcharge", [0, 20, 20], "2026-01", "tax"),
      [
        "vat",
        "vat_return",
        {
          ...{ taxpayer: "spv", authority: "tax", saleRate: "0.09", prepaymentRate: "0.03" },
          ...{ cityRate: "0", educationRate: "0", localEducationRate: "0" },
        },
      ],
    ],
  };
  const tables = tablesOf(taxed);
  expect(tables.total("fiscal", "stmt_fiscal.support")).toBe(300);
  expect(tables.value("fiscal.net")).toBeCloseTo(300 - 40, 6);
  expect(tables.total("fiscal", "stmt_fiscal.net")).toBeCloseTo(tables.value("fiscal.net") ?? Number.NaN, 6);
  expect(tables.note("fiscal.net")).toBe("VAT paid besides: CNY 180.00");
});
