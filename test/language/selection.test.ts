import { describe, expect, it } from "vitest";
import type { Graph, Node } from "../../models/language/graph.ts";
import type { LineDecl } from "../../models/language/line.ts";
import { renderFormula } from "../../models/language/render.ts";
import { calendar, Interpreter } from "./interpret.ts";
import { brokenCode, build, formula, input, nodeOf, plain, scalar, yearly } from "./model.ts";

const decls: readonly LineDecl[] = [
  input("works.a", { role: "cost.works", payer: "spv", payee: "contractor", tags: { plot: "p1", priority: 1 } }),
  input("works.b", { role: "cost.works", payer: "spv", payee: "contractor", tags: { plot: "p2", priority: 2 } }),
  input("land.a", { role: "cost.land", payer: "spv", payee: "city", tags: { plot: "p1", priority: 10 } }),
  input("sale.a", { role: "revenue.sale.flat", payer: "buyer", payee: "spv", tags: { plot: "p1" } }),
  input("sale.b", { role: "revenue.sale", payer: "buyer", payee: "spv", tags: { component: "other" } }),
  input("costs.x", { role: "costs.other" }),
  input("noise"),
  input("gfa", { ...scalar, role: "area.gfa", unit: "m2" }),
  input("far", { ...scalar, role: "area.far", unit: "m2" }),
];

/** Ids of the lines a selection adds up, read off the node. */
function found(
  text: string,
  more: readonly LineDecl[] = [],
  extra: Parameters<typeof formula>[2] = {},
): readonly string[] {
  const graph = build([...decls, ...more, formula("own.f", text, extra)]);
  return idsOf(graph, nodeOf(graph, "own.f"));
}

function idsOf(graph: Graph, node: Node): readonly string[] {
  if (node.op === "add") return node.args.flatMap((arg) => idsOf(graph, arg));
  return node.op === "line" ? [graph.lines[node.line ?? -1]?.id ?? ""] : [];
}

