import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanCrossings } from "../../models/engines/roots.ts";

const scan = (excess: (x: number) => number | undefined, from = 0, to = 5) => scanCrossings({ from, to, excess });
const values = (excess: (x: number) => number | undefined) => scan(excess).crossings.map(({ value }) => value);

describe("crossings", () => {
  it("are found one by one, each from the side that meets the target", () => {
    expect(values((x) => (x - 1) * (x - 2) * (x - 4))).toEqual([
      expect.closeTo(1, 11),
      expect.closeTo(2, 11),
      expect.closeTo(4, 11),
    ]);
    const [only] = scan((x) => 3 - x).crossings;
    expect(only?.value).toBeLessThanOrEqual(3);
    expect(only?.residual).toBeGreaterThanOrEqual(0);
    expect(only?.beyond).toBeGreaterThan(3);
  });

  it("of bends and leaps are told apart", () => {
    const bend = scan((x) => (x < 2 ? -1 : x < 3 ? 100 * (x - 2.5) : 50)).crossings[0];
    expect(bend).toMatchObject({ value: expect.closeTo(2.5, 11), jump: false });
    const leap = scan((x) => (x < 2.5 ? -40 : 60)).crossings[0];
    expect(leap).toMatchObject({
      value: expect.closeTo(2.5, 11),
      beyond: expect.closeTo(2.5, 11),
      jump: true,
      residual: 60,
    });
  });

  it("near 0 are as sharp as elsewhere", () => {
    const [found] = values((x) => x - 1e-9);
    expect(Math.abs((found ?? 1) - 1e-9)).toBeLessThan(1e-20);
  });

  it("take a handful of trials each", () => {
    let trials = 0;
    scan((x) => {
      trials += 1;
      return 1000 * x - 1234.5678 - 0.3 * Math.max(0, x - 1);
    });
    expect(trials).toBeLessThan(65 + 20);
  });

  it("are none where the target is met or missed all over, or has no value", () => {
    expect(scan(() => 1)).toMatchObject({ crossings: [], metAtEnds: [true, true], empty: false });
    expect(scan(() => -1)).toMatchObject({ crossings: [], metAtEnds: [false, false] });
    expect(scan(() => undefined).empty).toBe(true);
  });

  it("of any line and any cubic lie where the function changes sign", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 4.99, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.constantFrom(1, 3),
        (root, slope, power) => {
          const found = values((x) => slope * (x - root) ** power);
          expect(found).toHaveLength(1);
          expect(Math.abs((found[0] ?? 9) - root)).toBeLessThan(1e-9);
        },
      ),
    );
  });
});
