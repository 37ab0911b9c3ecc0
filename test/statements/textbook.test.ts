import { describe, expect, test } from "vitest";
import { situationCase } from "../mechanisms/support/situation.ts";
import { sixYears } from "./support/project.ts";
import { type Tables, tablesOf } from "./support/read.ts";

interface Year {
  readonly year: number;
  readonly [measure: string]: number;
}

const { expected } = situationCase("STMT-1").raw as unknown as {
  readonly expected: {
    readonly idc: readonly number[];
    readonly rows: readonly Year[];
    readonly [name: string]: unknown;
  };
};
const list = (name: string) => expected[name] as readonly number[];
const number = (name: string) => expected[name] as number;

/** Rows of the tables against the columns of the worked example; operation begins in its third year. */
const ROWS: readonly (readonly [measure: string, table: string, row: string])[] = [
  ["interest", "profit", "3.5"],
  ["pbt", "profit", "5"],
  ["cit", "profit", "8"],
  ["net_profit", "profit", "9"],
  ["cfo", "plan", "1"],
  ["cff", "plan", "3"],
  ["closing_cash", "plan", "5"],
  ["closing_cash", "balance", "1.1.1"],
  ["net_fixed_assets", "balance", "1.3"],
  ["loan", "balance", "2.2"],
  ["loan", "debt", "stmt_debt.closing_of_loan"],
  ["reserve", "balance", "2.5.3"],
  ["retained", "balance", "2.5.4"],
  ["retained", "profit", "18"],
  ["total_assets", "balance", "1"],
  ["total_assets", "balance", "2"],
  ["icr", "debt", "project.icr"],
  ["dscr", "debt", "project.dscr_mp3"],
  ["loar", "balance", "loar"],
];

describe("the worked example of three tied statements, through a whole document", () => {
  const tables: Tables = tablesOf(sixYears);

  test.each(ROWS)("%s is %s row %s", (measure, table, row) => {
    const values = tables.row(table, row).slice(2);
    for (const [index, year] of expected.rows.entries())
      expect(values[index], `year ${year.year}`).toBeCloseTo(year[measure] ?? Number.NaN, 3);
  });

  test("interest during construction and the loan at the start of operation", () => {
    expect(tables.row("funding", "1.2").slice(0, 2)).toEqual(expected.idc);
    expect(tables.row("balance", "2.2")[1]).toBeCloseTo(number("loan_at_start_of_operation"), 6);
    expect(tables.row("balance", "1.3")[1]).toBeCloseTo(number("fixed_asset_cost"), 6);
    expect(tables.row("profit", "3.3")[2]).toBeCloseTo(number("annual_depreciation"), 3);
    expect(tables.row("debt", "principal_of_loan")[2]).toBeCloseTo(number("principal_each"), 4);
  });

  test("investing is the working capital in the third year, financing includes the equity for it", () => {
    expect(tables.row("plan", "2")[2]).toBe(-60);
    expect(tables.row("funding", "2.1.2")[2]).toBe(60);
  });

  test.each([
    ["project", "3", "project_pre_tax_flow"],
    ["project", "6", "project_post_tax_flow"],
    ["equity", "3", "equity_flow"],
  ])("%s row %s is the flow of the example", (table, row, name) => {
    for (const [index, value] of list(name).entries())
      expect(tables.row(table, row)[index], `year ${index + 1}`).toBeCloseTo(value, 3);
  });

  test("returns", () => {
    expect(tables.value("firr.project.pretax")).toBeCloseTo(number("firr_pre_tax"), 7);
    expect(tables.value("firr.project.posttax")).toBeCloseTo(number("firr_post_tax"), 7);
    expect(tables.value("firr.equity")).toBeCloseTo(number("firr_equity"), 7);
    expect(tables.value("npv.project.pretax")).toBeCloseTo(number("fnpv_pre_tax_5pct"), 4);
  });
});
