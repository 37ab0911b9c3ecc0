import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irr } from "../../models/finance/irr.ts";
import { onlyRate } from "../../models/operations/reducers/doubleRates.ts";

const amount = fc.double({ min: 0.01, max: 1e9, noNaN: true });

/** Outflows, then inflows (or the other way round), with idle steps between them. */
const onceChanging = fc
  .tuple(
    fc.array(amount, { minLength: 1, maxLength: 8 }),
    fc.nat(5),
    fc.array(amount, { minLength: 1, maxLength: 40 }),
    fc.constantFrom(1, -1),
  )
  .map(([out, idle, back, sign]) => [
    ...out.map((x) => -x * sign),
    ...new Array<number>(idle).fill(0),
    ...back.map((x) => x * sign),
  ]);

describe("the only rate of flows that change sign once", () => {
  it("is the spreadsheet's rate", () => {
    fc.assert(
      fc.property(onceChanging, (flows) => {
        const exact = irr(flows);
        const quick = onlyRate(flows);
        if (typeof exact !== "number") return;
        expect(quick).toBeDefined();
        expect(Math.abs((quick ?? Number.NaN) - exact)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(exact)));
      }),
    );
  });

  it("is not asked for where signs change more often or never, or nothing flows", () => {
    expect(onlyRate([-1, 2, -1])).toBeUndefined();
    expect(onlyRate([1, 2, 3])).toBeUndefined();
    expect(onlyRate([0, 0])).toBeUndefined();
    expect(onlyRate([])).toBeUndefined();
  });

  it.each([
    [[-100, 110], 0.1],
    [[0, 0, -100, 0, 121], 0.1],
    [[-100, 50], -0.5],
    [[100, -110], 0.1],
  ])("of %j is %d", (flows, rate) => {
    expect(onlyRate(flows)).toBeCloseTo(rate, 14);
  });
});
