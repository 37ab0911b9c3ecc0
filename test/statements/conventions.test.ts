import { describe, expect, test } from "vitest";
import { type Part, profile, type Situation } from "../mechanisms/support/situation.ts";
import {
  books,
  cost,
  each,
  equity,
  income,
  incomeTax,
  investment,
  loan,
  NATIONAL,
  sixYears,
} from "./support/project.ts";
import { type Tables, tablesOf } from "./support/read.ts";

const base: Situation = { periods: 8, packs: NATIONAL, conventions: { vatBasis: "excluded" }, components: [] };
const at = (tables: Tables, table: string, row: string, year: number): number =>
  tables.row(table, row)[year - 1] ?? Number.NaN;

/** Flats sold before completion, handed over in the third year, half of the area kept and let. */
const flats = (changes: Readonly<Record<string, unknown>> = {}): Part => [
  "flats",
  "sale",
  {
    seller: "spv",
    buyer: "buyer",
    product: "flats",
    areaForSale: "100",
    price: "109",
    includesVat: true,
    vatMethod: "general",
    vatRate: "0.09",
    priceGrowth: "0",
    priceFrom: "2026-01",
    absorption: profile([0.5, 0.5], "2027-01"),
    mode: "presale",
    handover: "2028-01",
    collection: [{ id: "all", lag: "0", share: "1" }],
    sellingCost: "0",
    sellingCostPayee: "supplier",
    ...changes,
  },
];
const shops: Part = [
  "shops",
  "lease",
  {
    lessor: "spv",
    tenant: "tenant",
    product: "shops",
    areaLeased: "100",
    start: "2029-01",
    end: "2033-12",
    growth: "0",
    ramp: [{ id: "y1", year: "1", share: "1" }],
    rentPer: "month",
    rent: "1",
    includesVat: false,
    vatMethod: "exempt",
    collection: "1",
  },
];
const vat: Part = [
  "vat",
  "vat_return",
  {
    taxpayer: "spv",
    authority: "tax",
    prepaymentRate: "0",
    cityRate: "0.07",
    educationRate: "0.03",
    localEducationRate: "0.02",
  },
];
const eligible = investment([1000, 1000], "2026-01", { eligibleGrant: "yes" });
const grant = (changes: Readonly<Record<string, unknown>> = {}): Part => [
  "grant",
  "special_grant",
  {
    payer: "city",
    payee: "spv",
    amount: "600",
    progress: [{ id: "r1", reached: "0", share: "1" }],
    status: "approved",
    lagMonths: "0",
    ...changes,
  },
];

