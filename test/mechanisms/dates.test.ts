import { describe, expect, it } from "vitest";
import { compensation, item, worksOf } from "./support/cost.ts";
import { saleOf } from "./support/sales.ts";
import { type Inputs, type Part, profile, run } from "./support/situation.ts";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

describe("money that falls due after the horizon stands on its line", () => {
  it("phasing is weighed by the whole, not by its part inside the horizon", () => {
    const works: Part = ["works", "works", worksOf([item(1000)], [30, 30, 40])];
    const outcome = run({ components: [works], periods: 2 }, true);
    expect(outcome.series("works.paid.item")).toEqual(close([300, 300]));
    expect(outcome.one("works.off_horizon")).toBeCloseTo(400, 6);
  });

  it("so are a fee by a phasing of its own and shared works", () => {
    const fee = {
      id: "fee",
      kind: "fees",
      rule: "price",
      basis: "fixed",
      price: "500",
      includesVat: false,
      vatMethod: "none",
    };
    const fees: Part = [
      "fees",
      "other_costs",
      { payer: "entity", payee: "contractor", items: [fee], phasing: profile([0.2, 0.8]) },
    ];
    const outcome = run({ components: [fees], periods: 1 }, true);
    expect(outcome.total("fees.paid.fee")).toBeCloseTo(100, 6);
    expect(outcome.one("fees.off_horizon")).toBeCloseTo(400, 6);
  });

  it("compensation: the months and the second removal that the horizon does not reach", () => {
    // 60 ㎡ × 30 元 × (36 agreed + 2 × 5 overdue + 6 after) = 93,600; removal 60 × 20, twice.
    const part = compensation({ tailMonths: "6", overdueMultiple: "2" });
    const paid = run({ components: [part], periods: 3 });
    expect(paid.total("comp.transition")).toBeCloseTo(60 * 30 * 36, 6);
    expect(paid.one("comp.off_horizon")).toBeCloseTo(60 * 30 * 16 + 60 * 20, 6);
    expect(run({ components: [part], periods: 5 }).one("comp.off_horizon")).toBeCloseTo(0, 6);
  });

  it("deposits that are never paid in", () => {
    const deposits: Part = [
      "dep",
      "deposits",
      {
        payer: "entity",
        custodian: "district",
        warrantyBase: "building",
        warrantyRate: "0.02",
        completion: "2030-12",
        warrantyYears: "3",
      },
    ];
    const works: Part = ["works", "works", worksOf([item(10000)])];
    const outcome = run({ components: [works, deposits], periods: 3 });
    expect(outcome.total("dep.warranty_paid")).toBe(0);
    expect(outcome.one("dep.warranty_off_horizon")).toBeCloseTo(200, 6);
  });

  it("replacements due between the horizon and the end of operation, and one due after that end", () => {
    const lift = { life: "5", includesVat: false, vatMethod: "none" };
    const renewal = (items: readonly Inputs[]): Part => [
      "renewal",
      "replacement",
      { payer: "entity", payee: "contractor", until: "2040-12", growth: "0", operationStart: "2027-01", items },
    ];
    const row = { ...lift, id: "lift", cost: "100", first: "2032-01" };
    // Due in 2032 and 2037, both within operation; a horizon to 2034 reaches the first.
    const outcome = run({ components: [renewal([row])], periods: 9 });
    expect(outcome.total("renewal.own_part.lift")).toBeCloseTo(100, 6);
    expect(outcome.one("renewal.due_off_horizon.lift")).toBeCloseTo(100, 6);
    const never = run({ components: [renewal([{ ...row, first: "2041-01" }])], periods: 9 });
    expect(never.one("renewal.due_off_cutoff.lift")).toBeCloseTo(100, 6);
  });
});

describe("a month has one price whatever the step", () => {
  const steps = { month: 36, quarter: 12, year: 3 } as const;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

  it("of a sale whose price base lies within the year", () => {
    const means = Object.entries(steps).map(([step, periods]) => {
      const components = [saleOf("flats", 1000, { priceGrowth: "0.1", priceFrom: "2026-06" })];
      return mean(run({ components, step: step as "year", periods }).series("flats.price_used"));
    });
    // 17 months at 10, 12 at 11, 7 at 12.1.
    const expected = (17 * 10 + 12 * 11 + 7 * 12.1) / 36;
    expect(means).toEqual(close([expected, expected, expected]));
  });

  it("of the price index", () => {
    const means = Object.entries(steps).map(([step, periods]) => {
      const conventions = { priceBasis: "current", inflation: "0.1" };
      const project = { priceBaseMonth: "2026-06" };
      return mean(
        run({ components: [], step: step as "year", periods, conventions, project }).series("project.price_index"),
      );
    });
    // Five months before the base, then whole years from it.
    const expected = (5 / 1.1 + 12 + 12 * 1.1 + 7 * 1.21) / 36;
    expect(means).toEqual(close([expected, expected, expected]));
  });
});
