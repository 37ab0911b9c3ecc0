import { describe, expect, it } from "vitest";
import { advised, parsed, problemsOf, read } from "./support.ts";

const PRICE = "components/flats/inputs/price";
const [FAR, COST, CAPITAL] = [
  "components/area/inputs/far",
  "components/cost/inputs/items/building/price",
  "components/capital/inputs/schedule",
];
/** Nothing but the price may move. */
const PRICE_ALONE = { [FAR]: "no", [COST]: "no", [CAPITAL]: "no" } as const;

interface Raw {
  readonly components: readonly { readonly id: string; readonly inputs: Record<string, unknown> }[];
}

/** The plan of the goal seek's tests: the balance is 10,000 p − 50 m up to p = 7,920, and 0.3 (10,000 p − 66 m) less above it. */
function cliffAt(price: string) {
  const raw = read("../cliff.json") as Raw;
  for (const { id, inputs } of raw.components) if (id === "flats") inputs["price"] = price;
  return parsed(raw);
}

const UNTIL = ["balance.static>=29000000"];

describe("advice near a cliff (LAT-2)", () => {
  it("goes back over the cliff where that is the shorter way, and no further than its edge", () => {
    const { plans } = advised(cliffAt("8000"), { until: UNTIL, weights: PRICE_ALONE });
    const [change] = plans[0]?.changes ?? [];
    expect(plans[0]?.changes).toHaveLength(1);
    expect(change).toMatchObject({ path: PRICE, now: "8000", bearer: "project" });
    expect(Number(change?.to)).toBeLessThanOrEqual(7920);
    expect(Number(change?.to)).toBeGreaterThan(7919);
  });

  it("climbs past the trough where the way back is closed", () => {
    const { plans } = advised(cliffAt("8000"), {
      until: UNTIL,
      weights: PRICE_ALONE,
      within: { [PRICE]: { from: "8000", to: "9500" } },
    });
    const to = Number(plans[0]?.changes[0]?.to);
    const needed = 59_200_000 / 7000;
    expect(to).toBeGreaterThanOrEqual(needed);
    expect(to - needed).toBeLessThanOrEqual(0.01 * (needed - 8000));
  });

  it("finds the narrow stretch before the cliff from below", () => {
    const { plans } = advised(cliffAt("7500"), { until: UNTIL, weights: PRICE_ALONE });
    const to = Number(plans[0]?.changes[0]?.to);
    expect(to).toBeGreaterThanOrEqual(7900);
    expect(to).toBeLessThanOrEqual(7904);
  });
});

describe("no advice", () => {
  it("says how far it gets and which end holds it there", () => {
    const { plans, none, message } = advised(cliffAt("7500"), {
      until: UNTIL,
      weights: PRICE_ALONE,
      within: { [PRICE]: { from: "7000", to: "7899" } },
    });
    expect(plans).toEqual([]);
    expect(none?.why).toBe("out_of_reach");
    expect(none?.targets[0]?.alone).toBeCloseTo(10_000 * 7899 - 50_000_000 - 29_000_000, 2);
    expect(none?.binding).toEqual([expect.objectContaining({ path: PRICE, end: "7899", by: "asked" })]);
    expect(message.en).toContain("cannot be met");
  });

  it("tells targets that exclude each other from those out of reach", () => {
    const { none } = advised(cliffAt("7500"), {
      until: [...UNTIL, "flats.receipt@total<=78000000"],
      weights: PRICE_ALONE,
    });
    expect(none?.why).toBe("together");
    expect(none?.targets.map(({ alone }) => (alone ?? -1) >= 0)).toEqual([true, true]);
    expect(none?.targets.some(({ together }) => (together ?? 0) < 0)).toBe(true);
  });

  it("says so where nothing that may be turned moves the target", () => {
    const idle = "components/area/inputs/householdsPlanned";
    const sides = ["residents", "buyers", "users", "operator", "budget", "lenders", "suppliers", "project"];
    const closed = Object.fromEntries(sides.map((side) => [side, "no" as const]));
    const raw = read("../cliff.json") as Raw;
    for (const { id, inputs } of raw.components) if (id === "area") inputs["householdsPlanned"] = "100";
    const answer = advised(parsed(raw), { until: ["balance.static>=99000000"], weights: { ...closed, [idle]: 1 } });
    expect(answer.none?.why).toBe("no_lever");
    expect(answer.idle).toEqual([idle]);
  });

  it("needs no change where all targets are met", () => {
    const { plans, message } = advised(cliffAt("7910"), { until: UNTIL });
    expect(plans.map(({ changes }) => changes)).toEqual([[]]);
    expect(message.en).toContain("nothing need change");
  });
});

describe("a question that is none", () => {
  const document = cliffAt("7500");
  it.each<[string, Parameters<typeof problemsOf>[1], string]>([
    ["targets that exclude each other", { until: ["balance.static>=2", "balance.static<=1"] }, "advise.contradiction"],
    ["no target", { until: [] }, "advise.no_target"],
    ["a target that cannot be read", { until: ["much money"] }, "solve.target_unreadable"],
    ["an unknown line", { until: ["balance.statics>=0"] }, "solve.indicator_unknown"],
    ["ends the wrong way round", { until: UNTIL, within: { [PRICE]: { from: "9000", to: "7000" } } }, "advise.bounds"],
    [
      "ends beside the value of now",
      { until: UNTIL, within: { [PRICE]: { from: "8000", to: "9000" } } },
      "advise.bounds",
    ],
    ["an end that is no number", { until: UNTIL, within: { [PRICE]: { to: "much" } } }, "advise.bounds"],
    ["a path that is no lever", { until: UNTIL, weights: { "components/flats/inputs/prise": 2 } }, "advise.no_lever"],
    ["a weight of nothing", { until: UNTIL, weights: { buyers: 0 } }, "advise.weight"],
    ["no alternatives", { until: UNTIL, alternatives: 0 }, "advise.alternatives"],
  ])("%s", (_, question, code) => {
    expect(problemsOf(document, question)).toEqual([code]);
  });
});
