import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateRecord } from "../../models/engines/index.ts";
import { buildGraph } from "../../models/language/build.ts";
import type { Bindings, Graph, Node } from "../../models/language/graph.ts";
import type { LineDecl } from "../../models/language/line.ts";
import { childrenOf } from "../../models/language/nodes.ts";
import { brokenCode, build, clock, formula, input, plain, scalar } from "./model.ts";

const ids = (graph: Graph, lines: readonly number[]): readonly string[] =>
  lines.map((line) => graph.lines[line]?.id ?? "");
const levelsOf = (graph: Graph): readonly (readonly string[])[] =>
  graph.levels.map((level) => [...ids(graph, level.scalars), "|", ...ids(graph, level.periods)]);

describe("evaluation order", () => {
  it("follows reading, not declaration", () => {
    const graph = build([formula("c", "b"), formula("b", "a + prev(c)"), formula("a", "1 * x"), input("x")]);
    expect(levelsOf(graph)).toEqual([["|", "a", "b", "c"]]);
  });

  it("starts a level after every total or at", () => {
    const graph = build([
      input("x"),
      formula("share", "x / sum_x", plain),
      formula("sum_x", "total(x)", scalar),
      formula("late", "total(share) * 1", { ...scalar, unit: "1" }),
      formula("last", "share * late", plain),
    ]);
    expect(levelsOf(graph)).toEqual([["|"], ["sum_x", "|", "share"], ["late", "|", "last"]]);
  });

  it("leaves inputs out and puts opening values behind what they need", () => {
    const graph = build([
      input("x"),
      formula("s", "prev(s) + x", { kind: "stock", opening: "start" }),
      formula("start", "total(x)", scalar),
      formula("r", "prev(s)"),
    ]);
    expect(levelsOf(graph)).toEqual([["|"], ["start", "|", "s", "r"]]);
  });

  it("lets lines wait for each other's earlier values", () => {
    const graph = build([
      input("x"),
      formula("debt", "prev(debt) + interest - x"),
      formula("interest", "prev(debt) * 0.05"),
    ]);
    expect(graph.problems).toEqual([]);
    expect(build([input("x"), formula("a", "lag(b, 1)"), formula("b", "a + x")]).problems).toEqual([]);
  });
});

describe("circular references", () => {
  it("within a period are named in reading order; the rest stays usable", () => {
    const graph = build([
      input("x"),
      formula("a", "b"),
      formula("b", "c + x"),
      formula("c", "a"),
      formula("d", "c + x"),
      formula("e", "x"),
    ]);
    expect(graph.problems).toHaveLength(1);
    expect(graph.problems[0]?.code).toBe("formula.cycle");
    expect(graph.problems[0]?.message.en).toMatch(/: Line (.) .* → Line \1 \(\1\)\.$/);
    expect(ids(graph, [...graph.broken.keys()]).toSorted()).toEqual(["a", "b", "c"]);
    expect(levelsOf(graph)).toEqual([["|", "d", "e"]]);
  });

  it("of one line with itself", () => {
    expect(build([formula("a", "a * 1")]).problems[0]?.message.en).toContain("Line a (a) → Line a (a)");
  });

  it("by a lag that may be 0", () => {
    const n = input("n", { ...scalar, unit: "1" });
    expect(brokenCode(build([n, formula("a", "lag(a, n)")]), "a")).toBe("formula.cycle");
    expect(brokenCode(build([n, formula("a", "lag(a, 1)")]), "a")).toBeUndefined();
    expect(brokenCode(build([n, formula("a", "convolve(a, 0, 1)")]), "a")).toBe("formula.cycle");
  });

  it("through hidden lines name only lines people know", () => {
    const graph = build([input("x"), formula("a", "running(b)"), formula("b", "a + x")]);
    expect(graph.problems[0]?.message.en).toContain("Line a (a) → Line b (b) → Line a (a)");
  });

  it("through a total over the horizon", () => {
    const graph = build([
      input("x"),
      formula("fee", "rate * x"),
      formula("rate", "total(fee) / total(x)", { ...scalar, unit: "1" }),
    ]);
    expect(graph.problems.map((problem) => problem.code)).toEqual(["formula.barrierCycle"]);
    expect(graph.problems[0]?.message.en).toContain("Line rate (rate) needs all values of Line fee (fee)");
    // Also when the way back leads through earlier values or an opening value.
    expect(brokenCode(build([formula("a", "prev(a) + total(a)")]), "a")).toBe("formula.barrierCycle");
    expect(brokenCode(build([formula("a", "prev(a)", { kind: "stock", opening: "at(a, 24324)" })]), "a")).toBe(
      "formula.barrierCycle",
    );
  });

  it("of any length are reported in bounded text", () => {
    const ring = Array.from({ length: 5_000 }, (_, i) => formula(`r${i}`, `r${(i + 1) % 5_000} * 1`));
    const graph = build(ring);
    expect(graph.problems).toHaveLength(1);
    expect(graph.problems[0]?.message.en.length).toBeLessThan(600);
    expect(graph.broken.size).toBe(5_000);
  });
});

