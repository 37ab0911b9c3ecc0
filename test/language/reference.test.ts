import { describe, expect, it } from "vitest";
import type { FormulaDecl, LineDecl } from "../../models/language/line.ts";
import { brokenCode, build, formula, input, nodeOf, plain, scalar, yearly } from "./model.ts";

const one = { ...scalar, unit: "1" } as const;
const lines: readonly LineDecl[] = [
  input("a.price"),
  input("b.price"),
  input("price"),
  input("a.status", one),
  input("phase.construction", plain),
  input("record.vote", plain),
  input("record.plan", plain),
  input("a.enabled", one),
];

function graphOf(text: string, extra: Partial<FormulaDecl> = {}) {
  return build([...lines, formula("a.f", text, extra)], { "land.share": "1", "works.price": "CNY/m2" });
}
const code = (text: string, extra: Partial<FormulaDecl> = {}): string | undefined =>
  brokenCode(graphOf(text, extra), "a.f");
const nodeFor = (text: string, extra: Partial<FormulaDecl> = {}) => {
  const graph = graphOf(text, extra);
  return { node: nodeOf(graph, "a.f"), id: (id: string) => graph.indexById.get(id), graph };
};

describe("names", () => {
  it("own names come before full ids", () => {
    const own = nodeFor("price", { scope: { price: "a.price" } });
    expect(own.node).toEqual({ op: "line", args: [], line: own.id("a.price") });
    const full = nodeFor("b.price + price", { scope: {} });
    expect(full.node).toMatchObject({ args: [{ line: full.id("b.price") }, { line: full.id("price") }] });
  });

  it("an unknown name is named with its column and a similar one", () => {
    const graph = graphOf("1 + pricee", { scope: { price: "a.price" } });
    expect(graph.problems[0]).toEqual({
      code: "formula.unknownName",
      message: {
        zh: "公式第 5 个字符：没有名为“pricee”的行或输入。",
        en: "Column 5: there is no line or input “pricee”.",
      },
      hint: { zh: "是否想写“price”？", en: "Did you mean “price”?" },
      path: "lines/a.f",
    });
  });

  it("a scope that points nowhere is named", () => {
    expect(code("price", { scope: { price: "gone.price" } })).toBe("formula.missingLine");
    expect(code("price", { gate: "gone.enabled" })).toBe("formula.missingLine");
  });

  it("hidden lines cannot be named", () => {
    const graph = build([...lines, formula("a.g", "running(price)"), formula("a.f", "a.g")]);
    expect(graph.indexById.has("a.g#1")).toBe(true);
    expect(brokenCode(build([...lines, formula("a.g", "running(price)"), formula("a.f", "a.g#1")]), "a.f")).toBe(
      "formula.character",
    );
  });

  it("a hidden line never takes the id of a declared one", () => {
    const graph = build([...lines, input("a.f#1"), formula("a.f", "running(price)")]);
    expect(graph.lines[graph.indexById.get("a.f#1") ?? -1]?.source).toBe("input");
    expect(graph.lines[graph.indexById.get("a.f#2") ?? -1]?.source).toBe("hidden");
  });
});

describe("optional inputs", () => {
  const absent = ["cap", "floor"];

  it("that were not entered set no bound", () => {
    const { node, id } = nodeFor("min(price, cap, 2 * price)", { absent });
    expect(node).toMatchObject({ op: "min", args: [{ line: id("price") }, { op: "mul" }] });
    expect(nodeFor("min(price, cap)", { absent }).node).toEqual({ op: "line", args: [], line: id("price") });
  });

  it("can be asked for with given", () => {
    expect(nodeFor("given(cap)", { absent, ...plain }).node).toEqual({ op: "const", args: [], text: "0" });
    expect(nodeFor("given(price)", { absent, ...plain }).node).toEqual({ op: "const", args: [], text: "1" });
    expect(code("given(nothing)", { absent })).toBe("formula.unknownName");
  });

  it("are named when a formula needs them", () => {
    expect(code("min(cap, floor)", { absent })).toBe("formula.allAbsent");
    expect(code("price + cap", { absent })).toBe("formula.absentInput");
    expect(code("min(price, cap - 2 CNY)", { absent })).toBe("formula.absentInput");
    expect(code("max(0, price - cap)", { absent })).toBe("formula.absentInput");
    expect(code("prev(cap)", { absent })).toBe("formula.absentInput");
  });
});

describe("parameters, phases, records, statuses", () => {
  it("param is a series in periods and the base value in single values", () => {
    const series = nodeFor("price * param(land.share)");
    expect(series.node).toMatchObject({ args: [{}, { op: "line", line: series.id("param.land.share") }] });
    const base = nodeFor("param(land.share) * param(land.share)", one);
    expect(base.node).toMatchObject({
      args: [{ line: base.id("param.land.share@base") }, { line: base.id("param.land.share@base") }],
    });
    expect(base.graph.lines.filter((line) => line.id.startsWith("param."))).toHaveLength(1);
    expect(code("yearly(price) * param(land.share)", yearly)).toBeUndefined();
  });

  it("parameters carry their unit", () => {
    expect(code("param(works.price)")).toBe("formula.unitOfLine");
    expect(code("param(works.price)", { unit: "CNY/m2" })).toBeUndefined();
  });

  it("during and recorded are lines of the timeline and the records", () => {
    const { node, id } = nodeFor("during(construction) * recorded(vote)", plain);
    expect(node).toMatchObject({ args: [{ line: id("phase.construction") }, { line: id("record.vote") }] });
    const scoped = nodeFor("recorded(approval)", { ...plain, scope: { approval: "record.plan" } });
    expect(scoped.node).toEqual({ op: "line", args: [], line: scoped.id("record.plan") });
  });

  it("counted reads the status input", () => {
    const { node, id } = nodeFor("price * counted(status)", { scope: { status: "a.status" } });
    expect(node).toMatchObject({ args: [{}, { line: id("a.status") }] });
    expect(code("counted(price)")).toBe("formula.unitNeeded");
  });

  it.each([
    ["param(nothing)", "unknownParam"],
    ["param(1)", "nameExpected"],
    ["param(price + 1)", "nameExpected"],
    ["during(nothing)", "unknownPhase"],
    ["recorded(nothing)", "unknownRecord"],
    ["counted(nothing)", "unknownName"],
  ])("%s is refused: %s", (text, expected) => {
    expect(code(text, plain)).toBe(`formula.${expected}`);
  });
});

describe("the switch of a component", () => {
  it("chooses between formula and zero, so that an input a switched-off component lacks harms nothing", () => {
    const fine = nodeFor("price", { kind: "stock", opening: "0", gate: "a.enabled" });
    const { id } = fine;
    expect(fine.node).toMatchObject({ op: "if", args: [{ line: id("a.enabled") }, {}, { text: "0" }] });
    expect(fine.graph.lines[fine.id("a.f") ?? -1]?.opening).toMatchObject({
      op: "if",
      args: [{ line: id("a.enabled") }, {}, { text: "0" }],
    });
  });

  it("switches a yearly line only in the year's last period", () => {
    const { node, id } = nodeFor("yearly(price)", { ...yearly, gate: "a.enabled" });
    expect(node).toMatchObject({
      op: "if",
      args: [{}, { op: "if", args: [{ line: id("a.enabled") }, {}, {}] }, { op: "prev", line: id("a.f") }],
    });
  });
});
