import { describe, expect, it } from "vitest";
import type { Node } from "../../models/language/graph.ts";
import { runBoth, valuesOf } from "./both.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

const cmp = (rel: "<" | "<=" | ">" | ">=" | "==" | "!=", a: Node, b: Node, absTol = 1e-12): Node => ({
  op: "cmp",
  args: [a, b],
  rel,
  absTol,
});

describe("looking back", () => {
  it("prev reads one period earlier and the opening value in the first", () => {
    const w = new GraphWriter();
    const start = w.input("start");
    const added = w.input("added", "period");
    const balance = w.period(
      "balance",
      { op: "add", args: [{ op: "prev", args: [], line: w.next }, added] },
      { op: "mul", args: [start, num(2)] },
    );
    const graph = w.graph();
    expect(runBoth(graph, bind(graph, 3, { start: "50", added: ["1", "2", "4"] })).show(balance)).toBe("101 103 107");
  });

  it("lag reads n periods earlier and 0 before the first, n rounded and at least 0", () => {
    const series = { p: ["5", "6", "7", "8"] };
    const lag = (n: Node) => valuesOf(series, (id) => ({ op: "lag", args: [n], line: lineOf(id("p")) }));
    expect(lag(num(0))).toBe("5 6 7 8");
    expect(lag(num(2))).toBe("0 0 5 6");
    expect(lag(num("1.5"))).toBe("0 0 5 6");
    expect(lag(num("1.4"))).toBe("0 5 6 7");
    expect(lag(num(-3))).toBe("5 6 7 8");
    expect(lag(num(9))).toBe("0 0 0 0");
  });

  it("lag takes its distance from an input, and may change it over time", () => {
    const inputs = { p: ["5", "6", "7", "8"], n: "1", moving: ["0", "1", "2", "0"] };
    expect(valuesOf(inputs, (id) => ({ op: "lag", args: [id("n")], line: lineOf(id("p")) }))).toBe("0 5 6 7");
    expect(valuesOf(inputs, (id) => ({ op: "lag", args: [id("moving")], line: lineOf(id("p")) }))).toBe("5 5 5 8");
  });

  it("lag never reads the opening value", () => {
    const w = new GraphWriter();
    const held = w.period("held", { op: "prev", args: [], line: w.next }, num(9));
    const n = w.input("n");
    const back = w.period("back", { op: "lag", args: [num(1)], line: lineOf(held) });
    const moved = w.period("moved", { op: "lag", args: [n], line: lineOf(held) });
    const graph = w.graph();
    const results = runBoth(graph, bind(graph, 3, { n: "1" }));
    expect([results.show(back), results.show(moved)]).toEqual(["0 9 9", "0 9 9"]);
  });

  it("convolve spreads each amount over later periods", () => {
    const weights = ["0.5", "0.3", "0.2"].map(num);
    expect(
      valuesOf({ p: ["100", "0", "200", "0", "0"] }, (id) => ({
        op: "convolve",
        args: [],
        line: lineOf(id("p")),
        lists: [weights],
      })),
    ).toBe("50 30 120 60 40");
  });

  it("convolve takes weights from inputs and from expressions of them", () => {
    const write = (id: (name: string) => Node): Node => ({
      op: "convolve",
      args: [],
      line: lineOf(id("p")),
      lists: [[id("w"), { op: "sub", args: [num(1), id("w")] }]],
    });
    expect(valuesOf({ p: ["100", "0", "10"], w: "0.25" }, write)).toBe("25 75 2.5");
  });

  it("counts periods since a condition first held, latched", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const before: Node = { op: "prev", args: [], line: w.next };
    const started: Node = { op: "or", args: [cmp(">", before, num(0)), cmp(">=", p, num(85))] };
    const since = w.period("since", { op: "if", args: [started, { op: "add", args: [before, num(1)] }, num(0)] });
    const graph = w.graph();
    expect(runBoth(graph, bind(graph, 5, { p: ["10", "84.99", "85", "20", "90"] })).show(since)).toBe("0 0 1 2 3");
  });
});

