import { describe, expect, it } from "vitest";
import { cliff, example, solved } from "./support.ts";

const PRICE = "components/flats/inputs/price";

describe("an input that does not move the target", () => {
  it("is said to be none it depends on, where no formula leads from one to the other", () => {
    // What is sold does not change what stands on the plot.
    const { effect, message, intervals, found } = solved(cliff(), PRICE, "area.gfa_above>=1");
    expect(effect).toBe("none");
    expect(message.zh).toMatch(/^目标不随该输入变化/);
    expect(message.en).toMatch(/^the target does not depend on this input/);
    expect(message.en).not.toContain("met at every value");
    expect([found, intervals.map(({ state }) => state)]).toEqual([true, ["clean"]]);
    expect(message.zh).toContain("现状达标");
  });

  it("and that it is missed is not “none found”", () => {
    const { effect, message, intervals, found } = solved(cliff(), PRICE, "area.gfa_above>=1000000");
    expect([effect, found, intervals]).toEqual(["none", false, []]);
    expect(message.en).not.toContain("none found");
    expect(message.en).toContain("it is missed as it stands");
    expect(message.zh).toContain("现状未达标");
  });

  it("is said to be still where its component is off: the formulas lead through a switch", () => {
    const off = cliff(({ components }) => {
      const lat = components.find(({ id }) => id === "lat");
      if (lat !== undefined) lat.enabled = false;
    });
    expect(solved(off, "components/lat/inputs/transferTaxes", "balance.static>=0").effect).toBe("still");
  });

  it("is said to be still where values tried make no difference, and how far that was looked", () => {
    const capped = cliff(({ components }) => {
      const flats = components.find(({ id }) => id === "flats");
      if (flats !== undefined) flats.inputs["priceCap"] = "6500";
    });
    const { effect, message } = solved(capped, PRICE, "balance.static>=20000000", { min: "6600", max: "9000" });
    expect(effect).toBe("still");
    expect(message.zh).toMatch(/^在 6600 至 9000 之间,目标不随该输入变化/);
    expect(message.en).toMatch(/^from 6600 to 9000 the target does not depend on this input/);
    expect(message.en).toContain("at most");
    expect(message.en).not.toContain("changes nothing");
  });

  it("moves where it does, and only then an end of its effect is spoken of", () => {
    const { effect } = solved(cliff(), PRICE, "balance.static>=29000000");
    expect(effect).toBe("moves");
    // A rate of return moves by little: that is not nothing.
    const little = solved(cliff(), PRICE, "firr.project.pretax>=0", { min: "7900", max: "7900.000001" });
    expect(little.effect).toBe("moves");
  });
});

it("a margin that stands still is told beside the parts its conditions make", { timeout: 240_000 }, () => {
  // Equity of the first year never makes B3 of this plan any tighter within the range; what it rests on turns.
  const answer = solved(example("rebuild"), "components/equity/inputs/schedule/profile/2026", "B3", {
    min: "50000000",
    max: "100000000",
  });
  expect(answer.effect).toBe("still");
  expect(answer.message.zh).toMatch(/^在 50000000 至 100000000 之间,目标的数值不随该输入变化,能否作答案则随之变化/);
  expect(answer.message.zh).toContain("只在附条件或违反规则时达标,不作答案");
});
