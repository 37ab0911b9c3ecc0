import { describe, expect, it } from "vitest";
import { compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Node } from "../../models/language/graph.ts";
import { runBoth, valuesOf } from "./both.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

/** Undefined in the second period only. */
const holes = { p: ["1", "0", "2"] };
const inverse = (id: (name: string) => Node): Node => ({ op: "div", a: num(4), b: id("p") });

describe("cells without a value", () => {
  it("pass on to whatever reads them, through every operation", () => {
    const through = (wrap: (x: Node) => Node) => valuesOf(holes, (id, w) => wrap(w.period("inverse", inverse(id))));
    expect(through((x) => x)).toBe("4 - 2");
    expect(through((x) => ({ op: "min", args: [x, num(1)] }))).toBe("1 - 1");
    expect(through((x) => ({ op: "max", args: [num(9), x] }))).toBe("9 - 9");
    expect(through((x) => ({ op: "mul", a: num(0), b: x }))).toBe("0 - 0");
    expect(through((x) => ({ op: "pow", a: x, b: num(0) }))).toBe("1 - 1");
    expect(through((x) => ({ op: "pow", a: num(1), b: x }))).toBe("1 - 1");
    expect(through((x) => ({ op: "cmp", rel: "!=", a: x, b: num(0), absTol: 0 }))).toBe("1 - 1");
    expect(through((x) => ({ op: "not", a: x }))).toBe("0 - 0");
    expect(through((x) => ({ op: "and", a: num(0), b: x }))).toBe("0 - 0");
    expect(through((x) => ({ op: "or", a: num(1), b: x }))).toBe("1 - 1");
    expect(through((x) => ({ op: "if", cond: x, yes: num(1), no: num(1) }))).toBe("1 - 1");
    expect(through((x) => ({ op: "call", fn: "abs", args: [x] }))).toBe("4 - 2");
    expect(through((x) => ({ op: "call", fn: "round", args: [x, num(0)] }))).toBe("4 - 2");
    expect(through((x) => ({ op: "lookup", mode: "step", keys: [num(0)], values: [num(5)], x }))).toBe("5 - 5");
    expect(through((x) => ({ op: "brackets", from: [num(0)], rates: [num(1)], x }))).toBe("4 - 2");
    expect(through((x) => ({ op: "lag", line: lineOf(x), n: num(1) }))).toBe("0 4 -");
    expect(through((x) => ({ op: "total", line: lineOf(x) }))).toBe("- - -");
    expect(through((x) => ({ op: "finance", fn: "sln", args: [x, num(0), num(1)] }))).toBe("4 - 2");
  });

  it("do not pass on where they are not read", () => {
    const guarded = (id: (name: string) => Node): Node => ({
      op: "if",
      cond: { op: "cmp", rel: "==", a: id("p"), b: num(0), absTol: 1e-12 },
      yes: num(0),
      no: inverse(id),
    });
    expect(valuesOf(holes, guarded)).toBe("4 0 2");
    const unread = valuesOf(holes, (id, w) => ({
      op: "convolve",
      line: lineOf(w.period("i", inverse(id))),
      weights: [num(0), num(1)],
    }));
    expect(unread).toBe("0 4 -");
    const rows = valuesOf(holes, (id) => ({
      op: "lookup",
      mode: "step",
      keys: [num(0), num(1)],
      values: [num(3), inverse(id)],
      x: id("p"),
    }));
    expect(rows).toBe("4 3 2");
  });

  it("arise from roots, logarithms and powers that do not exist, and from numbers too large", () => {
    const call = (fn: "sqrt" | "ln" | "exp", x: number) => valuesOf({}, () => ({ op: "call", fn, args: [num(x)] }));
    expect(call("sqrt", -1)).toBe("-");
    expect(call("ln", 0)).toBe("-");
    expect(call("ln", -1)).toBe("-");
    expect(call("exp", 1000)).toBe("-");
    const power = (a: string, b: string) => valuesOf({}, () => ({ op: "pow", a: num(a), b: num(b) }));
    expect(power("-8", "0.5")).toBe("-");
    expect(power("0", "-1")).toBe("-");
    expect(power("10", "400")).toBe("-");
    const product: Node = { op: "mul", a: num("1e200"), b: num("1e200") };
    expect(valuesOf({}, () => ({ op: "min", args: [product, num(5)] }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "div", a: num(5), b: product }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "cmp", rel: ">", a: product, b: num(5), absTol: 0 }))).toBe("-");
  });

  it("arise from a divisor that is zero but for rounding", () => {
    const third: Node = { op: "div", a: num(1), b: num(3) };
    const rest: Node = { op: "sub", a: num(1), b: { op: "mul", a: third, b: num(3) } };
    expect(valuesOf({}, () => ({ op: "div", a: num(1), b: rest }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "div", a: num(1), b: num("0.0000000000001") }))).toBe("-");
    expect(valuesOf({ p: ["0.0000000000001", "0.00000000001"] }, (id) => ({ op: "div", a: num(1), b: id("p") }))).toBe(
      "- 100000000000",
    );
  });

  it("arise from a table out of order", () => {
    const keys = [num(5), num(3)];
    expect(valuesOf({}, () => ({ op: "lookup", mode: "step", keys, values: [num(1), num(2)], x: num(9) }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "brackets", from: keys, rates: [num(1), num(2)], x: num(9) }))).toBe("-");
  });
});

