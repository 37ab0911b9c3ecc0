import { describe, expect, it } from "vitest";
import type { Explanation } from "../../models/engines/index.ts";
import { compileKernel, evaluateRecord, explain, trace } from "../../models/engines/index.ts";
import type { Node } from "../../models/language/graph.ts";
import { calendar } from "../language/interpret.ts";
import { build, formula, input } from "../language/model.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

const termsOf = <V>(explanation: Explanation<V>): string[] =>
  explanation.terms.map(
    ({ ref, how, period, value, unit }) =>
      `${ref} ${how} @${period} = ${value === undefined ? "-" : String(value)} ${unit}`,
  );

/** A loan: interest on last period's debt, a hidden running total, a guarded share, a payment curve. */
function loanModel() {
  const w = new GraphWriter();
  const rate = w.line({ id: "loan.rate", axis: "scalar", unit: "1", clauses: ["PBC/1"] });
  const drawn = w.input("loan.drawn", "period");
  const debtIndex = w.next + 1;
  const interest = w.line({
    id: "loan.interest",
    formula: "prev(debt) * rate",
    node: { op: "mul", args: [{ op: "prev", args: [], line: debtIndex }, rate] },
    clauses: ["LOAN/3"],
  });
  const debt = w.line({
    id: "loan.debt",
    kind: "stock",
    node: { op: "add", args: [{ op: "prev", args: [], line: debtIndex }, drawn] },
    opening: { op: "mul", args: [rate, num(1000)] },
  });
  const held = w.line({ id: "loan.late#1", hidden: true, node: { op: "add", args: [drawn, interest] } });
  const late = w.period("loan.late", { op: "prev", args: [], line: lineOf(held) });
  const running = w.line({
    id: "loan.sum#1",
    hidden: true,
    kind: "stock",
    node: { op: "add", args: [{ op: "prev", args: [], line: w.next }, interest] },
  });
  const sum = w.period("loan.sum", running);
  const safe = w.period("loan.safe", {
    op: "if",
    args: [
      { op: "cmp", args: [drawn, num(0)], rel: "==", absTol: 0.005 },
      num(0),
      { op: "div", args: [interest, drawn] },
    ],
  });
  const curve = w.period("loan.curve", {
    op: "convolve",
    args: [],
    line: lineOf(drawn),
    lists: [[num("0.5"), num(0), num("0.25")]],
  });
  const whole = w.scalar("loan.whole", { op: "total", args: [], line: lineOf(interest) });
  const graph = w.graph();
  const bindings = bind(graph, 4, { "loan.rate": "0.1", "loan.drawn": ["100", "0", "200", "0"] });
  const index = { rate, drawn, interest, debt, late, sum, safe, curve, whole, running };
  const lines = Object.fromEntries(Object.entries(index).map(([name, node]) => [name, lineOf(node as Node)]));
  return { graph, bindings, line: (name: keyof typeof index): number => lines[name] as number };
}

describe("explaining a cell", () => {
  const { graph, bindings, line } = loanModel();
  const evaluation = evaluateRecord(graph, bindings);
  const explained = (name: Parameters<typeof line>[0], t: number) => explain(graph, evaluation, line(name), t);

  it("gives formula, values, the period each term was read in, units and clauses", () => {
    const explanation = explained("interest", 2);
    expect(String(explanation.value)).toBe("20");
    expect(explanation).toMatchObject({
      id: "loan.interest",
      period: 2,
      unit: "CNY",
      written: "prev(debt) * rate",
      clauses: ["LOAN/3"],
    });
    expect(explanation.formula).toBe("prev(loan.debt) * loan.rate");
    expect(explanation.substituted).toBe("200 * 0.1");
    expect(termsOf(explanation)).toEqual(["loan.debt prev @1 = 200 CNY", "loan.rate same @0 = 0.1 1"]);
  });

  it("reads the opening value in the first period and explains it by its own formula", () => {
    expect(termsOf(explained("interest", 1))).toEqual(["loan.debt prev @0 = 100 CNY", "loan.rate same @0 = 0.1 1"]);
    const opening = explained("debt", 0);
    expect([opening.formula, opening.substituted, String(opening.value)]).toEqual([
      "loan.rate * 1000",
      "0.1 * 1000",
      "100",
    ]);
  });

  it("opens hidden lines that only hold an expression, with the period they are read in", () => {
    const late = explained("late", 3);
    expect(late.formula).toBe("prev(loan.drawn + loan.interest)");
    expect(termsOf(late)).toEqual(["loan.drawn same @2 = 0 CNY", "loan.interest same @2 = 20 CNY"]);
  });

  it("shows running totals as terms of their own, which can be explained in turn", () => {
    expect(termsOf(explained("sum", 2))).toEqual(["running(loan.interest) same @2 = 30 CNY"]);
    expect(termsOf(explained("running", 2))).toEqual([
      "running(loan.interest) prev @1 = 10 CNY",
      "loan.interest same @2 = 20 CNY",
    ]);
  });

  it("leaves out what was not read: the other branch, weights of zero", () => {
    expect(termsOf(explained("safe", 2))).toEqual(["loan.drawn same @2 = 0 CNY"]);
    expect(termsOf(explained("safe", 3))).toEqual(["loan.drawn same @3 = 200 CNY", "loan.interest same @3 = 20 CNY"]);
    const curve = explained("curve", 3);
    expect(termsOf(curve)).toEqual(["loan.drawn convolve @3 = 200 CNY", "loan.drawn convolve @1 = 100 CNY"]);
    expect(curve.terms.map(({ weight }) => String(weight))).toEqual(["0.5", "0.25"]);
  });

  it("calls a sum over the horizon by what it is", () => {
    const whole = explained("whole", 3);
    expect(whole.period).toBe(0);
    expect(termsOf(whole)).toEqual(["total(loan.interest) total @4 = 90 CNY"]);
  });

  it("uses labels in the language asked for", () => {
    expect(explain(graph, evaluation, line("interest"), 2, "zh").formula).toBe("上期([行loan.debt]) * [行loan.rate]");
    expect(explain(graph, evaluation, line("interest"), 2, "en").formula).toBe(
      "prev([line loan.debt]) * [line loan.rate]",
    );
  });

  it("works on a kernel evaluation too", () => {
    const kernel = compileKernel(graph).run(bindings);
    expect(termsOf(explain(graph, kernel, line("interest"), 2))).toEqual(termsOf(explained("interest", 2)));
  });

  it("says why there is no value", () => {
    const missing = evaluateRecord(graph, bind(graph, 4, { "loan.drawn": ["1", "1", "1", "1"] }));
    const explanation = explain(graph, missing, line("interest"), 2);
    expect(explanation.value).toBeUndefined();
    expect(explanation.problem).toMatchObject({ code: "cell.missingInput", path: "lines/loan.rate" });
    expect(explanation.substituted).toBe("? * ?");
  });

  it("has nothing to explain about an input", () => {
    expect(explained("drawn", 3)).toMatchObject({ source: "input", formula: "", substituted: "", terms: [] });
  });
});

