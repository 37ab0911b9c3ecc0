import { describe, expect, it } from "vitest";
import type { FormulaDecl, LineDecl } from "../../models/language/line.ts";
import { renderFormula } from "../../models/language/render.ts";
import { calendar, Interpreter } from "./interpret.ts";
import { brokenCode, build, formula, input, nodeOf, plain, scalar } from "./model.ts";

/** Sliding price scale, a profile, and tranches with an amount and a rate. */
const scale = { prefix: "c.scale", rows: ["r1", "r2", "r3"], columns: ["from", "rate"] };
const profile = { prefix: "c.profile", rows: ["y1", "y2"], columns: ["share"] };
const tranches = { prefix: "c.tranches", rows: ["甲", "2"], columns: ["amount", "rate", "start"] };
const tables = { scale, profile, tranches, none: { prefix: "c.none", rows: [], columns: ["from", "rate"] } };

const cells: readonly LineDecl[] = [
  ...scale.rows.flatMap((row) => [
    input(`c.scale.${row}.from`, scalar),
    input(`c.scale.${row}.rate`, { ...scalar, unit: "1" }),
  ]),
  ...profile.rows.map((row) => input(`c.profile.${row}.share`, { ...scalar, unit: "1" })),
  ...tranches.rows.flatMap((row) => [
    input(`c.tranches.${row}.amount`, scalar),
    input(`c.tranches.${row}.rate`, { ...scalar, unit: "1" }),
    input(`c.tranches.${row}.start`, { ...scalar, unit: "1" }),
  ]),
  input("x"),
];
const values = {
  "c.scale.r1.from": 0,
  "c.scale.r1.rate": 0.3,
  "c.scale.r2.from": 100,
  "c.scale.r2.rate": 0.4,
  "c.scale.r3.from": 200,
  "c.scale.r3.rate": 0.5,
  "c.profile.y1.share": 0.6,
  "c.profile.y2.share": 0.4,
  "c.tranches.甲.amount": 1000,
  "c.tranches.甲.rate": 0.05,
  "c.tranches.甲.start": 2,
  "c.tranches.2.amount": 500,
  "c.tranches.2.rate": 0.1,
  "c.tranches.2.start": 3,
  x: [-10, 50, 150, 250],
};

function run(text: string, extra: Partial<FormulaDecl> = {}): readonly number[] {
  const graph = build([...cells, formula("f", text, { tables, ...extra })]);
  expect(graph.problems).toEqual([]);
  return new Interpreter(graph, values, calendar(2027, 1, 12, 4)).series("f");
}

function code(text: string, extra: Partial<FormulaDecl> = {}): string | undefined {
  return brokenCode(build([...cells, formula("f", text, { tables, ...extra })]), "f");
}

describe("a family of lines over a list", () => {
  const kinds = { prefix: "c.kinds", item: "kind", rows: ["flat", "shop"], columns: [] };
  const value = (kind: string, text: string, scope: Readonly<Record<string, string>>) =>
    formula(`c.value.${kind}`, text, { scope, tables: { kinds } });
  const scope = { value: "c.value" };
  const lines = [
    input("flats"),
    input("shops"),
    value("flat", "2 * kind.sold", { "kind.sold": "flats" }),
    value("shop", "2 * kind.sold", { "kind.sold": "shops" }),
  ];

  it("is read by the word for its members and added over all of them", () => {
    const sum = formula("f", "sumrows(kinds, kind.value) + sumrows(kinds, min(kind.value, 5 CNY))", {
      scope,
      tables: { kinds },
    });
    const graph = build([...lines, sum]);
    expect(graph.problems).toEqual([]);
    const values = new Interpreter(graph, { flats: [1, 2], shops: [10, 20] }, calendar(2027, 1, 12, 2));
    expect(values.series("f")).toEqual([22 + 2 + 5, 44 + 4 + 5]);
  });

  it("answers to no other word", () => {
    const graph = build([...lines, formula("f", "sumrows(kinds, row.value)", { scope, tables: { kinds } })]);
    expect(brokenCode(graph, "f")).toBe("formula.unknownName");
  });
});

