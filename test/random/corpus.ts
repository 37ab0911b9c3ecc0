import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseDocument } from "../../models/document/parse.ts";
import { scenarioIds } from "../../models/document/scenario.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { modelExamples } from "../support/examples.ts";
import { documents } from "./documents.ts";
import { type Specimen, specimenOf } from "./specimen.ts";

/** The same documents in every run, so that a failure is a failure of the change at hand. */
export const SEED = 20261128;
export const DOCUMENTS = 56;

export const drawn = fc.sample(documents, { seed: SEED, numRuns: DOCUMENTS });

let specimens: readonly Specimen[] | undefined;

/** Every drawn document, computed once for a whole test file. */
export function randomSpecimens(): readonly Specimen[] {
  specimens ??= drawn.map((json, index) => specimenOf(json, undefined, `document ${index}`));
  return specimens;
}

let examples: readonly Specimen[] | undefined;

const FOLDER = new URL("../../examples/", import.meta.url);

/** Every example in all its scenarios. */
export function exampleSpecimens(): readonly Specimen[] {
  examples ??= modelExamples().flatMap((name) => {
    const json: unknown = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    const parsed = parseDocument(json, mechanisms);
    if (!parsed.ok) throw new Error(`${name} does not open`);
    return scenarioIds(parsed.value.document).map((scenario) => specimenOf(json, scenario, `${name}, ${scenario}`));
  });
  return examples;
}

/**
 * Requires an identity of every specimen. Where a random document breaks it, fast-check looks for the smallest document that does, so that the
 * report shows little more than the cause.
 */
export function holds(identity: (specimen: Specimen) => readonly string[]): void {
  for (const specimen of exampleSpecimens()) {
    const [first] = identity(specimen);
    if (first !== undefined) throw new Error(`${specimen.name}: ${first}`);
  }
  const broken = randomSpecimens().find((specimen) => identity(specimen).length > 0);
  if (broken === undefined) return;
  const failing = (json: unknown): string =>
    identity(specimenOf(json, undefined, ""))
      .slice(0, 5)
      .join("\n");
  const found = `${broken.name}: ${identity(broken).slice(0, 5).join("\n")}`;
  try {
    fc.assert(
      fc.property(documents, (json) => {
        const wrong = failing(json);
        if (wrong !== "") throw new Error(wrong);
      }),
      { seed: SEED, numRuns: DOCUMENTS, interruptAfterTimeLimit: 20_000 },
    );
  } catch (smallest) {
    throw new Error(found, { cause: smallest });
  }
  throw new Error(found);
}
