import { describe, expect, it } from "vitest";
import type { FormulaDecl, LineDecl } from "../../models/language/line.ts";
import { calendar, type Inputs, Interpreter } from "./interpret.ts";
import { brokenCode, build, formula, input, plain, scalar, yearly } from "./model.ts";

/** Three calendar years by quarter: 2027 from April (3 quarters), 2028 (4), 2029 until June (2). */
const quarters = calendar(2027, 4, 3, 9);
const x = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function run(decls: readonly LineDecl[], inputs: Inputs = {}): Interpreter {
  const graph = build([input("x"), ...decls]);
  expect(graph.problems).toEqual([]);
  return new Interpreter(graph, { x, ...inputs }, quarters);
}

/** Values of one formula over the nine quarters. */
function values(text: string, extra: Partial<FormulaDecl> = {}, more: readonly LineDecl[] = []): readonly number[] {
  return run([...more, formula("f", text, extra)], { n: 2, price: 10 }).series("f");
}

describe("functions over periods", () => {
  it("prev is the value one period before, 0 before the first", () => {
    expect(values("prev(x)")).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("prev of an expression goes through a hidden line", () => {
    expect(values("prev(x * 2 + prev(x))")).toEqual([0, 2, 5, 8, 11, 14, 17, 20, 23]);
  });

  it("prev of a stock starts from its opening value, also inside an expression", () => {
    const stock = formula("s", "prev(s) + x", { kind: "stock", opening: "price * 10", scope: { price: "price" } });
    const lines = run([input("price", scalar), stock, formula("f", "prev(s)"), formula("g", "prev(2 * s - x)")], {
      price: 10,
    });
    expect(lines.series("s")).toEqual([101, 103, 106, 110, 115, 121, 128, 136, 145]);
    expect(lines.series("f").slice(0, 2)).toEqual([100, 101]);
    expect(lines.series("g").slice(0, 2)).toEqual([200, 201]);
  });

  it("prev of a ratio of lines without opening value is 0 at first, not 0/0", () => {
    expect(values("prev(x / x)", plain).slice(0, 2)).toEqual([0, 1]);
  });

  it("lag counts periods; 0 before the first", () => {
    expect(values("lag(x, 2)")).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7]);
    expect(values("lag(x, 0)")).toEqual(x);
    expect(values("lag(x, n)", {}, [input("n", { ...scalar, unit: "1" })])).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("window is the sum of the last n periods", () => {
    expect(values("window(x, 3)")).toEqual([1, 3, 6, 9, 12, 15, 18, 21, 24]);
    expect(values("window(x, n)", {}, [input("n", { ...scalar, unit: "1" })])).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17]);
  });

  it("running adds up from the first period", () => {
    expect(values("running(x)")).toEqual([1, 3, 6, 10, 15, 21, 28, 36, 45]);
    expect(values("prev(running(x))")).toEqual([0, 1, 3, 6, 10, 15, 21, 28, 36]);
  });

  it("ytd starts again in every calendar year", () => {
    expect(values("ytd(x)")).toEqual([1, 3, 6, 4, 9, 15, 22, 8, 17]);
  });

  it("cummin and cummax start with the first value", () => {
    expect(values("cummin(10 * price - x)", {}, [input("price", scalar)]).at(-1)).toBe(91);
    expect(values("cummax(0 - x)")).toEqual([-1, -1, -1, -1, -1, -1, -1, -1, -1]);
  });

  it("since counts from the first true period on, whatever comes later", () => {
    expect(values("since(t == 3)", plain)).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7]);
    expect(values("since(t > 20)", plain)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("total and at are single values", () => {
    expect(values("total(x)", scalar)).toEqual([45]);
    expect(values("total(x * 2)", scalar)).toEqual([90]);
    // October 2027 is in the third quarter of the horizon; 2030 lies beyond it.
    expect(values("at(x, 2027 * 12 + 10)", scalar)).toEqual([3]);
    expect(values("x - total(x) / 9").reduce((sum, each) => sum + each, 0)).toBeCloseTo(0);
  });

  it("convolve spreads every value over the following periods", () => {
    expect(values("convolve(x, 0.5, 0.25, 0.25)").slice(0, 4)).toEqual([0.5, 1.25, 2.25, 3.25]);
  });
});

describe("the calendar-year axis", () => {
  it("yearly adds up amounts and holds the result until the next year's end", () => {
    expect(values("yearly(x)", yearly)).toEqual([0, 0, 6, 6, 6, 6, 22, 22, 17]);
    expect(values("yearly(2 * x - x)", yearly)).toEqual([0, 0, 6, 6, 6, 6, 22, 22, 17]);
  });

  it("yearly takes stocks as they stand at the year's end", () => {
    const stock = formula("s", "prev(s) + x", { kind: "stock" });
    expect(values("yearly(s)", { ...yearly, kind: "stock" }, [stock])).toEqual([0, 0, 6, 6, 6, 6, 28, 28, 45]);
  });

  it("prev in a yearly line is last year's value", () => {
    const tax = formula("y", "yearly(x)", yearly);
    expect(values("prev(y) + yearly(x)", yearly, [tax])).toEqual([0, 0, 6, 6, 6, 6, 28, 28, 39]);
    expect(values("prev(2 * y)", yearly, [tax])).toEqual([0, 0, 0, 0, 0, 0, 12, 12, 44]);
  });

  it("a yearly stock carries its opening value", () => {
    const text = "prev(f) + yearly(x)";
    expect(
      values(text, { ...yearly, kind: "stock", opening: "100 * price", scope: { f: "f", price: "price" } }, [
        input("price", scalar),
      ]),
    ).toEqual([1000, 1000, 1006, 1006, 1006, 1006, 1028, 1028, 1045]);
  });

  it("lag in a yearly line counts years, also when the last year is cut short", () => {
    const tax = formula("y", "yearly(x)", yearly);
    const years = input("n", { ...scalar, unit: "1" });
    expect(values("lag(y, 1)", yearly, [tax])).toEqual([0, 0, 0, 0, 0, 0, 6, 6, 22]);
    expect(values("lag(y, 2)", yearly, [tax])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 6]);
    expect(values("lag(y, n)", yearly, [tax, years])).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 6]);
  });

  it("running, window, cummax, since and convolve count years in a yearly line", () => {
    const tax = formula("y", "yearly(x)", yearly);
    const ends = (text: string, unit = "CNY"): readonly number[] => {
      const series = values(text, { ...yearly, unit }, [tax]);
      return [series[2] ?? Number.NaN, series[6] ?? Number.NaN, series[8] ?? Number.NaN];
    };
    expect(ends("running(y)")).toEqual([6, 28, 45]);
    expect(ends("window(y, 2)")).toEqual([6, 28, 39]);
    expect(ends("cummin(y)")).toEqual([6, 6, 6]);
    expect(ends("cummax(0 - y)")).toEqual([-6, -6, -6]);
    expect(ends("since(year >= 2028)", "1")).toEqual([0, 1, 2]);
    expect(ends("convolve(y, 0.5, 0.5)")).toEqual([3, 14, 19.5]);
  });

  it("a yearly amount read in periods counts once, at the year's end", () => {
    const tax = formula("y", "yearly(x)", yearly);
    expect(values("y", {}, [tax])).toEqual([0, 0, 6, 0, 0, 0, 22, 0, 17]);
    expect(values("lag(y, 1)", {}, [tax])).toEqual([0, 0, 0, 6, 0, 0, 0, 22, 0]);
    expect(values("total(y)", scalar, [tax])).toEqual([45]);
  });

  it("other yearly lines read as held", () => {
    const held = formula("y", "yearly(x) / yearly(x) * 2", { ...yearly, ...plain });
    expect(values("y * x", {}, [held])).toEqual([0, 0, 6, 8, 10, 12, 14, 16, 18]);
  });
});

