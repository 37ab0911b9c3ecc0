import { describe, expect, test } from "vitest";
import type { Situation } from "../mechanisms/support/situation.ts";
import { books, cost, each, equity, income, investment, loan, NATIONAL } from "./support/project.ts";
import { type Tables, tablesOf } from "./support/read.ts";

const base: Situation = {
  periods: 6,
  packs: NATIONAL,
  conventions: { vatBasis: "excluded", icProject: "0.05" },
  components: [],
};
const verdict = (tables: Tables, id: string) => tables.verdicts.find((one) => one.id === id);

/** Whatever a model lacks, every indicator is a number or null with a note, and every cell a number or nothing. */
function honest(tables: Tables): void {
  for (const { id, value, note } of tables.indicators) {
    if (value === null) expect(note?.en, id).toBeTruthy();
    else expect(value.isFinite(), id).toBe(true);
  }
  for (const { id, rows } of tables.all)
    for (const { line, values } of rows)
      for (const value of values) expect(value === null || value.isFinite(), `${id} ${line}`).toBe(true);
  for (const { id, message } of tables.verdicts) expect(message.en, id).toBeTruthy();
}

describe("honest answers where there is no number", () => {
  test("nothing at all", () => {
    const tables = tablesOf(base);
    honest(tables);
    expect(tables.value("firr.project.pretax")).toBeNull();
    expect(tables.value("roi")).toBeNull();
    expect(tables.value("loar.maximum")).toBeNull();
    expect(verdict(tables, "B5")?.pass).toBeNull();
  });

  test("no debt", () => {
    const tables = tablesOf({
      ...base,
      components: [investment([100]), equity([100]), income("service", "revenue_service", each(30, 5), "2027-01")],
    });
    honest(tables);
    expect(["dscr.minimum", "dscr.average", "dscr.mp3.minimum"].map((id) => tables.note(id))).toEqual(
      each(0, 3).map(() => "there is no debt"),
    );
    expect(tables.value("icr.minimum")).toBeNull();
    expect(verdict(tables, "B5")?.message.en).toMatch(/no debt/);
    expect(tables.indicators.some(({ id }) => id.startsWith("coverage."))).toBe(false);
  });

  test("a loan that is never drawn", () => {
    const tables = tablesOf({ ...base, components: [investment([100]), equity([100]), loan([0])] });
    honest(tables);
    expect(tables.value("coverage.loan")).toBeNull();
    expect(tables.note("coverage.loan")).toMatch(/nothing falls due/);
  });

  test("no revenue", () => {
    const tables = tablesOf({
      ...base,
      components: [investment([100]), equity([100]), cost("running", "opex_other", each(5, 5), "2027-01")],
    });
    honest(tables);
    expect(["roi", "roe", "bep.occupancy", "operation.breakeven_year"].map((id) => tables.value(id))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(tables.note("bep.occupancy")).toMatch(/no operating revenue/);
    expect(verdict(tables, "B8")?.pass).toBeNull();
  });

  test("a horizon that ends inside construction", () => {
    const tables = tablesOf({
      ...base,
      periods: 2,
      components: [
        investment([100, 100]),
        equity([60, 40]),
        loan([60, 40], { completion: "2029-01" }),
        books({ completion: "2028-12" }),
      ],
    });
    honest(tables);
    expect(tables.value("dscr.minimum")).toBeNull();
    expect(tables.note("dscr.minimum")).toMatch(/no debt service after the grace/);
    expect(verdict(tables, "B5")?.message.en).toMatch(/not decidable/);
    expect(tables.row("balance", "1.2")[1]).toBeGreaterThan(200);
    expect(tables.row("balance", "1")[1]).toBeCloseTo(tables.row("balance", "2")[1] ?? Number.NaN, 6);
  });

  test("cost that takes all revenue has no break-even point", () => {
    const tables = tablesOf({
      ...base,
      components: [
        income("service", "revenue_service", each(10, 5), "2027-01"),
        cost("surcharge", "tax_surcharge", each(12, 5), "2027-01", "tax"),
      ],
    });
    honest(tables);
    expect(tables.value("bep.operation")).toBeNull();
    expect(tables.note("bep.operation")).toMatch(/no break-even point/);
  });

  test("a payback that does not last says so", () => {
    const tables = tablesOf({
      ...base,
      components: [
        investment([100]),
        income("service", "revenue_service", [0, 120], "2026-01"),
        cost("late", "opex_other", [50], "2030-01"),
      ],
    });
    expect(tables.value("payback.static")).not.toBeNull();
    expect(tables.note("payback.static")).toMatch(/not lasting/);
  });

  test("years counted from the start of the project have names in both languages and give the break-even year", () => {
    const tables = tablesOf({
      ...base,
      start: "2026-07",
      conventions: { vatBasis: "excluded", yearBasis: "project" },
      components: [investment([100], "2026-07"), income("service", "revenue_service", [50], "2028-07")],
    });
    honest(tables);
    expect(tables.table("plan").columns[1]?.label).toEqual({ zh: "第1年", en: "year 1" });
    expect(tables.value("operation.breakeven_year")).toBe(3);
  });

  test("a verdict never says balanced alone", () => {
    const tables = tablesOf({
      ...base,
      components: [investment([100]), equity([100]), income("service", "revenue_service", each(30, 5), "2027-01")],
    });
    const verdicts = tables.verdicts;
    expect(verdicts.map(({ id }) => id)).toEqual(["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9"]);
    for (const { definition, message, lines, pass } of verdicts) {
      expect(definition.en.length).toBeGreaterThan(20);
      expect(message.en).toMatch(/\d|apply|decid|area|horizon|entered/);
      if (pass !== null) for (const line of lines) expect(tables.values.has(line), line).toBe(true);
    }
  });
});
