import { describe, expect, test } from "vitest";
import { example, parsed } from "../../analysis/advise/support.ts";
import { drawn } from "../../random/corpus.ts";
import { modelExamples } from "../../support/examples.ts";
import { book, byLibreOffice, DOCUMENTS, MINUTES, soffice } from "./books.ts";
import { differences } from "./recalculated.ts";

describe.skipIf(!soffice.path)("a workbook calculated anew by LibreOffice", () => {
  const all = modelExamples().map((name) => name.replace(".json", ""));
  test.each(DOCUMENTS > 1 ? all : ["special-bond", "rehabilitation"])(
    "has what the book of record has: %s",
    { timeout: 5 * MINUTES },
    async (name) => {
      const made = book(example(name));
      const { count, differ } = differences(made, await byLibreOffice(made));
      expect(count).toBeGreaterThan(50_000);
      expect(differ.slice(0, 10)).toEqual([]);
    },
  );

  test.each(drawn.slice(0, DOCUMENTS).map((json, i) => [i, json] as const))(
    "has it for random document %i",
    { timeout: 5 * MINUTES },
    async (_, json) => {
      const made = book(parsed(json));
      const { count, differ } = differences(made, await byLibreOffice(made));
      expect(count).toBeGreaterThan(1000);
      expect(differ.slice(0, 10)).toEqual([]);
    },
  );
});