describe("looking at the whole horizon", () => {
  it("total adds all periods and leaves the opening value out; period lines may use it in every period", () => {
    const w = new GraphWriter();
    const p = w.input("p", "period");
    const held = w.period("held", { op: "add", args: [{ op: "prev", args: [], line: w.next }, p] }, num(1000));
    const sum = w.scalar("sum", { op: "total", args: [], line: lineOf(held) });
    const share = w.period("share", { op: "div", args: [p, { op: "total", args: [], line: lineOf(p) }] });
    const graph = w.graph();
    const results = runBoth(graph, bind(graph, 3, { p: ["1", "3", "4"] }));
    expect(results.show(sum)).toBe("3013");
    expect(results.show(share)).toBe("0.125 0.375 0.5");
  });

  it("at reads the period that contains a month, and 0 outside the horizon", () => {
    const at = (month: number) =>
      valuesOf({ p: ["5", "6", "7"] }, (id) => ({ op: "at", args: [num(month)], line: lineOf(id("p")) }), {
        stepMonths: 3,
      });
    const start = 2026 * 12;
    expect(at(start)).toBe("5 5 5");
    expect(at(start + 2)).toBe("5 5 5");
    expect(at(start + 3)).toBe("6 6 6");
    expect(at(start + 8)).toBe("7 7 7");
    expect(at(start + 9)).toBe("0 0 0");
    expect(at(start - 1)).toBe("0 0 0");
  });
});

describe("tables", () => {
  const keys = [0, 10, 20].map(num);
  const values = [1, 2, 4].map(num);
  const inputs = { x: ["-1", "0", "5", "10", "15", "20", "99"] };

  it("step lookup takes the last key not above x, 0 below the first", () => {
    expect(valuesOf(inputs, (id) => ({ op: "lookup", args: [id("x")], mode: "step", lists: [keys, values] }))).toBe(
      "0 1 1 2 2 4 4",
    );
  });

  it("linear lookup interpolates and is flat outside", () => {
    expect(valuesOf(inputs, (id) => ({ op: "lookup", args: [id("x")], mode: "linear", lists: [keys, values] }))).toBe(
      "1 1 1.5 2 3 4 4",
    );
  });

  it("brackets tax each part of x at its own rate", () => {
    const from = [0, 50, 100, 200].map((percent) => num(percent / 100));
    const rates = ["0.3", "0.4", "0.5", "0.6"].map(num);
    const scale = (x: string) =>
      valuesOf({ x: [x] }, (id) => ({ op: "brackets", args: [id("x")], lists: [from, rates] }));
    expect(scale("-3")).toBe("0");
    expect(scale("0.4")).toBe("0.12");
    expect(scale("1.2")).toBe("0.45");
    expect(scale("3")).toBe("1.45");
  });

  it("brackets above the first lower end leave out what lies below it", () => {
    const write = (id: (name: string) => Node): Node => ({
      op: "brackets",
      args: [id("x")],
      lists: [[num(10)], [num("0.2")]],
    });
    expect(valuesOf({ x: ["5", "10", "15"] }, write)).toBe("0 0 1");
  });

  it("tables may hold inputs, expressions and values that move with time", () => {
    const write = (id: (name: string) => Node): Node => ({
      op: "lookup",
      args: [id("x")],
      mode: "step",
      lists: [
        [num(0), id("k")],
        [id("p"), { op: "mul", args: [id("p"), id("k")] }],
      ],
    });
    expect(valuesOf({ x: ["1", "3", "1"], p: ["5", "6", "7"], k: "2" }, write)).toBe("5 12 7");
  });

  it("a key that x misses by rounding only is reached", () => {
    const third: Node = { op: "div", args: [num(1), num(3)] };
    const x: Node = { op: "mul", args: [third, num(3)] };
    expect(valuesOf({}, () => ({ op: "lookup", args: [x], mode: "step", lists: [[num(1)], [num(7)]] }))).toBe("7");
  });
});