describe("axis errors", () => {
  const tax = formula("y", "yearly(x)", yearly);
  const code = (text: string, extra: Partial<FormulaDecl>): string | undefined =>
    brokenCode(build([input("x"), tax, input("k", scalar), formula("f", text, extra)]), "f");

  it.each([
    ["x", yearly, "formula.periodInYear"],
    ["prev(x)", yearly, "formula.periodInYear"],
    ["ytd(y)", yearly, "formula.ytdInYear"],
    ["yearly(x)", {}, "formula.yearlyOutsideYear"],
    ["yearly(x)", scalar, "formula.timeInScalar"],
    ["x", scalar, "formula.periodInScalar"],
    ["y", scalar, "formula.periodInScalar"],
    ["prev(x)", scalar, "formula.timeInScalar"],
    ["total(k)", scalar, "formula.constantOverTime"],
    ["at(k, 24324)", scalar, "formula.constantOverTime"],
    ["at(x, t)", {}, "formula.periodInScalar"],
    ["lag(x, 1.5)", {}, "formula.lagCount"],
    ["lag(x, -1)", {}, "formula.lagCount"],
    ["window(x, 2.5)", {}, "formula.lagCount"],
    ["convolve(x, x)", {}, "formula.periodInScalar"],
    ["year * k", yearly, undefined],
  ] as const)("%s → %s", (text, extra, expected) => {
    expect(code(text, extra)).toBe(expected);
  });
});
