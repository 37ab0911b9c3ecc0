import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import {
  cumipmt,
  cumprinc,
  ddb,
  effect,
  fv,
  irr,
  nper,
  npv,
  pmt,
  pv,
  rate,
  syd,
  xirr,
  xnpv,
} from "../../models/finance/index.ts";
import { QUESTIONS } from "./spreadsheet/questions.ts";
import { codeOf } from "./support/answers.ts";

/** One entry per row of docs/finance-differences.md: what is claimed of us there, shown. */
const SHOWN: Readonly<Record<string, () => void>> = {
  "several-solutions": () => {
    expect(irr([-1000, 2300, -1320])).toMatchObject({ code: "several-roots", roots: [0.1, 0.2] });
    expect(codeOf(xirr([-1000, 2300, -1320], [40000, 40365, 40730]))).toBe("several-roots");
    expect(codeOf(rate(3, -500, 1000, 600))).toBe("several-roots");
    expect(irr([-1000, 2300, -1320], 0.19)).toBeCloseTo(0.2, 12);
  },
  "no-guess-needed": () => {
    expect(irr([-1e10, 1])).toBeCloseTo(-0.9999999999, 14);
    expect(irr([-1, 1e6])).toBeCloseTo(999_999, 6);
  },
  "below-minus-100": () => {
    for (const low of [-1, -1.5, -2]) {
      for (const result of [pv(low, 3, 1), fv(low, 3, 1), pmt(low, 3, 1), nper(low, 3, 1), npv(low, 1)]) {
        expect(codeOf(result)).toBe("rate-too-low");
      }
    }
  },
  "xnpv-negative-rate": () => {
    expect(xnpv(-0.5, [0, 100], [40000, 40365])).toBeCloseTo(200, 10);
    expect(xnpv(0, [1, 100], [40000, 40365])).toBe(101);
  },
  "dates-before-the-first": () => {
    expect(xnpv(0.1, [0, 100], ["2027-01-01", "2026-01-01"])).toBeCloseTo(110, 11);
    expect(xirr([110, -100], ["2027-01-01", "2026-01-01"])).toBeCloseTo(0.1, 14);
  },
  "early-serials": () => {
    expect(xnpv(1, [0, 1], ["1900-01-01", 1])).toBe(1);
    expect(xnpv(1, [0, 1], ["1900-02-28", 59])).toBe(1);
    expect(codeOf(xnpv(1, [0, 1], ["1900-02-28", 60]))).toBe("bad-date");
    expect(xnpv(1, [0, 1], ["1900-03-01", 61])).toBe(1);
  },
  "dates-before-1900": () => {
    expect(xirr([-100, 110], ["1871-01-01", "1872-01-01"])).toBeCloseTo(0.1, 14);
  },
  "effect-of-zero": () => expect(effect(0, 4)).toBe(0),
  "syd-period": () => {
    expect(codeOf(syd(30000, 7500, 10, 0))).toBe("out-of-range");
    expect(codeOf(syd(30000, 7500, 10, 11))).toBe("out-of-range");
  },
  "syd-negative-salvage": () => expect(syd(30000, -7500, 10, 10)).toBeCloseTo(37500 / 55, 9),
  "ddb-salvage-above-cost": () => expect(codeOf(ddb(2400, 3000, 10, 1))).toBe("out-of-range"),
  "ddb-first-fraction": () => expect(codeOf(ddb(2400, 300, 10, 0.5))).toBe("out-of-range"),
  "whole-periods": () => {
    expect(cumipmt(0.01, 24.9, 1000, 1, 5, 0)).toBe(cumipmt(0.01, 24, 1000, 1, 5, 0));
    expect(cumprinc(0.01, 24.9, 1000, 1, 5, 0)).toBe(cumprinc(0.01, 24, 1000, 1, 5, 0));
  },
  "tiny-rates": () => {
    // 360 payments, and each earns the tiny rate for the months it lies there.
    expect(fv(1e-10, 360, -1)).toBeCloseTo(360 + (1e-10 * 360 * 359) / 2, 11);
    expect(fv(1e-20, 360, -1)).toBeCloseTo(360, 12);
  },
  "text-and-blanks": () => {
    expect(npv(0.1, [1, "2" as never])).toMatchObject({ code: "wrong-type", argument: "values[1]" });
    expect(irr([-1, null as never, 2])).toMatchObject({ code: "wrong-type", argument: "values[1]" });
  },
  booleans: () => expect(codeOf(pmt(0.1, 10, 100, 0, true as never))).toBe("wrong-type"),
  "whole-type": () => {
    expect(pmt(0.1, 10, 100, 0, 7)).toBe(pmt(0.1, 10, 100, 0, 1));
    expect(codeOf(cumipmt(0.1, 10, 100, 1, 2, 7))).toBe("out-of-range");
  },
  dates: () => {
    const serial = xnpv(0.1, [0, 100], [40000, 40365.9]);
    expect(xnpv(0.1, [0, 100], ["2009-07-06", "2010-07-06"])).toBe(serial);
    expect(xnpv(0.1, [0, 100], [new Date("2009-07-06T23:00:00Z"), new Date("2010-07-06")])).toBe(serial);
  },
  length: () => {
    expect(
      codeOf(
        npv(
          0.1,
          Array.from({ length: 25_001 }, () => 1),
        ),
      ),
    ).toBe("too-large");
    expect(codeOf(irr(Array.from({ length: 2000 }, (_, index) => (index % 2) - 0.5)))).toBe("too-large");
  },
  refusals: () => {
    expect(irr([1])).toEqual({
      ok: false,
      code: "no-sign-change",
      argument: "values",
      message: expect.stringMatching(/^[^/]*[一-鿿][^/]* \/ [ -~]+$/),
    });
  },
  decimals: () => {
    const Long = Decimal.clone({ precision: 40 });
    expect(String(npv(new Long(2), 1))).toBe(`0.${"3".repeat(40)}`);
  },
  "no-minus-zero": () => {
    expect(Object.is(pv(0.05, 0, 100), 0)).toBe(true);
    expect(Object.is(Number(pv(new Decimal(0.05), 0, 100)), 0)).toBe(true);
  },
  "lists-of-solutions": () => {
    expect(irr.all([-1, 2.4, -1.44])).toEqual([0.2]);
    expect(irr.all([1, 2])).toEqual([]);
    expect(xirr.all([1, 2], [40000, 40001])).toEqual([]);
  },
  "rate-next-to-minus-100": () => expect(irr([-1e30, 1])).toBe(-1 + Number.EPSILON / 2),
};

const page = readFileSync(new URL("../../docs/finance-differences.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, row]) => row ?? "");

test("every row of the page is shown here, and nothing else", () => {
  expect([...rows].sort()).toEqual(Object.keys(SHOWN).sort());
});

test("every difference LibreOffice is asked about has a row", () => {
  const asked = QUESTIONS.flatMap(({ ours }) => (ours === undefined ? [] : [ours.row]));
  for (const row of asked) expect(rows).toContain(row);
});

describe("the page's rows", () => {
  test.each(Object.entries(SHOWN))("%s", (_, show) => {
    show();
  });
});