describe("years and periods", () => {
  const quarterly: Situation = {
    ...base,
    step: "quarter",
    periods: 16,
    conventions: { vatBasis: "excluded", icProject: "0.08" },
    components: [investment([400]), income("service", "revenue_service", [0, 200, 200, 200], "2026-01")],
  };

  test("indicators rest on yearly flows; a switch puts them on periods", () => {
    const yearly = tablesOf(quarterly);
    const byPeriod = tablesOf({ ...quarterly, conventions: { ...quarterly.conventions, indicatorBasis: "period" } });
    const npv = [-400, 200, 200, 200].reduce((sum, flow, year) => sum + flow / 1.08 ** (year + 1), 0);
    expect(yearly.value("npv.project.pretax")).toBeCloseTo(npv, 6);
    const perQuarter = 1.08 ** 0.25;
    const quarters = [-100, -100, -100, -100, ...each(50, 12)].reduce(
      (sum, flow, quarter) => sum + flow / perQuarter ** (quarter + 1),
      0,
    );
    expect(byPeriod.value("npv.project.pretax")).toBeCloseTo(quarters, 6);
    expect(byPeriod.note("npv.project.pretax")).toMatch(/period flows/);
  });

  test("payback is interpolated within the step of that basis", () => {
    expect(tablesOf(quarterly).value("payback.static")).toBeCloseTo(3, 9);
    const uneven = {
      ...quarterly,
      components: [investment([400]), income("service", "revenue_service", [0, 100, 400], "2026-01")],
    };
    expect(tablesOf(uneven).value("payback.static")).toBeCloseTo(2.75, 9);
    expect(
      tablesOf({ ...uneven, conventions: { vatBasis: "excluded", indicatorBasis: "period" } }).value("payback.static"),
    ).toBeCloseTo(2.75, 9);
    const late: Part = [
      "late",
      "scheduled_income",
      {
        payer: "tenant",
        payee: "spv",
        category: "revenue_service",
        amount: profile([500], "2028-10", "quarter"),
        includesVat: false,
        vatMethod: "none",
      },
    ];
    const end = { ...quarterly, components: [investment([400]), late] };
    expect(tablesOf(end).value("payback.static")).toBeCloseTo(2.8, 9);
    expect(
      tablesOf({ ...end, conventions: { vatBasis: "excluded", indicatorBasis: "period" } }).value("payback.static"),
    ).toBeCloseTo(2.95, 9);
  });

  test("project years run from the start of the project, calendar years do not", () => {
    const shifted = { ...quarterly, start: "2026-07", components: [investment([400], "2026-07")] };
    expect(tablesOf(shifted).row("project", "2.1")).toEqual([200, 200, 0, 0, 0]);
    expect(
      tablesOf({ ...shifted, conventions: { vatBasis: "excluded", yearBasis: "project" } }).row("project", "2.1"),
    ).toEqual([400, 0, 0, 0]);
  });
});

describe("sales, VAT and the books", () => {
  const sold = (conventions: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>> = {}) =>
    tablesOf({
      ...base,
      conventions,
      components: [
        investment([4000, 4000]),
        equity([8000]),
        flats(changes),
        shops,
        vat,
        books({ completion: "2027-12", residualShare: "0" }),
      ],
    });
  const separate = sold({ vatBasis: "separate" });

  test("cash tables take sales as received, the profit table at hand-over", () => {
    expect(separate.row("project", "1.1").slice(0, 3)).toEqual([0, 5000, 5000]);
    expect(separate.row("profit", "1").slice(0, 3)).toEqual([0, 0, 10000]);
  });

  test("VAT has lines of its own in cash tables and none in the profit table", () => {
    expect(separate.row("plan", "1.1.2").slice(0, 3)).toEqual([0, 450, 450]);
    expect(separate.total("project", "2.7")).toBeCloseTo(900, 6);
    expect(at(separate, "profit", "1", 3)).toBe(10000);
  });

  test("an ex-VAT file has no VAT in cash, but surcharges that follow from it", () => {
    const excluded = sold({ vatBasis: "excluded" });
    expect(excluded.total("plan", "1.1.2")).toBe(0);
    expect(excluded.total("plan", "1.2.4")).toBe(0);
    expect(excluded.total("profit", "2")).toBeCloseTo(separate.total("profit", "2"), 6);
    expect(excluded.row("balance", "2.1.2")[1]).toBe(5000);
  });

  test("before completion goods for sale are inventory, assets to hold are under construction, advances include VAT", () => {
    expect([at(separate, "balance", "1.1.4", 1), at(separate, "balance", "1.2", 1)]).toEqual([4000, 0]);
    expect(at(separate, "balance", "2.1.2", 2)).toBeCloseTo(5450, 6);
    expect(at(separate, "balance", "2.1.2", 3)).toBe(0);
  });

  test("cost of sales by area within the pool, or by value", () => {
    const two = (method?: string) =>
      tablesOf({
        ...base,
        components: [
          investment([4000, 4000]),
          equity([8000]),
          flats(),
          [
            "dear",
            "sale",
            {
              ...flats()[2],
              product: "dear",
              price: "327",
              absorption: profile([1], "2029-01"),
              mode: "completed",
              handover: "2029-01",
            },
          ],
          books({ completion: "2027-12", ...(method === undefined ? {} : { costOfSales: method }) }),
        ],
      });
    expect(two().row("profit", "3.2").slice(2, 4)).toEqual([4000, 4000]);
    expect(two("value").row("profit", "3.2").slice(2, 4)).toEqual([2000, 6000]);
  });
});

