import { describe, expect, it } from "vitest";
import { areaExample } from "../support/area.ts";
import { item, worksOf } from "../support/cost.ts";
import { saleOf } from "../support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation } from "../support/situation.ts";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

describe("selling cost", () => {
  const price = { includesVat: true, vatMethod: "general", vatRate: "0.09", price: "10.9", sellingCost: "0.02" };
  const cost = (changes: Inputs = {}) =>
    run({ components: [saleOf("flats", 0, { ...price, ...changes })], periods: 1 });

  it("is a share of contracts as entered, with VAT where the price includes it", () => {
    expect(cost().total("flats.selling_cost")).toBeCloseTo(1090 * 0.02, 9);
    expect(cost({ rateBase: "net" }).total("flats.selling_cost")).toBeCloseTo(1000 * 0.02, 9);
    expect(cost({ price: "10", includesVat: false }).total("flats.selling_cost")).toBeCloseTo(1000 * 0.02, 9);
  });

  it("carries the VAT it states", () => {
    const outcome = cost({ sellingVatMethod: "creditable", sellingVatRate: "0.06", sellingIncludesVat: true });
    expect(outcome.total("flats.selling_cost")).toBeCloseTo(21.8 / 1.06, 9);
    expect(outcome.total("flats.selling_cost_vat")).toBeCloseTo((21.8 / 1.06) * 0.06, 9);
  });
});

describe("presale", () => {
  const works = (weights: readonly number[], changes: Inputs = {}): Part => [
    "works",
    "works",
    worksOf([item(1000, changes)], weights, { payer: "spv" }),
  ];
  const fees: Part = [
    "fees",
    "other_costs",
    {
      payer: "spv",
      payee: "supplier",
      items: [
        {
          id: "all",
          kind: "fees",
          rule: "price",
          basis: "fixed",
          price: "1000",
          includesVat: false,
          vatMethod: "none",
        },
      ],
      phasing: profile([0, 0, 0, 1], "2026-01", "quarter"),
    },
  ];
  const flats = (changes: Inputs = {}) =>
    saleOf("flats", 1000, {
      mode: "presale",
      handover: "2027-01",
      absorption: profile([1], "2026-01", "month"),
      ...changes,
    });
  const firstMonth = (components: readonly Part[], situation: Partial<Situation> = {}) =>
    run({ components, step: "month", periods: 24, parameters: { presale_invested_ratio: "0.25" }, ...situation })
      .series("flats.sold")
      .findIndex((sold) => sold > 0) + 1;

  it("starts in the month after the one in which a quarter is spent", () => {
    // 1,000 evenly over twelve months: 250 at the end of March.
    expect(firstMonth([works([1]), flats()])).toBe(4);
  });

  it("later by the months the permit takes", () => {
    expect(firstMonth([works([1]), flats({ presaleLag: "2" })])).toBe(6);
  });

  it("counts all construction: works are a quarter of it in June, and alone in March", () => {
    expect(firstMonth([works([1]), fees, flats()])).toBe(7);
    expect(firstMonth([works([1]), fees, flats({ presaleBase: "works" })])).toBe(4);
  });

  it("counts VAT: fees without it weigh less beside works with it", () => {
    // 26 % of 2,090 with VAT are spent after 5.98 months; 26 % of 2,000 without VAT would be after 6.24.
    const taxed = works([1], { price: "1090", includesVat: true, vatMethod: "creditable", vatRate: "0.09" });
    expect(firstMonth([taxed, fees, flats({ presaleRatio: "0.26" })])).toBe(7);
    const line = run({ components: [taxed, fees, flats()], step: "month", periods: 24 }).series("flats.construction");
    expect(line[0]).toBeCloseTo(1090 / 12, 9);
  });

  it("takes a ratio of its own", () => {
    expect(firstMonth([works([1]), flats({ presaleRatio: "0.5" })])).toBe(7);
  });

  it("looks within a longer step", () => {
    const sold = (step: "quarter" | "year", ratio: string) =>
      run({
        components: [works([1]), flats({ absorption: profile([1]), presaleRatio: ratio })],
        step,
        periods: step === "year" ? 2 : 8,
      }).series("flats.sold");
    // March is a quarter's last month, so the next quarter sells; a fifth is reached in the third month too, a sixth in the second.
    expect(sold("quarter", "0.25").slice(0, 2)).toEqual(close([0, 50]));
    expect(sold("quarter", "0.16").slice(0, 2)).toEqual(close([25, 25]));
    expect(sold("year", "0.25")).toEqual(close([100, 0]));
    expect(sold("year", "1")).toEqual(close([0, 100]));
  });

  it("does not rest on fees that rest on sales", () => {
    const agent: Part = [
      "agent",
      "other_costs",
      {
        payer: "spv",
        payee: "supplier",
        items: [
          { id: "fee", kind: "fees", rule: "rate", base: "sales", rate: "0.5", includesVat: false, vatMethod: "none" },
        ],
      },
    ];
    expect(firstMonth([works([1]), agent, flats()])).toBe(4);
    expect(
      run({ components: [works([1]), agent, flats()], step: "month", periods: 24 }).total("agent.paid.fee"),
    ).toBeCloseTo(500, 6);
  });
});

