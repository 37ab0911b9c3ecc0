import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { areaExample } from "./support/area.ts";
import { saleOf, spent } from "./support/sales.ts";
import { type Inputs, type Outcome, type Part, profile, run } from "./support/situation.ts";

const packs = INSTALLED_PACKS.map(({ id, version }) => ({ id, version }));

/** A part with some inputs left out. */
function without([id, mechanism, inputs]: Part, ...names: readonly string[]): Part {
  return [id, mechanism, Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)))];
}

const appreciationTax = (products: readonly string[], changes: Inputs = {}): Part => [
  "lat",
  "land_appreciation_tax",
  {
    taxpayer: "spv",
    authority: "tax",
    products: products.map((product) => ({ id: product, product, category: "commercial" })),
    expenses: "rate",
    transferTaxes: "0",
    ...changes,
  },
];

describe("land appreciation tax beside another seller", () => {
  // Deductions 800 × (1 + 10 % + 20 %) = 1,040; appreciation 960, of which 520 at 30 % and 440 at 40 %.
  const first = [
    saleOf("shops", 2000, { handover: "2027-01" }),
    spent("land", "cost_land_price", [300]),
    spent("works", "cost_works_building", [500]),
    appreciationTax(["shops"], { profitTiming: "matched", expenseRate: "0.1", settlementMonth: "2026-06" }),
  ];
  const other = saleOf("flats", 6000, { seller: "entity", handover: "2028-01" });

  it.each([
    ["alone", first],
    ["with a second seller of another product", [...first, other]],
    [
      "with a second seller of the same product",
      [...first, saleOf("more", 6000, { seller: "entity", product: "shops" })],
    ],
  ])("%s the first taxpayer owes 332, an expense when its own sales are recognised", (_name, components) => {
    const outcome = run({ components, packs, periods: 4 });
    expect(outcome.total("lat.paid")).toBeCloseTo(332, 6);
    const expensed = outcome.series("lat.paid_expensed");
    for (const [year, value] of [0, 332, 0, 0].entries()) expect(expensed[year]).toBeCloseTo(value, 6);
  });

  it("floor area of the balance is the taxpayer's where it or nobody sells, lets or cedes the product", () => {
    const products = ["shops", "flats", "hall"].map((product) => ({
      id: product,
      product,
      disposition: "sale",
      level: "above",
      rule: "fixed",
      area: "100",
    }));
    const balance: Part = ["area", "area_balance", areaExample({ products, parking: [] })];
    const from = (id: string, seller: string) => without(saleOf(id, 1000, { seller }), "areaForSale");
    const area = (...sales: readonly Part[]) =>
      run({ components: [balance, ...sales, appreciationTax(["shops"])], packs, plots: ["p1"], periods: 2 }).one(
        "lat.area_above",
      );
    expect(area(from("shops", "spv"))).toBe(300);
    expect(area(from("shops", "spv"), from("flats", "entity"))).toBe(200);
    expect(area(from("shops", "spv"), from("flats", "entity"), from("hall", "entity"))).toBe(100);
  });
});

/** Everything the taxes of one taxpayer look at, and all the taxes. */
const own = (timing: string, costOfSales: string): readonly Part[] => [
  [
    "area",
    "area_balance",
    areaExample({ products: [{ id: "shops", product: "shops", disposition: "lease", level: "above", rule: "rest" }] }),
  ],
  saleOf("flats", 9_000_000, { vatMethod: "general", vatRate: "0.09", includesVat: true, handover: "2027-01" }),
  saleOf("cellars", 600_000, { level: "below", vatMethod: "general", vatRate: "0.09", handover: "2028-01" }),
  rent("rent", "spv", "shops"),
  spent("land", "cost_land_price", [1_000_000]),
  spent("works", "cost_works_building", [2_000_000, 1_000_000], { vatMethod: "creditable", vatRate: "0.09" }),
  [
    "resettled",
    "deemed_sale",
    { taxpayer: "spv", product: "resettled", price: "100", includesVat: false, vatRate: "0.09", handover: "2027-06" },
  ],
  without(appreciationTax(["flats", "cellars", "resettled"], { profitTiming: timing }), "transferTaxes"),
  ["books", "asset_books", { taxpayer: "spv", completion: "2026-12", life: "240", residualShare: "0", costOfSales }],
  ["vat", "vat_return", { ...payer("spv"), prepaymentRate: "0.03", landPrice: "1000000", profitTiming: timing }],
  ["income", "income_tax", { ...payer("spv"), presaleMargin: "0.1" }],
  ["deed", "deed_tax", payer("spv")],
  ["ground", "land_use_tax", { ...payer("spv"), standard: "10", from: "2026-01", until: "2028-12" }],
  ["house", "property_tax", { ...payer("spv"), items: [{ id: "shops", basis: "rent", product: "shops" }] }],
  [
    "stamp",
    "stamp_tax",
    {
      ...payer("spv"),
      items: ["sale", "land", "construction", "lease", "loan", "books"].map((kind) => ({ id: kind, kind })),
    },
  ],
];