describe("what a selection finds", () => {
  it.each([
    ["sum(role = cost.works)", ["works.a", "works.b"]],
    ["sum(role = cost.*)", ["works.a", "works.b", "land.a"]],
    ["sum(role = revenue.sale)", ["sale.b"]],
    ["sum(role = revenue.*)", ["sale.a", "sale.b"]],
    ["sum(role = in(cost.land, revenue.sale.*))", ["land.a", "sale.a"]],
    ["sum(role = cost.*, plot = p1)", ["works.a", "land.a"]],
    ["sum(role = cost.*, plot != p1)", ["works.b"]],
    ["sum(plot != p1)", ["works.b", "sale.b", "costs.x"]],
    ["sum(payee = spv)", ["sale.a", "sale.b"]],
    ["sum(payer = spv, payee = contractor)", ["works.a", "works.b"]],
    ["sum(priority < 10)", ["works.a", "works.b"]],
    ["sum(priority >= 2)", ["works.b", "land.a"]],
    ["sum(priority = 10)", ["land.a"]],
    ["sum(priority = 1.0e1)", ["land.a"]],
    ["sum(component = sale)", ["sale.a"]],
    ["sum(component = other)", ["sale.b"]],
    ["sum(role = *.works)", undefined],
    ["sum(role = cost.*, payer = builder)", []],
    ["sum(role = nothing.*)", []],
  ])("%s", (text, expected) => {
    if (expected === undefined) expect(() => found(text)).toThrow();
    else expect(found(text)).toEqual(expected);
  });

  it("self is the owner's own value", () => {
    const tags = { plot: "p1", priority: 2 };
    expect(found("sum(role = cost.*, plot = self)", [], { tags })).toEqual(["works.a", "land.a"]);
    expect(found("sum(role = cost.*, priority < self)", [], { tags })).toEqual(["works.a"]);
    expect(found("sum(payee = self, component != self)", [], { tags, payee: "city" })).toEqual(["land.a"]);
    expect(
      found("sum(role = revenue.*, component != self)", [formula("own.g", "noise", { role: "revenue.x" })]),
    ).toEqual(["sale.a", "sale.b"]);
  });

  it("a component's own words stand for their values, and one that was not entered sets no condition", () => {
    const words = { builder: "spv", plot: "p1", "row.plot": "p2", seller: null, both: ["p1", "p2"] };
    expect(found("sum(payer = builder)", [], { words })).toEqual(["works.a", "works.b", "land.a"]);
    expect(found("sum(payer = builder, plot = plot)", [], { words })).toEqual(["works.a", "land.a"]);
    expect(found("sum(payer = builder, plot != plot)", [], { words })).toEqual(["works.b"]);
    expect(found("sum(payer = builder, plot = in(plot, row.plot))", [], { words })).toEqual([
      "works.a",
      "works.b",
      "land.a",
    ]);
    expect(found("sum(role = cost.works, plot = both)", [], { words })).toEqual(["works.a", "works.b"]);
    expect(found("sum(role = revenue.*, plot != both)", [], { words })).toEqual(["sale.b"]);
    expect(found("sum(role = cost.works, payee = seller)", [], { words })).toEqual(["works.a", "works.b"]);
    expect(found("sum(role = plot)", [], { words: { plot: "cost.*" } })).toEqual([]);
  });

  it("unset asks for lines that have no such key", () => {
    expect(found("sum(plot = unset)")).toEqual(["sale.b", "costs.x"]);
    expect(found("sum(plot = in(p2, unset))")).toEqual(["works.b", "sale.b", "costs.x"]);
    expect(found("sum(role = cost.*, plot != unset)")).toEqual(["works.a", "works.b", "land.a"]);
    expect(found("sum(plot != in(p1, unset))")).toEqual(["works.b"]);
    expect(found("sum(plot = in(here, unset))", [], { words: { here: "p2" } })).toEqual([
      "works.b",
      "sale.b",
      "costs.x",
    ]);
  });

  it("conditions declared once under a name", () => {
    const selections = { works: "role = cost.works, payer = builder", here: "plot = self", both: "works, here" };
    const own = { selections, words: { builder: "spv" }, tags: { plot: "p2" } };
    expect(found("sum(works)", [], own)).toEqual(["works.a", "works.b"]);
    expect(found("sum(works, plot = p1)", [], own)).toEqual(["works.a"]);
    expect(found("sum(works, here)", [], own)).toEqual(["works.b"]);
    expect(found("sum(both)", [], own)).toEqual(["works.b"]);
    expect(found("sum(plot != self, works)", [], own)).toEqual(["works.a"]);
  });

  it("scalar formulas add up scalar lines", () => {
    expect(found("sum(role = area.*)", [], { ...scalar, unit: "m2" })).toEqual(["gfa", "far"]);
    expect(found("sum(role = area.*)", [input("z", { role: "area.z" })], { ...scalar, unit: "m2" })).toEqual([
      "gfa",
      "far",
    ]);
  });

  it("latest takes the largest of them, and 0 where it finds none", () => {
    const lines = [
      input("a", { ...scalar, role: "stage", unit: "mo" }),
      input("b", { ...scalar, role: "stage", unit: "mo" }),
    ];
    const of = (text: string) => {
      const graph = build([...lines, formula("own.f", text, { ...scalar, unit: "mo" })]);
      return renderFormula(graph, nodeOf(graph, "own.f"), "id");
    };
    expect(of("latest(role = stage)")).toBe("max(a, b)");
    expect(of("latest(role = nothing)")).toBe("0");
  });

  it("a yearly amount is found by period formulas and counts at the year's end", () => {
    const tax = formula("tax.y", "yearly(noise)", { ...yearly, role: "tax.income" });
    const graph = build([...decls, tax, formula("f", "sum(role = tax.*)"), formula("y", "sum(role = tax.*)", yearly)]);
    expect(renderFormula(graph, nodeOf(graph, "f"), "id")).toBe("yearend ? tax.y : 0");
    expect(renderFormula(graph, graph.indexById.get("y") ?? 0, "id")).toBe("tax.y");
  });

  it("yearly and total take selections of period lines", () => {
    const graph = build([
      ...decls,
      formula("y", "yearly(sum(role = cost.works))", yearly),
      formula("s", "total(sum(role = cost.works))", scalar),
    ]);
    const values = new Interpreter(graph, { "works.a": [1, 2, 3], "works.b": [10, 20, 30] }, calendar(2027, 7, 3, 3));
    expect(values.series("y")).toEqual([0, 33, 33]);
    expect(values.series("s")).toEqual([66]);
  });
});

