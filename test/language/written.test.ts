import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFunction, functionNames } from "../../models/language/functions.ts";
import { renderFormula } from "../../models/language/render.ts";
import { writtenFunctions } from "../../models/language/written.ts";
import { calendar, Interpreter } from "./interpret.ts";
import { brokenCode, build, formula, input, plain, scalar } from "./model.ts";

const number = { ...scalar, unit: "1" } as const;
const lines = [
  input("price", { ...scalar, unit: "CNY/m2" }),
  input("rate", number),
  input("included", number),
  input("convention.separate_vat", number),
  input("project.price_index", plain),
  input("whole"),
  input("part"),
  input("date", { ...scalar, unit: "mo" }),
  input("until", { ...scalar, unit: "mo" }),
];
const JAN_2027 = 2027 * 12;

interface Values {
  readonly included?: number;
  readonly whole?: number;
  readonly date?: number;
}

function run(text: string, unit: string, given: Values = {}): readonly number[] {
  const graph = build([...lines, formula("f", text, { kind: "rate", unit })]);
  expect(graph.problems.map(({ message }) => message.en)).toEqual([]);
  const values = {
    price: 109,
    rate: 0.09,
    included: given.included ?? 1,
    "project.price_index": [2, 2, 2, 2],
    whole: Array<number>(4).fill(given.whole ?? 200),
    part: [0, 50, 100, 200],
    date: given.date ?? JAN_2027 + 8,
    until: JAN_2027 + 20,
  };
  return new Interpreter(graph, values, calendar(2027, 1, 6, 4)).series("f");
}

describe("functions written in the language", () => {
  it("a price without VAT only where it includes VAT", () => {
    const [net] = run("exvat(price, rate, included)", "CNY/m2");
    expect(net).toBeCloseTo(100);
    expect(run("exvat(price, rate, included)", "CNY/m2", { included: 0 })[0]).toBe(109);
    expect(run("exvat(price, 0, 1)", "CNY/m2")[0]).toBe(109);
  });

  it("a price with VAT, added where it is not in the price", () => {
    expect(run("withvat(price, rate, included)", "CNY/m2")[0]).toBe(109);
    expect(run("withvat(price, rate, included)", "CNY/m2", { included: 0 })[0]).toBeCloseTo(109 * 1.09);
  });

  it("a share of a whole that may be nothing", () => {
    expect(run("share(part, whole)", "1")).toEqual([0, 0.25, 0.5, 1]);
    expect(run("share(part, whole)", "1", { whole: 0 })).toEqual([0, 0, 0, 0]);
    expect(run("share(part, whole)", "1", { whole: -5 })).toEqual([0, 0, 0, 0]);
  });

  it("months of the period between two months, and the period a month falls into", () => {
    // Half-years from January 2027; from September 2027 to August 2028.
    expect(run("monthsin(date, until)", "mo")).toEqual([0, 4, 6, 2]);
    expect(run("monthsin(until, date)", "mo")).toEqual([0, 0, 0, 0]);
    expect(run("falls(date)", "1")).toEqual([0, 1, 0, 0]);
    expect(run("falls(date) ? 5 : 0", "1", { date: JAN_2027 + 6 })).toEqual([0, 5, 0, 0]);
    expect(run("falls(date) ? 5 : 0", "1", { date: JAN_2027 + 5 })).toEqual([5, 0, 0, 0]);
  });

  it("the year counted from a month, and growth by it", () => {
    expect(run("yearof(date)", "1", { date: JAN_2027 + 6 })).toEqual([1, 1, 1, 2]);
    expect(run("yearof(startmonth)", "1")).toEqual([1, 1, 2, 2]);
    expect(run("grown(1, yearof(startmonth), 1)", "1")).toEqual([2, 2, 4, 4]);
    expect(run("grown(1, yearof(startmonth), 2)", "1")).toEqual([2, 2, 2, 2]);
  });

  it("the year after, and the average of a period that runs into it", () => {
    // Half-years; the year that begins in October 2027 ends in the fourth of them.
    expect(run("nextyear(date) - month", "mo", { date: JAN_2027 + 9 })).toEqual([21, 15, 9, 3]);
    expect(
      run("across(1, 1.1, share(monthsin(nextyear(date), month + dtmonths), dtmonths))", "1", { date: JAN_2027 + 9 }),
    ).toEqual([1, 1, 1, expect.closeTo(1.05, 12)]);
  });

  it("take any expression, and one another", () => {
    expect(run("share(min(part, 60 CNY) + part, share(part, part) * whole)", "1")).toEqual([0, 0.5, 0.8, 1.3]);
    const nested = `${"share(".repeat(12)}part / whole${", 2)".repeat(12)}`;
    expect(run(nested, "1")[3]).toBeCloseTo(2 ** -12);
  });

  it("see nothing of the component that calls them", () => {
    const scope = { month: "part", whole: "price", absent: "part" };
    const decl = formula("f", "share(part, part + absent) + falls(date)", {
      scope,
      unit: "1",
      absent: ["whole", "part_2"],
    });
    expect(build([...lines, decl]).problems).toEqual([]);
    const hidden = formula("f", "falls(end)", { ...plain, scope: { end: "date" }, absent: ["date"] });
    expect(build([...lines, hidden]).problems).toEqual([]);
  });

  it("point to the call when units do not fit", () => {
    const graph = build([...lines, formula("f", "share(part, price)", plain)]);
    const problem = graph.broken.get(graph.indexById.get("f") ?? -1);
    expect(problem?.code).toBe("formula.unitOfLine");
    expect(problem?.message.en).toContain("share(part, price)");
    const mixed = build([...lines, formula("f", "1 + monthsin(date, part)", { unit: "mo" })]);
    const told = mixed.broken.get(mixed.indexById.get("f") ?? -1)?.message.en;
    expect(told).toContain("monthsin(date, part)");
    expect(brokenCode(build([...lines, formula("f", "share(part)", plain)]), "f")).toBe("formula.arity");
  });

  it("have a name, a description in both languages and an example in their formula", () => {
    for (const [name, { about, parameters }] of Object.entries(writtenFunctions)) {
      expect(findFunction(name)?.arity).toEqual([parameters.length, parameters.length]);
      expect(functionNames).toContain(name);
      expect(about.zh).toMatch(/\p{Script=Han}/u);
      expect(about.en).toMatch(/[a-z]/);
    }
  });
});