const payer = (taxpayer: string): Inputs => ({ taxpayer, authority: "tax" });

function rent(id: string, lessor: string, product: string, changes: Inputs = {}): Part {
  return [
    id,
    "lease",
    {
      lessor,
      tenant: "tenant",
      product,
      start: "2027-01",
      end: "2029-12",
      ramp: [{ id: "all", year: "1", share: "0.9" }],
      rentPer: "month",
      rent: "20",
      includesVat: true,
      vatMethod: "simplified",
      vatRate: "0.05",
      growth: "0.02",
      everyYears: "1",
      collection: "1",
      ...changes,
    },
  ];
}

const TAXES = ["lat", "books", "vat", "income", "deed", "ground", "house", "stamp", "resettled"];

/** Every line of the first taxpayer's tax components, period by period. */
function taxLines(outcome: Outcome): Readonly<Record<string, readonly number[]>> {
  const ids = outcome.lines
    .map(({ id }) => id)
    .filter(
      (id) =>
        TAXES.includes(id.split(".", 1)[0] ?? "") && !id.includes("#") && !/\.(enabled|items|products)\b/.test(id),
    );
  return Object.fromEntries(ids.map((id) => [id, outcome.series(id)]));
}

describe("a second taxpayer with products, works, rents and money of its own", () => {
  const amount = fc.integer({ min: 1, max: 50_000_000 });
  const other = fc
    .record({
      sale: amount,
      below: amount,
      works: amount,
      land: amount,
      rent: fc.integer({ min: 1, max: 500 }),
      equity: amount,
    })
    .map(({ sale, below, works, land, rent: perMonth, equity }): readonly Part[] => {
      const entity = { seller: "entity", handover: "2026-06", vatMethod: "general", vatRate: "0.09" };
      return [
        saleOf("houses", sale, entity),
        saleOf("garages", below, { ...entity, level: "below" }),
        rent("other_rent", "entity", "kiosks", { areaLeased: "300", rent: String(perMonth) }),
        spent("other_works", "cost_works_building", [works], { payer: "entity" }),
        spent("other_land", "cost_land_price", [land], { payer: "entity" }),
        ["other_equity", "equity", { investor: "investor", recipient: "entity", schedule: profile([equity]) }],
      ];
    });

  it("changes nothing of any tax of the first, whatever the choices", () => {
    const alone = new Map<string, Readonly<Record<string, readonly number[]>>>();
    fc.assert(
      fc.property(
        fc.constantFrom("paid", "matched"),
        fc.constantFrom("area", "value"),
        fc.boolean(),
        other,
        (timing, costOfSales, taxed, second) => {
          const base = { packs, periods: 5, plots: ["p1"] };
          const first = own(timing, costOfSales);
          const key = `${timing} ${costOfSales}`;
          const expected = alone.get(key) ?? taxLines(run({ ...base, components: first }));
          alone.set(key, expected);
          const taxes: readonly Part[] = [
            ["other_vat", "vat_return", { ...payer("entity"), prepaymentRate: "0.03", landPrice: "500000" }],
            [
              "other_books",
              "asset_books",
              { taxpayer: "entity", completion: "2026-12", life: "240", residualShare: "0" },
            ],
            ["other_income", "income_tax", payer("entity")],
          ];
          const both = taxLines(run({ ...base, components: [...first, ...second, ...(taxed ? taxes : [])] }));
          expect(Object.keys(both)).toEqual(Object.keys(expected));
          for (const [id, values] of Object.entries(expected))
            for (const [period, value] of values.entries()) {
              const after = both[id]?.[period] ?? Number.NaN;
              if (Math.abs(after - value) > 1e-6 * Math.max(1, Math.abs(value)))
                throw new Error(`${id}, period ${period + 1}: ${value} alone, ${after} beside another`);
            }
        },
      ),
      { numRuns: 12 },
    );
  });
});
