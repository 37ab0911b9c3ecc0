import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { levyModel } from "./levy.ts";
import { Walker } from "./walk.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);

/** `PINGHENG_WALK=all` asks every cell instead of a few columns of each row. */
const all = process.env["PINGHENG_WALK"] === "all";

/** The same columns in every run. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const models: readonly (readonly [string, () => unknown])[] = [
  ...modelExamples().map((name) => [name, () => JSON.parse(readFileSync(new URL(name, EXAMPLES), "utf8"))] as const),
  ["a yearly line in a monthly model", levyModel],
];

describe("every number says why", () => {
  test.each(models)(
    "%s",
    (_name, model) => {
      const parsed = parseDocument(model(), mechanisms);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const prepared = preparedOf(parsed.value.document);
      const { cells, faults } = new Walker(prepared, {
        draw: drawer(20261122),
        ...(all ? {} : { columns: 2 }),
      }).walk();
      expect(faults.slice(0, 20), `${faults.length} of ${cells}`).toEqual([]);
      expect(cells).toBeGreaterThan(1000);
    },
    600_000,
  );
});
