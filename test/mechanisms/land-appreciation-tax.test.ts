import { describe, expect, it } from "vitest";
import { saleOf, spent } from "./support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation, situationCase } from "./support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];

const tax = (categories: Readonly<Record<string, string>>, changes: Inputs = {}): Part => [
  "lat",
  "land_appreciation_tax",
  {
    taxpayer: "spv",
    authority: "tax",
    products: Object.entries(categories).map(([product, category]) => ({ id: product, product, category })),
    expenses: "rate",
    transferTaxes: "0",
    ...changes,
  },
];

const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, periods: 3, ...situation });

describe("LAT-1: settlement", () => {
  const { inputs, expected } = situationCase("LAT-1");
  const outcome = evaluate([
    saleOf("shops", inputs.revenue_ex_vat as number),
    spent("land", "cost_land_price", [inputs.land as number]),
    spent("works", "cost_works_building", [inputs.dev_cost as number]),
    tax({ shops: "commercial" }, { transferTaxes: String(inputs.transfer_taxes) }),
  ]);

  it.each([
    ["deductions", "lat.deductions.commercial"],
    ["appreciation", "lat.gain.commercial"],
    ["ratio", "lat.gain_ratio.commercial"],
    ["tax", "lat.tax.commercial"],
  ])("%s", (key, line) => {
    expect(outcome.series(line)[0]).toBeCloseTo(expected[key] as number, 6);
  });

  it("is paid", () => {
    expect(outcome.total("lat.paid")).toBeCloseTo(expected.tax as number, 6);
  });
});

/** Deductions of `deductions`, made of land and works with a fourth of them on top. */
const withDeductions = (deductions: number, revenue: number, category: string) =>
  evaluate([
    saleOf("homes", revenue),
    spent("works", "cost_works_building", [deductions / 1.25]),
    tax({ homes: category }, { expenseRate: "0.05" }),
  ]);

describe("LAT-2: the cliff of the exemption", () => {
  const { raw } = situationCase("LAT-2");
  const revenues = raw.inputs.revenues as readonly number[];
  const taxes = raw.expected.tax as readonly number[];

  it.each(revenues.map((revenue, index) => [revenue, taxes[index] as number]))("revenue %d pays %d", (revenue, due) => {
    expect(withDeductions(10000, revenue, "ordinary").total("lat.paid")).toBeCloseTo(due, 6);
  });

  it("leaves the seller as well off at the indifferent revenue as at the edge, and worse between", () => {
    const { expected } = situationCase("LAT-2");
    const revenue = expected.indifference_revenue as number;
    const kept = (amount: number) => amount - withDeductions(10000, amount, "ordinary").total("lat.paid");
    expect(kept(revenue)).toBeCloseTo(12000, 3);
    expect(kept(12500)).toBeLessThan(12000);
  });

  it("other categories know no exemption", () => {
    expect(withDeductions(10000, 12000, "other").total("lat.paid")).toBeCloseTo(600, 6);
    expect(withDeductions(10000, 12000, "commercial").total("lat.paid")).toBeCloseTo(600, 6);
  });
});

describe("LAT-3: all four brackets", () => {
  const { raw } = situationCase("LAT-3");
  const revenues = raw.inputs.revenues as readonly number[];

  it.each(revenues.map((revenue, index) => [revenue, index]))("revenue %d", (revenue, index) => {
    const outcome = withDeductions(1000, revenue, "other");
    expect(outcome.series("lat.gain_ratio.other")[0]).toBeCloseTo(
      (raw.expected.ratio as readonly number[])[index] ?? 0,
      9,
    );
    expect(outcome.total("lat.paid")).toBeCloseTo((raw.expected.tax as readonly number[])[index] ?? 0, 6);
  });
});

describe("categories settled separately", () => {
  it("a loss of one does not lower the gain of another, and the exemption of one is its own", () => {
    const outcome = evaluate([
      saleOf("homes", 600),
      saleOf("shops", 1600),
      spent("works", "cost_works_building", [1600]),
      tax({ homes: "ordinary", shops: "commercial" }, { expenseRate: "0.05" }),
    ]);
    // Each has 100 of 200 ㎡: 800 of cost, deductions of 1,000.
    expect(outcome.series("lat.gain.commercial")[0]).toBeCloseTo(600, 6);
    expect(outcome.series("lat.tax.ordinary")[0]).toBe(0);
    expect(outcome.total("lat.paid")).toBeCloseTo(500 * 0.3 + 100 * 0.4, 6);
  });
});

