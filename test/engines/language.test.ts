import { describe, expect, it } from "vitest";
import { agree, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Bindings, Graph } from "../../models/language/graph.ts";
import type { LineDecl } from "../../models/language/line.ts";
import { resultsOf } from "../../models/results/results.ts";
import { calendar, type Inputs, Interpreter } from "../language/interpret.ts";
import { build, formula, input, plain, scalar, yearly } from "../language/model.ts";
import { frame } from "../results/support.ts";

/** Half-years from July 2026: 2026 has one period, then two a year. */
const halfYears = calendar(2026, 7, 6, 5);

function bindingsOf(graph: Graph, inputs: Inputs): Bindings {
  const scalars = new Map<number, string>();
  const series = new Map<number, readonly string[]>();
  for (const [id, value] of Object.entries({ ...halfYears.inputs, ...inputs })) {
    const line = graph.indexById.get(id);
    if (line === undefined) continue;
    if (typeof value === "number") scalars.set(line, String(value));
    else series.set(line, value.map(String));
  }
  return { periods: halfYears.months.length, scalars, series, periodMonths: halfYears.months, stepMonths: 6 };
}

/** Evaluates formulas in both engines and by the plain interpreter of the language's own tests; all three must agree. */
function evaluate(lines: readonly LineDecl[], inputs: Inputs) {
  const graph = build(lines);
  expect(graph.problems).toEqual([]);
  const bindings = bindingsOf(graph, inputs);
  const record = evaluateRecord(graph, bindings);
  expect(agree(record, compileKernel(graph).run(bindings))).toEqual([]);
  const plainly = new Interpreter(graph, inputs, halfYears);
  const indexOf = (id: string): number => graph.indexById.get(id) ?? -1;
  const show = (id: string): string => {
    const line = indexOf(id);
    const values = graph.lines[line]?.axis === "scalar" ? [record.scalar(line)] : record.series(line);
    const numbers = values.map((value) => value?.toNumber() ?? Number.NaN);
    for (const [i, expected] of plainly.series(id).entries()) expect(numbers[i]).toBeCloseTo(expected, 8);
    return numbers.join(" ");
  };
  const years = (id: string): string => {
    const results = resultsOf(record, { ...frame, years: frame.years.slice(0, 3) });
    return results
      .years(id)
      .map((value, position) => `${frame.years[position]?.label}:${String(value)}`)
      .join(" ");
  };
  return { show, years };
}

describe("formulas through both engines", () => {
  it("functions over time", () => {
    const { show } = evaluate(
      [
        input("p"),
        input("share", plain),
        formula("running", "running(p)", { kind: "stock" }),
        formula("ytd", "ytd(p)", { kind: "stock" }),
        formula("window", "window(p, 2)"),
        formula("lowest", "cummin(p)", { kind: "stock" }),
        formula("highest", "cummax(p)", { kind: "stock" }),
        formula("since", "since(share >= 0.6)", plain),
        formula("before", "prev(p + share * p)"),
        formula("spread", "convolve(p, 0.5, 0.5)"),
        formula("whole", "total(p)", scalar),
        formula("then", "at(p, 24323)", scalar),
      ],
      { p: [4, 6, 2, 8, 1], share: [0.4, 0.6, 0.2, 0.8, 0.1] },
    );
    expect(show("running")).toBe("4 10 12 20 21");
    expect(show("ytd")).toBe("4 6 8 8 9");
    expect(show("window")).toBe("4 10 8 10 9");
    expect(show("lowest")).toBe("4 4 2 2 1");
    expect(show("highest")).toBe("4 6 6 8 8");
    expect(show("since")).toBe("0 1 2 3 4");
    expect(show("before")).toBe("0 5.6 9.6 2.4 14.4");
    expect(show("spread")).toBe("2 5 4 5 4.5");
    expect(show("whole")).toBe("21");
    // November 2026 lies in the first half-year.
    expect(show("then")).toBe("4");
  });

  it("yearly lines change at the year's end and feed period lines there", () => {
    const { show, years } = evaluate(
      [
        input("profit"),
        formula("base", "max(yearly(profit) + min(prev(base), 0), 0)", { ...yearly, kind: "flow" }),
        formula("tax", "base * 0.25", { ...yearly, kind: "flow" }),
        formula("paid", "tax"),
        formula("total", "total(tax)", scalar),
      ],
      { profit: [100, 40, 60, -20, 10] },
    );
    expect(show("tax")).toBe("25 25 25 25 0");
    expect(show("paid")).toBe("25 0 25 0 0");
    expect(show("total")).toBe("50");
    expect(years("tax")).toBe("2026:25 2027:25 2028:0");
    expect(years("paid")).toBe("2026:25 2027:25 2028:0");
    expect(years("profit")).toBe("2026:100 2027:100 2028:-10");
  });

  it("a balance with interest on what was there before, and a repayment that cannot exceed it", () => {
    const { show } = evaluate(
      [
        input("drawn"),
        input("rate", { ...scalar, unit: "1" }),
        formula("interest", "prev(debt) * rate"),
        input("cap", scalar),
        formula("repaid", "min(cap, prev(debt))"),
        formula("debt", "prev(debt) + drawn + interest - repaid", { kind: "stock", opening: "opening_debt" }),
        input("opening_debt", scalar),
      ],
      { drawn: [0, 100, 0, 0, 0], rate: 0.1, opening_debt: 20, cap: 50 },
    );
    expect(show("interest")).toBe("2 0.2 10.02 6.022 1.6242");
    expect(show("repaid")).toBe("20 2 50 50 16.242");
    expect(show("debt")).toBe("2 100.2 60.22 16.242 1.6242");
  });
});