describe("depreciation, replacement, recovered value", () => {
  const renewal = (changes: Readonly<Record<string, unknown>> = {}): Part => [
    "renewal",
    "replacement",
    {
      payer: "spv",
      payee: "supplier",
      until: "2033-12",
      growth: "0",
      operationStart: "2028-01",
      items: [{ id: "lift", cost: "120", life: "4", first: "2029-01", includesVat: false, vatMethod: "none" }],
      ...changes,
    },
  ];
  const held = (changes: Readonly<Record<string, unknown>> = {}, conventions: Readonly<Record<string, unknown>> = {}) =>
    tablesOf({
      ...base,
      conventions: { vatBasis: "excluded", ...conventions },
      components: [
        investment([6000, 4000]),
        equity([2400, 1600]),
        loan([3600, 2400]),
        income("service", "revenue_service", each(3000, 6), "2028-01"),
        books(),
        renewal(changes),
      ],
    });

  test("depreciation starts after completion on cost with capitalised interest", () => {
    const tables = held();
    expect(tables.row("profit", "3.3").slice(0, 2)).toEqual([0, 0]);
    expect(at(tables, "profit", "3.3", 3)).toBeCloseTo((10300.645 * 0.95) / 20, 6);
  });

  test("replacement is capitalised over its life from the next period, the last one before the end still happens; or it is expensed", () => {
    const tables = held();
    expect(tables.row("plan", "2.2.2")).toEqual([0, 0, 0, 120, 0, 0, 0, 120]);
    expect(at(tables, "profit", "3.3", 5) - at(tables, "profit", "3.3", 4)).toBeCloseTo(30, 6);
    const expensed = held({ treatment: "expensed" });
    expect(at(expensed, "profit", "3.1", 4)).toBe(120);
    expect(at(expensed, "profit", "3.3", 5)).toBeCloseTo(at(expensed, "profit", "3.3", 4), 6);
  });

  test("what is recovered is the net book value, what the file enters, or nothing where it is handed back", () => {
    const book = held();
    expect(at(book, "project", "1.3", 8)).toBeCloseTo(at(book, "balance", "1.3", 8), 6);
    expect(held({}, { recoveredAssetValue: "5000" }).row("project", "1.3")).toEqual([...each(0, 7), 5000]);
    expect(held({}, { recoveredAssetValue: "0" }).total("project", "1.3")).toBe(0);
    expect(book.row("plan", "4")[7]).toBeCloseTo(at(held({}, { recoveredAssetValue: "0" }), "plan", "4", 8), 6);
  });
});

