import fc from "fast-check";
import { expect, test } from "vitest";
import { type Answered, asAnswered, asUndecided, isAlike, MISSED } from "../../../models/analysis/answered.ts";
import { partsOf } from "../../../models/analysis/parts.ts";

const text = { zh: "甲", en: "a" };
const point = (kind: "paper" | "finding") => ({ kind, path: "somewhere", message: text });
/** Every way a target can answer. */
const ANSWERS: readonly Answered[] = [
  asAnswered([]),
  asAnswered([point("paper")]),
  asAnswered([point("finding")]),
  asUndecided("B1", text),
  MISSED,
];

/** Answers that turn at some values, the first before the first of them. */
const turning = fc.record({
  at: fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 12 }),
  answers: fc.array(fc.integer({ min: 0, max: ANSWERS.length - 1 }), { minLength: 13, maxLength: 13 }),
  filed: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  whole: fc.boolean(),
});

test("no value that was looked at answers otherwise than the part it lies in, however often the state turns", () => {
  fc.assert(
    fc.property(turning, ({ at, answers, filed, whole }) => {
      const turns = at.map((x) => x / 100).toSorted((a, b) => a - b);
      const of = (literal: string): Answered =>
        ANSWERS[answers[turns.filter((turn) => turn <= Number(literal)).length] as number] as Answered;
      const looked = new Set<string>();
      const answered = (literal: string): Answered => {
        looked.add(literal);
        return of(literal);
      };
      const parts = partsOf({ from: "0", to: "100" }, { whole, answered, filed: filed?.toString() });
      expect([parts[0]?.from, parts.at(-1)?.to]).toEqual(["0", "100"]);
      for (const [i, { from, to, at: told, state }] of parts.entries()) {
        expect([Number(from) <= Number(told), Number(told) <= Number(to)]).toEqual([true, true]);
        expect(Number(from)).toBeGreaterThanOrEqual(Number(parts[i - 1]?.to ?? 0));
        expect(state).toBe(of(told).state);
      }
      for (const literal of looked) {
        const part = parts.find(({ from, to }) => Number(from) <= Number(literal) && Number(literal) <= Number(to));
        expect(part === undefined ? undefined : isAlike(of(literal), of(part.at)), literal).toBe(true);
      }
    }),
  );
});
