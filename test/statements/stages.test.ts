import { describe, expect, test } from "vitest";
import { changed, fileOf, framed, read } from "./support/file.ts";
import { tell } from "./support/told.ts";

describe("construction ends with the completion of what is built", () => {
  test("a retention paid sixty months late leaves six years of service to be judged", () => {
    const late = read(fileOf("retention-paid-late"));
    expect(late.series("project.building")).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(
      late
        .series("project.dscr")
        .slice(2, 5)
        .map((value) => Number(value.toFixed(2))),
    ).toEqual([0.9, 0.93, 0.96]);
    expect(late.verdict("B5")).toBe(false);
    const atOnce = read(changed(fileOf("retention-paid-late"), { cost: { deferredShare: "0", deferredMonths: "0" } }));
    expect(late.series("project.service").map((value) => value > 0)).toEqual(
      atOnce.series("project.service").map((value) => value > 0),
    );
  });

  test("one yuan of investment in the last period changes no verdict on debt", () => {
    const document = fileOf("late-yuan");
    const without = { ...document, components: document.components.filter(({ id }) => id !== "late") };
    const [paid, unpaid] = [read(document), read(without)];
    expect(paid.verdict("B5")).toBe(false);
    expect(unpaid.verdict("B5")).toBe(false);
    expect(paid.value("dscr.average")).toBeCloseTo(unpaid.value("dscr.average") ?? Number.NaN, 4);
  });

  test("a completion that is entered decides, whenever it is paid", () => {
    const sooner = read(changed(fileOf("retention-paid-late"), { cost: { completion: "2026-12" } }));
    expect(sooner.series("project.building").slice(0, 3)).toEqual([1, 0, 0]);
  });

  test("years in construction or grace are left out and counted", () => {
    const longer = read(changed(fileOf("retention-paid-late"), { loan: { grace: "48" } }));
    expect(longer.line("dscr.left_out")).toBe(2);
    expect(longer.note("dscr.minimum")).toMatch(/2 more years with service/);
  });

  test("working capital that its own capital pays is no use of the cash for debt service", () => {
    expect(read(fileOf("working-capital-dscr")).value("dscr.minimum")).toBeCloseTo(320 / 205, 2);
    const unpaid = read(changed(fileOf("working-capital-dscr"), { wc: { equityShare: "0" } }));
    expect(unpaid.value("dscr.minimum")).toBeLessThan(0);
  });
});

describe("debt that outlives the horizon", () => {
  test("is set against the income of the horizon and leaves the test open, with its amount", () => {
    const cut = read(fileOf("bond-beyond-horizon"));
    // 10,000 and twenty coupons of 300 against nine years of 700.
    expect(cut.value("coverage.bond")).toBeCloseTo(6300 / 16000, 6);
    expect(cut.verdict("B5")).toBeNull();
    expect(cut.why("B5")).toMatch(/10,?000/);
    expect(cut.line("open.debt")).toBeCloseTo(10000, 6);
    expect(cut.line("open.later")).toBeCloseTo(10000 + 11 * 300, 6);
    const whole = read(framed(fileOf("bond-beyond-horizon"), { timeline: { periods: 21 } }));
    expect(whole.value("coverage.bond")).toBeCloseTo(14000 / 16000, 6);
    expect(whole.line("open.debt")).toBeCloseTo(0, 6);
  });

  test("is decided where the income of the horizon covers all that is owed", () => {
    const met = read(framed(fileOf("bond-beyond-horizon"), { conventions: { coverageTarget: "0.39" } }));
    expect(met.verdict("B5")).toBe(true);
    const missed = read(framed(fileOf("bond-beyond-horizon"), { conventions: { coverageTarget: "0.4" } }));
    expect(missed.verdict("B5")).toBeNull();
  });

  test("comes off what the owners recover: the return is that of repaying it in the last period", () => {
    const open = changed(fileOf("retention-paid-late"), { loan: { form: "bullet", tenor: "240" } });
    const repaid = changed(fileOf("retention-paid-late"), { loan: { form: "bullet", tenor: "144" } });
    const [a, b] = [read(open), read(repaid)];
    expect(a.line("open.debt")).toBeGreaterThan(30000000);
    expect(a.value("firr.equity")).toBeCloseTo(b.value("firr.equity") ?? Number.NaN, 8);
    expect(a.value("coverage.loan")).toBeLessThan(b.value("coverage.loan") ?? Number.NaN);
    expect(a.verdict("B5")).not.toBe(true);
  });
});

