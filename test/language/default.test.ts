import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FormulaDecl } from "../../models/language/line.ts";
import { calendar, Interpreter } from "./interpret.ts";
import { brokenCode, build, formula, input, plain, scalar } from "./model.ts";

/** A component that declares x, y, flag and a record as optional inputs, and a table with an optional column. */
const optional = ["x", "y", "flag", "permit", "status", "rows.cap"];
const inputs = [
  input("z"),
  input("a", plain),
  input("c.x"),
  input("c.y"),
  input("c.flag", { ...scalar, unit: "1" }),
  input("record.permit", plain),
  input("c.status", { ...scalar, unit: "1" }),
  input("c.rows.r1.amount", scalar),
  input("c.rows.r2.amount", scalar),
  input("c.rows.r1.cap", scalar),
];
const tables = { rows: { prefix: "c.rows", rows: ["r1", "r2"], columns: ["amount", "cap"] } };
const scope = { x: "c.x", y: "c.y", flag: "c.flag", permit: "record.permit", status: "c.status", z: "z" };
const values = {
  z: [1, 2],
  a: [1, 0],
  "c.x": [10, 20],
  "c.y": [5, 6],
  "c.flag": 0,
  "record.permit": [0, 1],
  "c.status": 0,
  "c.rows.r1.amount": 100,
  "c.rows.r2.amount": 200,
  "c.rows.r1.cap": 30,
};

type Extra = Partial<FormulaDecl>;

function decl(text: string, absent: readonly string[], extra: Extra): FormulaDecl {
  const entered = Object.fromEntries(Object.entries(scope).filter(([name]) => !absent.includes(name)));
  return formula("f", text, { scope: entered, absent: [...absent, "rows.r2.cap"], optional, tables, ...extra });
}

function run(text: string, absent: readonly string[] = [], extra: Extra = {}): readonly number[] {
  const graph = build([...inputs, decl(text, absent, extra)]);
  expect(graph.problems.map(({ message }) => message.en)).toEqual([]);
  return new Interpreter(graph, values, calendar(2027, 1, 12, 2)).series("f");
}

const code = (text: string, absent: readonly string[] = [], extra: Extra = {}) =>
  brokenCode(build([...inputs, decl(text, absent, extra)]), "f");

describe("x or default", () => {
  it("is x where it was entered and the default otherwise", () => {
    expect(run("x or z")).toEqual([10, 20]);
    expect(run("x or z", ["x"])).toEqual([1, 2]);
    expect(run("(x or 0) + z", ["x"])).toEqual([1, 2]);
    expect(run("x or z * 2 + z", ["x"])).toEqual([3, 6]);
  });

  it("takes the first of several that was entered", () => {
    expect(run("x or y or z")).toEqual([10, 20]);
    expect(run("x or y or z", ["x"])).toEqual([5, 6]);
    expect(run("x or y or z", ["x", "y"])).toEqual([1, 2]);
  });

  it("keeps an entered 0, which is false as a condition", () => {
    expect(run("flag or 1", [], plain)).toEqual([0, 0]);
    expect(run("flag or 1", ["flag"], plain)).toEqual([1, 1]);
    expect(run("counted(status) or 1", [], plain)).toEqual([0, 0]);
    expect(run("counted(status) or 1", ["status"], plain)).toEqual([1, 1]);
    expect(run("recorded(permit) or 1", [], plain)).toEqual([0, 1]);
    expect(run("recorded(permit) or 1", ["permit"], plain)).toEqual([1, 1]);
  });

  it("works cell by cell in rows", () => {
    expect(run("sumrows(rows, min(row.amount, row.cap or row.amount))", [], scalar)).toEqual([230]);
    expect(run("sumrows(rows, row.cap or 0)", [], scalar)).toEqual([30]);
  });

  it("checks units like a choice", () => {
    expect(code("x or a", [], {})).toBeUndefined();
    expect(code("x or a", ["x"], {})).toBe("formula.unitOfLine");
  });

  it("stays the logical or between conditions", () => {
    expect(run("z > 1 CNY or a", [], plain)).toEqual([1, 1]);
    expect(run("(flag or 0) or a", [], plain)).toEqual([1, 0]);
    expect(run("x > 15 CNY or a > 0 or z > 5 CNY", [], plain)).toEqual([1, 1]);
  });

  it.each([
    ["flag or z > 1"],
    ["x or z or 0"],
    ["z > 1 or flag"],
    ["a or x or 0"],
    ["x or not a"],
    ["x or (a and a)"],
    ["recorded(permit) or z > 1"],
  ])("%s could be read in two ways and is refused, entered or not", (text) => {
    expect(code(text, [], plain)).toBe("formula.orAmbiguous");
    expect(code(text, ["x", "flag", "permit"], plain)).toBe("formula.orAmbiguous");
  });

  it.each([["z * x or 1"], ["z + a * flag or 1"], ["-x or 1"]])("%s gives x no default and says so", (text) => {
    const graph = build([...inputs, decl(text, [], {})]);
    const problem = graph.broken.get(graph.indexById.get("f") ?? -1);
    expect(problem?.code).toBe("formula.orLoose");
    expect(problem?.hint?.en).toMatch(/\((x|flag) or …\)/);
  });

  it("means the same whether a file has entered x or not: what is valid with x is valid without", () => {
    const operand = fc.constantFrom("x", "y", "flag", "z", "0", "a > 0", "recorded(permit)", "(flag or 0)", "2 * x");
    fc.assert(
      fc.property(fc.array(operand, { minLength: 2, maxLength: 4 }), (links) => {
        const text = links.join(" or ");
        const refused = (absent: readonly string[]) => /^formula\.or/.test(code(text, absent, plain) ?? "");
        expect(refused(["x", "y", "flag", "permit"])).toBe(refused([]));
      }),
    );
  });
});

describe("a bound of min or max", () => {
  it("that rests on what was not entered is not set", () => {
    expect(run("min(z, 2 * x)", ["x"])).toEqual([1, 2]);
    expect(run("max(z, x / 2, share(x, z) * z)", ["x"])).toEqual([1, 2]);
    expect(run("min(z * 40, 2 * x)")).toEqual([20, 40]);
  });

  it("that takes it off or adds it is refused, because 0 would come of it unnoticed", () => {
    expect(code("max(0, z - x)", ["x"])).toBe("formula.absentInput");
    expect(code("min(z, x + z)", ["x"])).toBe("formula.absentInput");
    expect(code("min(2 * x, x)", ["x"])).toBe("formula.allAbsent");
  });
});

describe("given(x) ? … : …", () => {
  it("is decided while the graph is built, so the other branch may read what was not entered", () => {
    expect(run("given(x) ? min(z, x / 20) : z * 3")).toEqual([0.5, 1]);
    expect(run("given(x) ? min(z, x / 20) : z * 3", ["x"])).toEqual([3, 6]);
    expect(run("sumrows(rows, given(row.cap) ? row.cap * 2 : 1 CNY)", [], scalar)).toEqual([61]);
  });
});
