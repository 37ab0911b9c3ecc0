import { describe, expect, it } from "vitest";
import { CONVENTION_WORDS, conventionsOf } from "../../models/terms/conventions.ts";

describe("conventions that hold", () => {
  it("are the stated defaults where the file is silent", () => {
    expect(conventionsOf({})).toEqual({
      yearBasis: "calendar",
      commonCostKey: "construction",
      discountFrom: "t=1",
      indicatorBasis: "year",
      vatBasis: "separate",
      priceBasis: "constant",
      dscrBasis: "cash",
      drawTiming: "mid",
      inflation: "0",
      minimumCash: "0",
    });
  });

  it("are the file's where it speaks, and nothing is made up for what has no default", () => {
    const held = conventionsOf({ drawTiming: "end", minimumCash: "5", icProject: "0.06", yearBasis: undefined });
    expect(held).toMatchObject({ drawTiming: "end", minimumCash: "5", icProject: "0.06", yearBasis: "calendar" });
    expect(held).not.toHaveProperty("icEquity");
  });

  it("default to one of their own words", () => {
    for (const { words, otherwise } of Object.values(CONVENTION_WORDS)) expect(words).toContain(otherwise);
  });
});
