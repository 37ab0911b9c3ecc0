import { expect, test } from "vitest";
import { tell } from "../support/told.ts";

const operating = (revenue: readonly number[], surplus: readonly number[]) => ({
  "project.operating_revenue": revenue,
  "project.operating_surplus": surplus,
});

test("the first operating year with a surplus, and the first with a cumulative one", () => {
  const told = tell(operating([0, 10, 10, 10], [-5, -2, 1, 8]));
  expect(told.value("operation.breakeven_year")).toBe(2028);
  expect(told.indicator("operation.breakeven_year").note?.en).toBe("operating year 2");
  expect(told.value("operation.cumulative_breakeven_year")).toBe(2029);
  expect(told.indicator("operation.cumulative_breakeven_year").note?.zh).toBe("运营第 3 年");
});

test("a surplus before operation is none; a year is the sum of its periods", () => {
  expect(tell(operating([0, 10, 10, 10], [3, -2, 1, 8])).value("operation.breakeven_year")).toBe(2028);
  const halves = tell(operating([5, 5, 5, 5], [4, -5, -2, 4]), { step: "half-year" });
  expect(halves.value("operation.breakeven_year")).toBe(2027);
  expect(halves.value("operation.cumulative_breakeven_year")).toBe(2027);
});

test("half a fen short is a surplus, a fen is not; years of the project are numbered from 1", () => {
  expect(tell(operating([1, 1, 1, 1], [-0.004, 1, 1, 1])).value("operation.breakeven_year")).toBe(2026);
  const own = tell(operating([1, 1, 1, 1], [-0.01, 1, 1, 1]), { conventions: { yearBasis: "project" } });
  expect(own.value("operation.breakeven_year")).toBe(2);
});

test("says when it is not reached and when there is no operation", () => {
  const never = tell(operating([1, 1, 1, 1], [-5, 1, 1, 1]));
  expect(never.value("operation.breakeven_year")).toBe(2027);
  expect(never.indicator("operation.cumulative_breakeven_year")).toMatchObject({ value: null });
  expect(never.indicator("operation.cumulative_breakeven_year").note?.en).toBe("not reached within the horizon");
  expect(tell({}).indicator("operation.breakeven_year").note?.en).toBe("there is no operating revenue");
});