describe("explaining lines as the language builds them", () => {
  const halfYears = calendar(2026, 7, 6, 5);
  const graph = build([
    input("profit"),
    input("cost", { role: "cost.works.a" }),
    formula("tax", "max(yearly(profit), 0) * 0.25", { axis: "year", opening: "0" }),
    formula("spent", "sum(role = cost.*)"),
    formula("whole", "total(profit) + total(sum(role = debt.*))", { kind: "scalar", axis: "scalar" }),
  ]);
  const bindings = {
    ...bind(graph, 5, { profit: ["100", "40", "60", "-20", "10"], cost: ["1", "2", "3", "4", "5"] }, 6),
    periodMonths: halfYears.months,
  };
  for (const id of ["year", "yearstart", "yearend"]) {
    const values = halfYears.inputs[id] as readonly number[];
    bindings.series = new Map([...bindings.series, [graph.indexById.get(id) as number, values.map(String)]]);
  }
  const evaluation = evaluateRecord(graph, bindings);
  const explained = (id: string, t: number) => explain(graph, evaluation, graph.indexById.get(id) as number, t);

  it("explains a yearly line by the year end its value dates from", () => {
    expect(graph.problems).toEqual([]);
    const first = explained("tax", 1);
    const second = explained("tax", 2);
    expect([first.period, second.period]).toEqual([1, 1]);
    expect([first.value, second.value].map(String)).toEqual(["25", "25"]);
    const later = explained("tax", 3);
    expect([later.period, later.substituted]).toEqual([3, "max(100, 0) * 0.25"]);
    expect(termsOf(later)).toEqual(["ytd(profit) same @3 = 100 CNY"]);
  });

  it("opens selections and leaves empty ones out", () => {
    expect(termsOf(explained("spent", 2))).toEqual(["cost same @2 = 2 CNY"]);
    expect(termsOf(explained("whole", 1))).toEqual(["total(profit) total @5 = 190 CNY"]);
  });
});

describe("tracing a cell", () => {
  const { graph, bindings, line } = loanModel();
  const evaluation = evaluateRecord(graph, bindings);

  it("walks back to inputs, opening values and clauses", () => {
    const { cells, inputs, clauses, truncated } = trace(graph, evaluation, line("interest"), 2);
    const shown = cells.map(({ line: index, period, depth, precedents }) => [
      graph.lines[index]?.id,
      period,
      depth,
      precedents,
    ]);
    expect(shown).toEqual([
      ["loan.interest", 2, 0, [1, 2]],
      ["loan.debt", 1, 1, [3, 4]],
      ["loan.rate", 0, 1, []],
      ["loan.debt", 0, 2, [2]],
      ["loan.drawn", 1, 2, []],
    ]);
    expect(inputs.map((index) => graph.lines[index]?.id)).toEqual(["loan.rate", "loan.drawn"]);
    expect(clauses).toEqual(["LOAN/3", "PBC/1"]);
    expect(truncated).toBe(false);
  });

  it("stops at its limits and says so", () => {
    const shallow = trace(graph, evaluation, line("interest"), 4, { depth: 1 });
    expect(shallow.cells.map(({ depth, cut }) => [depth, cut])).toEqual([
      [0, false],
      [1, true],
      [1, false],
    ]);
    expect(shallow.truncated).toBe(true);
    const small = trace(graph, evaluation, line("interest"), 4, { cells: 2 });
    expect(small.cells).toHaveLength(2);
    expect(small.truncated).toBe(true);
  });
});