describe("cost pools", () => {
  const land = spent("land", "cost_land_price", [300]);
  const deed = spent("deed", "cost_land_deed_tax", [30]);
  const above = spent("above", "cost_works_building", [600], { pool: "above" });
  const common = spent("fees", "cost_other_design", [93]);
  const held = {
    areas: [
      {
        id: "held",
        label: "held",
        unit: "m2",
        kind: "scalar",
        role: "area.disposition.lease",
        formula: "50 m2",
      },
    ],
  };

  it("land with its deed tax goes by above-ground product area, held area included", () => {
    const outcome = evaluate([saleOf("homes", 2000), land, deed, above, tax({ homes: "other" })], {
      customLines: held.areas,
    });
    expect(outcome.series("lat.land.other")[0]).toBeCloseTo((330 * 100) / 150, 6);
    expect(outcome.series("lat.development.other")[0]).toBeCloseTo((600 * 100) / 150, 6);
  });

  it("what is below ground by its own area, common cost in proportion to direct cost", () => {
    const works: Part = [
      "below",
      "works",
      {
        payer: "spv",
        payee: "contractor",
        items: [{ id: "pit", kind: "building", basis: "below", price: "1", includesVat: false, vatMethod: "none" }],
        phasing: profile([1]),
      },
    ];
    const outcome = evaluate(
      [
        saleOf("homes", 2000),
        saleOf("spaces", 500, { level: "below" }),
        land,
        deed,
        above,
        common,
        works,
        tax({ homes: "other", spaces: "commercial" }),
      ],
      {
        customLines: [
          {
            id: "dug",
            label: "dug",
            unit: "m2",
            kind: "scalar",
            role: "area.gfa.below",
            formula: "310 m2",
          },
          {
            id: "kept",
            label: "kept",
            unit: "m2",
            kind: "scalar",
            role: "area.disposition.lease",
            formula: "100 m2",
            tags: { pool: "below" },
          },
        ],
      },
    );
    // 310 direct below of 910 built, the land apart; half of the below-ground area is held.
    expect(outcome.series("lat.development.commercial")[0]).toBeCloseTo((310 + (93 * 310) / 910) / 2, 6);
    expect(outcome.series("lat.development.other")[0]).toBeCloseTo(600 + (93 * 600) / 910, 6);
    expect(outcome.series("lat.land.commercial")[0]).toBe(0);
  });

  it("expenses by rate, or proved interest and a lower rate", () => {
    const loan: Part = [
      "loan",
      "loan",
      {
        borrower: "spv",
        lender: "bank",
        sizing: "schedule",
        facility: "1000",
        priority: "1",
        lastDraw: "2027-01",
        drawSchedule: profile([1000]),
        rate: "0.04",
        rateBasis: "nominal",
        drawTiming: "start",
        start: "2026-01",
        completion: "2027-01",
        constructionInterest: "capitalised",
        form: "bullet",
        grace: "0",
        tenor: "36",
      },
    ];
    const late = { absorption: profile([1], "2027-01"), handover: "2027-01" };
    const settled = (expenses: string) =>
      evaluate([saleOf("homes", 2000, late), land, above, loan, tax({ homes: "other" }, { expenses })]).series(
        "lat.expense.other",
      )[1];
    expect(settled("rate")).toBeCloseTo(90, 6);
    expect(settled("interest")).toBeCloseTo(40 + 45, 6);
  });

  it("surcharges by share of value", () => {
    const outcome = evaluate([
      saleOf("homes", 3000),
      saleOf("shops", 1000),
      tax({ homes: "other", shops: "commercial" }, { transferTaxes: "100" }),
    ]);
    expect(outcome.series("lat.taxes.other")[0]).toBeCloseTo(75, 6);
    expect(outcome.series("lat.taxes.commercial")[0]).toBeCloseTo(25, 6);
  });
});

