import { describe, expect, it } from "vitest";
import { saleOf, spent } from "../support/sales.ts";
import { type Inputs, type Part, profile, run } from "../support/situation.ts";

/**
 * A rebuilding in 万元: flats on 12,000 of 15,000 ㎡ above ground, 11,400 of 18,000 ㎡ of parking below. Direct cost 170 above and 90 below, land 42,
 * compensation 73, common 50: grounds by ㎡ of site 8, a lump sum of works 10, fees 32.
 */
const item = (id: string, kind: string, basis: string, price: number, changes: Inputs = {}) => ({
  id,
  kind,
  basis,
  price: String(price),
  includesVat: false,
  vatMethod: "none",
  ...changes,
});

const area = (id: string, role: string, size: number, pool?: string) => ({
  id,
  label: id,
  unit: "m2",
  kind: "scalar",
  role,
  formula: `${size} m2`,
  ...(pool === undefined ? {} : { tags: { pool } }),
});

const sites = [
  area("built", "area.gfa.above", 17000),
  area("dug", "area.gfa.below", 18000),
  area("old", "area.disposition.kept", 0),
  area("site", "area.site", 20000),
  area("shops", "area.disposition.lease", 3000),
  area("held_spaces", "area.disposition.lease", 6600, "below"),
];

const rebuilding = (
  items: readonly Inputs[],
  conventions: Inputs = {},
  changes: { readonly parts?: readonly Part[] } = {},
) =>
  run({
    packs: [{ id: "national-law", version: "2026.1" }],
    periods: 3,
    conventions,
    customLines: sites,
    components: [
      saleOf("flats", 393, { areaForSale: "12000", price: String(393 / 12000) }),
      saleOf("spaces", 50, { areaForSale: "11400", price: String(50 / 11400), level: "below" }),
      ["works", "works", { payer: "spv", payee: "contractor", items, phasing: profile([1]) }],
      spent("land", "cost_land_price", [42]),
      spent("moved", "cost_compensation_cash", [73]),
      spent("fees", "cost_other_design", [32]),
      [
        "lat",
        "land_appreciation_tax",
        {
          taxpayer: "spv",
          authority: "tax",
          products: [
            { id: "flats", product: "flats", category: "ordinary" },
            { id: "spaces", product: "spaces", category: "commercial" },
          ],
          expenses: "rate",
          transferTaxes: "0",
        },
      ],
      ["books", "asset_books", { taxpayer: "spv", completion: "2026-12", life: "240", residualShare: "0" }],
      ...(changes.parts ?? []),
    ],
  });

const direct = [item("above", "building", "above", 170 / 17000), item("below", "building", "below", 90 / 18000)];
const shared = [item("grounds", "outdoor", "site", 8 / 20000), item("lump", "building", "fixed", 10)];

describe("common cost of the pools above and below ground", () => {
  const outcome = rebuilding([...direct, ...shared]);

  it("grounds and lump sums are common, and land is no key", () => {
    // Key 90/(170 + 90); below 90 + 50 × 90/260 = 107.3077, above 73 + 170 + 50 × 170/260 = 275.6923.
    expect(outcome.series("lat.common")[0]).toBeCloseTo(50, 9);
    expect(outcome.series("lat.development_below")[0]).toBeCloseTo(107.307692, 5);
    expect(outcome.series("lat.development_above")[0]).toBeCloseTo(275.692308, 5);
  });

  it("the appreciation that follows, close to the edge of the exemption", () => {
    // Flats: land 42 × 0.8 = 33.6, development 275.6923 × 0.8 = 220.5538; expenses 10 %, addition 20 %: 1.3 × 254.1538 = 330.4; 393 is 18.947 % more.
    expect(outcome.series("lat.deductions.ordinary")[0]).toBeCloseTo(330.4, 6);
    expect(outcome.series("lat.gain_ratio.ordinary")[0]).toBeCloseTo(62.6 / 330.4, 8);
  });

  it("the books divide alike: cost of sales is the land and development of what was handed over", () => {
    expect(outcome.series("books.cost_of_sales.above")[0]).toBeCloseTo(254.153846, 5);
    // 11,400 of 18,000 ㎡ of 107.3077.
    expect(outcome.series("books.cost_of_sales.below")[0]).toBeCloseTo((107.307692 * 11400) / 18000, 5);
    // What is not sold is held: 375 + 50 in all.
    const sold = outcome.total("books.cost_of_sales.above") + outcome.total("books.cost_of_sales.below");
    expect(outcome.total("books.to_fixed")).toBeCloseTo(425 - sold, 6);
  });

  it("land and compensation stand in the key where the file says so, in both alike", () => {
    // Key 90/(170 + 90 + 42 + 73) = 0.24: 12 of the common 50 go below.
    const withLand = rebuilding([...direct, ...shared], { commonCostKey: "with_land" });
    expect(withLand.series("lat.development_below")[0]).toBeCloseTo(102, 6);
    expect(withLand.series("lat.gain_ratio.ordinary")[0]).toBeCloseTo(393 / (1.3 * 0.8 * (42 + 281)) - 1, 8);
    expect(withLand.series("books.cost_of_sales.above")[0]).toBeCloseTo(0.8 * 323, 6);
  });

  it("a row says otherwise: fees and equipment of the basement", () => {
    const pumps = item("pumps", "equipment", "fixed", 10, { pool: "below" });
    const said = rebuilding([...direct, shared[0] ?? {}, pumps]);
    expect(said.series("lat.direct_below")[0]).toBeCloseTo(100, 9);
    expect(said.series("lat.common")[0]).toBeCloseTo(40, 9);
  });

  it("without direct cost on either side, by product floor area", () => {
    // 18,000 of 33,000 ㎡ of 310 in all that is common.
    const lump = rebuilding([item("all", "building", "fixed", 278)]);
    expect(lump.series("lat.development_below")[0]).toBeCloseTo((310 * 18000) / 33000, 6);
  });
});
