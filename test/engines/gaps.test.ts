import { describe, expect, it } from "vitest";
import { compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Node } from "../../models/language/graph.ts";
import { runBoth, valuesOf } from "./both.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

/** Undefined in the second period only. */
const holes = { p: ["1", "0", "2"] };
const inverse = (id: (name: string) => Node): Node => ({ op: "div", args: [num(4), id("p")] });

describe("cells without a value", () => {
  it("pass on to whatever reads them, through every operation", () => {
    const through = (wrap: (x: Node) => Node) => valuesOf(holes, (id, w) => wrap(w.period("inverse", inverse(id))));
    expect(through((x) => x)).toBe("4 - 2");
    expect(through((x) => ({ op: "min", args: [x, num(1)] }))).toBe("1 - 1");
    expect(through((x) => ({ op: "max", args: [num(9), x] }))).toBe("9 - 9");
    expect(through((x) => ({ op: "mul", args: [num(0), x] }))).toBe("0 - 0");
    expect(through((x) => ({ op: "pow", args: [x, num(0)] }))).toBe("1 - 1");
    expect(through((x) => ({ op: "pow", args: [num(1), x] }))).toBe("1 - 1");
    expect(through((x) => ({ op: "cmp", args: [x, num(0)], rel: "!=", absTol: 0 }))).toBe("1 - 1");
    expect(through((x) => ({ op: "not", args: [x] }))).toBe("0 - 0");
    expect(through((x) => ({ op: "and", args: [num(0), x] }))).toBe("0 - 0");
    expect(through((x) => ({ op: "or", args: [num(1), x] }))).toBe("1 - 1");
    expect(through((x) => ({ op: "if", args: [x, num(1), num(1)] }))).toBe("1 - 1");
    expect(through((x) => ({ op: "abs", args: [x] }))).toBe("4 - 2");
    expect(through((x) => ({ op: "round", args: [x, num(0)] }))).toBe("4 - 2");
    expect(through((x) => ({ op: "lookup", args: [x], mode: "step", lists: [[num(0)], [num(5)]] }))).toBe("5 - 5");
    expect(through((x) => ({ op: "brackets", args: [x], lists: [[num(0)], [num(1)]] }))).toBe("4 - 2");
    expect(through((x) => ({ op: "lag", args: [num(1)], line: lineOf(x) }))).toBe("0 4 -");
    expect(through((x) => ({ op: "total", args: [], line: lineOf(x) }))).toBe("- - -");
    expect(through((x) => ({ op: "sln", args: [x, num(0), num(1)] }))).toBe("4 - 2");
  });

  it("do not pass on where they are not read", () => {
    const guarded = (id: (name: string) => Node): Node => ({
      op: "if",
      args: [{ op: "cmp", args: [id("p"), num(0)], rel: "==", absTol: 1e-12 }, num(0), inverse(id)],
    });
    expect(valuesOf(holes, guarded)).toBe("4 0 2");
    const unread = valuesOf(holes, (id, w) => ({
      op: "convolve",
      args: [],
      line: lineOf(w.period("i", inverse(id))),
      lists: [[num(0), num(1)]],
    }));
    expect(unread).toBe("0 4 -");
    const rows = valuesOf(holes, (id) => ({
      op: "lookup",
      args: [id("p")],
      mode: "step",
      lists: [
        [num(0), num(1)],
        [num(3), inverse(id)],
      ],
    }));
    expect(rows).toBe("4 3 2");
  });

  it("arise from roots, logarithms and powers that do not exist, and from numbers too large", () => {
    const call = (fn: "sqrt" | "ln" | "exp", x: number) => valuesOf({}, () => ({ op: fn, args: [num(x)] }));
    expect(call("sqrt", -1)).toBe("-");
    expect(call("ln", 0)).toBe("-");
    expect(call("ln", -1)).toBe("-");
    expect(call("exp", 1000)).toBe("-");
    const power = (a: string, b: string) => valuesOf({}, () => ({ op: "pow", args: [num(a), num(b)] }));
    expect(power("-8", "0.5")).toBe("-");
    expect(power("0", "-1")).toBe("-");
    expect(power("10", "400")).toBe("-");
    const product: Node = { op: "mul", args: [num("1e200"), num("1e200")] };
    expect(valuesOf({}, () => ({ op: "min", args: [product, num(5)] }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "div", args: [num(5), product] }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "cmp", args: [product, num(5)], rel: ">", absTol: 0 }))).toBe("-");
  });

  it("arise from a divisor that is zero but for rounding", () => {
    const third: Node = { op: "div", args: [num(1), num(3)] };
    const rest: Node = { op: "sub", args: [num(1), { op: "mul", args: [third, num(3)] }] };
    expect(valuesOf({}, () => ({ op: "div", args: [num(1), rest] }))).toBe("-");
    expect(valuesOf({}, () => ({ op: "div", args: [num(1), num("0.0000000000001")] }))).toBe("-");
    expect(
      valuesOf({ p: ["0.0000000000001", "0.00000000001"] }, (id) => ({ op: "div", args: [num(1), id("p")] })),
    ).toBe("- 100000000000");
  });

  it("arise from a table out of order", () => {
    const keys = [num(5), num(3)];
    expect(valuesOf({}, () => ({ op: "lookup", args: [num(9)], mode: "step", lists: [keys, [num(1), num(2)]] }))).toBe(
      "-",
    );
    expect(valuesOf({}, () => ({ op: "brackets", args: [num(9)], lists: [keys, [num(1), num(2)]] }))).toBe("-");
  });
});

describe("problems of cells", () => {
  it("are told once, at the line where the value is lost, with its first period; lines that rest on it point there", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const inverse = w.period("inverse", { op: "div", args: [num(1), p] });
    const later = w.period("later", { op: "prev", args: [], line: lineOf(inverse) });
    const sum = w.scalar("sum", { op: "total", args: [], line: lineOf(later) });
    const fine = w.period("fine", { op: "mul", args: [p, num(2)] });
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
    expect(causeOf({ op: "ln", args: [num(-1)] })).toBe("cell.logUndefined lines/x");
    expect(causeOf({ op: "sqrt", args: [num(-1)] })).toBe("cell.rootUndefined lines/x");
    expect(causeOf({ op: "pow", args: [num(-1), num("0.5")] })).toBe("cell.powerUndefined lines/x");
    expect(causeOf({ op: "pow", args: [num(10), num(999)] })).toBe("cell.tooLarge lines/x");
    expect(causeOf({ op: "exp", args: [num(999)] })).toBe("cell.tooLarge lines/x");
    expect(causeOf({ op: "nper", args: [num("0.1"), num(-1), num(100)] })).toBe("cell.finance lines/x");
    expect(
      causeOf({
        op: "lookup",
        args: [num(1)],
        mode: "linear",
        lists: [
          [num(2), num(1)],
          [num(0), num(0)],
        ],
      }),
    ).toBe("cell.tableOrder lines/x");
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