describe("a price per piece", () => {
  const area: Part = [
    "area",
    "area_balance",
    areaExample({
      parking: [{ id: "spaces", product: "spaces", spaces: "100", areaPerSpace: "40", disposition: "sale" }],
    }),
  ];
  const perPiece = (changes: Inputs = {}): Part => {
    const [, , { areaForSale: _area, price: _price, ...inputs }] = saleOf("spaces", 0);
    return ["spaces", "sale", { ...inputs, level: "below", pricePerPiece: "120000", ...changes }];
  };

  it("times the spaces of the area balance", () => {
    const outcome = run({ components: [area, perPiece()], periods: 1 });
    expect(outcome.total("spaces.contract")).toBeCloseTo(100 * 120000, 4);
    expect(outcome.total("spaces.sold")).toBeCloseTo(4000, 9);
  });

  it("times the pieces entered, where no area balance has them", () => {
    expect(
      run({ components: [perPiece({ areaForSale: "400", pieces: "10" })], periods: 1 }).total("spaces.contract"),
    ).toBeCloseTo(1200000, 6);
  });

  it("or a price per ㎡: one of the two is needed", () => {
    const [, , { price: _price, ...inputs }] = saleOf("flats", 100);
    const outcome = run({ components: [["flats", "sale", inputs]], periods: 1 }, true);
    expect(outcome.problems.map(({ path }) => path)).toContain("components/flats/inputs/price");
  });

  it("sells so many a month from hand-over on", () => {
    const { absorption: _absorption, ...inputs } = perPiece()[2];
    const sold = run({
      components: [area, ["spaces", "sale", { ...inputs, pacePieces: "10", handover: "2026-07" }]],
      step: "quarter",
      periods: 8,
    }).series("spaces.sold");
    expect(sold).toEqual(close([0, 0, 1200, 1200, 1200, 400, 0, 0]));
  });
});

describe("a pace in ㎡", () => {
  it("counts from the month in which presale is allowed", () => {
    const [, , { absorption: _absorption, ...inputs }] = saleOf("flats", 1000, {
      mode: "presale",
      handover: "2028-01",
      paceArea: "8",
      presaleRatio: "0.25",
    });
    const works: Part = ["works", "works", worksOf([item(1000)], [1], { payer: "spv" })];
    // Allowed from April: nine months of 8 ㎡ in the first year, what is left in the second.
    expect(run({ components: [works, ["flats", "sale", inputs]], periods: 3 }).series("flats.sold")).toEqual(
      close([72, 28, 0]),
    );
  });
});

describe("efficiency", () => {
  it("prices the saleable part of the product's floor area", () => {
    const products = [
      {
        id: "flats",
        product: "flats",
        disposition: "sale",
        level: "above",
        rule: "fixed",
        area: "1000",
        efficiency: "0.8",
      },
    ];
    const [, , { areaForSale: _area, ...inputs }] = saleOf("flats", 1000);
    const outcome = run({
      components: [
        ["area", "area_balance", areaExample({ products })],
        ["flats", "sale", inputs],
      ],
      periods: 1,
    });
    expect(outcome.total("flats.sold")).toBeCloseTo(1000, 9);
    expect(outcome.total("flats.contract")).toBeCloseTo(1000 * 0.8 * 10, 6);
  });
});
