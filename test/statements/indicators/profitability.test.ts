import { expect, test } from "vitest";
import { tell } from "../support/told.ts";

const given = {
  "stmt_profit.r1": [0, 100, 100, 0],
  "stmt_profit.r19": [-10, 30, 50, 70],
  "stmt_profit.r9": [-10, 10, 30, 90],
  "project.total_investment": 400,
  "stmt_funding.r2_1": [150, 50, 0, 0],
};

test("means over the years with revenue, against the investment and the equity paid in", () => {
  const told = tell(given);
  expect(told.value("roi")).toBeCloseTo(0.1, 12);
  expect(told.value("roe")).toBeCloseTo(0.1, 12);
  expect(told.indicator("roi").note?.en).toBe("mean of the 2 years with revenue");
});

test("revenue and profit of a year are the sum of its half-years", () => {
  const told = tell(
    { ...given, "stmt_profit.r1": [0, 1, 0, 0], "stmt_profit.r19": [12, 28, 50, 70] },
    { step: "half-year" },
  );
  expect(told.value("roi")).toBeCloseTo(0.1, 12);
});

test("without revenue, investment or equity there is no return, and the reason is said", () => {
  expect(tell({ ...given, "stmt_profit.r1": [0, 0, 0, 0] }).indicator("roi").note?.en).toBe(
    "no year with operating revenue",
  );
  expect(tell({ ...given, "project.total_investment": 0 }).indicator("roi").note?.en).toBe("there is no investment");
  expect(tell({ ...given, "stmt_funding.r2_1": [0, 0, 0, 0] }).indicator("roe").note?.en).toBe("there is no equity");
});