describe("selections that are refused", () => {
  const code = (text: string, extra: Parameters<typeof formula>[2] = {}): string | undefined =>
    brokenCode(build([...decls, formula("own.f", text, extra)]), "own.f");

  it("one that contains the line itself, unless read from earlier periods", () => {
    const own = { role: "cost.works" };
    expect(code("sum(role = cost.*)", own)).toBe("formula.selectionContainsSelf");
    expect(code("total(sum(role = cost.*))", own)).toBe("formula.selectionContainsSelf");
    expect(code("sum(role = cost.*, component != self)", own)).toBeUndefined();
    expect(code("prev(running(sum(role = cost.*)))", own)).toBeUndefined();
    expect(code("lag(sum(role = cost.*), 2)", own)).toBeUndefined();
    expect(code("lag(sum(role = cost.*), t)", own)).toBe("formula.selectionContainsSelf");
  });

  it("one that finds only lines of another axis, instead of giving 0", () => {
    expect(code("sum(role = area.*)", { unit: "m2" })).toBe("formula.selectionOtherAxis");
    expect(code("sum(role = cost.*)", scalar)).toBe("formula.selectionOtherAxis");
    expect(code("sum(role = cost.*)", yearly)).toBe("formula.selectionOtherAxis");
  });

  it("a name under which nothing was declared", () => {
    expect(code("sum(work)")).toBe("formula.selectionName");
    expect(code("sum(toString)", { selections: { works: "role = cost.works" } })).toBe("formula.selectionName");
    const graph = build([...decls, formula("f", "sum(work)", { selections: { works: "role = cost.works" } })]);
    expect(graph.broken.get(graph.indexById.get("f") ?? -1)?.hint?.en).toBe("Did you mean “works”?");
    expect(code("sum(role = cost.works, a)")).toBe("formula.selectionName");
  });

  it("self without own value, and mixed units", () => {
    expect(code("sum(plot = self)")).toBe("formula.selectionSelf");
    expect(code("sum(payee = self)")).toBe("formula.selectionSelf");
    const graph = build([
      ...decls,
      input("m", { role: "cost.works", unit: "m2" }),
      formula("f", "sum(role = cost.works)"),
    ]);
    const problem = graph.broken.get(graph.indexById.get("f") ?? -1);
    expect(problem?.message.en).toBe("Units differ in sum(role = cost.works): works.a is in CNY, m in m2.");
  });
});

describe("many lines", () => {
  const many = Array.from({ length: 100 }, (_, i) => input(`c${i}.x`, { role: `cost.r${i % 10}`, tags: { n: i } }));

  it("a large sum is one hidden line shared by all who ask for it", () => {
    const graph = build([
      ...many,
      formula("f", "sum(role = cost.*)"),
      formula("g", "2 * sum(role = cost.*)"),
      formula("h", "prev(sum(role = cost.*))"),
    ]);
    const hidden = graph.lines.filter((line) => line.source === "hidden");
    expect(hidden.map((line) => line.formula)).toEqual(["sum(role = cost.*)"]);
    expect(nodeOf(graph, "f")).toEqual({ op: "line", args: [], line: hidden[0]?.index });
  });

  it("opening values of the lines found carry over to prev of their sum", () => {
    const stocks = Array.from({ length: 12 }, (_, i) =>
      formula(`s${i}.x`, `prev(s${i}.x)`, { kind: "stock", role: "debt.loan", opening: "k * 2", scope: { k: "k" } }),
    );
    const graph = build([input("k", scalar), ...stocks, formula("f", "prev(sum(role = debt.*))")]);
    expect(new Interpreter(graph, { k: 1.5 }, calendar(2027, 1, 12, 2)).series("f")).toEqual([36, 36]);
  });

  it("more lines than a sum may have", () => {
    const crowd = Array.from({ length: 5_001 }, (_, i) => input(`c${i}.x`, { role: "cost.x" }));
    expect(brokenCode(build([...crowd, formula("f", "sum(role = cost.*)")]), "f")).toBe("formula.selectionTooLarge");
    expect(brokenCode(build([...crowd.slice(1), formula("f", "sum(role = cost.*)")]), "f")).toBeUndefined();
  });

  it("lines without a role and hidden lines are never found", () => {
    const graph = build([
      input("a", plain),
      formula("b", "prev(running(a) + a)", plain),
      formula("f", "sum(component != zzz)", plain),
    ]);
    expect(nodeOf(graph, "f")).toEqual({ op: "const", args: [], text: "0" });
  });
});
