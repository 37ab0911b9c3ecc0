import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { type Inputs, profile, run, situationCase } from "./support/situation.ts";

const balance = (changes: Inputs = {}, parameters = {}) =>
  run({ components: [["area", "area_balance", areaExample(changes)]], periods: 1, parameters });

describe("AREA-1: area balance of a full rebuild", () => {
  const { expected } = situationCase("AREA-1");
  const outcome = balance();
  const lines: readonly (readonly [string, string])[] = [
    ["far_counted", "area.counted_area"],
    ["above_ground_total", "area.gfa_above"],
    ["resettlement", "area.resettlement"],
    ["community_rooms", "area.community_rooms"],
    ["pm_rooms", "area.property_rooms"],
    ["pm_operating_min", "area.property_operating_required"],
    ["net_increment", "area.product_area.flats"],
    ["underground", "area.gfa_below"],
    ["total_gfa", "area.gfa_total"],
    ["demolish_build_ratio", "area.demolish_build_ratio"],
    ["check_sum", "area.residual"],
  ];
  it.each(lines)("%s", (key, line) => {
    expect(outcome.one(line)).toBeCloseTo(expected[key] as number, 6);
  });
});

describe("resettlement", () => {
  it("adds bonus and top-up and leaves the share paid in cash alone", () => {
    const outcome = balance({ resettlementBonus: "300", minimumTopUp: "120" });
    expect(outcome.one("area.resettlement")).toBeCloseTo(30000 * 0.95 * 1.1 + 300 + 120, 6);
    expect(outcome.one("area.legal_cash.dwellings")).toBeCloseTo(1500, 6);
  });

  it("by inside area divides by one minus the shared rate", () => {
    expect(balance({ sharedRate: "0.2" }).one("area.resettlement")).toBeCloseTo(31350 / 0.8, 6);
  });

  it("knows no right for illegal or unrecognised area", () => {
    const row = {
      id: "a",
      use: "residential",
      legal: "30000",
      unrecognised: "500",
      illegal: "200",
      demolishedShare: "1",
      inKindShare: "1",
      resettleRatio: "1",
    };
    const outcome = balance({ existing: [row] });
    expect(outcome.one("area.resettlement")).toBeCloseTo(30000, 6);
    expect(outcome.one("area.demolished_total")).toBeCloseTo(30700, 6);
  });
});

describe("counted and physical area", () => {
  it("height multipliers take physical area away from the same FAR and keep the identity", () => {
    const outcome = balance({ heights: [{ id: "lobby", area: "1000", multiplier: "2" }] });
    expect(outcome.one("area.counted_area")).toBeCloseTo(48000, 6);
    expect(outcome.one("area.gfa_above")).toBeCloseTo(49400, 6);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
  });

  it("exempt space uses up FAR where the exemption is not in force", () => {
    const outcome = balance({}, { far_exempt_allowed: "0" });
    expect(outcome.one("area.gfa_above")).toBeCloseTo(48000, 6);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
  });

  it("the exempt part of a sky garden stops at its limit", () => {
    expect(
      balance({ exempt: [{ id: "gardens", kind: "sky_garden", area: "900", limit: "600" }] }).one("area.exempt_total"),
    ).toBeCloseTo(600, 6);
  });

  it("exempt space beyond its share of the floor area counts in FAR", () => {
    // 48,000 counted; of 2,400 exempt at most 4 % of the floor area: 48,000 × 0.04 / 0.96 = 2,000.
    const outcome = balance({ exemptShareMax: "0.04" });
    expect(outcome.one("area.exempt_within")).toBeCloseTo(2000, 6);
    expect(outcome.one("area.gfa_above")).toBeCloseTo(50000, 6);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
    expect(balance({ exemptShareMax: "0.1" }).one("area.gfa_above")).toBeCloseTo(50400, 6);
  });

  it("kept buildings count in floor area with a disposition of their own", () => {
    const row = {
      id: "a",
      use: "residential",
      legal: "20000",
      demolishedShare: "0.6",
      inKindShare: "1",
      resettleRatio: "1",
    };
    const outcome = balance({ existing: [row] });
    expect(outcome.one("area.kept.a")).toBeCloseTo(8000, 6);
    expect(outcome.one("area.gfa_above_new")).toBeCloseTo(50400 - 8000, 6);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
  });

  it("storeys come from new physical area with the exempt floors, rounded up", () => {
    expect(balance({ footprintNew: "4000" }).one("area.storeys")).toBe(13);
    expect(balance({ footprintNew: "4000" }).one("area.density")).toBeCloseTo(0.2, 9);
  });
});

