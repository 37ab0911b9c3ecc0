import { describe, expect, it } from "vitest";
import { blame } from "../../models/engines/blame.ts";
import { contextOf } from "../../models/engines/context.ts";
import { agree, compileKernel, evaluateRecord } from "../../models/engines/index.ts";
import type { Bindings } from "../../models/language/graph.ts";
import type { LineDecl } from "../../models/language/line.ts";
import { build, formula, input, plain, scalar } from "../language/model.ts";

/** Seven half-years from July 2026: statement years 2026 (one), 2027, 2028, 2029 (two each). */
const MONTHS = Array.from({ length: 7 }, (_, i) => 2026 * 12 + 6 + 6 * i);
const YEARS = MONTHS.map((month) => Math.floor(month / 12));
const starts = YEARS.map((year, i) => Number(i === 0 || YEARS[i - 1] !== year));

function evaluate(
  decls: readonly LineDecl[],
  values: Readonly<Record<string, readonly number[]>>,
  indicatorBasis: "year" | "period" = "year",
) {
  const graph = build([input("statementstart", { ...plain, kind: "flag" }), ...decls]);
  expect(graph.problems).toEqual([]);
  const series = new Map<number, readonly string[]>();
  const scalars = new Map<number, string>();
  const idle = graph.lines
    .filter(({ source }) => source === "input")
    .map(({ id }) => [id, YEARS.map(() => 1)] as const);
  for (const [id, list] of Object.entries({ ...Object.fromEntries(idle), statementstart: starts, ...values })) {
    const index = graph.indexById.get(id) ?? -1;
    if (graph.lines[index]?.axis === "scalar") scalars.set(index, String(list[0]));
    else series.set(index, list.map(String));
  }
  const bindings: Bindings = {
    periods: 7,
    scalars,
    series,
    periodMonths: MONTHS,
    stepMonths: 6,
    yearOfPeriod: YEARS,
    indicatorBasis,
  };
  const record = evaluateRecord(graph, bindings);
  expect(agree(record, compileKernel(graph).run(bindings))).toEqual([]);
  const index = (id: string): number => graph.indexById.get(id) ?? -1;
  return {
    gaps: record.gaps.problems.map(({ code }) => code),
    value: (id: string): number | undefined => record.scalar(index(id))?.toNumber(),
    series: (id: string) => record.series(index(id)).map((value) => value?.toNumber()),
    why: (id: string) => {
      const node = graph.lines[index(id)]?.node;
      return node === undefined ? undefined : blame(node, 0, contextOf(record));
    },
  };
}

const one = (text: string, extra: object = {}) => formula("f", text, { ...scalar, ...extra });