describe("time", () => {
  test("payback counts from the start of construction, and from the beginning of the years where the first flow is not discounted", () => {
    expect(read(fileOf("idle-years-first")).value("payback.static")).toBeCloseTo(3, 9);
    expect(read(fileOf("payback-t0")).value("payback.static")).toBeCloseTo(5.08133, 5);
  });

  test("yearly steps that cut calendar years are said", () => {
    expect(read(fileOf("mid-year")).problems).toContain("document.years_cut");
    expect(read(framed(fileOf("mid-year"), { conventions: { yearBasis: "project" } })).problems).not.toContain(
      "document.years_cut",
    );
  });

  test("a first half-year ends after half a year", () => {
    const halves = framed(fileOf("idle-years-first"), { timeline: { step: "half-year", periods: 16 } });
    const moved = framed(halves, { timeline: { start: "2025-07", periods: 17 } });
    const [whole, part] = [read(halves), read(moved)];
    expect(part.value("payback.static")).toBeCloseTo(whole.value("payback.static") ?? Number.NaN, 9);
    expect(part.value("npv.project.pretax")).toBeCloseTo(
      (whole.value("npv.project.pretax") ?? Number.NaN) / Math.sqrt(1.08),
      4,
    );
    expect(part.value("firr.project.pretax")).toBeCloseTo(whole.value("firr.project.pretax") ?? Number.NaN, 9);
    expect(part.note("npv.project.pretax")).toMatch(/on periods/);
  });
});

describe("returns", () => {
  test("one yuan for handing back after ten good years is no second rate", () => {
    const good = [-1e8, ...Array.from({ length: 10 }, () => 1.8e7)];
    for (const flows of [good, [...good, -1], [...good, -4e-20]]) {
      const told = tell({ "project.net_pretax": flows }, { periods: flows.length });
      expect(told.value("firr.project.pretax")).toBeCloseTo(0.1241483, 6);
    }
    const dear = tell({ "project.net_pretax": [...good, -1e6] }, { periods: 12 });
    expect(dear.indicator("firr.project.pretax").note?.en).toMatch(/several rates/);
  });
});

describe("the value of the assets at the end", () => {
  test("comes from the income of the last twelve months, by a rate or a multiple, with the book value beside it", () => {
    const file = fileOf("idle-years-first");
    const by = (conventions: object) => read(framed(file, { conventions })).series("project.recovered_assets").at(-1);
    expect(by({ terminalCapRate: "0.05" })).toBeCloseTo(5000000 / 0.05, 4);
    expect(by({ terminalMultiple: "12" })).toBeCloseTo(12 * 5000000, 4);
    expect(by({ terminalMultiple: "12", recoveredAssetValue: "7" })).toBeCloseTo(7, 6);
    const halves = framed(file, {
      timeline: { step: "half-year", periods: 16 },
      conventions: { terminalCapRate: "0.05" },
    });
    expect(read(halves).series("project.recovered_assets").at(-1)).toBeCloseTo(5000000 / 0.05, 4);
  });

  test("the break-even point of a normal year stands beside that of the whole operation", () => {
    const told = read(framed(fileOf("retention-paid-late"), { conventions: { normalYear: "2030" } }));
    expect(told.value("bep.normal_year")).toBeCloseTo(2500000 / 9000000, 6);
  });
});

describe("operation and public money", () => {
  test("marketing of the operation is operating cost", () => {
    expect(read(fileOf("marketing-cost")).verdict("B7")).toBe(false);
    expect(read(fileOf("marketing-cost")).series("project.operating_surplus")).toContain(-300000);
  });

  test("taxes of sales are no cost of the operation", () => {
    const handed = read(fileOf("handover-in-first-letting-year"));
    // 480,000 of rent less 200,000 and 12 % of its own VAT of 43,200.
    expect(handed.series("project.operating_surplus")[2]).toBeCloseTo(274816, 4);
    expect(handed.value("operation.breakeven_year")).toBe(2028);
    expect(handed.value("operation.cumulative_breakeven_year")).toBe(2028);
  });

  test("a bond that counts as capital costs the budget what it pays its holders beyond what they gave", () => {
    // Thirteen coupons of 2,970,000 and the principal, less the principal received.
    expect(read(fileOf("bond-as-capital")).value("fiscal.net")).toBeCloseTo(137610000, 2);
  });

  test("flows no rate brings to 0 are said to have none", () => {
    expect(read(fileOf("no-root")).note("firr.project.pretax")).toMatch(/no rate exists: none/);
  });
});