describe("broken lines", () => {
  it("have no value, and what reads them can say why", () => {
    const graph = build([
      formula("a", "nothing"),
      formula("b", "a"),
      formula("c", "b * 2"),
      formula("d", "total(c)", scalar),
    ]);
    expect(graph.problems.map((problem) => problem.path)).toEqual(["lines/a"]);
    expect(ids(graph, [...graph.broken.keys()])).toEqual(["a"]);
    const evaluation = evaluateRecord(graph, bindingsOf(graph));
    const [b, d] = ["b", "d"].map((id) => graph.indexById.get(id) ?? -1);
    expect([evaluation.value(b ?? -1, 1), evaluation.scalar(d ?? -1)]).toEqual([undefined, undefined]);
    expect(evaluation.gaps.lines.get(d ?? -1)?.problem).toBe(graph.problems[0]);
  });

  it("behind a gate have a value while it is shut", () => {
    const gated = (on: string) => {
      const graph = build([input("on", scalar), formula("a", "nothing", { gate: "on" }), formula("b", "a + 1 CNY")]);
      return evaluateRecord(graph, bindingsOf(graph, new Map([["on", on]]))).value(graph.indexById.get("b") ?? -1, 1);
    };
    expect(gated("0")?.toString()).toBe("1");
    expect(gated("1")).toBeUndefined();
  });

  it("a repeated id breaks the second line only", () => {
    const graph = build([input("x"), formula("a", "x"), formula("a", "x * 2"), formula("b", "a")]);
    expect(graph.problems.map((problem) => problem.code)).toEqual(["formula.duplicateLine"]);
    expect(brokenCode(graph, "b")).toBeUndefined();
    expect(graph.broken.size).toBe(1);
  });

  it("too many lines give one problem and no graph", () => {
    const lines = Array.from({ length: 20_001 }, (_, i) => input(`x${i}`));
    const graph = buildGraph(lines, { param: () => undefined });
    expect([graph.lines.length, graph.problems.map((problem) => problem.code)]).toEqual([0, ["formula.tooManyLines"]]);
  });
});

/** Every input of one period 0 unless a scalar is given. */
function bindingsOf(graph: Graph, given: ReadonlyMap<string, string> = new Map()): Bindings {
  const inputs = graph.lines.filter(({ source }) => source === "input");
  const scalars = inputs.flatMap(({ id, axis, index }) =>
    axis === "scalar" ? [[index, given.get(id) ?? "0"] as const] : [],
  );
  const series = inputs.flatMap(({ axis, index }) => (axis === "scalar" ? [] : [[index, ["0"]] as const]));
  return { periods: 1, scalars: new Map(scalars), series: new Map(series), periodMonths: [24312], stepMonths: 12 };
}

/** Lines read in the same period, straight from the node. */
function sameReads(node: Node): readonly number[] {
  const line = node.line ?? -1;
  if (node.op === "line" || node.op === "convolve") return [line];
  const below = childrenOf(node).flatMap(sameReads);
  return node.op === "lag" && !(Number(node.args[0]?.text) >= 1) ? [...below, line] : below;
}

describe("random models", () => {
  const reference = fc.tuple(
    fc.nat(29),
    fc.constantFrom(
      "@",
      "@ * 2",
      "prev(@)",
      "running(@)",
      "lag(@, 2)",
      "ytd(@)",
      "total(@) / 3",
      "max(@, 0)",
      "prev(@ + x)",
    ),
  );
  const model = fc.array(fc.array(reference, { minLength: 0, maxLength: 3 }), { minLength: 1, maxLength: 30 });

  it("every usable line comes after what it reads; every other one has a problem", () => {
    let usable = 0;
    let broken = 0;
    fc.assert(
      fc.property(model, (lines) => {
        const decls: LineDecl[] = lines.map((parts, i) =>
          formula(
            `f${i}`,
            ["x", ...parts.map(([target, text]) => text.replace("@", `f${target % lines.length}`))].join(" + "),
          ),
        );
        const graph = buildGraph([...clock, input("x"), ...decls], { param: () => undefined });
        const done = new Set(graph.lines.flatMap((line) => (line.source === "input" ? [line.index] : [])));
        for (const level of graph.levels) {
          for (const index of [...level.scalars, ...level.periods]) {
            const node = graph.lines[index]?.node;
            if (node === undefined) throw new Error("a broken line in a level");
            for (const read of sameReads(node)) expect(done.has(read) || graph.broken.has(read)).toBe(true);
            done.add(index);
          }
        }
        usable += done.size;
        broken += graph.broken.size;
        expect(done.size + graph.broken.size).toBe(graph.lines.length);
        expect([...graph.broken.keys()].some((line) => done.has(line))).toBe(false);
        expect(graph.broken.size === 0).toBe(graph.problems.length === 0);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(Math.min(usable, broken)).toBeGreaterThan(300);
  });
});
