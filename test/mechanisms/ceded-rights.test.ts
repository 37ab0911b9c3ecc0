import { describe, expect, it } from "vitest";
import { type Inputs, type Part, profile, run } from "./support/situation.ts";

const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));
const exempt = { includesVat: false, vatMethod: "exempt" };

describe("ceded operating space", () => {
  const ceded = (changes: Inputs = {}): Part => [
    "space",
    "ceded_space",
    {
      grantor: "entity",
      operator: "operator",
      product: "hall",
      areaCeded: "100",
      start: "2026-01",
      term: "5",
      payments: [{ id: "once", date: "2026-01", amount: "45000" }],
      ...exempt,
      incomePerM2: "10",
      growth: "0",
      occupancy: "0.9",
      discount: "0.05",
      tolerance: "0",
      ...changes,
    },
  ];
  const annuity = (1 - 1.05 ** -5) / 0.05;

  it("compares the present value received with that of the income given up", () => {
    const outcome = run({ components: [ceded()], periods: 6 });
    expect(outcome.series("space.income_ceded")).toEqual(close([10800, 10800, 10800, 10800, 10800, 0]));
    expect(outcome.one("space.pv_ceded")).toBeCloseTo(10800 * annuity, 6);
    expect(outcome.one("space.pv_received")).toBeCloseTo(45000 / 1.05, 6);
    expect(outcome.one("space.value_for_money")).toBe(0);
    expect(run({ components: [ceded({ tolerance: "0.1" })], periods: 6 }).one("space.value_for_money")).toBe(1);
  });

  it("earns the money over the term, not when it comes in", () => {
    const outcome = run({ components: [ceded()], periods: 6 });
    expect(outcome.series("space.earned")).toEqual(close([9000, 9000, 9000, 9000, 9000, 0]));
    expect(outcome.series("project.operating_revenue")).toEqual(close([0, 0, 0, 0, 0, 0]));
    expect(outcome.series("project.cash")[0]).toBeCloseTo(45000, 6);
  });

  it("earns what comes in during the term over the months left of it, in whatever steps", () => {
    const later = ceded({
      ...{ start: "2026-07", term: "4" },
      payments: [
        { id: "before", date: "2026-03", amount: "4800" },
        { id: "within", date: "2028-04", amount: "2700" },
        { id: "after", date: "2030-10", amount: "60" },
      ],
    });
    // 100 a month from July 2026 on, 100 more from April 2028 on, both for as long as the term lasts; the last sum is earned as it comes.
    const years = [600, 1200, 1200 + 900, 1200 + 1200, 600 + 600 + 60, 0];
    const yearly = run({ components: [later], periods: 6 });
    expect(yearly.series("space.earned")).toEqual(close(years));
    for (const [step, perYear] of [
      ["quarter", 4],
      ["month", 12],
    ] as const) {
      const earned = run({ components: [later], step, periods: 6 * perYear }).series("space.earned");
      const sums = years.map((_, i) => earned.slice(i * perYear, (i + 1) * perYear).reduce((a, b) => a + b, 0));
      expect(sums).toEqual(close(years));
    }
  });

  it("discounts by the year also when the engine steps by the month", () => {
    const monthly = run({ components: [ceded()], step: "month", periods: 72 });
    const factor = (month: number) => 1.05 ** (-month / 12);
    const expected = Array.from({ length: 60 }, (_, index) => 900 * factor(index + 1)).reduce((a, b) => a + b, 0);
    expect(monthly.one("space.pv_ceded")).toBeCloseTo(expected, 4);
  });

  it("brings nothing before the tender or vote it rests on", () => {
    const based = ceded({ basis: "award", payments: [{ id: "later", date: "2028-01", amount: "45000" }] });
    const outcome = (date: string) =>
      run({ components: [based], periods: 6, records: [{ id: "award", date, kind: "ceded_space" }] });
    expect(outcome("2027-05-01").total("space.received")).toBeCloseTo(45000, 6);
    expect(outcome("2030-05-01").total("space.received")).toBe(0);
  });
});

describe("energy franchise", () => {
  const franchise = (changes: Inputs = {}): Part => [
    "energy",
    "franchise",
    {
      grantor: "entity",
      franchisee: "utility",
      users: "tenant",
      supplier: "supplier",
      systems: [
        {
          id: "piles",
          system: "charging",
          capex: "1000",
          built: "2026-01",
          unitsPerYear: "1000",
          price: "0.5",
          costShare: "0.4",
          growth: "0.1",
        },
      ],
      start: "2026-07",
      term: "2",
      feePerYear: "20",
      turnoverShare: "0.1",
      ...exempt,
      ...changes,
    },
  ];

  it("gives the grantor fee and share only; investment and sales are the franchisee's", () => {
    const outcome = run({ components: [franchise()], periods: 4 });
    // The second calendar year has half a year of the franchise's first at 500 and half of its second at 550.
    expect(outcome.series("energy.turnover.piles")).toEqual(close([250, 525, 275, 0]));
    expect(outcome.series("energy.fee")).toEqual(close([10 + 25, 20 + 52.5, 10 + 27.5, 0]));
    expect(outcome.series("project.cash_in")).toEqual(outcome.series("energy.fee"));
    expect(outcome.total("project.cash_out")).toBe(0);
    expect(outcome.total("project.operating_revenue")).toBeCloseTo(outcome.total("energy.fee"), 6);
  });

  it("shows the payback of the franchisee and the legal term", () => {
    const outcome = run({ components: [franchise({ termLimit: "1" })], periods: 4 });
    expect(outcome.series("energy.franchisee_net")[0]).toBeCloseTo(250 * 0.6 - 1000 - 35, 6);
    expect(outcome.one("energy.within_term_limit")).toBe(0);
  });
});

describe("idle rooms", () => {
  it("cost the rent paid; what they save is in kind", () => {
    const rooms: Part = [
      "rooms",
      "idle_rooms",
      {
        provider: "soe",
        user: "entity",
        area: "200",
        marketRent: "25",
        paidRent: "5",
        start: "2026-07",
        end: "2027-06",
      },
    ];
    const outcome = run({ components: [rooms], periods: 3 });
    expect(outcome.series("rooms.rent")).toEqual(close([6000, 6000, 0]));
    expect(outcome.series("rooms.in_kind")).toEqual(close([24000, 24000, 0]));
    expect(outcome.series("project.net")).toEqual(close([-6000, -6000, 0]));
  });
});

describe("points", () => {
  it("are owed when given, paid when redeemed, gone when they lapse", () => {
    const given: Part = [
      "points",
      "points",
      {
        issuer: "entity",
        merchant: "supplier",
        issued: profile([1000, 0, 0, 0, 0]),
        value: "0.1",
        redeemed: "0.8",
        delay: "1",
        validity: "3",
      },
    ];
    const outcome = run({ components: [given], periods: 5 });
    expect(outcome.series("points.paid")).toEqual(close([0, 80, 0, 0, 0]));
    expect(outcome.series("points.liability")).toEqual(close([100, 20, 20, 0, 0]));
    expect(outcome.series("account.payable")).toEqual(close([100, 20, 20, 0, 0]));
  });
});
