import { describe, expect, it } from "vitest";
import { areaExample } from "../support/area.ts";
import { type Inputs, run } from "../support/situation.ts";

const one = (inputs: Inputs, line: string) =>
  run({ components: [["area", "area_balance", inputs]], periods: 1 }).one(`area.${line}`);

describe("planned ratio of a renewal that only adds public rooms", () => {
  const { far: _none, ...open } = areaExample();
  /** 30,000 ㎡ stay on 20,000 ㎡ of land; 240 ㎡ of rooms for the elderly are added. */
  const renewal: Inputs = {
    ...open,
    existing: [
      { id: "kept", use: "residential", legal: "30000", demolishedShare: "0", inKindShare: "1", resettleRatio: "1" },
    ],
    exempt: [],
    services: [{ id: "care", item: "elderly", area: "240", disposition: "public_transfer" }],
    communityRooms: "0",
    products: [],
    parking: [],
  };

  it("does not rise", () => {
    expect(one(renewal, "far_uplift")).toBeCloseTo(0, 12);
    expect(one(renewal, "far_used")).toBeCloseTo(30240 / 20000, 12);
    expect(one(renewal, "gfa_above_new")).toBeCloseTo(240, 9);
  });

  it("rises where they are said to count, and with what is let", () => {
    expect(one({ ...renewal, publicRoomsInFar: "yes" }, "far_uplift")).toBeCloseTo(240 / 20000, 12);
    expect(
      one({ ...renewal, services: [{ id: "care", item: "elderly", area: "240", disposition: "lease" }] }, "far_uplift"),
    ).toBeCloseTo(240 / 20000, 12);
  });

  it("follows the plan where a ratio is planned", () => {
    expect(one(areaExample(), "far_planned")).toBeCloseTo(2.4, 12);
    expect(one(areaExample({ publicRoomsInFar: "no" }), "far_planned")).toBeLessThan(2.4);
  });
});

describe("what the form of the buildings allows", () => {
  const form = { densityLimit: "0.25", storeyHeight: "3", heightLimit: "28" };

  it("is density times storeys: nine of 3 m under 28 m", () => {
    expect(one(areaExample(form), "far_form_limit")).toBeCloseTo(0.25 * 9, 12);
    expect(one(areaExample(form), "far_within_form")).toBe(0);
    expect(one(areaExample({ ...form, heightLimit: "30" }), "far_within_form")).toBe(1);
    expect(one(areaExample({ ...form, storeysLimit: "8" }), "far_form_limit")).toBeCloseTo(2, 12);
  });
});

describe("a dense plot", () => {
  it("may have a ratio above ten", () => {
    expect(one(areaExample({ far: "12" }), "counted_area")).toBeCloseTo(240000, 6);
  });
});

describe("a city without a pack of its own", () => {
  const packs = [
    { id: "zhejiang", version: "2026.1" },
    { id: "national-law", version: "2026.1" },
  ];
  const balance = (changes: Inputs) =>
    run(
      { components: [["area", "area_balance", areaExample({ exemptAllowed: "1", ...changes })]], periods: 1, packs },
      true,
    );

  it("takes the standard of places without a rule of their own", () => {
    const outcome = balance({});
    expect(outcome.problems).toEqual([]);
    // 560 planned households, 80 ㎡ for every 100.
    expect(outcome.one("area.community_rooms")).toBeCloseTo(448, 9);
  });

  it("enters it, or the rooms themselves", () => {
    expect(balance({ communityPerHundred: "30" }).one("area.community_rooms")).toBeCloseTo(168, 9);
    const rooms = balance({ communityRooms: "150" });
    expect(rooms.problems).toEqual([]);
    expect(rooms.one("area.community_rooms")).toBeCloseTo(150, 9);
  });
});
