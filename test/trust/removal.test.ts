import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ModelDocument } from "../../models/document/schema.ts";
import { modelExamples } from "../support/examples.ts";
import { documentOf, type Outcome, outcomeOf } from "./outcome.ts";
import { better, namedOut, namers, sampleOf, unmissed } from "./removals.ts";
import { without } from "./transform/parts.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = modelExamples().map((name, index) => [name, index] as const);
const read = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));

describe.each(EXAMPLES)("%s without something that is named", (name, index) => {
  const document = read(name);
  const before = outcomeOf(document);

  it("says so at every place that names it, and no verdict is the better for it", () => {
    for (const removal of sampleOf(namedOut(document), index, 9))
      expect(unmissed(document, before, removal, outcomeOf(removal.document))).toEqual([]);
  });

  it("moves the money that rests on a record", () => {
    const resting = namedOut(document).filter((one) => one.list === "records" && namers(document, one).length > 0);
    for (const removal of sampleOf(resting, index, 4)) {
      const after = outcomeOf(removal.document);
      for (const component of namers(document, removal)) {
        const counted = moneyOf(before, component);
        if (counted > 0)
          expect(moneyOf(after, component), `${component} without ${removal.path}`).toBeLessThan(counted);
      }
    }
  });
});

/** What comes to the project through a component: money given, or sold for. */
function moneyOf(outcome: Outcome, component: string): number {
  return [...outcome.lines].reduce(
    (sum, [id, { role = "", values }]) =>
      id.startsWith(`${component}.`) && GIVEN.test(role)
        ? sum + values.reduce<number>((total, value) => total + (value ?? 0), 0)
        : sum,
    0,
  );
}

const GIVEN = /^(?:support\.(?:grant|rebate)|contribution\.|revenue\.common)/u;

/** Mechanisms a project that builds, sells and lets cannot be without, where the file has one component of them. */
const EXPECTED = [
  "area_balance",
  "works",
  "compensation",
  "vat_return",
  "land_appreciation_tax",
  "income_tax",
  "property_tax",
] as const;

describe("without what its kind has", () => {
  const cases = EXAMPLES.flatMap(([name, index]) => {
    const document = read(name);
    const { mode } = document.project;
    if (mode === "rehabilitation" || !document.components.some(({ mechanism }) => mechanism === "sale")) return [];
    const expected = EXPECTED.flatMap((mechanism) => {
      const own = document.components.filter((one) => one.mechanism === mechanism);
      return own.length === 1 ? own : [];
    });
    return sampleOf(expected, index, 3).map(({ id }) => [name, id] as const);
  });

  // Zhegong has sums in place of works and areas, so taxes of its own no one expects.
  it.each(cases.filter(([name]) => name !== "zhegong.json"))("%s is not balanced: no %s", (name, id) => {
    const { verdicts } = outcomeOf(without(read(name), id));
    expect(verdicts.get("B2")).not.toBe(true);
    expect(verdicts.get("B6")).not.toBe(true);
  });
});

describe("what ought to be found", () => {
  it("is: a margin that grows on the way", () => {
    const document = read("rebuild.json");
    const before = outcomeOf(document);
    const planted = outcomeOf({
      ...document,
      components: document.components.map((one) =>
        one.id === "flats" ? { ...one, inputs: { ...one.inputs, price: "60000" } } : one,
      ),
    });
    expect(better(before, planted)).not.toEqual([]);
    expect(moneyOf(before, "special")).toBeGreaterThan(0);
  });
});
