import { describe, expect, it } from "vitest";
import type { LineDecl } from "../../models/language/line.ts";
import { explainCell } from "../../models/results/explain.ts";
import { TOTAL_OF, YEAR_OF } from "../../models/results/forms.ts";
import { cellOf, readPlace, splitReference } from "../../models/results/reference.ts";
import { formula, input, plain, scalar, yearly } from "../language/model.ts";
import { frame, read, timeline } from "./support.ts";

const flow = [-10, 2, 3, 4, 5, 6, 7];

function ask(decls: readonly LineDecl[], values: Parameters<typeof read>[1] = { x: flow }) {
  const { record, graph } = read(decls, values);
  const refOf = (text: string) => {
    const { line, at } = splitReference(text, graph);
    const place = at === undefined ? undefined : readPlace(at, frame, timeline);
    return place === undefined ? { line } : cellOf(graph, line, place);
  };
  return (text: string) => {
    const { value, place, terms, formula: words, reason } = explainCell(record, refOf(text));
    for (const term of terms) expect(String(record.cell(refOf(term.ref))), term.ref).toBe(String(term.value));
    return {
      value: value?.toNumber(),
      place,
      ...(reason === undefined ? {} : { reason: reason.kind }),
      words: words.en,
      terms: terms.map(({ ref, value: part }) => `${ref} = ${part}`),
    };
  };
}

describe("a year and a total", () => {
  const why = ask([
    input("x"),
    formula("level", "running(x)", { kind: "stock" }),
    formula("r", "x > 0 * x ? level / x : none", plain),
    formula("r.year", "years(x > 0 * x ? level / x : none)", { ...plain, tags: { [YEAR_OF]: "r" } }),
    formula("r.total", "total(x) / total(x)", { ...scalar, unit: "1", tags: { [TOTAL_OF]: "r" } }),
    formula("share", "total(x) / 2", scalar),
  ]);

  it("of an amount are the sums of their periods and years", () => {
    expect(why("x@2027")).toEqual({
      value: 5,
      place: "2027",
      words: "sum of the periods of the year",
      terms: ["x@2027-H1 = 2", "x@2027-H2 = 3"],
    });
    expect(why("x@total")).toMatchObject({
      value: 17,
      place: "total",
      terms: ["x@2026 = -10", "x@2027 = 5", "x@2028 = 9", "x@2029 = 13"],
    });
  });

  it("of a level are its last period, and the sum over the horizon that a formula asks for", () => {
    expect(why("level@2027")).toMatchObject({ value: -5, place: "2027-H2", terms: ["level#1@2027-H2 = -5"] });
    expect(why("level#1@2027-H2")).toMatchObject({ terms: ["level#1@2027-H1 = -8", "x@2027-H2 = 3"] });
  });

  it("of a line with forms of its own are these", () => {
    expect(why("r@2027")).toMatchObject({ value: -1, place: "2027", terms: ["x@2027 = 5", "level@2027-H2 = -5"] });
    expect(why("r@total")).toMatchObject({ value: 1, place: "total", terms: ["x@total = 17"] });
  });

  it("a term that is a sum over the horizon opens", () => {
    expect(why("share")).toMatchObject({ value: 8.5, place: "", terms: ["x@total = 17"] });
  });
});

