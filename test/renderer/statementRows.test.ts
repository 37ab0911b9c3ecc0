import { describe, expect, test } from "vitest";
import type { StatementView } from "../../app/contract.ts";
import { sparkPath } from "../../renderer/grid/Spark.tsx";
import { cellOf } from "../../renderer/numbers/cell.ts";
import { isEmpty, statementColumns, statementRows } from "../../renderer/statements/rows.ts";

const wan = { places: 4, digits: 2, unit: "万元" };

const table = (values: readonly number[], cells?: readonly (string | null)[]): StatementView => ({
  id: "plan",
  title: "表",
  columns: ["total", "2026-Q3", "2026-Q4", "2027-Q1"].map((place) => ({ label: place, place })),
  rows: [
    {
      ...{ no: "1", label: "甲", line: "a", level: 0, unit: "CNY", values: Float64Array.from(values) },
      ...(cells === undefined ? {} : { cells }),
    },
  ],
  notes: [],
});

const rowsOf = (statement: StatementView) =>
  statementRows(statement, { negative: "paren", none: "无", displayOf: () => wan });

describe("a statement like print", () => {
  test("0 is a dash, what has no value says so, and only one of them is a number to a spreadsheet", () => {
    const [row] = rowsOf(table([0, Number.NaN, 1e-3, -25_000]));
    expect(row?.cells.map(({ text }) => text)).toEqual(["–", "无", "0.00", "(2.50)"]);
    expect(row?.cells.map(({ plain }) => plain)).toEqual(["0", "", "0", "-2.5"]);
    expect(row?.strong).toBe(true);
  });

  test("a column that says nothing of a row is blank, not without value", () => {
    const [row] = rowsOf(table([1, Number.NaN, Number.NaN, 1], ["x", null, "y", "z"]));
    expect(row?.cells.map(({ text }) => text)[1]).toBe("");
    expect(row?.cells.map(({ text }) => text)[2]).toBe("无");
  });

  test("a switch that is off is 0, not a dash", () => {
    expect(cellOf(0, { places: 0, digits: 4, unit: "", form: "short" }, "paren", "无").text).toBe("0");
  });

  test("the total stays, and the periods of a year have one ground", () => {
    const columns = statementColumns(table([1, 1, 1, 1]), true);
    expect(columns.map(({ frozen }) => frozen === true)).toEqual([true, false, false, false]);
    const [, third, fourth, next] = columns.map(({ band }) => band);
    expect(third).toBe(fourth);
    expect(((third ?? 0) + (next ?? 0)) % 2).toBe(1);
    expect(statementColumns(table([1, 1, 1, 1]), false).every(({ band }) => band === undefined)).toBe(true);
  });

  test("is empty only where every number is 0 or has no value", () => {
    expect(isEmpty(table([0, Number.NaN, 0, 0]))).toBe(true);
    expect(isEmpty(table([0, 0, 0, 1e-9]))).toBe(false);
  });
});

describe("the course of a line", () => {
  test("is not drawn where there is none", () => {
    expect(sparkPath([5, 5, 5])).toBe("");
    expect(sparkPath([Number.NaN, 2])).toBe("");
  });
  test("has no more points than pixels, and passes over what has no value", () => {
    expect(sparkPath(Float64Array.from({ length: 480 }, (_, at) => at)).split("L").length).toBeLessThanOrEqual(46);
    expect(sparkPath([1, Number.NaN, 3])).toBe("M0.0,9.0L46.0,1.0");
  });
});
