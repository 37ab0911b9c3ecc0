import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { documentOf, type Outcome, outcomeOf } from "./outcome.ts";
import { without } from "./transform/parts.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const EXAMPLES = readdirSync(FOLDER).map((name, index) => [name, index] as const);
const read = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));

/** Every one in the long run (PINGHENG_REMOVALS=all); here every n-th, beginning elsewhere in each file. */
const sampleOf = <T>(list: readonly T[], file: number, step: number): readonly T[] =>
  process.env["PINGHENG_REMOVALS"] === "all" ? list : list.filter((_, index) => index % step === file % step);

const LISTS = ["parties", "plots", "records"] as const;

interface Removed {
  readonly what: string;
  readonly list: (typeof LISTS)[number];
  readonly id: string;
  readonly document: ModelDocument;
}

/** The file without one of the things its components name. */
function removals(document: ModelDocument): readonly Removed[] {
  return LISTS.flatMap((list) =>
    document[list].map(({ id }) => ({
      what: `${list}/${id}`,
      list,
      id,
      document: { ...document, [list]: document[list].filter((one) => one.id !== id) },
    })),
  );
}

/** Components in use that name it by an input of its kind. */
function namers({ components }: ModelDocument, { list, id }: Removed): readonly string[] {
  const kind = { parties: "party", plots: "plot", records: "record" }[list];
  return components.flatMap(({ id: component, mechanism, inputs, enabled }) =>
    enabled &&
    Object.entries(mechanisms.get(mechanism)?.inputs ?? {}).some(
      ([name, { type }]) => type === kind && inputs[name] === id,
    )
      ? [component]
      : [],
  );
}

/** What is met without it that was not met with it, or is met by another margin. */
function better(before: Outcome, after: Outcome): readonly string[] {
  const margin = (outcome: Outcome, id: string): number =>
    outcome.lines.get(`verdict.${id}.margin`)?.values[0] ?? Number.NaN;
  return [...after.verdicts].flatMap(([id, pass]) => {
    if (pass !== true) return [];
    if (before.verdicts.get(id) !== true) return [`${id} turned on`];
    const [was, is] = [margin(before, id), margin(after, id)];
    return is <= was + Math.max(0.01, 1e-9 * Math.abs(was)) ? [] : [`${id}: ${was} became ${is}`];
  });
}

describe.each(EXAMPLES)("%s without something that is named", (name, index) => {
  const document = read(name);
  const before = outcomeOf(document);

  it("says so at every place that names it, and no verdict is the better for it", () => {
    for (const removal of sampleOf(removals(document), index, 9)) {
      const after = outcomeOf(removal.document);
      expect(better(before, after), removal.what).toEqual([]);
      for (const component of namers(document, removal))
        expect(after.problems.join("\n"), `${removal.what} at ${component}`).toContain(` components/${component}/`);
    }
  });

  it("moves the money that rests on a record", () => {
    const resting = removals(document).filter((one) => one.list === "records" && namers(document, one).length > 0);
    for (const removal of sampleOf(resting, index, 4)) {
      const after = outcomeOf(removal.document);
      for (const component of namers(document, removal)) {
        const counted = moneyOf(before, component);
        if (counted > 0)
          expect(moneyOf(after, component), `${component} without ${removal.what}`).toBeLessThan(counted);
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
