import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { INVARIANCES } from "./invariance.ts";
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

describe.each(readdirSync(FOLDER))("%s", (name) => {
  const document = example(name);

  const held = INVARIANCES.filter(({ name: change }) => !EXCEPT.get(change)?.includes(name));

  it.each(held)("stays the same: $name", ({ change, differences }) => {
    const pair = change(document);
    if (pair === undefined) return;
    const [before, after] = [outcomeOf(pair[0]), outcomeOf(pair[1])];
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
