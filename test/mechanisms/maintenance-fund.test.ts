import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { approval, vote } from "./support/records.ts";
import { type Inputs, type Part, run, type Situation, situationCase } from "./support/situation.ts";

const { inputs, raw } = situationCase("MAINT-1");

const fund = (changes: Inputs = {}): Part => [
  "fund",
  "maintenance_fund",
  {
    account: "maintenance_fund",
    owners: "resident",
    bank: "bank",
    payee: "entity",
    interest: "0",
    areaDeposited: String(inputs.area_m2),
    averageCost: String(inputs.build_cost_yuan_m2),
    depositRate: String(inputs.deposit_rate),
    trigger: String(inputs.threshold),
    topUpLevel: "1",
    topUpCollection: "1",
    status: "approved",
    ...changes,
  },
];
const repair = (yuan: number, weights: readonly number[] = [1]): Part => [
  "works",
  "works",
  worksOf([item(yuan, { eligibleMaintenance: "yes" })], weights),
];
const opening = (yuan: number): Partial<Situation> => ({ openingCash: { maintenance_fund: String(yuan) } });

describe("MAINT-1: first deposit, trigger and top-up", () => {
  const balances = raw.inputs.balances as readonly number[];
  const topUps = raw.expected.topup as readonly number[];

  it("first deposit", () => {
    expect(run({ components: [fund()], periods: 1 }).one("fund.first_deposit")).toBeCloseTo(
      raw.expected.first_deposit as number,
      6,
    );
  });

  it.each(balances.map((balance, index) => [balance, topUps[index] as number] as const))(
    "a balance of %d is topped up by %d",
    (balance, topUp) => {
      expect(run({ components: [fund()], periods: 1, ...opening(balance) }).series("fund.top_up")[0]).toBeCloseTo(
        topUp,
        6,
      );
    },
  );
});

describe("trigger", () => {
  it("looks at the opening balance before any use", () => {
    const outcome = run({ components: [fund(), repair(900000)], periods: 2, ...opening(1100000) });
    expect(outcome.series("fund.top_up")).toEqual([0, expect.closeTo(3600000 - 200000, 6)]);
  });

  it("is looked at once a year", () => {
    const outcome = run({
      components: [fund(), repair(900000, [0, 1])],
      step: "quarter",
      periods: 8,
      ...opening(1100000),
    });
    expect(outcome.series("fund.top_up").flatMap((value, index) => (value > 0 ? [index] : []))).toEqual([]);
    const early = run({
      components: [fund(), ["works", "works", worksOf([item(900000, { eligibleMaintenance: "yes" })])]],
      step: "quarter",
      periods: 8,
      ...opening(1100000),
    });
    expect(early.series("fund.top_up").flatMap((value, index) => (value > 0 ? [index] : []))).toEqual([4]);
  });

  it("waits for the vote to raise, and brings what is collected", () => {
    const outcome = run({
      components: [fund({ raiseVote: "vote", topUpCollection: "0.9" })],
      periods: 3,
      records: [vote("vote", "2027-01-01")],
      ...opening(0),
    });
    expect(outcome.series("fund.top_up")).toEqual([0, expect.closeTo(3240000, 6), 0]);
  });
});