describe("rooms required", () => {
  it("property rooms rest on above-ground area with the exempt part, or without it on request", () => {
    expect(balance().one("area.property_rooms")).toBeCloseTo(352.8, 6);
    expect(balance({ propertyRoomBase: "without_exempt" }).one("area.property_rooms")).toBeCloseTo(336, 6);
  });

  it("property rooms are taken from the increment once", () => {
    const outcome = balance();
    expect(outcome.one("area.increment_above")).toBeCloseTo(48000 - 31350 - 448 - 1800 - 600 - 352.8, 6);
  });

  it("property rooms are never below the least area", () => {
    expect(balance({ propertyRoomRate: "0.0001" }).one("area.property_rooms")).toBeCloseTo(50, 6);
  });

  it("too few community rooms show beside what the standard asks for", () => {
    const outcome = balance({ communityRooms: "400" });
    expect(outcome.one("area.community_required")).toBeCloseTo(448, 6);
    expect(outcome.one("area.community_rooms")).toBeCloseTo(400, 6);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
  });

  it("a facility with a standard per 100 households says whether it meets it", () => {
    const service = {
      id: "elderly",
      item: "elderly",
      area: "100",
      disposition: "public_transfer",
      requiredPerHundred: "20",
    };
    const outcome = balance({ services: [service] });
    expect(outcome.one("area.service_required.elderly")).toBeCloseTo(112, 6);
    expect(outcome.one("area.service_met.elderly")).toBe(0);
  });
});

describe("what follows FAR", () => {
  it("parking and fixed products stay, the rest takes the change", () => {
    const [low, high] = [balance({ far: "2.4" }), balance({ far: "2.5" })];
    expect(high.one("area.gfa_below")).toBe(low.one("area.gfa_below"));
    expect(high.one("area.product_area.flats") - low.one("area.product_area.flats")).toBeCloseTo(2000 * (1 - 0.007), 6);
  });

  it("parking follows where its number is a formula", () => {
    const parking = [
      {
        id: "spaces",
        product: "spaces",
        spaces: { formula: "area.far * 200" },
        areaPerSpace: "38",
        disposition: "common",
      },
    ];
    expect(balance({ parking, far: "2.5" }).one("area.gfa_below")).toBeCloseTo(500 * 38 + 2500, 6);
  });
});

describe("the identity", () => {
  it("two rows that both take the rest leave a residual", () => {
    const flats = { id: "flats", product: "flats", disposition: "sale", level: "above", rule: "rest" };
    const outcome = balance({ products: [flats, { ...flats, id: "shops", product: "shops", disposition: "lease" }] });
    expect(outcome.one("area.residual")).toBeCloseTo(-13449.2, 6);
  });

  it("dispositions beyond the floor area leave a residual, and the rest is not negative", () => {
    const outcome = balance({ far: "1.5" });
    expect(outcome.one("area.product_area.flats")).toBe(0);
    expect(outcome.one("area.residual")).toBeLessThan(-1);
  });

  it("placing the same space twice on the plot shows", () => {
    const line = {
      id: "cafe",
      label: "stilt floor let out",
      unit: "m2",
      kind: "scalar",
      axis: "scalar",
      formula: "300 m2",
      role: "area.disposition.lease",
      tags: { plot: "p1" },
    };
    const outcome = run({ components: [["area", "area_balance", areaExample()]], periods: 1, customLines: [line] });
    expect(outcome.one("area.residual")).toBeCloseTo(-300, 6);
  });

  it("every square metre has one disposition, whatever the plan", () => {
    const squareMetres = fc.integer({ min: 0, max: 4000 }).map(String);
    const share = fc.integer({ min: 0, max: 100 }).map((percent) => String(percent / 100));
    const plan = fc.record({
      far: fc.integer({ min: 20, max: 40 }).map((tenth) => String(tenth / 10)),
      exempt: squareMetres,
      high: squareMetres,
      demolished: share,
      inKind: share,
      shops: squareMetres,
      reserve: squareMetres,
      allowed: fc.constantFrom("0", "1"),
      cellar: squareMetres,
    });
    fc.assert(
      fc.property(plan, (drawn) => {
        const outcome = balance({
          far: drawn.far,
          exempt: [{ id: "stilt", kind: "stilt", area: drawn.exempt }],
          exemptAllowed: drawn.allowed,
          heights: [{ id: "lobby", area: drawn.high, multiplier: "1.5" }],
          existing: [
            {
              id: "a",
              use: "residential",
              legal: "20000",
              unrecognised: "700",
              demolishedShare: drawn.demolished,
              inKindShare: drawn.inKind,
              resettleRatio: "1.05",
            },
          ],
          reserve: drawn.reserve,
          civilDefence: "1500",
          civilDefenceDisposition: "public_transfer",
          products: [
            { id: "flats", product: "flats", disposition: "sale", level: "above", rule: "rest" },
            { id: "shops", product: "shops", disposition: "lease", level: "above", rule: "fixed", area: drawn.shops },
            {
              id: "cellar",
              product: "cellar",
              disposition: "ceded",
              level: "below",
              rule: "fixed",
              area: drawn.cellar,
            },
          ],
        });
        const placed = outcome.lines
          .filter(({ role }) => role?.startsWith("area.disposition."))
          .reduce((sum, { id }) => sum + outcome.one(id), 0);
        expect(placed).toBeCloseTo(outcome.one("area.gfa_above") + outcome.one("area.gfa_below"), 4);
        expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
      }),
      { numRuns: 25 },
    );
  });

  it("holds for each plot and in total", () => {
    const outcome = run({
      plots: ["p1", "p2"],
      components: [
        ["north", "area_balance", areaExample()],
        ["south", "area_balance", areaExample({ plot: "p2", siteNet: "10000", far: "3.9" })],
      ],
      periods: 1,
    });
    expect(outcome.one("plot.p1.residual")).toBeCloseTo(0, 6);
    expect(outcome.one("plot.p2.residual")).toBeCloseTo(0, 6);
    expect(outcome.one("south.counted_area")).toBeCloseTo(39000, 6);
  });
});

