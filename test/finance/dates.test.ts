import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { xirr, xnpv } from "../../models/finance/index.ts";
import { codeOf } from "./support/answers.ts";

const VALUES = [-10000, 2750, 4250, 3250, 2750];
const ISO = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"];
const SERIALS = [39448, 39508, 39751, 39859, 39904];

describe("one flow, its dates in every form", () => {
  test.each([
    ["Excel serials", SERIALS],
    ["serials with a time of day", SERIALS.map((serial) => serial + 0.75)],
    ["Dates", ISO.map((text) => new Date(text))],
    ["texts with a time of day", ISO.map((text) => `${text}T23:59:59.999+08:00`)],
    ["mixed", [39448, new Date("2008-03-01"), "2008-10-30", "2009-02-15", 39904]],
  ])("%s", (_, dates) => {
    expect(xirr(VALUES, dates)).toBe(xirr(VALUES, ISO));
    expect(xnpv(0.09, VALUES, dates)).toBe(xnpv(0.09, VALUES, ISO));
  });

  test("Decimal serials make the answer a Decimal", () => {
    const found = xirr(
      VALUES,
      SERIALS.map((serial) => new Decimal(serial)),
    );
    expect(found).toBeInstanceOf(Decimal);
    expect(Number(found)).toBeCloseTo(0.373362533518831, 14);
  });
});

test("a year of 366 days counts 366/365 years", () => {
  expect(xnpv(0.1, [0, 100], ["2028-01-01", "2029-01-01"])).toBeCloseTo(100 / 1.1 ** (366 / 365), 12);
});

test("dates before the first are compounded", () => {
  expect(xnpv(0.1, [0, 100], ["2027-01-01", "2026-01-01"])).toBeCloseTo(110, 11);
});

describe("the leap day 1900-02-29 that Excel believes in", () => {
  const valueAfter = (serial: number) => xnpv(1, [0, 2], ["1900-01-01", serial]);
  const days = (count: number) => expect.closeTo(2 * 2 ** (-count / 365), 12);

  test("serials 1 to 59 are January and February 1900", () => {
    expect(valueAfter(1)).toEqual(days(0));
    expect(valueAfter(59)).toEqual(days(58));
  });

  test("serial 60 is no day", () => {
    expect(codeOf(valueAfter(60))).toBe("bad-date");
  });

  test("serial 61 is the day after serial 59, 1900-03-01", () => {
    expect(valueAfter(61)).toEqual(days(59));
    expect(xnpv(1, [0, 2], [61, "1900-03-01"])).toBe(2);
  });
});

describe("what is not a date", () => {
  test.each([
    "2026-02-29",
    "2026-13-01",
    "2026-1-1",
    "01/02/2026",
    "2026-01-01 12:00",
    "",
    "46000",
    0,
    -1,
    2_958_466,
    Number.NaN,
    new Date(Number.NaN),
    null,
    {},
  ])("%j", (bad) => {
    expect(["bad-date", "not-finite"]).toContain(codeOf(xirr([-1, 2], ["2026-01-01", bad as string])));
  });

  test("a leap day that exists is one", () => {
    expect(xirr([-1, 2], ["2027-02-28", "2028-02-29"])).toBeCloseTo(2 ** (365 / 366) - 1, 12);
  });

  test("an object that only pretends to be a Date is none", () => {
    const pretender = Object.create(Date.prototype) as Date;
    expect(codeOf(xirr([-1, 2], ["2026-01-01", pretender]))).toBe("bad-date");
  });
});
