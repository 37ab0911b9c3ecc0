import { describe, expect, it } from "vitest";
import { entries } from "../../docs/language/entries.ts";
import { demo, examples, lineId, world } from "../../docs/language/world.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { evaluateRecord } from "../../models/engines/index.ts";
import { findFunction, functionNames } from "../../models/language/functions.ts";
import { isOperation, operations } from "../../models/operations/table.ts";
import { accepted } from "../document/support.ts";
import { preparedOf } from "../support/prepared.ts";

const registry = new Map([["demo", demo]]);
const prepared = preparedOf(accepted(parseDocument(world, registry)).document, undefined, registry);
const record = evaluateRecord(prepared.graph, prepared.bindings);
const kernel = prepared.kernel().run(prepared.bindings);

/** A value as the guide writes it: six digits, "–" for none. */
function written(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "–" : String(Number(value.toPrecision(6)) + 0);
}

const numberOf = (value: { toNumber(): number } | undefined) => value?.toNumber();

describe("examples of the language guide", () => {
  it("are formulas without a mistake", () => {
    expect(prepared.problems.map(({ path, message }) => `${path}: ${message.en}`)).toEqual([]);
    expect(record.gaps.problems.map(({ path, message }) => `${path}: ${message.en}`)).toEqual([]);
  });

  it.each(examples.map((example, index) => [example.formula, example.gives, index] as const))(
    "%s gives %s",
    (_formula, gives, index) => {
      const line = prepared.graph.indexById.get(lineId(index)) ?? -1;
      const single = prepared.graph.lines[line]?.axis === "scalar";
      const exact = single ? [record.scalar(line)] : record.series(line);
      const fast = single ? [kernel.scalar(line)] : [...kernel.series(line)];
      expect(exact.map((value) => written(numberOf(value))).join(" ")).toBe(gives);
      expect(fast.map(written).join(" ")).toBe(gives);
    },
  );
});

describe("the list of functions", () => {
  it("is that of the language", () => {
    expect(Object.keys(entries).toSorted()).toEqual([...functionNames].toSorted());
  });

  it.each(Object.entries(entries))("%s is called as it says", (name, { takes, units, example }) => {
    const [, called = "", inside = ""] = /^(\w+)\((.*)\)$/.exec(takes) ?? [];
    expect(called).toBe(name);
    expect(example.formula).toMatch(new RegExp(`\\b${name}\\(`));
    if (isOperation(name)) expect(units).toBeUndefined();
    else expect(units).toMatch(/->/);
    const found = findFunction(name);
    if (found === undefined) return expect(["sum", "latest"]).toContain(name);
    const [required = "", optional = ""] = inside.split("[");
    const count = (text: string) => text.split(",").filter((part) => /[\w]/.test(part)).length;
    const [min, max] = found.arity;
    const open = inside.includes("…");
    // An open list names two as a sample; one may do.
    if (open) expect(count(required)).toBeGreaterThanOrEqual(min);
    else expect([count(required), count(required) + count(optional)]).toEqual([min, max]);
    if (open) expect(max).toBeGreaterThan(count(required));
  });

  it("takes units from the operations themselves", () => {
    expect(operations.npv.signature.units).toBe("1m -> m");
  });
});
