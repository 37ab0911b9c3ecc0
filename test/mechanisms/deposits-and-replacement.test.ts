import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, run } from "./support/situation.ts";

const works = (items: readonly Inputs[]): Part => ["works", "works", worksOf(items)];

describe("deposits", () => {
  const deposits = (changes: Inputs = {}): Part => [
    "dep",
    "deposits",
    {
      payer: "entity",
      custodian: "district",
      warrantyBase: "building",
      completion: "2027-12",
      warrantyYears: "3",
      ...changes,
    },
  ];

  it("the warranty deposit leaves at completion and comes back after its years", () => {
    const outcome = run({
      components: [works([item(10000), item(500, { id: "roads", kind: "outdoor" })]), deposits()],
      periods: 6,
    });
    expect(outcome.series("dep.warranty_paid")).toEqual([0, 200, 0, 0, 0, 0].map((paid) => expect.closeTo(paid, 9)));
    expect(outcome.series("dep.warranty_returned")).toEqual(
      [0, 0, 0, 0, 200, 0].map((paid) => expect.closeTo(paid, 9)),
    );
    expect(outcome.total("project.net")).toBeCloseTo(-10500, 6);
  });

  it("the first maintenance deposit is advanced and the owners' part recovered at hand-over", () => {
    const maintenance = {
      maintenanceFund: "maintenance_fund",
      owners: "resident",
      maintenanceRate: "0.06",
      averageCost: "2000",
      maintenanceArea: "30000",
      maintenanceMonth: "2027-10",
      handover: "2028-03",
      ownersShare: "0.7",
    };
    const outcome = run({ components: [works([item(10000)]), deposits(maintenance)], periods: 6 });
    expect(outcome.series("dep.maintenance_paid")[1]).toBeCloseTo(3600000, 6);
    expect(outcome.series("dep.maintenance_recovered")[2]).toBeCloseTo(2520000, 6);
    expect(outcome.total("dep.maintenance_own")).toBeCloseTo(1080000, 6);
    expect(outcome.total("party.maintenance_fund.net")).toBeCloseTo(3600000, 6);
  });
});

describe("replacement", () => {
  const replacement = (items: readonly Inputs[], changes: Inputs = {}): Part => [
    "repl",
    "replacement",
    {
      payer: "operator",
      payee: "supplier",
      until: "2045-12",
      growth: "0",
      operationStart: "2026-01",
      items,
      ...changes,
    },
  ];
  const lift = { id: "lift", cost: "100", life: "6", first: "2033-01", includesVat: false, vatMethod: "none" };

  it("comes again every life, the last one before the end included", () => {
    const paid = run({ components: [replacement([lift], { until: "2045-12" })], periods: 25 }).series(
      "repl.own_part.lift",
    );
    expect(paid.flatMap((value, index) => (value > 0 ? [2026 + index] : []))).toEqual([2033, 2039, 2045]);
  });

  it("happens once in the period that contains its month, whatever the step", () => {
    const monthly = run({ components: [replacement([lift])], step: "month", periods: 240 });
    expect(monthly.series("repl.own_part.lift").flatMap((value, index) => (value > 0 ? [index] : []))).toEqual([
      84, 156, 228,
    ]);
    expect(
      run({ components: [replacement([{ ...lift, first: "2033-08" }])], step: "half-year", periods: 40 }).total(
        "repl.own_part.lift",
      ),
    ).toBeCloseTo(300, 9);
  });

  it("grows from the first operating year and sets the part of the maintenance fund apart", () => {
    const outcome = run({ components: [replacement([{ ...lift, fundShare: "0.4" }], { growth: "0.02" })], periods: 8 });
    expect(outcome.series("repl.amount.lift")[7]).toBeCloseTo(100 * 1.02 ** 7, 6);
    expect(outcome.series("repl.fund_part.lift")[7]).toBeCloseTo(40 * 1.02 ** 7, 6);
    expect(outcome.series("repl.own_part.lift")[7]).toBeCloseTo(60 * 1.02 ** 7, 6);
  });
});
