import { describe, expect, it } from "vitest";
import { agree, allowedDifference, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import { bind, graphOf } from "./graphs.ts";

describe("agreement of two evaluations", () => {
  const graph = graphOf([
    { id: "money", axis: "period", unit: "CNY" },
    { id: "ratio", axis: "scalar", unit: "1" },
  ]);
  const record = (money: string, ratio: string) => evaluateRecord(graph, bind(graph, 1, { money: [money], ratio }));
  const kernel = (money: string, ratio: string) => compileKernel(graph).run(bind(graph, 1, { money: [money], ratio }));

  it("holds within half a fen and a billionth", () => {
    expect(agree(record("100", "2"), kernel("100.0049", "2.000000001"))).toEqual([]);
  });

  it("lists the cells outside", () => {
    expect(agree(record("100", "2"), kernel("100.0051", "2.00000001"))).toEqual([
      { line: 0, id: "money", period: 1, unit: "CNY", record: "100", kernel: "100.0051" },
      { line: 1, id: "ratio", period: 0, unit: "1", record: "2", kernel: "2.00000001" },
    ]);
  });

  it("lists a cell that only one engine has", () => {
    const missing = compileKernel(graph).run(bind(graph, 1, { money: ["1"] }));
    expect(agree(record("1", "2"), missing).map(({ id, record: a, kernel: b }) => [id, a, b])).toEqual([
      ["ratio", "2", undefined],
    ]);
  });

  it("allows areas a millionth and ratios a billionth near zero, and float64 its last digits on very large money", () => {
    expect(allowedDifference("m2", 0)).toBe(1e-6);
    expect(allowedDifference("1", 0)).toBe(1e-9);
    expect(allowedDifference("CNY", 1e10)).toBe(0.005);
    expect(allowedDifference("CNY", 1e13)).toBeCloseTo(0.5, 12);
  });
});

describe("hooks of the record", () => {
  it("report progress up to the end and stop when asked", () => {
    const graph = graphOf([{ id: "one", node: { op: "const", args: [], text: "1" } }]);
    const bindings = bind(graph, 100, {});
    const seen: number[] = [];
    evaluateRecord(graph, bindings, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toBe(1);
    let asked = 0;
    expect(() => evaluateRecord(graph, bindings, { shouldStop: () => ++asked === 3 })).toThrow(/stopped/);
    expect(asked).toBe(3);
  });
});