describe("use", () => {
  it("reaches opening, interest and deposits of the period", () => {
    const outcome = run({
      components: [fund({ interest: "0.01" }), repair(90000000)],
      periods: 1,
      ...opening(1000000),
    });
    expect(outcome.series("fund.interest_earned")[0]).toBeCloseTo(10000, 6);
    expect(outcome.series("fund.used")[0]).toBeCloseTo(1000000 + 10000 + 2600000, 4);
  });

  it("interest rests on the opening balance, not on the deposits of the period", () => {
    const outcome = run({ components: [fund({ interest: "0.01" })], periods: 2, ...opening(1000000) });
    expect(outcome.series("fund.interest_earned")).toEqual([expect.closeTo(10000, 6), expect.closeTo(36100, 4)]);
  });

  it("stops at eligible cost and at the amount voted", () => {
    expect(
      run({ components: [fund(), repair(500000)], periods: 3, ...opening(2000000) }).total("fund.used"),
    ).toBeCloseTo(500000, 6);
    expect(
      run({ components: [fund({ voted: "300000" }), repair(500000, [1, 1])], periods: 3, ...opening(2000000) }).total(
        "fund.used",
      ),
    ).toBeCloseTo(300000, 6);
  });

  it("pays its part of replacements", () => {
    const lift = {
      id: "lift",
      cost: "400000",
      life: "15",
      first: "2027-01",
      fundShare: "0.5",
      includesVat: false,
      vatMethod: "none",
    };
    const replacement: Part = [
      "repl",
      "replacement",
      { payer: "entity", payee: "supplier", until: "2035-12", growth: "0", operationStart: "2026-01", items: [lift] },
    ];
    expect(run({ components: [fund(), replacement], periods: 3, ...opening(2000000) }).series("fund.used")).toEqual([
      0,
      expect.closeTo(200000, 6),
      0,
    ]);
  });

  it("needs status, vote and the recognition as a joined project", () => {
    const used = (changes: Inputs) =>
      run({
        components: [fund(changes), repair(500000)],
        periods: 3,
        records: [vote("vote", "2027-06-01"), approval("letter", "2027-06-01")],
        ...opening(2000000),
      }).series("fund.used");
    expect(used({ status: "applied" })).toEqual([0, 0, 0]);
    expect(used({ useVote: "vote" })).toEqual([0, expect.closeTo(500000, 6), 0]);
    expect(used({ joined: "letter" })).toEqual([0, expect.closeTo(500000, 6), 0]);
  });
});

/** Eight years, so that the whole phasing lies inside. */
const PERIODS = { month: 96, quarter: 32, year: 8 };

describe("the account", () => {
  it("residents pay the fund and the fund pays the project: the project sees the money once", () => {
    const outcome = run({ components: [fund(), repair(5000000)], periods: 1, ...opening(100000) });
    expect(outcome.total("party.resident.net")).toBeCloseTo(-3500000, 6);
    expect(outcome.total("project.cash_in")).toBeCloseTo(3600000, 6);
    expect(outcome.total("project.net")).toBeCloseTo(3600000 - 5000000, 6);
  });

  it("takes in first deposits made by the developer", () => {
    const deposits: Part = [
      "dep",
      "deposits",
      {
        payer: "entity",
        custodian: "district",
        warrantyBase: "building",
        completion: "2026-12",
        warrantyYears: "1",
        maintenanceFund: "maintenance_fund",
        owners: "resident",
        maintenanceRate: "0.06",
        averageCost: "2000",
        maintenanceArea: "1000",
        maintenanceMonth: "2026-06",
        handover: "2027-01",
        ownersShare: "1",
      },
    ];
    const outcome = run({ components: [fund(), repair(1000), deposits], periods: 1, ...opening(2000000) });
    expect(outcome.series("fund.balance")[0]).toBeCloseTo(2000000 + 120000 - 1000, 6);
  });

  it("is what came in less what went out and never below 0", () => {
    const situation = fc.record({
      opening: fc.integer({ min: 0, max: 4000000 }),
      interest: fc.integer({ min: 0, max: 30 }).map((thousandth) => String(thousandth / 1000)),
      collection: fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100)),
      cost: fc.integer({ min: 0, max: 20000000 }),
      weights: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 }),
      step: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
    });
    fc.assert(
      fc.property(situation, (drawn) => {
        const components = [
          fund({ interest: drawn.interest, topUpCollection: drawn.collection }),
          repair(drawn.cost, drawn.weights),
        ];
        const outcome = run({ components, step: drawn.step, periods: PERIODS[drawn.step], ...opening(drawn.opening) });
        let balance = drawn.opening;
        for (const [index, shown] of outcome.series("fund.balance").entries()) {
          const at = (id: string) => outcome.series(id)[index] as number;
          balance += at("fund.interest_earned") + at("fund.top_up") - at("fund.used");
          expect(shown).toBeCloseTo(balance, 4);
          expect(shown).toBeGreaterThanOrEqual(-1e-6);
          expect(at("party.maintenance_fund.cash")).toBeCloseTo(shown, 4);
        }
      }),
      { numRuns: 25 },
    );
  });
});
