import { describe, expect, it } from "vitest";
import { type Neighbouring, takingOver } from "../../models/analysis/takingOver.ts";

interface Named extends Neighbouring {
  readonly name: string;
}

type Values = Readonly<Record<string, number>>;

/** Names of what takes over from `x` where it stops mattering, in a formula of x and of some neighbours. */
function named(
  formula: (x: number, values: Values) => number,
  values: Values,
  turn: { flat: number; end: number; other: number },
) {
  const neighbours = Object.entries(values).map(
    ([name, value]): Named => ({ name, value, whole: false, alike: false }),
  );
  const found = takingOver({ ...turn, whole: false }, neighbours, {
    read: (x) => [formula(x, values)],
    moved: (x, { name }, to) => [formula(x, { ...values, [name]: to })],
  });
  return found.map(({ name }) => name);
}

describe("what takes over where a number stops mattering", () => {
  const turn = { flat: 8, end: 30, other: 0 };

  it("is its cap, not a rate that matters on both sides, nor what is added to it", () => {
    const formula = (x: number, { cap = 0, tax = 0, more = 0 }: Values) => (1 - tax) * Math.min(x, cap) * 1e4 + more;
    expect(named(formula, { tax: 0.3, more: 500, cap: 8 }, turn)).toEqual(["cap"]);
  });

  it("is its floor, walking down", () => {
    const formula = (x: number, { floor = 0, share = 0 }: Values) => Math.max(x, floor) * share;
    expect(named(formula, { share: 0.4, floor: 8 }, { flat: 8, end: 0, other: 30 })).toEqual(["floor"]);
  });

  it("is what holds it year by year too, though in most years it did before", () => {
    // A rent that grows passes its cap in the last year first.
    const years = [0, 1, 2, 3, 4, 5];
    const formula = (x: number, { rent = 0 }: Values) =>
      years.reduce((sum, year) => sum + Math.min(x, rent * 1.05 ** year), 0);
    expect(named(formula, { rent: 2.2 }, { flat: 2.2 * 1.05 ** 5, end: 30, other: 0 })).toEqual(["rent"]);
  });

  it("is nothing where the number only comes to an end of its own", () => {
    const formula = (x: number, { rate = 0 }: Values) => Math.min(x, 8) * rate;
    expect(named(formula, { rate: 0.5 }, turn)).toEqual([]);
  });

  it("is not what matters only further away", () => {
    // Another threshold lies beyond: a tax that begins at 20, on what is not the number.
    const formula = (x: number, { cap = 0, threshold = 0 }: Values) =>
      Math.min(x, cap) * 1e4 + (x > 20 ? Math.max(0, x - threshold) * 0 + threshold : 0);
    expect(named(formula, { threshold: 20, cap: 8 }, turn)).toEqual(["cap"]);
  });
});