describe("prepayment and settlement", () => {
  const presold = (shares: readonly number[], changes: Inputs = {}) =>
    saleOf("homes", 12000, { absorption: profile(shares), mode: "presale", handover: "2028-01", ...changes });
  const works = spent("works", "cost_works_building", [2400, 1600, 4000]);
  const pay = (shares: readonly number[], changes: Inputs = {}, sale: Inputs = {}, periods = 5) =>
    evaluate([presold(shares, sale), works, tax({ homes: "ordinary" }, { expenseRate: "0.05", ...changes })], {
      periods,
    });

  it("exempt housing prepays too and gets it back at settlement", () => {
    const outcome = pay([0.5, 0.2, 0.2, 0.1]);
    // 90 % are sold in 2028; everything prepaid before comes back.
    expect(outcome.series("lat.paid")).toEqual(
      [6000 * 0.015, 2400 * 0.015, -126, 0, 0].map((value) => expect.closeTo(value, 6)),
    );
    expect(outcome.total("lat.paid")).toBeCloseTo(0, 6);
  });

  it("on receipts divided by one plus the VAT rate", () => {
    const vat = { includesVat: true, vatMethod: "general", vatRate: "0.09" };
    expect(pay([1], { settlementMonth: "2029-01" }, vat).series("lat.paid")[0]).toBeCloseTo((12000 / 1.09) * 0.015, 6);
  });

  it("settles at the month entered, however little is sold", () => {
    const outcome = pay([0.5, 0, 0, 0.5], { settlementMonth: "2027-06" });
    expect(outcome.series("lat.settled")).toEqual([0, 1, 1, 1, 1]);
  });

  it("settles once 85 % is sold, stays settled, and waits for completion where that is entered", () => {
    expect(pay([0.8, 0.05, 0.1, 0.05]).series("lat.settled")).toEqual([0, 1, 1, 1, 1]);
    expect(pay([0.8, 0.05, 0.1, 0.05], { completion: "2028-01" }).series("lat.settled")).toEqual([0, 0, 1, 1, 1]);
  });

  it("settles at the end where too little is sold", () => {
    expect(pay([0.4, 0.1]).series("lat.settled")).toEqual([0, 0, 0, 0, 1]);
  });

  it("sales after the settlement are settled as they are sold", () => {
    const outcome = pay([0.9, 0, 0, 0.1], { completion: "2028-01" }, { price: "200" });
    expect(outcome.series("lat.paid")[2]).not.toBe(0);
    expect(outcome.series("lat.paid")[3]).toBeGreaterThan(0);
    expect(outcome.total("lat.paid")).toBeCloseTo(outcome.series("lat.tax.ordinary")[4] as number, 6);
  });
});

describe("revenue", () => {
  it("is the price less output VAT, so the relief for land raises it", () => {
    const { inputs, expected } = situationCase("VAT-1");
    const vat: Part = [
      "vat",
      "vat_return",
      {
        taxpayer: "spv",
        authority: "tax",
        saleRate: "0.09",
        prepaymentRate: "0.03",
        landPrice: String(inputs.deductible_land),
        cityRate: "0",
        educationRate: "0",
        localEducationRate: "0",
      },
    ];
    const homes = saleOf("homes", inputs.receipts_incl_vat as number, {
      includesVat: true,
      vatMethod: "general",
      vatRate: "0.09",
    });
    const outcome = evaluate([homes, vat, tax({ homes: "other" })]);
    expect(outcome.series("lat.value.other")[0]).toBeCloseTo(expected.revenue_ex_vat_for_statements as number, 6);
    expect(outcome.series("lat.revenue.other")[0]).toBeCloseTo(expected.revenue_for_LAT as number, 6);
  });
});

describe("resettlement in kind", () => {
  const homes = saleOf("homes", 3000);
  const works = spent("works", "cost_works_building", [1000]);
  const resettled = {
    customLines: [
      {
        id: "back",
        label: "back",
        unit: "m2",
        kind: "scalar",
        role: "area.disposition.resettle",
        formula: "60 m2",
      },
    ],
  };
  const vat: Part = [
    "vat",
    "vat_return",
    {
      taxpayer: "spv",
      authority: "tax",
      prepaymentRate: "0.03",
      cityRate: "0.07",
      educationRate: "0.03",
      localEducationRate: "0.02",
    },
  ];
  const deemed: Part = [
    "deemed",
    "deemed_sale",
    { taxpayer: "spv", product: "returned", price: "25", includesVat: false, handover: "2026-06" },
  ];
  const lat = tax({ homes: "other", returned: "ordinary" });

  it("is no sale by default", () => {
    const outcome = evaluate([homes, works, vat, tax({ homes: "other" })], resettled);
    expect(outcome.series("lat.development.other")[0]).toBeCloseTo(1000, 6);
    expect(outcome.total("vat.paid")).toBe(0);
  });

  it("switched on it is revenue and compensation cost alike, bears VAT and takes its share of the pools", () => {
    const outcome = evaluate([homes, works, vat, lat, deemed], resettled);
    expect(outcome.series("lat.value.ordinary")[0]).toBeCloseTo(1500, 6);
    expect(outcome.series("lat.development.other")[0]).toBeCloseTo(((1000 + 1500) * 100) / 160, 6);
    expect(outcome.total("vat.paid")).toBeCloseTo(1500 * 0.09, 6);
    expect(outcome.total("party.buyer.net")).toBeCloseTo(-3000, 6);
    // Nobody pays this VAT to the seller, so it ends as an expense and not on the tax account.
    expect(outcome.series("account.vat_credit")[2]).toBeCloseTo(0, 6);
  });
});
