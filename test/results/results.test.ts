import { describe, expect, it } from "vitest";
import type { LineDecl } from "../../models/language/line.ts";
import { TOTAL_OF, YEAR_OF } from "../../models/results/forms.ts";
import { numbersOf, type Results } from "../../models/results/results.ts";
import { formula, input, plain, scalar, yearly } from "../language/model.ts";
import { read } from "./support.ts";

const flow = [1, 2, 3, 4, 5, 6, 7];

function both(
  decls: readonly LineDecl[],
  values: Parameters<typeof read>[1],
  test: (results: Results<unknown>) => void,
) {
  const { record, kernel } = read(decls, values);
  test(record as Results<unknown>);
  test(kernel as Results<unknown>);
}

const plainly = (values: readonly unknown[]) =>
  values.map((value) => (value === undefined ? undefined : Number(value)));

describe("years and totals of a line, in both engines", () => {
  it("amounts add up, levels and rates take the last period, a single value stands everywhere", () => {
    const decls = [
      input("x"),
      formula("level", "running(x)", { kind: "stock" }),
      formula("share", "x / level", plain),
      formula("sum", "total(x)", scalar),
    ];
    both(decls, { x: flow }, (results) => {
      expect(plainly(results.periods("x"))).toEqual(flow);
      expect(plainly(results.years("x"))).toEqual([1, 5, 9, 13]);
      expect(Number(results.total("x"))).toBe(28);
      expect(plainly(results.years("level"))).toEqual([1, 6, 15, 28]);
      expect(plainly(results.years("share"))[3]).toBeCloseTo(7 / 28, 12);
      expect(plainly(results.years("sum"))).toEqual([28, 28, 28, 28]);
      expect(Number(results.scalar("sum"))).toBe(28);
      expect(["x", "level", "share", "sum"].map((id) => results.hasTotal(id))).toEqual([true, false, false, false]);
    });
  });

  it("an amount of a calendar year counts once, in the year's last period; a level of the year stands", () => {
    const decls = [
      formula("levy", "oneyear / oneyear * 120", { ...yearly, unit: "1" }),
      formula("held", "120", { ...yearly, kind: "stock", unit: "1" }),
    ];
    both(decls, {}, (results) => {
      expect(plainly(results.periods("levy"))).toEqual([120, 0, 120, 0, 120, 0, 120]);
      expect(plainly(results.years("levy"))).toEqual([120, 120, 120, 120]);
      expect(Number(results.total("levy"))).toBe(480);
      expect(plainly(results.years("held"))).toEqual([120, 120, 120, 120]);
      expect(plainly([...numbersOf(results, "levy", "period")])).toEqual([120, 0, 120, 0, 120, 0, 120]);
    });
  });

  it("has no value where a period it needs has none; a level needs only the last", () => {
    const decls = [input("p", plain), formula("amount", "12 / p", { unit: "1" }), formula("level", "12 / p", plain)];
    both(decls, { p: [2, 0, 4, 3, 0, 6, 1] }, (results) => {
      expect(plainly(results.years("amount"))).toEqual([6, undefined, undefined, 14]);
      expect(plainly(results.years("level"))).toEqual([6, 3, undefined, 12]);
      expect(results.total("amount")).toBeUndefined();
    });
  });

  it("a line with a form of its own for the year and the total is read there", () => {
    const decls = [
      input("a"),
      input("b"),
      formula("r", "b > 0 ? a / b : none", plain),
      formula("r.year", "years(b > 0 ? a / b : none)", { ...plain, tags: { [YEAR_OF]: "r" } }),
      formula("r.total", "total(b) > 0 ? total(a) / total(b) : none", {
        ...scalar,
        unit: "1",
        tags: { [TOTAL_OF]: "r" },
      }),
    ];
    both(decls, { a: flow, b: [0, 1, 0, 0, 0, 2, 2] }, (results) => {
      expect(plainly(results.periods("r"))).toEqual([undefined, 2, undefined, undefined, undefined, 3, 3.5]);
      expect(plainly(results.years("r"))).toEqual([undefined, 5, undefined, 13 / 4]);
      expect(Number(results.total("r"))).toBeCloseTo(28 / 5, 12);
      expect(results.hasTotal("r")).toBe(true);
      expect(results.why("r", 1)).toMatchObject({ kind: "none" });
    });
  });

  it("numbers of the kernel's own memory are not copied", () => {
    const { kernel, record } = read([input("x")], { x: flow });
    const numbers = numbersOf(kernel, "x", "period");
    expect([...numbers]).toEqual(flow);
    expect(numbers.buffer).toBe(numbersOf(kernel, "x", "period").buffer);
    expect([...numbersOf(record, "x", "year")]).toEqual([1, 5, 9, 13]);
  });
});

describe("why a cell has no value", () => {
  it("by its nature, because nothing answers, or because something is missing; through lines that inherit", () => {
    const decls = [
      input("x"),
      input("gone"),
      formula("nothing", "x > 99 * x ? x : none"),
      formula("reads", "running(nothing)", { kind: "stock" }),
      formula("rate", "irr(x)", { ...scalar, unit: "1" }),
      formula("twice", "rate * 2", { ...scalar, unit: "1" }),
      formula("bad", "x + prev(gone)"),
      formula("split", "x / (x - x)", plain),
    ];
    both(decls, { x: flow, gone: [undefined] }, (results) => {
      expect(results.why("x", 1)).toBeUndefined();
      expect(results.why("reads", 7)).toMatchObject({ kind: "none", line: results.line("nothing")?.index });
      expect(results.why("twice")).toMatchObject({ kind: "noAnswer", code: "none", roots: [] });
      const missing = results.why("bad", 3);
      expect(missing?.kind === "missing" ? missing.problem.path : "").toBe("lines/gone");
      const split = results.why("split", 2);
      expect(split?.kind === "missing" ? split.problem.message.en : "").toContain("split");
      expect(() => results.why("absent")).toThrow("absent");
    });
  });

  it("lines that are absent or broken have no values, and a broken one says what breaks it", () => {
    both([input("x"), formula("odd", "x + unknownname")], { x: flow }, (results) => {
      expect(results.has("odd")).toBe(false);
      expect(results.has("absent")).toBe(false);
      expect(results.periods("odd")).toEqual(Array(7).fill(undefined));
      expect(results.total("odd")).toBeUndefined();
      expect(results.why("odd", 2)).toMatchObject({ kind: "missing", problem: { path: "lines/odd" } });
    });
  });
});
