import { expect, test } from "vitest";
import { extreme } from "../../../models/statements/extreme.ts";
import { tell } from "../support/told.ts";

const area = (role: string, value: number) => ({ role, unit: "m2", value });
const plots = ["a", "b"].map((id) => ({ id, label: { zh: id, en: id } }));
const residuals = (a: number, b: number) => ({
  "plot.a.residual": { unit: "m2", value: a },
  "plot.b.residual": { unit: "m2", value: b },
});

test("planned FAR is what counts over the net site, of all plots", () => {
  const lines = {
    c1: area("area.counted", 900),
    c2: area("area.counted", 300),
    s1: area("area.site", 400),
    s2: area("area.site", 200),
  };
  expect(tell(lines).value("far.planned")).toBe(2);
  expect(tell({}).why("far.planned")).toBe("there is no area balance");
  expect(tell({ ...lines, s1: area("area.site", 0), s2: area("area.site", 0) }).why("far.planned")).toBe(
    "the net site area is zero",
  );
});

test("the area residual is the plot furthest from 0, with its sign", () => {
  const of = (a: number, b: number) => tell(residuals(a, b), { facts: { plots } }).value("area.residual");
  expect([of(3, -2), of(-3, 2), of(0, 0), of(-1, -4), of(1, 4)]).toEqual([3, -3, 0, -4, 4]);
  expect(tell({}).why("area.residual")).toBe("there is no plot");
});

test("any number of lines have an extreme", () => {
  const names = Array.from({ length: 250 }, (_, i) => `n${i}`);
  expect(extreme("min", names).match(/n\d+/g)).toEqual(names);
  expect(extreme("max", names).match(/max\(/g)).toHaveLength(4);
});

test("burden per household is the life's total of the table's rows; the provident fund stands beside it", () => {
  const perHousehold = (value: readonly number[]) => ({ unit: "CNY/household", value });
  const rows = {
    "stmt_residents.r6": perHousehold([1000, 500, 0, 0]),
    "stmt_residents.r7": perHousehold([0, 400, 0, 0]),
  };
  const told = tell(rows, { facts: { hasHouseholds: true } });
  expect(told.value("burden.household")).toBe(1500);
  expect(told.value("burden.household.provident_fund")).toBe(400);
  expect(told.indicator("burden.household").unit).toBe("CNY/household");
  expect(tell({}).why("burden.household")).toBe("the number of households is not entered");
});

test("net fiscal effect is the table's, VAT said apart", () => {
  const told = tell({ "stmt_fiscal.net": [100, -30, -20, 0], paid: { role: "tax.vat", value: [1, 2, 3, 4] } });
  expect(told.value("fiscal.net")).toBe(50);
  expect(told.indicator("fiscal.net").note?.en).toBe("VAT paid besides: CNY 10.00");
});
