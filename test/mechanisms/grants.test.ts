import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { item, worksOf } from "./support/cost.ts";
import { acceptance, approval } from "./support/records.ts";
import { type Inputs, type Part, run, type Situation, situationCase } from "./support/situation.ts";

const yuan = (tenThousands: number): string => String(tenThousands * 10000);
const eligible = (tenThousands: number, changes: Inputs = {}, weights: readonly number[] = [1, 1]): Part => [
  "works",
  "works",
  worksOf([item(tenThousands * 10000, { eligibleGrant: "yes", ...changes })], weights),
];

describe("SUBS-1: performance grant with three caps", () => {
  const { inputs, raw } = situationCase("SUBS-1");
  const shares = raw.inputs.paid as readonly number[];
  const performance = (changes: Inputs = {}): Part => [
    "reward",
    "performance_grant",
    {
      payer: "city",
      payee: "entity",
      share: String(inputs.ratio),
      capPerHousehold: yuan(inputs.cap_per_household_10k as number),
      householdsCounted: String(inputs.households),
      capTotal: yuan(inputs.cap_total as number),
      acceptance: "2028-06",
      payments: shares.map((share, index) => ({ id: `y${index}`, after: String(index), share: String(share) })),
      status: "approved",
      ...changes,
    },
  ];
  const outcomeOf = (changes: Inputs = {}, parts: readonly Part[] = [], situation: Partial<Situation> = {}) =>
    run({
      components: [eligible(inputs.eligible_cost as number), performance(changes), ...parts],
      periods: 8,
      ...situation,
    });

  it("is the least of the three and paid from the year of acceptance on", () => {
    const outcome = outcomeOf();
    expect(outcome.one("reward.by_share") / 10000).toBeCloseTo(
      (raw.expected.candidates as readonly number[])[0] as number,
      6,
    );
    expect(outcome.one("reward.grant_total") / 10000).toBeCloseTo(raw.expected.grant as number, 6);
    const paid = outcome.series("reward.grant").map((value) => value / 10000);
    expect(paid.slice(0, 2)).toEqual([0, 0]);
    for (const [index, expected] of (raw.expected.payments as readonly number[]).entries())
      expect(paid[2 + index]).toBeCloseTo(expected, 6);
  });

  it("counts existing households of the area balance when none are entered", () => {
    const { householdsCounted: _, ...inputsWithout } = performance()[2] as Record<string, unknown>;
    const outcome = run({
      components: [
        ["area", "area_balance", areaExample()],
        eligible(4200),
        ["reward", "performance_grant", inputsWithout],
      ],
      periods: 5,
    });
    expect(outcome.one("reward.households_counted")).toBe(480);
  });

  it("takes off what a special grant already pays, yuan by yuan", () => {
    const special: Part = [
      "grant",
      "special_grant",
      {
        payer: "province",
        payee: "entity",
        amount: yuan(1000),
        progress: [{ id: "all", reached: "1", share: "1" }],
        lagMonths: "0",
        status: "approved",
      },
    ];
    expect(outcomeOf({}, [special]).one("reward.eligible") / 10000).toBeCloseTo(3200, 6);
  });

  it("takes off maintenance money only as far as it rests on lines eligible for both", () => {
    const fund: Part = [
      "fund",
      "maintenance_fund",
      {
        account: "maintenance_fund",
        owners: "resident",
        bank: "bank",
        payee: "entity",
        interest: "0",
        areaDeposited: "0",
        averageCost: "0",
        depositRate: "0",
        topUpLevel: "1",
        topUpCollection: "1",
        status: "approved",
      },
    ];
    const both = (eligibleBoth: number): Part => [
      "roofs",
      "works",
      worksOf([
        item(eligibleBoth * 10000, { id: "both", eligibleGrant: "yes", eligibleMaintenance: "yes" }),
        item(5000000, { id: "fund_only", eligibleMaintenance: "yes" }),
      ]),
    ];
    const situation = { openingCash: { maintenance_fund: yuan(600) } };
    const outcome = outcomeOf({}, [fund, both(200)], situation);
    expect(outcome.total("fund.used") / 10000).toBeCloseTo(600, 6);
    // 500 of the 600 rest on what only the fund may pay, 100 on the shared line.
    expect(outcome.one("reward.eligible") / 10000).toBeCloseTo(4200 + 200 - 100, 6);
  });

  it("is nothing while the status is not counted", () => {
    expect(outcomeOf({ status: "applied" }).total("reward.grant")).toBe(0);
  });

  it("never comes before the certificate of acceptance", () => {
    const paid = outcomeOf({ acceptanceRecord: "certificate" }, [], {
      records: [acceptance("certificate", "2030-05-01")],
    }).series("reward.grant");
    expect(paid.map((value) => value / 10000)).toEqual(
      [0, 0, 0, 0, 1920, 0, 0, 0].map((value) => expect.closeTo(value, 6)),
    );
  });
});

describe("special grant", () => {
  const special = (changes: Inputs = {}): Part => [
    "grant",
    "special_grant",
    {
      payer: "province",
      payee: "entity",
      amount: yuan(1000),
      progress: [
        { id: "half", reached: "0.5", share: "0.6" },
        { id: "done", reached: "1", share: "0.4" },
      ],
      lagMonths: "0",
      status: "approved",
      ...changes,
    },
  ];
  const paid = (changes: Inputs = {}, works = eligible(4000, {}, [1, 2, 1])) =>
    run({ components: [works, special(changes)], periods: 6, records: [approval("letter", "2029-01-15")] })
      .series("grant.grant")
      .map((value) => value / 10000);
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

  it("follows the progress of the works", () => {
    expect(paid()).toEqual(close([0, 600, 400, 0, 0, 0]));
  });

  it("comes after its lag", () => {
    expect(paid({ lagMonths: "12" })).toEqual(close([0, 0, 600, 400, 0, 0]));
  });

  it("never exceeds the eligible cost or its share of it", () => {
    expect(paid({ shareCap: "0.1" })).toEqual(close([0, 240, 160, 0, 0, 0]));
    expect(paid({}, eligible(500))).toEqual(close([300, 200, 0, 0, 0, 0]));
    expect(paid({}, eligible(500, { eligibleGrant: "no" }))).toEqual(close([0, 0, 0, 0, 0, 0]));
  });

  it("waits for the letter of approval", () => {
    expect(paid({ approval: "letter" })).toEqual(close([0, 0, 0, 1000, 0, 0]));
  });

  it("counts only in scenarios that count its status", () => {
    expect(paid({ status: "planned" })).toEqual(close([0, 0, 0, 0, 0, 0]));
  });
});
