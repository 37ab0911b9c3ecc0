import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { compensation } from "./support/cost.ts";
import { run, situationCase } from "./support/situation.ts";

describe("TRANS-1: temporary allowance with overdue months", () => {
  const { inputs, expected } = situationCase("TRANS-1");
  const part = compensation({
    legalInKind: String(inputs.area_m2),
    standard: String(inputs.yuan_m2_month),
    agreedMonths: String(inputs.agreed_months),
    tailMonths: String(inputs.after_delivery_months),
  });

  it("36 agreed, 5 overdue at double, 6 after hand-over", () => {
    expect(run({ components: [part], step: "month", periods: 60 }).total("comp.transition")).toBeCloseTo(
      expected.total_yuan as number,
      6,
    );
  });

  it("is spread over the months it covers and the sum does not depend on the step", () => {
    const yearly = run({ components: [part], periods: 5 });
    expect(yearly.series("comp.transition")).toEqual(
      [21600, 21600, 21600, 28800, 0].map((paid) => expect.closeTo(paid, 6)),
    );
    expect(run({ components: [part], step: "quarter", periods: 20 }).total("comp.transition")).toBeCloseTo(
      expected.total_yuan as number,
      6,
    );
  });

  it("ends earlier when the flats are ready before the agreed time", () => {
    expect(
      run({ components: [compensation({ handover: "2028-01" })], periods: 6 }).total("comp.transition"),
    ).toBeCloseTo(60 * 30 * (24 + 6), 6);
  });

  it("keeps at least the minimum per household", () => {
    expect(
      run({
        components: [compensation({ handover: "2028-01", minimumPerHousehold: "3000", householdsInKind: "1" })],
        periods: 6,
      }).total("comp.transition"),
    ).toBeCloseTo(3000 * 30, 6);
  });
});

describe("compensation", () => {
  it("pays the removal fee once to all and again to those resettled in kind", () => {
    const outcome = run({ components: [compensation({ legalInKind: "950", legalCash: "50" })], periods: 6 });
    expect(outcome.series("comp.removal")).toEqual([20000, 0, 0, 19000, 0, 0].map((paid) => expect.closeTo(paid, 6)));
    expect(outcome.one("comp.removal_total")).toBeCloseTo(39000, 6);
  });

  it("per household likewise", () => {
    const part = compensation({
      removalBasis: "household",
      removalPerHousehold: "1000",
      householdsInKind: "456",
      householdsCash: "24",
    });
    expect(run({ components: [part], periods: 6 }).total("comp.removal")).toBeCloseTo((480 + 456) * 1000, 6);
  });

  it("takes legal areas from the area balance, cash and in kind apart", () => {
    const { legalInKind: _a, legalCash: _b, ...inputs } = compensation()[2] as Record<string, unknown>;
    const outcome = run({
      components: [
        ["area", "area_balance", areaExample()],
        ["comp", "compensation", inputs],
      ],
      periods: 6,
    });
    expect(outcome.total("comp.cash_paid")).toBeCloseTo(1500 * 10000, 4);
    expect(outcome.one("comp.monthly")).toBeCloseTo(28500 * 30, 6);
  });

  it("rewards and stop-loss are other compensation", () => {
    const outcome = run({
      components: [compensation({ legalCash: "40", rewardRate: "0.05", shopValue: "200000" })],
      periods: 6,
    });
    expect(outcome.total("comp.reward")).toBeCloseTo(100 * 10000 * 0.05, 6);
    expect(outcome.total("comp.stop_loss")).toBeCloseTo(10000, 6);
  });
});
