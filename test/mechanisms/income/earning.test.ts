import { describe, expect, it } from "vitest";
import { areaExample } from "../support/area.ts";
import { saleOf } from "../support/sales.ts";
import { type Inputs, type Part, profile, run } from "../support/situation.ts";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

const lease = (changes: Inputs = {}): Part => {
  const inputs: Record<string, unknown> = {
    lessor: "entity",
    tenant: "tenant",
    product: "shops",
    areaLeased: "100",
    start: "2026-01",
    end: "2030-12",
    ramping: "full",
    rentPer: "month",
    rent: "10",
    includesVat: false,
    vatMethod: "exempt",
    growth: "0",
    collection: "1",
    ...changes,
  };
  return ["shops", "lease", Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined))];
};

describe("a lease", () => {
  it("that is always full needs no ramp-up, and one that is not needs one", () => {
    expect(run({ components: [lease()], periods: 1 }).total("shops.rent_received")).toBeCloseTo(12000, 9);
    const open = run({ components: [lease({ ramping: undefined })], periods: 1 }, true);
    expect(open.problems.map(({ path }) => path)).toContain("components/shops/inputs/ramp");
    expect(() => open.total("shops.rent_received")).toThrow();
  });

  it("is collected by year, apart from how it fills up", () => {
    const outcome = run({
      components: [lease({ collection: undefined, collectionByYear: profile([0.9, 0.95, 1]) })],
      periods: 4,
    });
    expect(outcome.series("shops.rent_received")).toEqual(close([10800, 11400, 12000, 12000]));
    expect(outcome.series("shops.occupancy")).toEqual(close([1, 1, 1, 1]));
  });

  it("has a rent per piece: 20 spaces at 300 a month", () => {
    const outcome = run({
      components: [lease({ rent: undefined, rentPerPiece: "300", pieces: "20", areaLeased: "700" })],
      periods: 1,
    });
    expect(outcome.total("shops.rent_received")).toBeCloseTo(20 * 300 * 12, 6);
  });
});

const earners = ({ lines }: ReturnType<typeof run>) =>
  lines.filter(({ role }) => role === "area.in_use").map(({ id, tags }) => [id, tags["product"]]);

describe("who earns from an area", () => {
  const products = [
    { id: "flats", product: "flats", disposition: "sale", level: "above", rule: "fixed", area: "1000" },
    { id: "shops", product: "shops", disposition: "lease", level: "above", rule: "fixed", area: "300" },
  ];
  const [, , { areaForSale: _area, ...flats }] = saleOf("flats", 1000);
  const area: Part = ["area", "area_balance", areaExample({ products })];

  it("is said for every product, with where the rooms are", () => {
    const outcome = run({ components: [area, ["flats", "sale", flats], lease({ areaLeased: undefined })], periods: 1 });
    expect(outcome.series("shops.earned_area")).toEqual(close([300]));
    expect(earners(outcome)).toEqual([
      ["flats.earned_area", "flats"],
      ["shops.earned_area", "shops"],
    ]);
  });

  it("but not for kept or borrowed rooms, which nobody else uses", () => {
    for (const source of ["existing", "outside"])
      expect(earners(run({ components: [area, lease({ source })], periods: 1 }))).toEqual([]);
  });

  it("also where a garage is operated", () => {
    const row = {
      id: "garage",
      kind: "parking",
      payer: "tenant",
      basis: "count",
      quantity: "10",
      price: "1",
      per: "month",
      growth: "0",
      ramped: "no",
      collection: "1",
      includesVat: false,
      vatMethod: "exempt",
    };
    const operation = (changes: Inputs): Part => [
      "ops",
      "operating_revenue",
      { earner: "entity", start: "2026-01", end: "2030-12", ramping: "full", items: [{ ...row, ...changes }] },
    ];
    const parking = [{ id: "garage", product: "garage", spaces: "10", areaPerSpace: "30", disposition: "lease" }];
    const below: Part = ["area", "area_balance", areaExample({ products, parking })];
    const look = (changes: Inputs) => run({ components: [below, operation(changes)], periods: 1 });
    expect(look({ product: "garage" }).one("ops.area_used.garage")).toBeCloseTo(300, 9);
    expect(look({ product: "garage", areaUsed: "120" }).one("ops.area_used.garage")).toBeCloseTo(120, 9);
    expect(look({}).has("ops.area_used.garage")).toBe(false);
    // Ten spaces are there: an eleventh is let nowhere.
    expect(look({ product: "garage" }).one("ops.unheld.garage")).toBe(0);
    expect(look({ product: "garage", quantity: "11" }).one("ops.unheld.garage")).toBe(11);
  });
});

describe("what a sale leaves over", () => {
  it("stands on lines by reason, in ㎡ and in money", () => {
    // 80 ㎡ are to be sold in the first year, 10 in the second, 10 after the horizon; half of the money comes a year later.
    const sale = saleOf("flats", 1000, {
      absorption: profile([0.8, 0.1, 0.1]),
      collection: [
        { id: "now", lag: "0", share: "0.5" },
        { id: "later", lag: "12", share: "0.5" },
      ],
    });
    const outcome = run({ components: [sale], periods: 2 }, true);
    expect(outcome.one("flats.area_off_cutoff") + outcome.one("flats.area_off_horizon")).toBeCloseTo(10, 9);
    expect(outcome.one("flats.unsold")).toBeCloseTo(10, 9);
    // 900 contracted: 850 come within the two years, 50 later.
    expect(outcome.total("flats.receipt")).toBeCloseTo(850, 9);
    expect(outcome.one("flats.off_horizon")).toBeCloseTo(50, 9);
    expect(outcome.one("flats.uncollected")).toBeCloseTo(50, 9);
    expect(outcome.lines.find(({ role }) => role === "open.area.unsold")?.id).toBe("flats.unsold");
  });

  it("above the cap: 12 asked, 10 allowed", () => {
    const outcome = run({ components: [saleOf("flats", 1200, { priceCap: "10" })], periods: 1 });
    expect(outcome.one("flats.entered")).toBeCloseTo(1200, 9);
    expect(outcome.one("flats.off_cap")).toBeCloseTo(200, 9);
  });
});
