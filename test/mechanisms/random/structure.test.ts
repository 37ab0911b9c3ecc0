import { describe, expect, it } from "vitest";
import { parseDocument } from "../../../models/document/parse.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { compiledOf } from "../../support/prepared.ts";
import { documentOf } from "../support/situation.ts";
import { randomSituation } from "./document.ts";

const DRAWS = 12;

/** A mechanism alone names what others would give: its words find nothing. Rows drawn at random may be about one thing. */
const DRAWN = ["formula.wordFindsNothing", "document.row_twice", "document.copied_row", "document.copied_row_cost"];

/** Problems of a document's formulas and values, those about what other components would give aside. */
function problemsOf(id: string, seed: number, complete: boolean): readonly string[] {
  const parsed = parseDocument(documentOf(randomSituation(seed, { only: [id], complete })), mechanisms);
  if (!parsed.ok) return parsed.problems.map(({ code, path, message }) => `${code} ${path}: ${message.en}`);
  const { problems } = compiledOf(parsed.value.document);
  const own = problems.filter(({ code }) => !DRAWN.includes(code));
  return own.map(({ code, path, message }) => `${code} ${path}: ${message.en}`);
}

describe("every mechanism, whatever its choices", () => {
  it.each([...mechanisms.keys()])("%s reads and type-checks with all its inputs", (id) => {
    const found = Array.from({ length: DRAWS }, (_, index) => problemsOf(id, index + 1, true)).flat();
    expect([...new Set(found)]).toEqual([]);
  });
});
