import { describe, expect, it } from "vitest";
import { byYear, compileKernel } from "../../models/engines/index.ts";
import type { Node } from "../../models/language/graph.ts";
import type { Axis, LineKind } from "../../models/language/line.ts";
import { bind, GraphWriter, lineOf, num } from "./graphs.ts";

const calendar = { years: [2026, 2026, 2027, 2027, 2028] };

function yearsOf(kind: LineKind, axis: Axis, node: (p: Node) => Node, p = ["1", "2", "3", "4", "5"]) {
  const w = new GraphWriter();
  const input = w.input("p", "period");
  const line = w.line({ id: "x", kind, axis, node: node(input) });
  const graph = w.graph();
  const evaluation = compileKernel(graph).run(bind(graph, 5, { p }));
  return byYear(evaluation, lineOf(line), calendar).map(({ year, value }) => `${year}: ${value}`);
}

describe("years of a line", () => {
  it("sum flows and take the last period of everything else", () => {
    expect(yearsOf("flow", "period", (p) => p)).toEqual(["2026: 3", "2027: 7", "2028: 5"]);
    for (const kind of ["stock", "rate", "flag"] as const) {
      expect(yearsOf(kind, "period", (p) => p)).toEqual(["2026: 2", "2027: 4", "2028: 5"]);
    }
  });

  it("read a year line where it changes, a flow too", () => {
    expect(yearsOf("flow", "year", (p) => p)).toEqual(["2026: 2", "2027: 4", "2028: 5"]);
  });

  it("repeat a scalar", () => {
    expect(yearsOf("scalar", "scalar", () => num(7))).toEqual(["2026: 7", "2027: 7", "2028: 7"]);
  });

  it("are undefined where a period they need is", () => {
    const inverse = (p: Node): Node => ({ op: "div", args: [num(12), p] });
    const p = ["0", "2", "0", "4", "6"];
    expect(yearsOf("flow", "period", inverse, p)).toEqual(["2026: undefined", "2027: undefined", "2028: 2"]);
    expect(yearsOf("stock", "period", inverse, p)).toEqual(["2026: 6", "2027: 3", "2028: 2"]);
  });
});