describe("literals with units", () => {
  it.each([
    ["date + 1 mo", "mo", JAN_2027 + 9],
    ["until - date - 12 mo", "mo", 0],
    ["(until - date) / monthsperyear / 1 a", "1", 1],
    ["price * 100 m2 + 5 CNY", "CNY", 10905],
    ["365 d / 1 d", "1", 365],
    ["2 a * monthsperyear", "mo", 24],
    ["0 mo", "mo", 0],
  ])("%s", (text, unit, expected) => {
    expect(run(text, unit)[0]).toBe(expected);
  });

  it.each([
    ["date + 1 a", "unitDiffers"],
    ["date + 1", "unitDiffers"],
    ["0 a", "unitOfLine"],
  ])("%s is refused: %s", (text, code) => {
    expect(brokenCode(build([...lines, formula("f", text, { unit: "mo", kind: "rate" })]), "f")).toBe(
      `formula.${code}`,
    );
  });

  it("dividing by one of a unit is no operation", () => {
    const graph = build([...lines, formula("f", "date / 1 mo", number)]);
    expect(graph.lines[graph.indexById.get("f") ?? 0]?.node).toMatchObject({ op: "line" });
  });

  it("are written out with their units", () => {
    const text = "date > 12 mo ? date + 1 mo : 0 mo";
    const graph = build([...lines, formula("f", text, { unit: "mo", kind: "rate" })]);
    expect(renderFormula(graph, graph.indexById.get("f") ?? 0, "id")).toBe(text);
  });

  it("files that say oneyear mean 1 a", () => {
    const words = ["oneday", "oneyuan", "onesquaremetre", "onehousehold"];
    const units = ["d", "CNY", "m2", "household"];
    for (const [i, word] of words.entries()) expect(run(word, units[i] ?? "")).toEqual([1, 1, 1, 1]);
    const own = build([...lines, input("c.oneday"), formula("f", "oneday", { scope: { oneday: "c.oneday" } })]);
    expect(own.problems).toEqual([]);
  });

  it("any number keeps its digits and its value", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(999), (whole, part) => {
        expect(run(`${whole}.${part} d`, "d")[0]).toBe(Number(`${whole}.${part}`));
      }),
    );
  });
});
