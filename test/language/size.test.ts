import { describe, expect, it } from "vitest";
import type { LineDecl } from "../../models/language/line.ts";
import { brokenCode, build, formula, input, plain, scalar, yearly } from "./model.ts";

/** Components of ten lines, with formulas of the usual kinds; every formula text is different. */
function project(components: number): readonly LineDecl[] {
  return Array.from({ length: components }, (_, i) => component(i)).flat();
}

function component(i: number): readonly LineDecl[] {
  const c = `c${i}`;
  const scope = Object.fromEntries(
    ["price", "area", "sale", "balance", "tax", "cost", "sum"].map((name) => [name, `${c}.${name}`]),
  );
  const plot = `p${i % 7}`;
  return [
    input(`${c}.price`, { ...scalar, unit: "CNY/m2" }),
    input(`${c}.area`, { unit: "m2" }),
    formula(`${c}.sale`, `price * area * (1 + 0.0${i}) ^ (t / 12)`, {
      scope,
      role: `revenue.r${i % 20}`,
      payee: "spv",
      tags: { plot },
    }),
    formula(`${c}.cost`, `min(sale, max(prev(balance), 0), lag(sale, 2)) * (t > ${i} ? 1 : 0.5)`, {
      scope,
      role: "cost.works",
      tags: { plot },
    }),
    formula(`${c}.balance`, `prev(balance) + ${i} * sale - cost - window(sale, 3)`, { scope, kind: "stock" }),
    formula(`${c}.tax`, `max(0, yearly(sum(role = revenue.*, plot = ${plot})) - prev(tax)) * 0.${i}`, {
      scope,
      axis: "year",
    }),
    formula(`${c}.sum`, `total(sale) + ${i} * total(cost)`, { ...scalar, scope }),
    formula(`${c}.share`, `sum / (1 + ${i}) + tax + sum(role = cost.*, component != self)`, { scope }),
    formula(`${c}.left`, `sum(role = revenue.*, payee = spv) - ytd(sale) * ${i}`, { scope }),
    formula(`${c}.ratio`, `sale / max(sale, cost) + since(sale > cost) / (${i} + 1)`, { ...plain, scope }),
  ];
}

/** CPU time in ms, the least of three runs, so that a busy machine does not decide. */
function buildTime(decls: readonly LineDecl[]): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = process.cpuUsage();
      expect(build(decls).problems).toEqual([]);
      return process.cpuUsage(start).user / 1000;
    }),
  );
}

describe("large models", () => {
  it("of 3,000 lines build in well under a second", () => {
    buildTime(project(20));
    expect(buildTime(project(300))).toBeLessThan(900);
  });

  it("take time in proportion to their lines, except selections that differ line by line", () => {
    const simple = (n: number): readonly LineDecl[] =>
      project(n).filter((decl) => decl.source === "input" || !decl.formula.includes("!= self"));
    buildTime(simple(100));
    expect(buildTime(simple(600)) / buildTime(simple(150))).toBeLessThan(12);
  });
});

describe("models made to exhaust the machine", () => {
  it("tables times formulas run into the limit of steps", () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => `r${i}`);
    const tables = { big: { prefix: "c.big", rows, columns: ["a"] } };
    const text = `sumrows(big, ${Array.from({ length: 240 }, () => "x").join(" + ")})`;
    const lines = Array.from({ length: 300 }, (_, i) => formula(`f${i}`, `${i} * ${text}`, { tables, ...plain }));
    const start = performance.now();
    const graph = build([input("x", plain), ...lines]);
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(brokenCode(graph, "f299")).toBe("formula.graphTooLarge");
    expect(brokenCode(graph, "f0")).toBeUndefined();
  });

  it("selections that differ in every line run into the limit of operands", () => {
    const lines = Array.from({ length: 1_800 }, (_, i) =>
      formula(`c${i}.f`, "1 * x - prev(sum(role = cost.*, component != self))", { role: "cost.a" }),
    );
    const graph = build([input("x"), ...lines]);
    expect(brokenCode(graph, "c1799.f")).toBe("formula.graphTooLarge");
  });

  it("more hidden lines than a graph may have", () => {
    const lines = Array.from({ length: 12_000 }, (_, i) => formula(`f${i}`, `running(x * ${i} + 1 * x)`));
    const graph = build([input("x"), ...lines]);
    expect(graph.lines.length).toBeLessThanOrEqual(20_000);
    expect(brokenCode(graph, "f11999")).toBe("formula.tooManyLines");
    expect(brokenCode(graph, "f0")).toBeUndefined();
  });

  it("a yearly line in every unit and axis error leaves the others alone", () => {
    const lines = Array.from({ length: 2_000 }, (_, i) => formula(`f${i}`, i % 2 === 0 ? "x" : "yearly(x)", yearly));
    const graph = build([input("x"), ...lines]);
    expect(graph.problems).toHaveLength(1_000);
    expect(graph.broken.size).toBe(1_000);
  });
});
