import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderFormula } from "../../models/language/render.ts";
import { build, formula, input, nodeOf, plain, yearly } from "./model.ts";

const lines = [
  input("a.x", { ...plain, label: { zh: "甲", en: "First" } }),
  input("b.y", { ...plain, label: { zh: "乙", en: "Second" } }),
];

function rendered(text: string, extra: Parameters<typeof formula>[2] = {}) {
  const graph = build([...lines, formula("c.f", text, { ...plain, ...extra })]);
  const index = graph.indexById.get("c.f") ?? -1;
  expect(graph.problems).toEqual([]);
  return {
    id: renderFormula(graph, index, "id"),
    zh: renderFormula(graph, index, "zh"),
    en: renderFormula(graph, index, "en"),
  };
}

describe("formulas as text", () => {
  it("by id, and by label in both languages", () => {
    expect(rendered("max(x * 2, 0) + prev(b.y)", { scope: { x: "a.x" } })).toEqual({
      id: "max(a.x * 2, 0) + prev(b.y)",
      zh: "最大([甲] * 2, 0) + 上期([乙])",
      en: "max([First] * 2, 0) + prev([Second])",
    });
    expect(rendered("a.x > 1 and not (b.y > 2) ? a.x : 0").zh).toBe("[甲] > 1 且 非 ([乙] > 2) ? [甲] : 0");
  });

  it.each([
    ["running(a.x * 2)", "running(a.x * 2)"],
    ["ytd(a.x)", "ytd(a.x)"],
    ["cummin(a.x) + cummax(b.y)", "cummin(a.x) + cummax(b.y)"],
    ["since(a.x > 3)", "since(a.x > 3)"],
    ["prev(a.x + b.y)", "prev(a.x + b.y)"],
    ["lag(prev(a.x), 3)", "lag(prev(a.x), 3)"],
    ["window(a.x, 4)", "running(a.x) - lag(running(a.x), 4)"],
    ["total(a.x * b.y) / total(b.y)", "total(a.x * b.y) / total(b.y)"],
    ["(a.x + b.y) * a.x", "(a.x + b.y) * a.x"],
    ["a.x - (b.y - a.x)", "a.x - (b.y - a.x)"],
    ["a.x / (b.y * 2)", "a.x / (b.y * 2)"],
    ["(-a.x) ^ 2 - (a.x ^ 2) ^ 3", "(-a.x) ^ 2 - (a.x ^ 2) ^ 3"],
    ["(a.x > 1) * (a.x ? 1 : 2)", "(a.x > 1) * (a.x ? 1 : 2)"],
  ])("functions over time are written as they were: %s", (text, expected) => {
    expect(rendered(text).id).toBe(expected);
  });

  it("a yearly line shows its value at the year's end", () => {
    expect(rendered("yearly(a.x) + prev(c.f)", { ...yearly, kind: "stock" }).id).toBe("a.x + prev(c.f)");
    expect(rendered("running(year > 2)", { ...yearly, kind: "stock" }).id).toBe("running(year > 2)");
  });

  it("hidden lines explain themselves by id", () => {
    const graph = build([...lines, formula("c.f", "prev(running(a.x) + b.y)", { ...plain, scope: {} })]);
    expect(graph.lines.filter((line) => line.source === "hidden").map((line) => [line.id, line.formula])).toEqual([
      ["c.f#1", "running(a.x)"],
      ["c.f#2", "(running(a.x)) + b.y"],
    ]);
  });

  it("text of functions nested in themselves stays bounded", () => {
    const nested = `${"window(".repeat(60)}a.x${", 2)".repeat(60)}`;
    const graph = build([...lines, formula("c.f", nested, plain)]);
    expect(graph.problems).toEqual([]);
    expect(renderFormula(graph, graph.indexById.get("c.f") ?? -1, "en").length).toBeLessThan(10_000);
  });
});

/** Random formulas of plain numbers. */
const random = fc.letrec<{ formula: string }>((tie) => {
  const one = tie("formula");
  const of = (make: (...parts: string[]) => string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...parts).map((texts) => make(...texts));
  return {
    formula: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("a.x", "b.y", "t", "0.5", "2", "1e3"),
      of(
        (op, a, b) => `((${a}) ${op} (${b}))`,
        fc.constantFrom("-", "*", "/", "^", "and", "or", "<", ">=", "==", "!="),
        one,
        one,
      ),
      of((a, b, c) => `(${a}) + max(${b}, ${c})`, one, one, one),
      of((a, b, c) => `((${a}) ? (${b}) : (${c}))`, one, one, one),
      of(
        (fn, a) => `${fn}(${a})`,
        fc.constantFrom("-", "not", "abs", "prev", "running", "ytd", "cummax", "since", "floor", "total"),
        one,
      ),
      of((a, n) => `lag(${a}, ${n})`, one, fc.constantFrom("1", "3", "t")),
    ),
  };
});

describe("text that is read again", () => {
  it("gives the same core formula, object for object", () => {
    let compared = 0;
    fc.assert(
      fc.property(random.formula, (text) => {
        const first = build([...lines, formula("c.f", text, plain)]);
        if (first.problems.length > 0) return;
        const again = renderFormula(first, first.indexById.get("c.f") ?? -1, "id");
        // Long sums and deeply nested hidden lines are shortened on purpose.
        if (again.includes("…")) return;
        const both = build([...lines, formula("c.f", text, plain), formula("c.g", again, plain)]);
        expect([again, nodeOf(both, "c.g") === nodeOf(both, "c.f")]).toEqual([again, true]);
        compared++;
      }),
      { numRuns: 500, seed: 11 },
    );
    expect(compared).toBeGreaterThan(300);
  });
});