describe("GREEN-1: green ratio on the ground and with vertical greening", () => {
  const { inputs, expected } = situationCase("GREEN-1");
  const outcome = balance({
    siteNet: String(inputs.site_m2),
    groundGreen: String(inputs.ground_green_m2),
    greening: [{ id: "walls", area: String(inputs.vertical_m2), factor: String(inputs.conversion) }],
    greenRequired: String(inputs.required),
  });

  it("shows both ratios and which of them passes", () => {
    expect(outcome.one("area.green_ground")).toBeCloseTo(expected.ground_only as number, 9);
    expect(outcome.one("area.green_converted")).toBeCloseTo(expected.with_vertical as number, 9);
    expect(outcome.one("area.green_ground_met")).toBe(Number(expected.passes_ground_only));
    expect(outcome.one("area.green_converted_met")).toBe(Number(expected.passes_with_vertical));
  });

  it("knows the conversion that would just pass", () => {
    expect(outcome.one("area.green_factor_needed")).toBeCloseTo(expected.min_conversion_to_pass as number, 9);
  });
});

describe("AREA-2: the floor area ratio at which the money balances", () => {
  const { inputs, expected } = situationCase("AREA-2");
  const surplus = (far: number): number => {
    const works = (price: number, basis: string) => ({
      id: basis,
      kind: "building",
      basis,
      price: String(price),
      includesVat: false,
      vatMethod: "none",
    });
    return run({
      periods: 3,
      components: [
        ["area", "area_balance", areaExample({ far: String(far) })],
        [
          "works",
          "works",
          {
            payer: "entity",
            payee: "contractor",
            items: [
              works(inputs.build_cost_yuan_m2_above_ground as number, "above"),
              works(inputs.fixed_cost_yuan as number, "fixed"),
            ],
            phasing: profile([1]),
          },
        ],
        [
          "flats",
          "sale",
          {
            seller: "entity",
            buyer: "buyer",
            product: "flats",
            price: String(inputs.net_price_yuan_m2),
            includesVat: false,
            vatMethod: "exempt",
            priceGrowth: "0",
            priceFrom: "2026-01",
            absorption: profile([0, 1]),
            mode: "completed",
            handover: "2027-01",
            collection: [{ id: "all", lag: "0", share: "1" }],
            sellingCost: "0",
            sellingCostPayee: "supplier",
          },
        ],
        [
          "gift",
          "donation",
          {
            donor: "donor",
            payee: "entity",
            kind: "cash",
            amount: String(inputs.other_sources_yuan),
            date: "2026-03",
            status: "approved",
          },
        ],
      ],
    }).one("project.static_balance");
  };

  it("the balance at the plan, its slope, and its root", () => {
    const at = expected.surplus_at_far_2_4_yuan as number;
    expect(surplus(2.4)).toBeCloseTo(at, 2);
    expect(surplus(2.5) - at).toBeCloseTo(expected.d_surplus_per_0_1_far_yuan as number, 2);
    const root = 2.4 - (at / (expected.d_surplus_per_0_1_far_yuan as number)) * 0.1;
    expect(root).toBeCloseTo(expected.break_even_far as number, 6);
    expect(Math.abs(surplus(root))).toBeLessThan(0.01);
  });
});
