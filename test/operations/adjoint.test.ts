import { describe, expect, it } from "vitest";
import type { Node } from "../../models/language/graph.ts";
import { type OperationName, operations } from "../../models/operations/table.ts";
import { seeded } from "../engines/random.ts";
import { type Specimen, specimens } from "./specimens.ts";
import { SpecimenTape } from "./tape.ts";

const ROUNDS = 20;

/** Every slot a specimen has, with what the run backwards says of it and what trying says. */
function compare(specimen: Specimen) {
  const tape = new SpecimenTape(specimen);
  const { node, t = 1, lines, steps = [] } = specimen;
  operations[node.op].adjoint(node, t, 1, tape);
  return lines.flatMap((slots, line) =>
    slots.map((_, slot) => {
      const key = `${line}@${slot}`;
      return {
        key,
        stepped: steps.includes(line),
        kink: tape.kinks.get(key),
        adjoint: tape.adjoints.get(key) ?? 0,
        tried: steps.includes(line) ? 0 : tape.slope(specimen, line, slot),
      };
    }),
  );
}

describe("adjoints against central differences", () => {
  it.each(Object.keys(specimens) as OperationName[])("%s", (name) => {
    const random = seeded(name.length * 7919 + name.charCodeAt(0));
    for (let round = 0; round < ROUNDS; round++) {
      for (const specimen of specimens[name]((low, high) => low + (high - low) * random())) {
        const results = compare(specimen);
        for (const { key, stepped, kink, adjoint, tried } of results) {
          // A slot of a stepped line that was not looked at needs no remark.
          if (kink !== undefined) expect([key, kink, stepped]).toEqual([key, "step", true]);
          const allowed = 1e-6 * Math.max(1, Math.abs(tried));
          expect([key, Math.abs(adjoint - tried) <= allowed, adjoint, tried]).toEqual([key, true, adjoint, tried]);
        }
        for (const line of specimen.steps ?? []) {
          expect(results.filter(({ key, kink }) => key.startsWith(`${line}@`) && kink === "step")).not.toEqual([]);
        }
      }
    }
  });

  it("add up where a value is used twice", () => {
    const x: Node = { op: "line", args: [], line: 0 };
    const tape = new SpecimenTape({ node: x, lines: [[3]] });
    const square: Node = { op: "mul", args: [x, x] };
    operations.add.adjoint({ op: "add", args: [square, x] }, 1, 2, tape);
    expect(tape.adjoints.get("0@0")).toBe(2 * (2 * 3 + 1));
  });

  it("pass an undefined slope on to nobody", () => {
    const x: Node = { op: "line", args: [], line: 0 };
    const tape = new SpecimenTape({ node: x, lines: [[0]] });
    operations.sqrt.adjoint({ op: "sqrt", args: [x] }, 1, 1, tape);
    expect([...tape.adjoints]).toEqual([]);
  });
});

describe("corners", () => {
  const leaf = (line: number): Node => ({ op: "line", args: [], line });
  const cornersOf = (node: Node, lines: readonly (readonly number[])[]) => {
    const tape = new SpecimenTape({ node, lines });
    operations[node.op].adjoint(node, 1, 1, tape);
    return [...tape.kinks].filter(([, kind]) => kind === "corner").map(([key]) => key);
  };
  const of = (op: OperationName, ...values: number[]) =>
    cornersOf(
      { op, args: values.map((_, i) => leaf(i)) },
      values.map((value) => [value]),
    );
  const lists = [[1, 2].map(leaf), [3, 4].map(leaf)];
  const table = (x: number) => [[x], [10], [20], [1], [2]];
  const reduced = (op: OperationName, ...slots: number[]) =>
    cornersOf({ op, args: [], lines: [0], by: "period", absTol: 1e-9 }, [[0, ...slots]]);

  it("are told where two slopes meet", () => {
    expect(of("abs", 0)).toEqual(["0@0"]);
    expect(of("sqrt", 0)).toEqual(["0@0"]);
    expect(of("min", 2, 2, 3)).toEqual(["0@0", "1@0"]);
    expect(of("max", 2, 3, 3)).toEqual(["1@0", "2@0"]);
    expect(of("pow", 0, 0.5)).toEqual(["0@0"]);
    expect(cornersOf({ op: "lookup", args: [leaf(0)], lists, mode: "linear" }, table(20))).toEqual(["0@0"]);
    expect(cornersOf({ op: "lookup", args: [leaf(0)], lists, mode: "linear" }, table(10))).toEqual(["0@0"]);
    expect(cornersOf({ op: "brackets", args: [leaf(0)], lists }, table(20))).toEqual(["0@0"]);
    expect(reduced("lowest", 4, 1, 5, 1, 9)).toEqual(["0@2", "0@4"]);
    expect(reduced("payback", -10, 10, 5, 5, 5)).toEqual(["0@1", "0@2"]);
    // Twice the same rate: the equation only touches zero.
    expect(reduced("irr", 1, -2, 1, 0, 0)).toHaveLength(5);
  });

  it("are not told beside them", () => {
    expect(of("abs", 0.1)).toEqual([]);
    expect(of("min", 2, 2.1)).toEqual([]);
    expect(of("pow", 0, 2)).toEqual([]);
    expect(cornersOf({ op: "brackets", args: [leaf(0)], lists }, table(20.1))).toEqual([]);
    expect(reduced("payback", -10, 8, 5, 5, 5)).toEqual([]);
  });
});
