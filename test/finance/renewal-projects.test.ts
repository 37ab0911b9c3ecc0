import { describe, expect, test } from "vitest";
import { effect, ipmt, irr, npv, pmt, ppmt, sln } from "../../models/finance/index.ts";
import { codeOf } from "./support/answers.ts";

/** Worked figures of renewal projects, calculated independently of this code; money in 万元. */

test("a project of nine years: FIRR and FNPV at 6 %", () => {
  const flow = [-1000, -800, 300, 450, 450, 450, 450, 450, 650];
  expect(irr(flow)).toBeCloseTo(0.1316426, 7);
  expect(npv(0.06, flow)).toBeCloseTo(572.778245, 6);
  expect(Number(npv(0.06, flow)) * 1.06).toBeCloseTo(607.14494, 5);
});

test("two internal rates of return are reported, not one of them silently chosen", () => {
  const flow = [-1000, 2300, -1320];
  const refusal = irr(flow);
  expect(refusal).toMatchObject({ ok: false, code: "several-roots" });
  expect(irr.all(flow)).toEqual([expect.closeTo(0.1, 14), expect.closeTo(0.2, 14)]);
});

test("inflows alone have no internal rate of return", () => {
  expect(codeOf(irr([100, 200, 300]))).toBe("no-sign-change");
  expect(irr.all([100, 200, 300])).toEqual([]);
});

test("a project that balances statically and fails at 5 %", () => {
  const flow = [-6000, -3000, 4880, 980, ...Array.from({ length: 11 }, () => 380)];
  expect(npv(0.05, flow)).toBeCloseTo(-816.789381, 6);
  expect(irr(flow)).toBeCloseTo(0.02460939, 8);
});

test("three statements: FIRR before and after tax and of the equity", () => {
  expect(irr([-6000, -4000, 1520, 1580, 1580, 1580, 1580, 9004.9612])).toBeCloseTo(0.10871569, 7);
  expect(irr([-6000, -4000, 1247.3202, 1307.3202, 1307.3202, 1307.3202, 1307.3202, 8732.2813])).toBeCloseTo(
    0.08375523,
    7,
  );
  expect(irr([-2400, -1600, -15.4341, 80.007, 115.4481, 150.8893, 186.3304, 7646.7327])).toBeCloseTo(0.11673098, 7);
});

describe("a loan of 10000 at 4 % over ten years, level payments", () => {
  const interest = [400, 366.6836, 332.0346, 295.9996, 258.5232, 219.5478, 179.0133, 136.8574, 93.0154, 47.4196];
  const principal = [
    832.9094, 866.2258, 900.8749, 936.9098, 974.3862, 1013.3617, 1053.8962, 1096.052, 1139.8941, 1185.4898,
  ];

  test("payment", () => {
    expect(pmt(0.04, 10, 10000)).toBeCloseTo(-1232.909443, 6);
  });

  test.each(interest.map((amount, index) => [index + 1, amount, principal[index]]))(
    "year %i: interest %d, principal %d",
    (year = 0, ofInterest = 0, ofPrincipal = 0) => {
      expect(ipmt(0.04, year, 10, 10000)).toBeCloseTo(-ofInterest, 4);
      expect(ppmt(0.04, year, 10, 10000)).toBeCloseTo(-ofPrincipal, 4);
    },
  );

  test("half-yearly at 4 % nominal", () => {
    expect(pmt(0.04 / 2, 20, 10000)).toBeCloseTo(-611.567181, 6);
    expect(effect(0.04, 2)).toBeCloseTo(0.0404, 12);
  });
});

test("straight-line depreciation with 5 % residual value over 20 years", () => {
  expect(sln(10000, 500, 20)).toBe(475);
});
