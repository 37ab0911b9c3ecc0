import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LANGUAGE_VERSION } from "../../models/language/version.ts";
import { meanings } from "../operations/meaning.ts";

/** The `meanings()` of the day this version of the language came out; a new version gets a file of its own. */
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, `version-${LANGUAGE_VERSION}.json`), "utf8"));
const today = meanings();

it.each(Object.keys(recorded))("%s means what it meant in this version of the language", (name) => {
  expect(today[name]).toEqual(recorded[name]);
});