describe("tables", () => {
  it("lookup takes the last key not above x, or interpolates", () => {
    expect(run("lookup(scale, x)", plain)).toEqual([0, 0.3, 0.4, 0.5]);
    expect(run("lookup(scale, x, step)", plain)).toEqual([0, 0.3, 0.4, 0.5]);
    const linear = run("lookup(scale.rate, x, linear)", plain);
    for (const [i, expected] of [0.3, 0.35, 0.45, 0.5].entries()) expect(linear[i]).toBeCloseTo(expected);
  });

  it("brackets applies each rate to its own slice", () => {
    const due = run("brackets(scale, x)");
    for (const [i, expected] of [0, 15, 30 + 20, 30 + 40 + 25].entries()) expect(due[i]).toBeCloseTo(expected);
  });

  it("convolve takes its weights from a table", () => {
    const spread = run("convolve(x, profile)");
    for (const [i, expected] of [-6, 26, 110, 210].entries()) expect(spread[i]).toBeCloseTo(expected);
    expect(run("convolve(x, profile.share)")).toEqual(spread);
  });

  it("sumrows computes once per row and adds up", () => {
    expect(run("sumrows(tranches, row.amount * row.rate)", scalar)).toEqual([100]);
    expect(run("sumrows(tranches, t >= row.start ? row.amount : 0)")).toEqual([0, 1000, 1500, 1500]);
    expect(run("sumrows(tranches, 1)", plain)).toEqual([2, 2, 2, 2]);
    expect(run("sumrows(tranches, prev(x) * row.rate)").map((each) => Math.round(each * 10) / 10)).toEqual([
      0, -1.5, 7.5, 22.5,
    ]);
  });

  it("row.x also reads the line of that row that belongs to a line in scope", () => {
    const drawn = tranches.rows.map((row) =>
      formula(`c.drawn.${row}`, "t == row.start ? row.amount : 0", {
        scope: { "row.start": `c.tranches.${row}.start`, "row.amount": `c.tranches.${row}.amount` },
      }),
    );
    const graph = build([
      ...cells,
      ...drawn,
      formula("f", "sumrows(tranches, row.drawn * row.rate)", { tables, scope: { drawn: "c.drawn" } }),
    ]);
    expect(graph.problems).toEqual([]);
    expect(new Interpreter(graph, values, calendar(2027, 1, 12, 4)).series("f")).toEqual([0, 50, 50, 0]);
  });

  it("tables without rows give 0", () => {
    expect(run("sumrows(none, row.from) + lookup(none, x) + brackets(none, x) + convolve(x, none.rate)")).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it.each([
    ["lookup(tranches, x)", "tableColumns"],
    ["lookup(profile, x)", "tableColumns"],
    ["convolve(x, scale)", "tableColumns"],
    ["lookup(scale.nothing, x)", "unknownColumn"],
    ["lookup(nothing, x)", "unknownTable"],
    ["lookup(x + x, x)", "nameExpected"],
    ["lookup(scale, x, cubic)", "lookupMode"],
    ["lookup(scale, x, 1)", "lookupMode"],
    ["lookup(scale, t)", "unitDiffers"],
    ["sumrows(tranches, row.nothing)", "unknownName"],
    ["row.amount", "unknownName"],
    ["sumrows(tranches, sumrows(tranches, row.amount))", "nestedRows"],
    ["sumrows(tranches, row.amount + row.rate)", "unitDiffers"],
    ["tranches", "unknownName"],
  ])("%s is refused: %s", (text, expected) => {
    expect(code(text)).toBe(`formula.${expected}`);
  });

  it("a missing cell is named, and too many rows are refused", () => {
    const holes = { holes: { prefix: "c.holes", rows: ["r1"], columns: ["share"] } };
    expect(code("convolve(x, holes)", { tables: holes })).toBe("formula.missingLine");
    const rows = Array.from({ length: 2_001 }, (_, i) => `r${i}`);
    expect(code("sumrows(long, 1)", { tables: { long: { prefix: "c.long", rows, columns: ["a"] } } })).toBe(
      "formula.tableTooLong",
    );
    const years = { long: { prefix: "c.long", rows: rows.slice(0, 721), columns: ["a"] } };
    expect(code("convolve(x, long)", { tables: years })).toBe("formula.profileTooLong");
  });

  it("is shown by the name of its column", () => {
    const graph = build([...cells, formula("f", "brackets(scale, x) + convolve(x, profile)", { tables })]);
    expect(renderFormula(graph, nodeOf(graph, "f"), "id")).toBe(
      "brackets(c.scale.rate, x) + convolve(x, c.profile.share)",
    );
  });
});
