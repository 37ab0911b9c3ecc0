import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modelExamples } from "../support/examples.ts";
import { INVARIANCES, switchedOffOrRemoved } from "./invariance.ts";
import { documentOf, outcomeOf } from "./outcome.ts";
import { withSteadyLaw } from "./transform/dates.ts";
import { withInputs } from "./transform/parts.ts";

const FOLDER = new URL("../../examples/", import.meta.url);

function example(name: string) {
  return withSteadyLaw(documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))));
}

/** Changes a file need not survive, and why. */
const EXCEPT: ReadonlyMap<string, readonly string[]> = new Map([
  // An operator's shares, and the book value left at the end with the interest in it, go by calendar year.
  ["moved by five months, on periods", ["new-build.json", "rehabilitation.json"]],
]);

describe.each(modelExamples())("%s", (name) => {
  const document = example(name);

  const held = INVARIANCES.filter(({ name: change }) => !EXCEPT.get(change)?.includes(name));

  it.each(held)("stays the same: $name", ({ change, differences }) => {
    const pair = change(document);
    if (pair === undefined) return;
    const [before, after] = [outcomeOf(pair[0]), outcomeOf(pair[1])];
    expect(differences(before, after)).toEqual([]);
  });
});

/** Each component takes two runs; a command looks at all of them. */
const EVERY = process.env["PINGHENG_REMOVALS"] === "all" ? 1 : 7;

describe.each(modelExamples())("%s", (name) => {
  const document = example(name);
  const ids = document.components.flatMap(({ id }, index) => (index % EVERY === 0 ? [id] : []));

  it.each(ids)("says the same with %s switched off or removed", (id) => {
    const { change, differences } = switchedOffOrRemoved(document, id);
    const [before, after] = change(document)?.map((one) => outcomeOf(one)) ?? [];
    if (before === undefined || after === undefined) throw new Error("nothing to compare");
    expect(differences(before, after)).toEqual([]);
  });
});

describe("what ought to stay and does not", () => {
  const document = example("rebuild.json");

  it.each(INVARIANCES)("is found: $name", ({ change, differences }) => {
    const pair = change(document);
    if (pair === undefined) return;
    // A price or a stage that changes on the way is a fault; every invariance looks at one of them.
    const priced = withInputs(pair[1], "flats", { price: "25000" });
    const planted = priced.components.some(({ id }) => id === "works")
      ? withInputs(priced, "works", { completion: "2030-12" })
      : priced;
    expect(differences(outcomeOf(pair[0]), outcomeOf(planted))).not.toEqual([]);
  });
});
