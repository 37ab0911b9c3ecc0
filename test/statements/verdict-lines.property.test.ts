import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { components, loan, tell } from "./support/told.ts";

/** Amounts in 角: limits half a fen away are tried by example. */
const money = fc.integer({ min: -100000, max: 100000 }).map((fen) => fen / 10);
const spent = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 }));
const four = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 4, maxLength: 4 });
const stock = (value: readonly number[]) => ({ kind: "stock", value }) as const;
const runs = { numRuns: 40 };
const near = (value: number) => expect.closeTo(value, 6);

describe("verdicts of any figures", () => {
  it("B2, B4, B9: met exactly where the margin is not negative", () => {
    fc.assert(
      fc.property(
        money,
        four(money),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 9000 }),
        (balance, cash, minimum, support) => {
          const told = tell(
            {
              "project.static_balance": balance,
              "project.cash_free": stock(cash),
              "stmt_fiscal.support": [support, 0, 0, 0],
            },
            { conventions: { minimumCash: String(minimum), publicBudget: "4500" } },
          );
          const headroom = cash.map((value) => value - minimum);
          const failing = headroom.findIndex((value) => value < 0);
          expect(told.verdict("B2")).toMatchObject({ pass: balance >= 0 });
          expect(told.verdict("B9")).toMatchObject({ pass: support <= 4500 });
          expect(told.value("verdict.B9.margin")).toBe(4500 - support);
          expect(told.verdict("B4").pass).toBe(failing < 0);
          expect(told.value("verdict.B4.margin")).toEqual(near(Math.min(...headroom)));
          expect(told.verdict("B4").firstFailing).toBe(failing < 0 ? undefined : String(2026 + failing));
        },
      ),
      runs,
    );
  });

  it("B3: the least of the years with spending decides, the first below 0 is named", () => {
    fc.assert(
      fc.property(four(money), four(spent), (fundable, spending) => {
        const told = tell({ "project.fundable": stock(fundable), "project.investment": spending });
        const years = fundable.map((value, year) => ({ value, year })).filter(({ year }) => (spending[year] ?? 0) > 0);
        const failing = years.find(({ value }) => value < 0);
        const { pass, firstFailing } = told.verdict("B3");
        expect(pass).toBe(years.length === 0 ? null : failing === undefined);
        expect(firstFailing).toBe(failing === undefined ? undefined : String(2026 + failing.year));
        if (years.length > 0)
          expect(told.value("verdict.B3.margin")).toEqual(near(Math.min(...years.map(({ value }) => value))));
      }),
      runs,
    );
  });

  it("B5: every year with service counts, no other", () => {
    fc.assert(
      fc.property(four(money), four(spent), fc.integer({ min: 5, max: 20 }), (cfads, service, tenths) => {
        const target = tenths / 10 + 0.001;
        const told = tell(
          { ...loan([0, 0, 0, 0], [0, 0, 0, 0]), "project.cfads": cfads, "project.service": service },
          { conventions: { dscrTarget: String(target) }, facts: { components } },
        );
        const ratios = cfads
          .map((value, year) => ({ ratio: value / (service[year] ?? 0), year }))
          .filter(({ year }) => (service[year] ?? 0) > 0);
        const failing = ratios.find(({ ratio }) => ratio < target - 1e-9);
        const { pass, firstFailing } = told.verdict("B5");
        expect(pass).toBe(ratios.length === 0 ? null : failing === undefined);
        expect(firstFailing).toBe(failing === undefined ? undefined : String(2026 + failing.year));
        if (ratios.length > 0) {
          expect(told.value("dscr.minimum")).toEqual(near(Math.min(...ratios.map(({ ratio }) => ratio))));
          expect(told.value("dscr.average")).toEqual(
            near(ratios.reduce((sum, { ratio }) => sum + ratio, 0) / ratios.length),
          );
        }
      }),
      runs,
    );
  });

  it("B7: a surplus in a year and a cumulative one from the first operating year on", () => {
    fc.assert(
      fc.property(four(money), four(spent), (surplus, revenue) => {
        const told = tell({ "project.operating_surplus": surplus, "project.operating_revenue": revenue });
        const start = revenue.findIndex((value) => value > 0);
        const cumulative = surplus.map((_, year) => surplus.slice(0, year + 1).reduce((sum, value) => sum + value, 0));
        const reached = (values: readonly number[]) =>
          values.findIndex((value, year) => start >= 0 && year >= start && value >= -1e-6);
        const [single, total] = [reached(surplus), reached(cumulative)];
        expect(told.verdict("B7").pass).toBe(start < 0 ? null : single >= 0 && total >= 0);
        expect(told.value("operation.breakeven_year")).toBe(single < 0 ? undefined : 2026 + single);
        expect(told.value("operation.cumulative_breakeven_year")).toBe(total < 0 ? undefined : 2026 + total);
      }),
      runs,
    );
  });
});

describe("returns of any flows", () => {
  const flows = fc.tuple(
    fc.integer({ min: -90000, max: -100 }),
    fc.array(fc.integer({ min: 1, max: 60000 }), { minLength: 3, maxLength: 3 }),
  );

  it("the present value at the rate of return is 0, and falls as the rate rises", () => {
    fc.assert(
      fc.property(flows, ([first, later]) => {
        const given = { "project.net_posttax": [first, ...later] };
        const rate = tell(given).value("firr.project.posttax") ?? Number.NaN;
        expect(rate).toBeGreaterThan(-1);
        const at = (ic: number) =>
          tell(given, { conventions: { icProject: ic.toFixed(12) } }).value("npv.project.posttax") ?? Number.NaN;
        if (rate > 0 && rate < 0.98) {
          expect(Math.abs(at(rate))).toBeLessThan(1e-4);
          expect(at(rate + 0.01)).toBeLessThan(0);
        }
        const none = tell(given, { conventions: { icProject: "0" } });
        expect(none.value("npv.project.posttax")).toEqual(near(first + later.reduce((sum, value) => sum + value, 0)));
        expect(none.value("payback.dynamic")).toBe(none.value("payback.static"));
      }),
      runs,
    );
  });

  it("what has come in until the payback is what went out", () => {
    fc.assert(
      fc.property(flows, ([first, later]) => {
        const told = tell({ "project.net_posttax": [first, ...later] });
        const years = told.value("payback.static");
        const all = first + later.reduce((sum, value) => sum + value, 0);
        expect(years === undefined).toBe(all < -0.005);
        if (years === undefined) return;
        const back = later.reduce(
          (sum, value, year) => sum + value * Math.min(Math.max(years - (year + 1), 0), 1),
          first,
        );
        expect(back).toEqual(near(0));
      }),
      runs,
    );
  });
});