describe("grants and the two views", () => {
  const supported = (changes: Readonly<Record<string, unknown>> = {}) =>
    tablesOf({
      ...base,
      components: [
        eligible,
        equity([2000]),
        income("service", "revenue_service", each(300, 6), "2028-01"),
        grant(changes),
        books({ completion: "2027-12" }),
        incomeTax,
      ],
    });
  const late = () => supported({ progress: [{ id: "r1", reached: "1", share: "1" }], lagMonths: "12" });

  test("during construction they are other funds, afterwards subsidy income", () => {
    const early = supported();
    expect(early.total("funding", "2.3")).toBeGreaterThan(0);
    expect(early.total("plan", "1.1.3")).toBe(0);
    expect(late().total("funding", "2.3")).toBe(0);
    expect(late().total("plan", "1.1.3")).toBe(600);
    expect(late().total("equity", "1.2")).toBe(600);
  });

  test("non-taxable ones go to the capital reserve and their cost is added back; taxable ones are profit", () => {
    const reserve = supported();
    expect(at(reserve, "balance", "2.5.2", 8)).toBe(600);
    expect(reserve.total("profit", "4")).toBe(0);
    const taxed = supported({ taxTreatment: "taxable" });
    expect(taxed.total("profit", "4")).toBe(600);
    expect(at(taxed, "balance", "2.5.2", 8)).toBe(0);
    const plain = tablesOf({
      ...base,
      components: [
        investment([1000, 1000]),
        equity([2000]),
        income("service", "revenue_service", each(300, 6), "2028-01"),
        books({ completion: "2027-12" }),
        incomeTax,
      ],
    });
    expect(reserve.total("profit", "8") - plain.total("profit", "8")).toBeCloseTo(
      plain.total("profit", "3.3") * 0.3 * 0.25,
      4,
    );
  });

  test("the view without support leaves grants out and changes neither tax nor debt", () => {
    const tables = supported();
    const net = tables.row("project", "3");
    expect(tables.row("project", "without_3").map((value, year) => (net[year] ?? 0) - value)).toEqual(
      tables.row("project", "1.2"),
    );
    expect((tables.value("balance.static") ?? 0) - (tables.value("balance.static.without_support") ?? 0)).toBe(600);
  });
});

describe("equity, profit and its distribution", () => {
  test("receipts that pay for construction are an outflow to the owners of the capital", () => {
    const tables = tablesOf({
      ...base,
      components: [
        investment([1000, 1000]),
        equity([1000]),
        income("service", "revenue_service", [0, 700, 800], "2026-01"),
      ],
    });
    expect(tables.row("equity", "2.8").slice(0, 3)).toEqual([0, 1000, 0]);
    expect(tables.row("equity", "3").slice(0, 3)).toEqual([-1000, -300, 800]);
  });

  test("the legal reserve makes good earlier losses first and stops at half of the capital", () => {
    const profits = [-300, 500, 1000, 5000, 5000, 5000, 5000, 5000];
    const tables = tablesOf({
      ...base,
      openingCash: { spv: "1000" },
      components: [
        equity([1000]),
        income(
          "service",
          "revenue_service",
          profits.map((value) => Math.max(0, value)),
          "2026-01",
        ),
        cost("running", "opex_other", [300], "2026-01"),
      ],
    });
    expect(tables.row("profit", "12").slice(0, 4)).toEqual([0, 20, 100, 380]);
    expect(at(tables, "balance", "2.5.3", 8)).toBe(500);
  });

  test("rows 16 and 17 are one distribution, limited by cash", () => {
    const holders: Part = [
      "company",
      "spv_shareholders",
      {
        company: "spv",
        shareholders: [
          { id: "a", holder: "investor", share: "0.6" },
          { id: "b", holder: "soe", share: "0.4" },
        ],
        calls: profile([1000]),
        payout: "0.5",
        dividendsFrom: "2026-01",
      },
    ];
    const tables = tablesOf({
      ...base,
      components: [holders, income("service", "revenue_service", each(1000, 8), "2026-01")],
    });
    expect(at(tables, "profit", "16", 1)).toBe(450);
    expect(at(tables, "profit", "17", 1)).toBe(450);
    expect(at(tables, "profit", "r17_of_investor", 1) + at(tables, "profit", "r17_of_soe", 1)).toBe(450);
    expect(at(tables, "profit", "18", 1)).toBe(450);
    expect(at(tables, "investor_investor", "3", 1)).toBe(-600 + 270);
  });

  test("adjusted tax is on profit before interest, with losses of its own", () => {
    const tables = tablesOf(sixYears);
    const ebit = at(tables, "profit", "19", 3);
    expect(at(tables, "project", "5", 3)).toBeCloseTo(ebit * 0.25, 6);
    expect(at(tables, "project", "5", 3)).toBeGreaterThan(at(tables, "profit", "8", 3));
  });
});
