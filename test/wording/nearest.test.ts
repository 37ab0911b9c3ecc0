import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../models/wording/nearest.ts";

/** Edits between two words by the full table: the definition, slow and plain. */
function edits(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      if (i === 0 || j === 0) row.push(i + j);
      else {
        const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
        const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
        row.push(Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1));
      }
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 9 });

describe("the word that was meant", () => {
  it.each([
    ["prcie", ["price", "area"], "price"],
    ["Price", ["price"], "price"],
    ["pric", ["price", "prices"], "price"],
    ["zzz", ["price"], undefined],
    ["x", ["y"], "y"],
    ["x".repeat(61), ["x".repeat(61)], undefined],
    ["price", [], undefined],
  ] as const)("for %s of %j is %s", (wrong, known, expected) => {
    expect(nearest(wrong, known)).toBe(expected);
  });

  it("is the first of those with the fewest edits, and none where more than a third of the letters differ", () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (wrong, known) => {
        const limit = Math.max(1, Math.floor(wrong.length / 3));
        const counted = known.map((candidate) => ({ candidate, count: edits(wrong, candidate) }));
        const least = Math.min(limit + 1, ...counted.map(({ count }) => count));
        const expected = least > limit ? undefined : counted.find(({ count }) => count === least)?.candidate;
        expect(nearest(wrong, known)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
