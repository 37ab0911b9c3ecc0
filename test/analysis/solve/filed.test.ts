import { describe, expect, it } from "vitest";
import { cliff, example, filed, holding, solved } from "./support.ts";

const PRICE = "components/flats/inputs/price";

/** See the worked figures of the goal seek: 29 m again from 59.2 m ÷ 7,000 = 8,457.142857142857142857… on. */
describe("a value filed at the end of a stretch", () => {
  const at = (price: string, until: string) =>
    solved(filed(cliff(), PRICE, price), PRICE, until, { min: "8000", max: "9000" });

  it.each(["8457.142857142858", "8457.14285714285714285715"])("is its end where it is just enough: %s", (price) => {
    const { intervals, roots } = at(price, "balance.static>=29000000");
    expect(intervals.map(({ from, state }) => [from, state])).toEqual([[price, "clean"]]);
    expect(roots.map(({ value }) => value)).toEqual([price]);
  });

  it.each(["8457.142857142857", "8457.14285714285714285714"])("is outside where it is not quite: %s", (price) => {
    const { intervals } = at(price, "balance.static>=29000000");
    expect(intervals).toHaveLength(1);
    expect(Number(intervals[0]?.from)).toBeGreaterThan(8457.142857142857);
    expect(Number(intervals[0]?.from)).toBeLessThan(8457.1429);
  });

  it("is its other end where more would be too much", () => {
    const { intervals, roots } = at("8457.142857142857", "balance.static<=29000000");
    expect(intervals.map(({ from, to }) => [from, to])).toEqual([["8000", "8457.142857142857"]]);
    expect(roots.map(({ value }) => value)).toEqual(["8457.142857142857"]);
  });

  it("leaves an end alone that has it inside already, with fewer digits", () => {
    expect(at("8457.2", "balance.static>=29000000").roots[0]?.value).not.toBe("8457.2");
    const { roots } = solved(filed(cliff(), PRICE, "7000"), PRICE, "balance.static>=20000000", { max: "7500" });
    expect(roots.map(({ value }) => value)).toEqual(["7000"]);
  });
});

describe("a value filed where the state of a stretch turns", () => {
  const WORKS = "components/works/inputs/items/above/price";
  const bounds = { min: "3000", max: "3300" };

  it("lies in the one part it belongs to, however coarsely the turn is known", { timeout: 240_000 }, () => {
    const { intervals } = solved(example("infill"), WORKS, "B2", bounds);
    const turns = intervals.slice(1).map(({ from }, i) => (Number(from) + Number(intervals[i]?.to)) / 2);
    expect(turns).toHaveLength(1);
    for (const turn of turns) {
      const value = turn.toFixed(6);
      const answer = solved(filed(example("infill"), WORKS, value), WORKS, "B2", bounds);
      expect(holding(answer, Number(value))).toHaveLength(1);
    }
  });
});
