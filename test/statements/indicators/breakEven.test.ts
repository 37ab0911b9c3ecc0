import { describe, expect, test } from "vitest";
import { tell } from "../support/told.ts";

const sales = { "project.sale_receipts": [1000, 0, 0, 0] };
/** A static balance that follows the price by a formula of its factor `f`. */
const priced = (text: string) => ({
  ...sales,
  "project.static_balance": `(${text.replaceAll("f", "project.price_factor")}) * oneyuan`,
});

describe("break-even price", () => {
  test("is the share of the price at which the balance crosses 0", () => {
    const told = tell(priced("1000 * f - 800"));
    expect(told.value("bep.sale_price")).toBeCloseTo(0.8, 11);
    expect(told.value("bep.sale_price.root.residual")).toBeCloseTo(0, 8);
    expect(told.value("bep.sale_price.root.state")).toBe(0);
    expect(told.value("project.static_balance")).toBe(200);
  });

  test("follows what bends: a tax that falls away with the gain", () => {
    const told = tell(priced("1000 * f - 800 - 0.4 * max(0, 1000 * f - 900)"));
    expect(told.value("bep.sale_price")).toBeCloseTo(0.8, 11);
    const taxed = tell(priced("1000 * f - 930 - 0.4 * max(0, 1000 * f - 900)"));
    expect(taxed.value("bep.sale_price")).toBeCloseTo(0.95, 11);
  });

  test("a leap over 0 is found with what is left there", () => {
    const told = tell(priced("f >= 0.7 ? 100 : 0 - 100"));
    expect(told.value("bep.sale_price")).toBeCloseTo(0.7, 8);
    expect(told.value("bep.sale_price.root.residual")).toBe(100);
  });

  test("without a crossing, with several, without sales or without a balance there is none, and the reason is said", () => {
    const why = (text: string) => tell(priced(text)).indicator("bep.sale_price").note?.en;
    expect(why("100 + f")).toMatch(/even at nothing/);
    expect(why("f - 800")).toMatch(/not even five times/);
    const several = tell(priced("(f - 0.4) * (f - 1.4)"));
    expect(several.indicator("bep.sale_price").note?.en).toMatch(/several/);
    expect(several.value("bep.sale_price.root")).toBeCloseTo(1.4, 9);
    expect(several.value("bep.sale_price.root.lowest")).toBeCloseTo(0.4, 9);
    expect(several.value("bep.sale_price.root.state")).toBe(3);
    expect(tell({ ...priced("f - 0.5"), ...{ "project.sale_receipts": [0, 0, 0, 0] } }).why("bep.sale_price")).toBe(
      "there are no sales",
    );
    expect(tell({ ...sales, "project.static_balance": 5 }).why("bep.sale_price")).toMatch(/nothing moves with it/);
  });
});

describe("break-even occupancy", () => {
  const filled = (text: string) => ({
    "project.operating_revenue": [100, 100, 100, 100],
    "project.ramped_revenue": [80, 80, 80, 80],
    "project.revenue_at_capacity": [100, 100, 100, 100],
    "project.operating_surplus": {
      value: `(${text.replaceAll("f", "project.occupancy_factor")}) * oneyuan`,
      kind: "flow",
    } as const,
  });

  test("is the share of the one used, and of full occupancy", () => {
    const told = tell(filled("100 * f - 60"));
    expect(told.value("bep.occupancy.share")).toBeCloseTo(0.6, 11);
    expect(told.value("bep.occupancy")).toBeCloseTo(0.48, 11);
    expect(told.value("operation.result")).toBe(160);
    expect(told.indicator("bep.occupancy").note?.en).not.toMatch(/not even full/);
    const beyond = tell(filled("100 * f - 150"));
    expect(beyond.value("bep.occupancy")).toBeCloseTo(1.2, 11);
    expect(beyond.indicator("bep.occupancy").note?.en).toMatch(/not even full occupancy balances/);
  });

  test("there is none without operation, or where no revenue follows one", () => {
    expect(tell({}).why("bep.occupancy")).toBe("there is no operating revenue");
    const fixed = { ...filled("100 * f - 60"), "project.revenue_at_capacity": [0, 0, 0, 0] };
    expect(tell(fixed).why("bep.occupancy")).toBe("no revenue follows an occupancy");
    expect(tell(filled("100 * f + 1")).why("bep.occupancy")).toMatch(/even at nothing/);
  });
});

describe("break-even of the operation by its cost", () => {
  const given = {
    "project.operating_revenue": [100, 100, 100, 100],
    "project.variable_cost": [25, 25, 25, 25],
    "project.fixed_cost": [30, 40, 40, 40],
    "stmt_profit.r3_3": [10, 10, 0, 0],
    "stmt_profit.r3_4": [5, 0, 0, 0],
    "stmt_profit.r3_5": [0, 0, 5, 0],
  };

  test("fixed cost over what the revenue leaves, without and with depreciation, amortisation and interest", () => {
    const told = tell(given);
    expect(told.value("bep.operation")).toBeCloseTo(150 / 300, 12);
    expect(told.value("bep.mp3")).toBeCloseTo(180 / 300, 12);
  });

  test("there is none without revenue or where cost takes all of it", () => {
    expect(tell({}).why("bep.operation")).toBe("there is no operating revenue");
    expect(tell({ ...given, "project.variable_cost": [100, 100, 100, 100] }).why("bep.mp3")).toMatch(/take all of it/);
  });
});
