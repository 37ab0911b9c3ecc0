import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, profile, run } from "./support/situation.ts";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

describe("cost sharing", () => {
  const sharing = (changes: Inputs = {}): Part => [
    "sharing",
    "cost_sharing",
    {
      items: [{ id: "building", line: "building", government: "0.4", market: "0.3", residents: "0.3", ...changes }],
    },
  ];
  const works: Part = ["works", "works", worksOf([item(1000)], [1, 1])];
  const paid: Part = [
    "charge",
    "resident_contribution",
    {
      payer: "resident",
      payee: "entity",
      basis: "household",
      pricePerHousehold: "2",
      householdsCharged: "100",
      consent: "1",
      collection: "1",
      instalments: [{ id: "once", date: "2026-01", share: "1" }],
    },
  ];

  it("says what each side is to bear and what is still to come, and moves no cash", () => {
    const outcome = run({ components: [works, paid, sharing()], periods: 2 });
    expect([outcome.one("sharing.burden_government"), outcome.one("sharing.burden_residents")]).toEqual(
      close([400, 300]),
    );
    expect([outcome.one("sharing.gap_government"), outcome.one("sharing.gap_residents")]).toEqual(close([400, 100]));
    expect(outcome.one("sharing.complete.building")).toBe(1);
    const without = run({ components: [works, paid], periods: 2 });
    expect(outcome.series("project.net")).toEqual(without.series("project.net"));
  });

  it("a line that does not add to 100 % is not complete", () => {
    const short = run({ components: [works, sharing({ market: "0.2" })], periods: 2 });
    expect(short.one("sharing.complete.building")).toBe(0);
    const withUtility = run({ components: [works, sharing({ market: "0.2", utility: "0.1" })], periods: 2 });
    expect(withUtility.one("sharing.complete.building")).toBe(1);
  });
});

describe("facilities built with neighbouring projects", () => {
  const joint = (changes: Inputs = {}): Part => [
    "joint",
    "joint_cost",
    {
      payer: "entity",
      payee: "contractor",
      total: "10000",
      key: "households",
      partners: [{ id: "next", project: "next", weight: "240" }],
      phasing: profile([0.5, 0.5]),
      includesVat: false,
      vatMethod: "none",
      ...changes,
    },
  ];

  it("cost the project its share by households, the others theirs", () => {
    const outcome = run({ components: [["area", "area_balance", areaExample()], joint()], periods: 2 });
    expect(outcome.one("joint.own_share")).toBeCloseTo(0.7, 9);
    expect(outcome.series("joint.paid")).toEqual(close([3500, 3500]));
    expect(outcome.one("joint.partner_part.next")).toBeCloseTo(3000, 6);
  });

  it("or by agreed weights", () => {
    const agreed = joint({ key: "agreed", ownWeight: "1", partners: [{ id: "next", project: "next", weight: "3" }] });
    expect(run({ components: [agreed], periods: 2 }).total("joint.paid")).toBeCloseTo(2500, 6);
  });
});

describe("how works are delivered", () => {
  const paid = (changes: Inputs) =>
    run({ components: [["works", "works", worksOf([item(1000)], [1, 1], changes)]], periods: 4 }).series(
      "works.paid.item",
    );

  it("a premium raises and an allied supplier's discount lowers the cost", () => {
    expect(paid({ premium: "0.04" })).toEqual(close([520, 520, 0, 0]));
    expect(paid({ premium: "0.04", discount: "0.05" })).toEqual(close([494, 494, 0, 0]));
  });

  it("a supplier may wait for part of the money", () => {
    expect(paid({ deferredShare: "0.1", deferredMonths: "12" })).toEqual(close([450, 500, 50, 0]));
  });
});

describe("work given instead of money", () => {
  it("is worth its hours and adds no cash", () => {
    const labour: Part = [
      "labour",
      "donation",
      {
        donor: "resident",
        payee: "entity",
        kind: "labour",
        hours: "2000",
        hourRate: "40",
        date: "2026-06",
        status: "received",
      },
    ];
    const outcome = run({ components: [labour], periods: 1 });
    expect(outcome.total("labour.given")).toBeCloseTo(80000, 6);
    expect(outcome.total("project.cash_in")).toBe(0);
  });
});
