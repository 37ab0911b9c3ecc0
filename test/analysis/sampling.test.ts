import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { survey } from "../../models/analysis/sampling.ts";

const look = (excess: (x: number) => number | undefined, more: Partial<Parameters<typeof survey>[0]> = {}) =>
  survey({ from: 0, to: 1000, whole: false, known: [], grid: 64, extra: 1500, excess, ...more });

describe("a survey of one number", () => {
  it("finds whole numbers only where only they make sense", () => {
    const { stretches, resolution } = look((x) => (x >= 12 && x <= 700 ? 1 : -1), { whole: true });
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([[12, 700]]);
    expect(Number.isInteger(resolution)).toBe(true);
  });

  it("ends a stretch where there is no value, and does not take that for met", () => {
    const { stretches } = look((x) => (x < 300 ? undefined : x - 200));
    expect(stretches).toHaveLength(1);
    expect(stretches[0]?.from).toBeCloseTo(300, 9);
    expect(stretches[0]?.edges[0]?.jump).toBe(true);
  });

  it("is empty where nothing has a value", () => {
    expect(look(() => undefined)).toMatchObject({ empty: true, stretches: [] });
  });

  it("finds the top of every cliff that rises to the target, however narrow", () => {
    // Straight up to the cliff, met only on the last `width` before it.
    const cliffs = fc.record({
      at: fc.double({ min: 100, max: 900, noNaN: true }),
      width: fc.double({ min: 0.02, max: 5, noNaN: true }),
      drop: fc.double({ min: 20, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(cliffs, ({ at, width, drop }) => {
        const excess = (x: number) => (x <= at ? x - at + width : x - at + width - drop);
        const [first] = look(excess).stretches;
        expect(first?.from).toBeCloseTo(at - width, 6);
        expect(first?.to).toBeCloseTo(at, 6);
      }),
    );
  });

  it("finds a peak between two kinks", () => {
    const { stretches } = look((x) => 3 - Math.abs(x - 517.3));
    expect(stretches.map(({ from, to }) => [from.toFixed(4), to.toFixed(4)])).toEqual([["514.3000", "520.3000"]]);
  });
});
