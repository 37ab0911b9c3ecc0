import { describe, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { sameValue } from "../../models/engines/agree.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { accepted, places } from "../document/support.ts";
import { randomDocument } from "../random/documents.ts";
import { recordOf } from "../support/prepared.ts";

/** What a careless user would be told too: money beyond the horizon, an optional input that others make necessary, a party paying itself. */
const USERS = new Set([
  "document.profile_outside",
  "document.input_missing",
  "formula.inputNeeded",
  "document.cash_same",
  // A mechanism alone names what others would give; the values of such lines are missing in both engines alike.
  "formula.wordFindsNothing",
  "formula.selectionFindsNothing",
  "document.once",
  "document.plot_open",
  "document.row_twice",
  "document.copied_row",
  "document.copied_row_cost",
  // What is left out where its meaning is stated is told.
  "document.left_open",
]);

const SEEDS = [1, 2, 3, 4, 5, 6];

/** What is left of the largest amounts after a sum over the periods carries the rounding of each: at 10^13 a fen is below what doubles hold. */
const DOUBLES = 1e-14;

/** What a document with every input has too, of a mechanism alone. */
const ALONE = new Set([
  "document.profile_outside",
  "document.left_open",
  // Rows drawn at random may be about one thing.
  "document.row_twice",
  "document.copied_row",
  "document.copied_row_cost",
  "formula.wordFindsNothing",
  "formula.selectionFindsNothing",
  "document.cash_same",
  "document.plot_open",
]);

/** A company drawn as its own shareholder is told that its dividends rest on themselves. */
const isOwnShareholder = (code: string, path: string): boolean =>
  code === "formula.cycle" && path.startsWith("components/spv_shareholders");

/** `optional`: how many of a hundred optional inputs are given. */
function check(only: readonly string[], seed: number, optional: number, told: ReadonlySet<string> = USERS): void {
  const input = randomDocument(seed, { only, optional, asDrawn: true });
  const { document, problems } = accepted(parseDocument(input, mechanisms));
  expect(places(problems.filter(({ code }) => !told.has(code)))).toEqual([]);
  const exact = recordOf(document);
  const wrong = exact.problems.filter(({ code, path }) => !told.has(code) && !isOwnShareholder(code, path));
  expect(wrong.map(({ path, message }) => `${path}: ${message.en}`)).toEqual([]);
  const fast = exact.kernel().run(exact.bindings);
  const peak = exact.graph.lines.reduce(
    (most, { index }) => Math.max(most, ...fast.series(index).map((value) => Math.abs(value ?? 0))),
    0,
  );
  const apart: string[] = [];
  for (const line of exact.graph.lines) {
    const others = fast.series(line.index);
    exact.evaluation.series(line.index).forEach((value, index) => {
      const other = others[index];
      const expected = value === undefined ? undefined : Number(value);
      const scale = Math.max(1, Math.abs(expected ?? 0));
      const close =
        expected === undefined || other === undefined
          ? expected === other
          : sameValue(line.unit, expected, other) ||
            Math.abs(expected - other) <= Math.max(1e-6 * scale, DOUBLES * peak);
      if (!close) apart.push(`${line.id} period ${index + 1}: ${String(value)} and ${String(other)}`);
    });
  }
  expect(apart).toEqual([]);
}

describe("any mechanism with any inputs in their usual range opens, compiles and computes the same in both engines", () => {
  it.each([...mechanisms.keys()])("%s alone", (id) => {
    for (const seed of SEEDS) check([id], seed, [0, 100, 50][seed % 3] ?? 50);
  });

  it.each([...mechanisms.keys()])("%s alone, with every input", (id) => {
    for (const seed of SEEDS.slice(0, 3)) check([id], seed + 200, 100, ALONE);
  });

  it.each(SEEDS)("all together, draw %i", (seed) => {
    check([...mechanisms.keys()], seed, 50);
    check([...mechanisms.keys()], seed + 100, 100);
  });
});