describe("reducers over periods and statement years", () => {
  const flow = [-100, 30, 30, 30, 30, 30, 30];

  it("npv discounts the first step once, on periods and on years", () => {
    const { value } = evaluate([input("x"), one("npv(0.1, x)"), formula("g", "npv(0.1, years(x))", scalar)], {
      x: flow,
    });
    const npv = (rate: number, values: readonly number[]) =>
      values.reduce((sum, v, i) => sum + v / (1 + rate) ** (i + 1), 0);
    expect(value("f")).toBeCloseTo(npv(0.1, flow), 10);
    expect(value("g")).toBeCloseTo(npv(0.1, [-100, 60, 60, 60]), 10);
  });

  it("basis follows the file: years, or periods", () => {
    const decls = [input("x"), one("irr(basis(x))", plain)];
    const byYear = evaluate(decls, { x: flow }).value("f") ?? 0;
    const byPeriod = evaluate(decls, { x: flow }, "period").value("f") ?? 0;
    const residue = (rate: number, values: readonly number[]) =>
      values.reduce((sum, v, i) => sum + v / (1 + rate) ** i, 0);
    expect(residue(byYear, [-100, 60, 60, 60])).toBeCloseTo(0, 8);
    expect(residue(byPeriod, flow)).toBeCloseTo(0, 8);
  });

  it("a rate that does not exist, or exists twice, is no answer with its reason and no problem", () => {
    const none = evaluate([input("x"), one("irr(x)", plain)], { x: [1, 1, 1, 1, 1, 1, 1] });
    expect(none.value("f")).toBeUndefined();
    expect(none.why("f")).toMatchObject({ kind: "noAnswer", code: "none" });
    expect(none.gaps).toEqual([]);
    const several = evaluate([input("x"), one("irr(x)", plain)], { x: [-100, 230, -132, 0, 0, 0, 0] });
    expect(several.value("f")).toBeUndefined();
    const why = several.why("f");
    expect(why).toMatchObject({ kind: "noAnswer", code: "several" });
    expect(why?.kind === "noAnswer" ? why.roots.map((root) => root.toFixed(6)) : []).toEqual(["0.100000", "0.200000"]);
  });

  it("a residue below half a fen is no flow: one rate, not two", () => {
    const { value } = evaluate([input("x"), one("irr(x)", plain)], { x: [-100, 110, 0, 0, 0, 0, -4e-20] });
    expect(value("f")).toBeCloseTo(0.1, 10);
  });

  it("payback counts steps, interpolates in the last, and says what does not last", () => {
    const paid = evaluate([input("x"), one("payback(x)", plain)], { x: [-100, 40, 40, 40, 0, 0, 0] });
    expect(paid.value("f")).toBeCloseTo(3.5, 12);
    const never = evaluate([input("x"), one("payback(x)", plain)], { x: [-100, 40, 0, 0, 0, 0, 0] });
    expect(never.why("f")).toMatchObject({ kind: "noAnswer", code: "notReached" });
    const always = evaluate([input("x"), one("payback(x)", plain)], { x: [1, 40, 0, 0, 0, 0, 0] });
    expect(always.why("f")).toMatchObject({ kind: "noAnswer", code: "neverNegative" });
  });

  it("lowest, highest, average look only where the condition holds; a missing step there leaves no answer", () => {
    const decls = [
      input("x"),
      input("s"),
      formula("low", "lowest(x / s, s > 0)", { ...scalar, unit: "1" }),
      formula("mean", "average(years(x / s), s > 0)", { ...scalar, unit: "1" }),
      formula("high", "highest(x)", scalar),
      formula("bad", "lowest(x / s)", { ...scalar, unit: "1" }),
    ];
    const { value, gaps } = evaluate(decls, { x: [9, 2, 3, 4, 5, 6, 8], s: [0, 1, 1, 1, 1, 2, 2] });
    expect(value("low")).toBe(2);
    expect(value("mean")).toBeCloseTo((5 / 2 + 9 / 2 + 14 / 4) / 3, 12);
    expect(value("high")).toBe(9);
    expect(value("bad")).toBeUndefined();
    expect(gaps.length).toBeGreaterThan(0);
  });

  it("first and when find a step; equal lowest values are the first within the tie band", () => {
    const decls = [
      input("x", { unit: "1" }),
      formula("at", "when(x > 4)", { ...scalar, unit: "1" }),
      formula("value", "first(x, x > 4)", { ...scalar, unit: "1" }),
      formula("inYear", "when(years(x > 6))", { ...scalar, unit: "1" }),
      formula("soFar", "when(years(x) > 6)", { ...scalar, unit: "1" }),
      formula("deepest", "when(x == lowest(x))", { ...scalar, unit: "1" }),
      formula("never", "when(x > 99)", { ...scalar, unit: "1" }),
    ];
    const { value, why } = evaluate(decls, { x: [3, 2, 4, 2 + 1e-13, 5, 6, 2] });
    expect(value("at")).toBe(5);
    expect(value("value")).toBe(5);
    // Wrapped as a whole the steps are years; inside a comparison they are periods, each with the year's sum so far.
    expect(value("inYear")).toBe(3);
    expect(value("soFar")).toBe(5);
    expect(value("deepest")).toBe(2);
    expect(why("never")).toMatchObject({ kind: "noAnswer", code: "notReached" });
  });

  it("years of an expression takes flows as the year's sums and levels as they stand", () => {
    const decls = [
      input("x"),
      formula("level", "running(x)", { kind: "stock" }),
      formula("f", "years(x * 2 + level)", { kind: "stock" }),
    ];
    const { series } = evaluate(decls, { x: [1, 1, 1, 1, 1, 1, 1] });
    expect(series("f")).toEqual([3, 4, 7, 6, 9, 8, 11]);
  });

  it("none is a cell without an answer and no problem, nor is what reads it; a gap of its own still is", () => {
    const decls = [input("x"), input("s"), formula("r", "s > 0 ? x / s : none", plain), formula("d", "r - 1", plain)];
    const sound = evaluate(decls, { x: [1, 1, 1, 1, 1, 1, 1], s: [0, 1, 1, 0, 1, 1, 1] });
    expect(sound.series("d")).toEqual([undefined, 0, 0, undefined, 0, 0, 0]);
    expect(sound.gaps).toEqual([]);
    const broken = [...decls, formula("e", "d / (d - d)", plain)];
    expect(evaluate(broken, { x: [1, 1, 1, 1, 1, 1, 1], s: [0, 1, 1, 0, 1, 1, 1] }).gaps).toHaveLength(1);
  });
});
