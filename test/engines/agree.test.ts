import { describe, expect, it } from "vitest";
import { agree, compileKernel, evaluateRecord, sameValue } from "../../models/engines/index.ts";
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

  it.each([
    ["money to half a fen", "CNY", 100, 100.0049, true],
    ["money no further", "CNY", 100, 100.0051, false],
    ["large money no further either", "CNY", 1e9, 1e9 + 1, false],
    ["money to the last digits float64 holds", "CNY", 1e13, 1e13 + 0.4, true],
    ["areas to a millionth", "m2", 0, 9e-7, true],
    ["areas no further", "m2", 0, 2e-6, false],
    ["ratios to a billionth, near 0 too", "1", 0, 9e-10, true],
    ["ratios no further", "1", 0, 2e-9, false],
    ["nothing to nothing", "1", undefined, undefined, true],
    ["nothing never to something", "1", 0, undefined, false],
  ] as const)("allows %s", (_what, unit, a, b, same) => {
    expect([sameValue(unit, a, b), sameValue(unit, b, a)]).toEqual([same, same]);
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