describe("problems of cells", () => {
  it("are told once, at the line where the value is lost, with its first period; lines that rest on it point there", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const inverse = w.period("inverse", { op: "div", a: num(1), b: p });
    const later = w.period("later", { op: "prev", line: lineOf(inverse) });
    const sum = w.scalar("sum", { op: "total", line: lineOf(later) });
    const fine = w.period("fine", { op: "mul", a: p, b: num(2) });
    const graph = w.graph();
    const bindings = bind(graph, 4, { p: ["1", "0", "2", "0"] });
    expect(runBoth(graph, bindings).problems).toEqual(["cell.divisionByZero lines/inverse"]);
    const { gaps } = evaluateRecord(graph, bindings);
    expect(gaps.problems[0]?.message.en).toBe(
      "line inverse (inverse), period 2 (2026-02): the divisor is zero, there is no result.",
    );
    expect(gaps.problems[0]?.message.zh).toBe("行inverse (inverse) 第 2 期（2026-02）：除数为零，没有结果。");
    expect([...gaps.lines].map(([line, gap]) => [line, gap.period, gap.problem.path])).toEqual([
      [lineOf(inverse), 2, "lines/inverse"],
      [lineOf(later), 3, "lines/inverse"],
      [lineOf(sum), 0, "lines/inverse"],
    ]);
    expect(gaps.lines.has(lineOf(fine))).toBe(false);
  });

  it("name an input that was not given and leave the rest standing", () => {
    const w = new GraphWriter();
    const a = w.input("a");
    const p = w.input("p", "period");
    const one = w.period("one", { op: "add", args: [a, num(1)] });
    const two = w.period("two", { op: "add", args: [p, num(1)] });
    const three = w.period("three", num(3));
    const graph = w.graph();
    const results = runBoth(graph, bind(graph, 2, {}));
    expect(results.problems).toEqual(["cell.missingInput lines/a", "cell.missingInput lines/p"]);
    expect([one, two, three].map((line) => results.show(line))).toEqual(["- -", "- -", "3 3"]);
  });

  it("name the cause", () => {
    const causeOf = (node: Node) => {
      const w = new GraphWriter();
      w.period("x", node);
      const graph = w.graph();
      return runBoth(graph, bind(graph, 1, {})).problems.join();
    };
    expect(causeOf({ op: "call", fn: "ln", args: [num(-1)] })).toBe("cell.logUndefined lines/x");
    expect(causeOf({ op: "call", fn: "sqrt", args: [num(-1)] })).toBe("cell.rootUndefined lines/x");
    expect(causeOf({ op: "pow", a: num(-1), b: num("0.5") })).toBe("cell.powerUndefined lines/x");
    expect(causeOf({ op: "pow", a: num(10), b: num(999) })).toBe("cell.tooLarge lines/x");
    expect(causeOf({ op: "call", fn: "exp", args: [num(999)] })).toBe("cell.tooLarge lines/x");
    expect(causeOf({ op: "finance", fn: "nper", args: [num("0.1"), num(-1), num(100)] })).toBe("cell.finance lines/x");
    expect(causeOf({ op: "lookup", mode: "linear", keys: [num(2), num(1)], values: [num(0), num(0)], x: num(1) })).toBe(
      "cell.tableOrder lines/x",
    );
  });

  it("cover lines that are broken in the graph by having no value and no second problem", () => {
    const w = new GraphWriter();
    const bad = w.period("bad", num(1));
    const good = w.period("good", num(2));
    const built = w.graph();
    const problem = { code: "formula.syntax", message: { zh: "错", en: "wrong" }, path: "lines/bad" };
    const graph = {
      ...built,
      broken: new Map([[lineOf(bad), problem]]),
      levels: [{ scalars: [], periods: [lineOf(good)] }],
    };
    const results = runBoth(graph, bind(graph, 2, {}));
    expect(results.show(bad)).toBe("- -");
    expect(results.show(good)).toBe("2 2");
    expect(results.problems).toEqual([]);
  });
});

describe("bindings that cannot be", () => {
  it("throw: text that is no number, and series of the wrong length", () => {
    const w = new GraphWriter();
    w.input("a");
    w.input("p", "period");
    const graph = w.graph();
    for (const run of [evaluateRecord, (g: typeof graph, b: ReturnType<typeof bind>) => compileKernel(g).run(b)]) {
      expect(() => run(graph, bind(graph, 1, { a: "Infinity" }))).toThrow(/input a/);
      expect(() => run(graph, bind(graph, 1, { a: "" }))).toThrow(/input a/);
      expect(() => run(graph, bind(graph, 2, { p: ["1"] }))).toThrow(/1 values for 2 periods/);
    }
  });
});
