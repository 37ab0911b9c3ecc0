import { expect, test } from "vitest";
import { tell } from "../support/told.ts";

test("totals are the project's own lines", () => {
  const told = tell({
    "project.total_investment": 900,
    "project.static_balance": -20,
    "project.static_balance_without_support": -70,
  });
  expect(["investment.total", "balance.static", "balance.static.without_support"].map((id) => told.value(id))).toEqual([
    900, -20, -70,
  ]);
});

test("the lowest cash and its period, with and without support", () => {
  const told = tell({
    "project.cash_free": { kind: "stock", value: [10, -5, 3, 8] },
    "project.cash_free_without_support": { kind: "stock", value: [10, -5, -9, 8] },
  });
  expect(told.indicator("cash.minimum")).toMatchObject({ unit: "CNY", note: { zh: "出现在 2027", en: "in 2027" } });
  expect(told.value("cash.minimum")).toBe(-5);
  expect(told.indicator("cash.minimum_period")).toMatchObject({ unit: "period", note: { en: "2027" } });
  expect(told.value("cash.minimum_period")).toBe(2);
  expect(told.value("cash.minimum.without_support")).toBe(-9);
  expect(told.indicator("cash.minimum.without_support").note?.en).toBe("in 2028");
});

test("of equally low cash the first period counts, within half a fen", () => {
  const low = (value: readonly number[]) =>
    tell({ "project.cash_free": { kind: "stock", value } }).value("cash.minimum_period");
  expect(low([1, 0.004, 0, 5])).toBe(2);
  expect(low([1, 0.006, 0, 5])).toBe(3);
});

test("cash that cannot be computed has no lowest", () => {
  const told = tell({}, { missing: ["project.cash_free"] });
  expect(told.indicator("cash.minimum")).toMatchObject({ value: null });
  expect(told.indicator("cash.minimum").note?.en).toMatch(/missing or in error/);
});
