import { describe, expect, test } from "vitest";
import { profile, type Situation, situationCase } from "../mechanisms/support/situation.ts";
import { books, cost, each, equity, income, incomeTax, investment, loan, NATIONAL } from "./support/project.ts";
import { type Tables, tablesOf } from "./support/read.ts";

const base: Situation = { periods: 8, packs: NATIONAL, conventions: { vatBasis: "excluded" }, components: [] };
const verdict = (tables: Tables, id: string) => tables.verdicts.find((one) => one.id === id);

describe("cover of interest and of debt service", () => {
  const { inputs, expected } = situationCase("DSCR-1");
  const tables = tablesOf({
    ...base,
    periods: 3,
    components: [
      investment([10000]),
      equity([4000]),
      loan([6000], {
        drawTiming: "end",
        completion: "2027-01",
        rate: "0.05",
        form: "schedule",
        principalSchedule: profile([700], "2027-01"),
        grace: "12",
        tenor: "120",
      }),
      income("service", "revenue_service", [1400], "2027-01"),
      books({ completion: "2026-12", residualShare: "0" }),
      incomeTax,
    ],
  });

  test("the year's EBIT, depreciation, interest, tax and principal are those of the case", () => {
    const second = (table: string, row: string) => tables.row(table, row)[1];
    expect([
      second("profit", "19"),
      second("profit", "3.3"),
      second("profit", "3.5"),
      second("profit", "8"),
      second("debt", "principal_of_loan"),
    ]).toEqual(["ebit", "dep_amort", "interest", "income_tax", "principal"].map((name) => inputs[name]));
  });

  test("both covers", () => {
    expect(tables.row("profit", "20")[1]).toBeCloseTo(expected["ebitda"] ?? Number.NaN, 6);
    expect(tables.row("debt", "project.icr")[1]).toBeCloseTo(expected["icr"] ?? Number.NaN, 6);
    expect(tables.row("debt", "project.dscr_mp3")[1]).toBeCloseTo(expected["dscr"] ?? Number.NaN, 6);
  });
});

describe("break-even occupancy", () => {
  const { inputs, expected } = situationCase("BEP-1");
  const used = 0.8;
  const year = { start: "2026-01", end: "2026-12", growth: "0" };
  /** A share of the revenue. */
  const moving = (id: string, atCapacity: number) => ({
    ...{ id, kind: "other", payee: "supplier", rule: "share", growth: "0", includesVat: false, vatMethod: "none" },
    share: String(atCapacity / (inputs["revenue_at_100pct"] ?? 1)),
  });
  const tables = tablesOf({
    ...base,
    periods: 1,
    components: [
      [
        "shops",
        "lease",
        {
          lessor: "spv",
          tenant: "tenant",
          product: "shops",
          areaLeased: "100",
          ...year,
          ramp: [{ id: "y1", year: "1", share: String(used) }],
          rentPer: "month",
          rent: String((inputs["revenue_at_100pct"] ?? 0) / 1200),
          includesVat: false,
          vatMethod: "exempt",
          collection: "1",
        },
      ],
      [
        "variable",
        "operating_cost",
        {
          payer: "spv",
          start: year.start,
          end: year.end,
          items: [
            moving("cost", inputs["variable_cost_at_100pct"] ?? 0),
            // Taxes that move with the revenue: no mechanism enters them as such, a share of it does the same.
            moving("tax", inputs["taxes_surcharges_at_100pct"] ?? 0),
          ],
        },
      ],
      cost("fixed", "opex_staff", [inputs["fixed_cost"] ?? 0], "2026-01"),
    ],
  });

  test("is the case's, whatever occupancy the plan uses", () => {
    expect(tables.value("bep.occupancy")).toBeCloseTo(expected["bep_rate"] ?? Number.NaN, 9);
    expect(tables.value("bep.operation")).toBeCloseTo((expected["bep_rate"] ?? Number.NaN) / used, 9);
  });
});

describe("straight-line depreciation", () => {
  const { inputs, expected } = situationCase("DEP-1");
  const tables = tablesOf({
    ...base,
    components: [investment([inputs["cost"] ?? 0]), equity([inputs["cost"] ?? 0]), books({ completion: "2026-12" })],
  });

  test("from the year after completion, to the residual share", () => {
    expect(tables.row("profit", "3.3")).toEqual([0, ...each(expected["annual"] ?? Number.NaN, 7)]);
    expect(tables.row("balance", "1.3")[6]).toBeCloseTo(expected["net_value_after_6y"] ?? Number.NaN, 6);
  });
});

describe("working capital by turnover", () => {
  const { inputs, expected } = situationCase("WC-1");
  const payables = inputs["payables_base"] ?? 0;
  const wages = inputs["cash_base_wages_other"] ?? 0;
  const tables = tablesOf({
    ...base,
    periods: 2,
    openingCash: { spv: "5000" },
    components: [
      cost("staff", "opex_staff", [wages], "2026-01"),
      cost("energy", "opex_energy", [payables], "2026-01"),
      cost("rent", "opex_rent", [(inputs["operating_cost"] ?? 0) - payables - wages], "2026-01"),
      [
        "working",
        "working_capital",
        {
          holder: "spv",
          counterparty: "supplier",
          start: "2026-01",
          method: "detailed",
          receivableTurns: "12",
          cashTurns: "12",
          payableTurns: "8",
          equityShare: "0.3",
        },
      ],
    ],
  });
  const series = (id: string) => tables.values.periods(`working.${id}`)[0]?.toNumber();

  test("items, sum and the part borne by equity", () => {
    expect([series("receivables"), series("cash_needed"), series("payables"), series("required")]).toEqual(
      ["receivables", "cash", "payables", "working_capital"].map((name) =>
        expect.closeTo(expected[name] ?? Number.NaN, 6),
      ),
    );
    expect(series("by_equity")).toBeCloseTo(expected["initial_30pct"] ?? Number.NaN, 6);
    expect(tables.row("funding", "1.3")).toEqual([105, -105].map((value) => expect.closeTo(value, 6)));
  });
});

