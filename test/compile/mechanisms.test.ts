import { describe, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { sameValue } from "../../models/engines/agree.ts";
import type { Mechanism } from "../../models/mechanisms/define/mechanism.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { accepted, places } from "../document/support.ts";
import { recordOf } from "../support/prepared.ts";
import { randomDocument } from "./random.ts";

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
]);

const SEEDS = [1, 2, 3, 4, 5, 6];

/** What is left of the largest amounts after a sum over the periods carries the rounding of each: at 10^13 a fen is below what doubles hold. */
const DOUBLES = 1e-14;

function check(chosen: readonly Mechanism[], seed: number, optional: number): void {
  const input = randomDocument(chosen, seed, optional);
  const { document, problems } = accepted(parseDocument(input, mechanisms));
  expect(places(problems)).toEqual([]);
  const exact = recordOf(document);
  const wrong = exact.problems.filter(({ code }) => !USERS.has(code));
  expect(wrong.map(({ path, message }) => `${path}: ${message.en}`)).toEqual([]);
  const fast = exact.kernel().run(exact.bindings);
  const peak = exact.graph.lines.reduce(
    (most, { index }) => Math.max(most, ...fast.series(index).map((value) => Math.abs(value ?? 0))),
    0,
  );
  for (const line of exact.graph.lines) {
    exact.evaluation.series(line.index).forEach((value, index) => {
      const other = fast.series(line.index)[index];
      const expected = value === undefined ? undefined : Number(value);
      const scale = Math.max(1, Math.abs(expected ?? 0));
      const close =
        expected === undefined || other === undefined
          ? expected === other
          : sameValue(line.unit, expected, other) ||
            Math.abs(expected - other) <= Math.max(1e-6 * scale, DOUBLES * peak);
      expect(close, `${line.id} period ${index + 1}: ${String(value)} and ${String(other)}`).toBe(true);
    });
  }
}

describe("any mechanism with any inputs in their usual range opens, compiles and computes the same in both engines", () => {
  it.each([...mechanisms.values()].map((mechanism) => [mechanism.id, mechanism] as const))(
    "%s alone",
    (_id, mechanism) => {
      for (const seed of SEEDS) check([mechanism], seed, [0, 1, 0.5][seed % 3] ?? 0.5);
    },
  );

  it.each(SEEDS)("all together, draw %i", (seed) => {
    check([...mechanisms.values()], seed, 0.5);
    check([...mechanisms.values()], seed + 100, 1);
  });
});