describe("comparisons, conditions and rounding", () => {
  const third: Node = { op: "div", args: [num(1), num(3)] };
  const almostOne: Node = { op: "mul", args: [third, num(3)] };

  it("values within the tie band are equal, and strict relations exclude them", () => {
    expect(valuesOf({}, () => cmp(">=", almostOne, num(1)))).toBe("1");
    expect(valuesOf({}, () => cmp("<", almostOne, num(1)))).toBe("0");
    expect(valuesOf({}, () => cmp("==", almostOne, num(1)))).toBe("1");
    expect(valuesOf({}, () => cmp("!=", almostOne, num(1)))).toBe("0");
  });

  it("the band is a billionth of the larger value or the tolerance of the unit", () => {
    const relation = (a: string, b: string, absTol: number) => valuesOf({}, () => cmp("<", num(a), num(b), absTol));
    expect(relation("100.000", "100.004", 0.005)).toBe("0");
    expect(relation("100.000", "100.006", 0.005)).toBe("1");
    expect(relation("1000000000", "1000000000.9", 0.005)).toBe("0");
    expect(relation("1000000000", "1000000001.1", 0.005)).toBe("1");
    expect(relation("-0.004", "0", 0.005)).toBe("0");
    expect(relation("-0.006", "0", 0.005)).toBe("1");
  });

  it("and, or, not and conditions take anything but zero as true", () => {
    const flags = (a: string, b: string) =>
      (["and", "or"] as const).map((op) => valuesOf({ a, b }, (id) => ({ op, args: [id("a"), id("b")] }))).join(" ");
    expect(flags("0", "0")).toBe("0 0");
    expect(flags("0.5", "0")).toBe("0 1");
    expect(flags("-2", "3")).toBe("1 1");
    expect(valuesOf({ p: ["0", "0.0000000000001", "2"] }, (id) => ({ op: "not", args: [id("p")] }))).toBe("1 1 0");
    expect(valuesOf({ p: ["0", "-1"] }, (id) => ({ op: "if", args: [id("p"), num(5), num(6)] }))).toBe("6 5");
  });

  it("round goes half away from zero, floor and ceil to integers, all within rounding of a step", () => {
    const round = (x: string, digits: number) => valuesOf({}, () => ({ op: "round", args: [num(x), num(digits)] }));
    expect(round("2.5", 0)).toBe("3");
    expect(round("-2.5", 0)).toBe("-3");
    expect(round("1.005", 2)).toBe("1.01");
    expect(round("-1.005", 2)).toBe("-1.01");
    expect(round("1250", -2)).toBe("1300");
    const whole = (fn: "floor" | "ceil", x: Node) => valuesOf({}, () => ({ op: fn, args: [x] }));
    expect(whole("floor", almostOne)).toBe("1");
    // In float64 0.29 · 100 is 28.999999999999996, and 1.1 · 100 is 110.00000000000001.
    const product = (...factors: string[]): Node => factors.map(num).reduce((a, b) => ({ op: "mul", args: [a, b] }));
    expect(whole("floor", product("0.29", "100"))).toBe("29");
    expect(whole("ceil", product("1.1", "100"))).toBe("110");
    expect(whole("floor", num("-1.5"))).toBe("-2");
    expect(whole("ceil", { op: "add", args: [num(2), { op: "sub", args: [num(1), almostOne] }] })).toBe("2");
    expect(whole("ceil", num("-1.5"))).toBe("-1");
  });
});

describe("arithmetic and functions", () => {
  it("computes what a pocket calculator does", () => {
    const show = (node: Node) => valuesOf({}, () => node);
    expect(show({ op: "add", args: [] })).toBe("0");
    expect(show({ op: "sub", args: [num("0.3"), num("0.1")] })).toBe("0.2");
    expect(show({ op: "neg", args: [num(0)] })).toBe("0");
    expect(show({ op: "pow", args: [num("1.1"), num(3)] })).toBe("1.331");
    expect(show({ op: "pow", args: [num(-2), num(3)] })).toBe("-8");
    expect(show({ op: "pow", args: [num(4), num("0.5")] })).toBe("2");
    expect(show({ op: "pow", args: [num(0), num(0)] })).toBe("1");
    expect(show({ op: "min", args: [num(3), num(-1), num(2)] })).toBe("-1");
    expect(show({ op: "max", args: [num(3), num(-1), num(2)] })).toBe("3");
    expect(show({ op: "abs", args: [num("-1.5")] })).toBe("1.5");
    expect(show({ op: "sqrt", args: [num("2.25")] })).toBe("1.5");
    expect(show({ op: "exp", args: [num(0)] })).toBe("1");
    expect(show({ op: "ln", args: [num(1)] })).toBe("0");
  });

  it("keeps 28 significant digits in the record", () => {
    expect(valuesOf({}, () => ({ op: "div", args: [num(1), num(3)] }))).toBe("0.3333333333333333333333333333");
    expect(valuesOf({ a: "0.1234567890123456789012345678" }, (id) => id("a"))).toBe("0.1234567890123456789012345678");
  });

  it("calls the spreadsheet functions", () => {
    const straight: Node = { op: "sln", args: [num(1000), num(100), num(9)] };
    expect(valuesOf({}, () => straight)).toBe("100");
    const payment: Node = { op: "pmt", args: [num("0.01"), num(12), num(1000)] };
    expect(valuesOf({}, () => ({ op: "round", args: [payment, num(6)] }))).toBe("-88.848789");
  });
});
