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

describe.each(readdirSync(FOLDER))("%s", (name) => {
  const document = example(name);

  it.each(INVARIANCES.slice(0, 2))("stays the same: $name", ({ change, differences }) => {
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
    // A price that changes on the way is a fault no invariance may overlook.
    const planted = withInputs(pair[1], "flats", { price: "25000" });
    expect(differences(outcomeOf(pair[0]), outcomeOf(planted))).not.toEqual([]);
  });
});