describe("one project, three verdicts", () => {
  const { raw, expected } = situationCase("BAL-1");
  const [outflow, inflow] = [raw.inputs["outflow"], raw.inputs["inflow"]] as readonly (readonly number[])[];
  const money = [investment(outflow ?? []), income("service", "revenue_service", inflow ?? [], "2026-01")];
  const alone = tablesOf({
    ...base,
    periods: 15,
    conventions: { vatBasis: "excluded", icProject: "0.05" },
    components: money,
  });
  const funded = tablesOf({
    ...base,
    periods: 15,
    conventions: { vatBasis: "excluded", icProject: "0.05" },
    components: [...money, equity([raw.inputs["equity_year1"] as number])],
  });

  test("the project table and its cumulative row", () => {
    expect(alone.row("project", "4")).toEqual(raw.expected["cumulative_no_financing"]);
    expect(alone.row("plan", "5")).toEqual(raw.expected["cumulative_no_financing"]);
    expect(Math.min(...alone.row("plan", "5"))).toBe(-(expected["peak_funding_need"] ?? 0));
    expect(alone.value("npv.project.posttax")).toBeCloseTo(expected["npv_at_5pct"] ?? Number.NaN, 5);
    expect(alone.value("firr.project.posttax")).toBeCloseTo(expected["firr"] ?? Number.NaN, 7);
  });

  test("with the equity the gap of the funding table is what is missing", () => {
    expect(funded.row("funding", "2.4").slice(0, 2)).toEqual([3600, 6000]);
    expect(Math.min(...funded.row("annual", "5"))).toBe(-(expected["financing_needed_beyond_equity"] ?? 0));
  });

  test("balanced over the life, not from year to year, not in present value", () => {
    expect(["B2", "B3", "B4", "B6"].map((id) => verdict(funded, id)?.pass)).toEqual([true, false, false, false]);
    expect(verdict(funded, "B2")?.margin?.toNumber()).toBe(expected["static_surplus"]);
    expect(verdict(funded, "B4")?.firstFailing).toBe("2026");
  });
});

describe("rates of return", () => {
  const flow = (net: readonly number[]) => [
    investment(net.map((value) => Math.max(0, -value))),
    income(
      "service",
      "revenue_service",
      net.map((value) => Math.max(0, value)),
      "2026-01",
    ),
  ];

  test("payback and present value of the first case, from the table", () => {
    const { raw, expected } = situationCase("IRR-1");
    const net = raw.inputs["net_cash_flow_years_1_to_9"] as readonly number[];
    const tables = tablesOf({
      ...base,
      periods: 9,
      conventions: { vatBasis: "excluded", icProject: "0.06" },
      components: flow(net),
    });
    expect(tables.row("project", "6")).toEqual(net);
    expect(tables.row("project", "7")).toEqual(raw.expected["cumulative"]);
    expect(tables.value("payback.static")).toBeCloseTo(expected["pt_static_from_construction_start"] ?? Number.NaN, 6);
    expect(tables.value("payback.dynamic")).toBeCloseTo(expected["pt_dynamic"] ?? Number.NaN, 6);
  });

  test.each([
    ["IRR-2", /several/],
    ["IRR-3", /no rate/],
  ] as const)("%s has no single rate and says so", (id, note) => {
    const net = situationCase(id).raw.inputs["flow"] as readonly number[];
    const tables = tablesOf({ ...base, periods: 3, components: flow(net) });
    expect(tables.value("firr.project.pretax")).toBeNull();
    expect(tables.note("firr.project.pretax")).toMatch(note);
  });
});

describe("coverage of bonds", () => {
  test("bullet bond over twenty years: all interest counts, construction included", () => {
    const { raw, expected } = situationCase("BOND-1");
    const net = raw.expected["net_revenue"] as readonly number[];
    const tables = tablesOf({
      ...base,
      start: "2026-01",
      periods: 20,
      components: [
        [
          "bond",
          "special_bond",
          {
            issuer: "city",
            borrower: "spv",
            feePayee: "bank",
            use: "debt",
            tranches: [
              { id: "t1", amount: "20000", issue: "2026-01", coupon: "0.025", term: "20", firstPrincipal: "20" },
            ],
            issueTiming: "start",
            couponInterval: "half_year",
            approval: { notNeeded: "the quota is approved" },
            issueFeeRate: "0",
            paymentFeeRate: "0",
            completion: "2028-01",
            status: "approved",
          },
        ],
        income("service", "revenue_service", net, "2026-01"),
      ],
    });
    expect(tables.total("debt", "service_of_bond")).toBeCloseTo(expected["total_debt_service"] ?? Number.NaN, 4);
    expect(tables.value("coverage.bond")).toBeCloseTo(expected["coverage_total"] ?? Number.NaN, 5);
    expect(tables.note("coverage.bond")).toMatch(/construction interest included/);
  });
});