describe("what a cell rests on", () => {
  it("an amount of a calendar year arises in the year's last period, and what looks back reads it there", () => {
    const why = ask([input("x"), formula("levy", "yearly(x)", yearly), formula("before", "prev(levy)", yearly)]);
    expect(why("levy@2028")).toMatchObject({ value: 9, terms: ["levy@2028-H2 = 9"] });
    expect(why("levy@2028-H1")).toMatchObject({ value: 0, place: "2028-H1", terms: [] });
    expect(why("before@2028-H2")).toMatchObject({ value: 5, terms: ["levy@2027-H2 = 5"] });
    expect(why("before@2026-H2")).toMatchObject({ value: 0, terms: ["levy@0 = 0"] });
  });

  it("a line that keeps its value says from when it is", () => {
    const why = ask([input("x"), formula("opening", "statementstart > 0 ? x : prev(opening)", { kind: "stock" })]);
    expect(why("opening@2027")).toMatchObject({ value: 2, place: "2027-H1", terms: ["x@2027-H1 = 2"] });
  });

  it("a time before the first period is no term, an opening value is one", () => {
    const why = ask(
      [
        input("x"),
        input("start", scalar),
        formula("debt", "prev(debt) + x", { kind: "stock", opening: "start * 2" }),
        formula("late", "lag(x, 3)"),
      ],
      { x: flow, start: [50] },
    );
    expect(why("late@2")).toMatchObject({ value: 0, terms: [] });
    expect(why("late@4")).toMatchObject({ value: -10, terms: ["x@2026-H2 = -10"] });
    expect(why("debt@1")).toMatchObject({ value: 90, terms: ["debt@0 = 100", "x@2026-H2 = -10"] });
    expect(why("debt@0")).toMatchObject({ value: 100, place: "0", words: "[Line start] * 2", terms: ["start = 50"] });
  });
});

describe("a number made of a whole series", () => {
  const why = ask(
    [
      input("x"),
      input("rate", { ...scalar, unit: "1" }),
      formula("level", "running(x)", { kind: "stock" }),
      formula("value", "npv(rate, years(x))", scalar),
      formula("single", "irr(x)", { ...scalar, unit: "1" }),
      formula("deepest", "lowest(level, x > 0 * x)", scalar),
      formula("turn", "when(years(level > 0 * x))", { ...scalar, unit: "1" }),
      formula("first", "first(x, level > 0 * x)", scalar),
      formula("cover", "average(years(x / level), level > 0 * x)", { ...scalar, unit: "1" }),
      formula("never", "when(x > 1000 * rate * x and x > 0 * x)", { ...scalar, unit: "1" }),
    ],
    { x: flow, rate: [0.1] },
  );

  it("rests on every step in which there is something", () => {
    expect(why("value").terms).toEqual(["rate = 0.1", "x@2026 = -10", "x@2027 = 5", "x@2028 = 9", "x@2029 = 13"]);
    expect(why("single").terms[0]).toBe("x@2026-H2 = -10");
    expect(why("single").terms).toHaveLength(7);
  });

  it("or on the step it chose, with the condition", () => {
    expect(why("deepest")).toMatchObject({ value: -8, terms: ["level@2027-H1 = -8", "deepest#1@2027-H1 = 1"] });
    expect(why("first")).toMatchObject({ value: 5, terms: ["x@2028-H2 = 5", "first#1@2028-H2 = 1"] });
    expect(why("turn")).toMatchObject({ value: 3 });
    expect(why("cover").terms).toHaveLength(4);
  });

  it("without an answer, on all that was looked at", () => {
    expect(why("never")).toMatchObject({ value: undefined, reason: "noAnswer" });
    expect(why("never").terms).toHaveLength(7);
  });
});

describe("a cell without a value says why", () => {
  const why = ask(
    [
      input("x"),
      input("gone"),
      formula("part", "x > 0 * x ? gone : x"),
      formula("r", "x > 0 * x ? x / x : none", plain),
      formula("r.year", "years(x > 0 * x ? x / x : none)", { ...plain, tags: { [YEAR_OF]: "r" } }),
    ],
    { x: flow, gone: [undefined] },
  );

  it("of a period, of a year and a total that are sums, and of a form", () => {
    expect(why("r@1")).toMatchObject({ value: undefined, reason: "none" });
    expect(why("r@2026")).toMatchObject({ value: undefined, reason: "none" });
    expect(why("part@1")).not.toHaveProperty("reason");
    for (const cell of ["part@3", "part@2027", "part@total"]) expect(why(cell)).toMatchObject({ reason: "missing" });
  });
});
