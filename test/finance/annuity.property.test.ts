import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cumipmt, cumprinc, fv, ipmt, nper, pmt, ppmt, pv, rate } from "../../models/finance/index.ts";
import { isRefusal } from "../../models/finance/refusal.ts";
import { answered } from "./support/answers.ts";

const rates = fc.oneof(fc.double({ min: -0.2, max: 0.5, noNaN: true }), fc.constantFrom(0, 1e-12, 1e-6, 0.049 / 12));
const periods = fc.integer({ min: 1, max: 480 });
/** Money down to a ten-thousandth of a fen; smaller amounts only show how doubles end. */
const amounts = fc.double({ min: -1e8, max: 1e8, noNaN: true }).map((amount) => (Math.abs(amount) < 1e-6 ? 0 : amount));
const loans = fc.double({ min: 1, max: 1e10, noNaN: true });
const types = fc.constantFrom(0, 1);

/** pv·(1+r)^n + pmt·(1+r·type)·((1+r)^n − 1)/r + fv, in its plainest form: period by period. */
function balanceAfter(r: number, n: number, payment: number, start: number, type: number): number {
  let balance = start;
  for (let period = 0; period < n; period++) {
    balance = type === 0 ? balance * (1 + r) + payment : (balance + payment) * (1 + r);
  }
  return balance;
}

function scaleOf(r: number, n: number, ...money: number[]): number {
  return Math.max(1, (1 + Math.max(0, r)) ** n) * Math.max(...money.map(Math.abs)) * n;
}

describe("the equation of value, period by period", () => {
  test("fv is what the periods leave", () => {
    fc.assert(
      fc.property(rates, periods, amounts, amounts, types, (r, n, payment, start, type) => {
        const left = balanceAfter(r, n, payment, start, type);
        const error = Math.abs(answered(fv(r, n, payment, start, type)) + left);
        expect(error).toBeLessThanOrEqual(1e-11 * scaleOf(r, n, payment, start));
      }),
    );
  });

  test("pmt leaves fv", () => {
    fc.assert(
      fc.property(rates, periods, amounts, amounts, types, (r, n, start, end, type) => {
        const payment = answered(pmt(r, n, start, end, type));
        const left = balanceAfter(r, n, payment, start, type);
        expect(Math.abs(left + end)).toBeLessThanOrEqual(1e-10 * scaleOf(r, n, payment, start, end));
      }),
    );
  });

  test("pv leaves fv", () => {
    fc.assert(
      fc.property(rates, periods, amounts, amounts, types, (r, n, payment, end, type) => {
        const start = answered(pv(r, n, payment, end, type));
        const left = balanceAfter(r, n, payment, start, type);
        expect(Math.abs(left + end)).toBeLessThanOrEqual(1e-10 * scaleOf(r, n, payment, start, end));
      }),
    );
  });
});

describe("nper and rate undo the others", () => {
  test("nper finds the number of periods, also fractions", () => {
    const lengths = fc.double({ min: 0.5, max: 600, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -0.01, max: 0.05, noNaN: true }), lengths, loans, types, (r, n, loan, type) => {
        const found = answered(nper(r, answered(pmt(r, n, loan, 0, type)), loan, 0, type));
        // Where the loan hardly shrinks any more, a payment in doubles says little about its length.
        const steepness = Math.min(1, Math.exp(-n * Math.log1p(r)));
        expect(Math.abs(found - n) * steepness).toBeLessThanOrEqual(1e-10 * (1 + n / Math.max(1e-4, Math.abs(r))));
      }),
    );
  });

  test("rate finds the rate of a loan without a guess", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.05, max: 2, noNaN: true }), periods, types, (r, n, type) => {
        // One payment due at once repays the loan whatever the rate.
        fc.pre(type === 0 || n > 1);
        const payment = answered(pmt(r, n, 1e6, 0, type));
        const residue = answered(pv(answered(rate(n, payment, 1e6, 0, type)), n, payment, 0, type)) - 1e6;
        expect(Math.abs(residue)).toBeLessThanOrEqual(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  test("every rate found solves the equation, and several are offered rather than one taken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), amounts, amounts, amounts, types, (n, payment, start, end, type) => {
        const found = rate(n, payment, start, end, type);
        if (isRefusal(found)) {
          expect(["no-root", "several-roots", "overflow", "all-zero"]).toContain(found.code);
          return;
        }
        const residue = answered(fv(found, n, payment, start, type)) - end;
        expect(Math.abs(residue)).toBeLessThanOrEqual(1e-8 * scaleOf(found, n, payment, start, end));
      }),
      { numRuns: 60 },
    );
  });
});

describe("interest and principal", () => {
  test("make up the payment in every period", () => {
    fc.assert(
      fc.property(rates, periods, fc.nat(), loans, amounts, types, (r, n, seed, loan, end, type) => {
        const per = 1 + (seed % n);
        const parts = answered(ipmt(r, per, n, loan, end, type)) + answered(ppmt(r, per, n, loan, end, type));
        const payment = answered(pmt(r, n, loan, end, type));
        const size = Math.abs(payment) + (loan + Math.abs(end)) * (Math.abs(r) + 1 / n);
        expect(Math.abs(parts - payment)).toBeLessThanOrEqual(1e-13 * size);
      }),
    );
  });

  test("interest is the rate on what is still owed", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        fc.integer({ min: 2, max: 100 }),
        loans,
        (r, n, loan) => {
          const payment = answered(pmt(r, n, loan));
          let owed = loan;
          for (let per = 1; per <= n; per++) {
            expect(Math.abs(answered(ipmt(r, per, n, loan)) + owed * r)).toBeLessThanOrEqual(
              1e-9 * loan * (1 + r) ** per,
            );
            owed = owed * (1 + r) + payment;
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test("cumipmt and cumprinc are the sums of ipmt and ppmt", () => {
    const spans = fc
      .integer({ min: 1, max: 360 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n }), fc.integer({ min: 1, max: n })));
    const positive = fc.double({ min: 1e-6, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(positive, spans, loans, types, (r, [n, a, b], loan, type) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const span = Array.from({ length: end - start + 1 }, (_, index) => start + index);
        const interest = span.reduce((sum, per) => sum + answered(ipmt(r, per, n, loan, 0, type)), 0);
        const principal = span.reduce((sum, per) => sum + answered(ppmt(r, per, n, loan, 0, type)), 0);
        const tolerance = 1e-10 * loan * Math.max(1, n * r);
        expect(Math.abs(answered(cumipmt(r, n, loan, start, end, type)) - interest)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(answered(cumprinc(r, n, loan, start, end, type)) - principal)).toBeLessThanOrEqual(tolerance);
      }),
      { numRuns: 40 },
    );
  });
});
