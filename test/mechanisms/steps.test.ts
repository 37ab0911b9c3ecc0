import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, run, type Situation } from "./support/situation.ts";

const timing = { start: "2026-07", end: "2033-04" };
const ramp = [
  { id: "y1", year: "1", share: "0.5" },
  { id: "y2", year: "2", share: "0.8" },
  { id: "y4", year: "4", share: "0.9" },
];
const vat = { includesVat: false, vatMethod: "exempt" };
const item = (id: string, changes: Inputs): Inputs => ({
  id,
  kind: "parking",
  payer: "tenant",
  basis: "count",
  quantity: "100",
  price: "300",
  per: "month",
  growth: "0.1",
  everyYears: "1",
  ramped: "yes",
  ...vat,
  ...changes,
});

const revenue = (changes: Inputs, items: readonly Inputs[]): Part => [
  "rev",
  "operating_revenue",
  { earner: "entity", ...timing, ramp, items, ...changes },
];

describe("a step that runs into the next year of operation", () => {
  it("has the months of both years, each with its own occupancy and price", () => {
    const outcome = run({ components: [revenue({}, [item("line", { collection: "1" })])], periods: 3 });
    const half = 6 * 100 * 300;
    expect(outcome.series("rev.received.line")).toEqual(
      [half * 0.5, half * 0.5 + half * 0.8 * 1.1, half * 0.8 * 1.1 + half * 0.8 * 1.21].map((value) =>
        expect.closeTo(value, 6),
      ),
    );
    expect(outcome.series("rev.occupancy")).toEqual([0.5, 0.65, 0.8].map((value) => expect.closeTo(value, 12)));
  });

  it("counts a collection rate that begins within it", () => {
    const outcome = run({
      components: [
        revenue({ collectionByYear: profile([0.9, 0.95, 0.97], "2026-07") }, [
          item("line", { growth: "0", ramped: "no" }),
        ]),
      ],
      periods: 2,
    });
    const half = 6 * 100 * 300;
    expect(outcome.series("rev.received.line")).toEqual(
      [half * 0.9, half * (0.9 + 0.95)].map((value) => expect.closeTo(value, 6)),
    );
  });
});

const everything: readonly Part[] = [
  revenue({ growthFrom: "price_base", priceFrom: "2025-10" }, [
    item("ramped", { collection: "0.95" }),
    item("flat", { ramped: "no", everyYears: "2", collection: "1", per: "day", price: "9" }),
  ]),
  [
    "shops",
    "lease",
    {
      lessor: "entity",
      tenant: "tenant",
      product: "shops",
      areaLeased: "3000",
      ...timing,
      ramp,
      rentPer: "month",
      rent: "30",
      rentCap: "34",
      capGrowth: "0.02",
      rentFreeMonths: "14",
      growth: "0.07",
      everyYears: "1",
      collection: "0.98",
      ...vat,
    },
  ],
  [
    "running",
    "operating_cost",
    {
      payer: "entity",
      ...timing,
      growthFrom: "price_base",
      priceFrom: "2026-03",
      items: [
        {
          id: "staff",
          kind: "staff",
          payee: "supplier",
          rule: "price",
          basis: "count",
          quantity: "3",
          price: "5000",
          per: "month",
          growth: "0.03",
          includesVat: false,
          vatMethod: "none",
        },
      ],
    },
  ],
  [
    "contract",
    "operator_contract",
    {
      owner: "entity",
      operator: "operator",
      subsidyPayer: "district",
      guarantor: "bank",
      supplier: "supplier",
      side: "owner",
      ...vat,
      feePerYear: "600000",
      feeGrowth: "0.02",
      bondForm: "bank_guarantee",
      bondAmount: "900000",
      bondFeeRate: "0.01",
      obligations: [
        { id: "fitting", kind: "other", amount: "60000", growth: "0.03" },
        { id: "platform", kind: "platform", amount: "420000", growth: "0.04", first: "2028-09", life: "2" },
      ],
      start: "2026-07",
      term: "6",
    },
  ],
  [
    "renewal",
    "replacement",
    {
      payer: "entity",
      payee: "supplier",
      until: "2033-04",
      growth: "0.03",
      operationStart: "2026-07",
      items: [
        { id: "lifts", cost: "100000", life: "2", first: "2028-08", includesVat: false, vatMethod: "none" },
        { id: "once", cost: "50000", life: "9", once: "once", first: "2029-11", includesVat: false, vatMethod: "none" },
      ],
    },
  ],
  [
    "piles",
    "franchise",
    {
      grantor: "entity",
      franchisee: "operator",
      users: "tenant",
      supplier: "supplier",
      systems: [
        {
          id: "piles",
          system: "charging",
          capex: "900000",
          built: "2026-08",
          unitsPerYear: "500000",
          price: "0.45",
          costShare: "0.3",
          growth: "0.03",
        },
      ],
      start: "2026-07",
      term: "6",
      feePerYear: "20000",
      turnoverShare: "0.05",
      ...vat,
    },
  ],
  [
    "common",
    "common_income",
    {
      payer: "tenant",
      owners: "resident",
      serviceProvider: "supplier",
      operator: "entity",
      sources: [
        {
          id: "boards",
          source: "boards",
          quantity: "10",
          price: "200",
          growth: "0.03",
          start: "2026-07",
          paidBy: "outsiders",
        },
      ],
      costShare: "0.2",
      fundShare: "0.5",
      operatorShare: "0.3",
      ...vat,
    },
  ],
  [
    "ceded",
    "ceded_space",
    {
      grantor: "entity",
      operator: "operator",
      product: "shops",
      areaCeded: "500",
      start: "2026-07",
      term: "6",
      payments: [{ id: "once", date: "2026-07", amount: "100000" }],
      ...vat,
      incomePerM2: "20",
      growth: "0.02",
      occupancy: "0.9",
      discount: "0.05",
      tolerance: "0",
    },
  ],
];

describe("steps", () => {
  const totals = (situation: Partial<Situation>): Readonly<Record<string, number>> => {
    const outcome = run({ components: everything, ...situation });
    const lines = [
      "rev.received.ramped",
      "rev.received.flat",
      "shops.rent_received",
      "running.paid.staff",
      "contract.fee",
      "contract.bond_fee",
      "contract.obligation.fitting",
      "contract.obligation.platform",
      "renewal.own_part.lifts",
      "renewal.own_part.once",
      "piles.turnover.piles",
      "piles.fee",
      "common.income",
      "ceded.income_ceded",
    ];
    return Object.fromEntries(lines.map((id) => [id, outcome.total(id)]));
  };
  const byMonth = totals({ step: "month", periods: 96 });

  it.each([
    ["quarter", 32],
    ["half-year", 16],
    ["year", 8],
  ] as const)("of a %s give the life's amounts of months", (step, periods) => {
    const found = totals({ step, periods });
    for (const [id, total] of Object.entries(byMonth)) {
      expect(total).toBeGreaterThan(0);
      expect(found[id], id).toBeCloseTo(total, 3);
    }
  });
});
