import { describe, expect, test } from "vitest";
import { type Part, profile, type Situation } from "../mechanisms/support/situation.ts";
import { cost, each, equity, income, investment, loan, NATIONAL, sixYears } from "./support/project.ts";
import { type Tables, tablesOf } from "./support/read.ts";

const base: Situation = { periods: 8, packs: NATIONAL, conventions: { vatBasis: "excluded" }, components: [] };
const verdict = (tables: Tables, id: string) => tables.verdicts.find((one) => one.id === id);

/** The same without the equity that pays for the working capital. */
const unfunded: typeof sixYears = {
  ...sixYears,
  components: sixYears.components.map((part) => (part[1] === "equity" ? equity([2400, 1600]) : part)),
};

describe("verdicts", () => {
  test("equity is no source of the static balance, every period counts for the cash", () => {
    const tables = tablesOf({
      ...base,
      step: "quarter",
      periods: 8,
      components: [investment([400]), equity([400]), income("service", "revenue_service", [0, 100], "2026-01")],
    });
    expect(verdict(tables, "B2")?.margin?.toNumber()).toBeCloseTo(-300, 6);
    const dip: Part = [
      "dip",
      "scheduled_operating_cost",
      {
        payer: "spv",
        payee: "supplier",
        category: "opex_other",
        amount: profile([50, -50], "2026-01", "quarter"),
        includesVat: false,
        vatMethod: "none",
      },
    ];
    const dipping = tablesOf({ ...base, step: "quarter", periods: 4, components: [dip] });
    expect(dipping.row("plan", "5")).toEqual([0]);
    expect(verdict(dipping, "B4")?.pass).toBe(false);
    expect(verdict(dipping, "B4")?.firstFailing).toBe("2026-Q1");
  });

  test("construction is funded when equity, receipts, opening cash and undrawn facilities cover spending at every year end", () => {
    const short = [investment([1000, 1000]), equity([1000, 400])];
    const open = loan([0], { facility: "700", lastDraw: "2030-01" });
    expect(verdict(tablesOf({ ...base, components: short }), "B3")?.pass).toBe(false);
    expect(verdict(tablesOf({ ...base, components: short }), "B3")?.firstFailing).toBe("2027");
    expect(verdict(tablesOf({ ...base, components: [...short, open] }), "B3")?.pass).toBe(true);
    expect(verdict(tablesOf({ ...base, openingCash: { spv: "600" }, components: short }), "B3")?.pass).toBe(true);
  });

  test("debt service: cash cover against the target, 1.0 and said so when none is entered; the other form and coverage by choice", () => {
    const with_ = (conventions: Readonly<Record<string, unknown>>) =>
      verdict(tablesOf({ ...unfunded, conventions: { vatBasis: "excluded", ...conventions } }), "B5");
    const cash = with_({});
    expect(cash?.pass).toBe(false);
    expect(cash?.margin?.toNumber()).toBeCloseTo((1378.2024 - 60) / 1333.6365 - 1, 5);
    expect(cash?.message.en).toMatch(/none entered, 1\.0 used/);
    expect(cash?.firstFailing).toBe("2028");
    expect(with_({ dscrBasis: "mp3" })?.pass).toBe(true);
    expect(with_({ dscrBasis: "mp3", dscrTarget: "1.1" })?.pass).toBe(false);
    expect(with_({ dscrBasis: "mp3", coverageTarget: "5" })?.pass).toBe(false);
    expect(with_({ dscrBasis: "mp3", coverageTarget: "1" })?.pass).toBe(true);
  });

  test("DSCR on the cash form stands beside the other", () => {
    const tables = tablesOf(sixYears);
    // The working capital of 60 is paid by equity of the same year: only what nothing of its own pays comes off.
    expect(tables.value("dscr.minimum")).toBeCloseTo(1378.2024 / 1333.6365, 5);
    expect(tablesOf(unfunded).value("dscr.minimum")).toBeCloseTo(0.98843, 4);
    expect(tables.value("dscr.mp3.minimum")).toBeCloseTo(1.033417, 5);
    expect(tables.value("dscr.average")).toBeGreaterThan(1);
    expect(tables.value("icr.minimum")).toBeCloseTo(3.846941, 5);
  });

  test("coverage is net of operating cost and tax, over all principal and interest, construction interest included", () => {
    const tables = tablesOf(sixYears);
    const tax = tables.total("profit", "8");
    const service = 6000 + 81 + 219.645 + tables.total("profit", "3.5");
    expect(tables.total("debt", "service_of_loan")).toBeCloseTo(service, 4);
    expect(tables.value("coverage.loan")).toBeCloseTo((6 * (2200 - 620) - tax) / service, 6);
  });

  test("operation break-even leaves interest, depreciation, replacement and subsidy out", () => {
    const thin = tablesOf({
      ...sixYears,
      components: [...sixYears.components, cost("more", "opex_staff", [1490, ...each(100, 5)], "2028-01")],
    });
    expect(thin.value("operation.breakeven_year")).toBe(2029);
    expect(thin.value("operation.cumulative_breakeven_year")).toBe(2029);
    expect(tablesOf(sixYears).value("operation.breakeven_year")).toBe(2028);
  });

  test("break-even point against the comfort line, shown but not decided without one", () => {
    expect(verdict(tablesOf(sixYears), "B8")?.pass).toBeNull();
    expect(verdict(tablesOf(sixYears), "B8")?.message.en).toMatch(/operating revenue 28\.8%.*no comfort line/);
    const lined = (bepComfort: string) =>
      verdict(tablesOf({ ...sixYears, conventions: { vatBasis: "excluded", bepComfort } }), "B8");
    expect([lined("0.3")?.pass, lined("0.2")?.pass]).toEqual([true, false]);
  });

  test("public money: grants and rebates counted against the budget, net effect beside it", () => {
    const of = (publicBudget?: string) =>
      verdict(
        tablesOf({
          ...sixYears,
          conventions: { vatBasis: "excluded", ...(publicBudget === undefined ? {} : { publicBudget }) },
        }),
        "B9",
      );
    expect(of()?.pass).toBeNull();
    expect([of("600")?.pass, of("599")?.pass]).toEqual([true, false]);
    expect(of("700")?.margin?.toNumber()).toBe(100);
    expect(of("700")?.message.en).toMatch(/net fiscal effect/);
  });
});
