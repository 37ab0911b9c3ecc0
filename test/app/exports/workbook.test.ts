import { describe, expect, test } from "vitest";
import type { Book } from "../../../app/exports/workbook/book.ts";
import { example, parsed } from "../../analysis/advise/support.ts";
import { drawn } from "../../random/corpus.ts";
import { modelExamples } from "../../support/examples.ts";
import { book, byLibreOffice, DOCUMENTS, MINUTES, soffice } from "./books.ts";
import { differences } from "./recalculated.ts";

/** Rates of return that are a loss of all but nothing: the search of a spreadsheet does not come to them, and its sheet of checks says so. */
const LOST = -0.9999;
const lostIn = ({ sheets }: Book): readonly string[] =>
  sheets.flatMap(({ rows }) =>
    rows.flatMap(([first, , , , , value]) => {
      const id = first?.text ?? "";
      const isLost = id.startsWith("firr.") && typeof value?.result === "number" && value.result < LOST;
      return isLost ? [id] : [];
    }),
  );

describe.skipIf(!soffice.path)("a workbook calculated anew by LibreOffice", () => {
  const all = modelExamples().map((name) => name.replace(".json", ""));
  test.each(DOCUMENTS > 1 ? all : ["special-bond"])(
    "has what the book of record has: %s",
    { timeout: 5 * MINUTES },
    async (name) => {
      const made = book(example(name));
      const { count, differ } = differences(made, await byLibreOffice(made));
      expect(count).toBeGreaterThan(15_000);
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
      const lost = lostIn(made);
      const rest = differ.filter(({ cell }) => !lost.some((id) => cell.endsWith(` ${id}`)));
      expect(rest.filter(({ cell }) => lost.length === 0 || !cell.startsWith("核对!B3 ")).slice(0, 10)).toEqual([]);
    },
  );
});
