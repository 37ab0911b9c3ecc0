import { describe, expect, it } from "vitest";
import { saleOf, spent } from "./support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation, situationCase } from "./support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const pays = { taxpayer: "spv", authority: "tax" };
const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, periods: 3, ...situation });
const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));

const lease = (rent: number, changes: Inputs = {}): Part => [
  "lease",
  "lease",
  {
    lessor: "spv",
    tenant: "tenant",
    product: "shops",
    areaLeased: "1",
    start: "2026-01",
    end: "2030-12",
    ramp: [{ id: "y1", year: "1", share: "1" }],
    rentPer: "month",
    rent: String(rent / 12),
    includesVat: false,
    vatMethod: "exempt",
    growth: "0",
    collection: "1",
    ...changes,
  },
];

const property = (items: readonly Inputs[], changes: Inputs = {}): Part => [
  "pt",
  "property_tax",
  { ...pays, items: items.map((item, index) => ({ id: `i${index + 1}`, ...item })), ...changes },
];

describe("PT-1: property tax", () => {
  const { inputs, expected } = situationCase("PT-1");
  const outcome = evaluate([
    lease(inputs.rent_ex_vat as number),
    property([
      { basis: "value", value: String(inputs.original_value), deduction: String(inputs.deduct) },
      { basis: "rent", product: "shops" },
      { basis: "housing", product: "shops" },
    ]),
  ]);

  it.each([
    ["by_value", "pt.paid.i1"],
    ["by_rent", "pt.paid.i2"],
    ["housing_lease_4pct", "pt.paid.i3"],
  ])("%s", (key, line) => {
    expect(outcome.series(line)[0]).toBeCloseTo(expected[key] as number, 8);
  });
});

describe("property tax", () => {
  it("is on rent without VAT", () => {
    const taxed = lease(654, { includesVat: true, vatMethod: "general", vatRate: "0.09" });
    expect(evaluate([taxed, property([{ basis: "rent" }])]).series("pt.paid.i1")[0]).toBeCloseTo(72, 8);
  });

  it("on value counts the months held", () => {
    const outcome = evaluate([
      property([{ basis: "value", value: "5000", deduction: "0.3", chargedFrom: "2026-07", chargedUntil: "2027-03" }]),
    ]);
    expect(outcome.series("pt.paid.i1")).toEqual(close([21, 10.5, 0]));
  });

  it("is relieved for community services by date, by months within a period, and beyond only where renewal is assumed", () => {
    const item = { basis: "value", value: "5000", deduction: "0.3", relief: "community_service" };
    expect(evaluate([property([item])]).series("pt.paid.i1")).toEqual(close([0, 0, 42]));
    expect(evaluate([property([item], { assumeRenewal: true })]).series("pt.paid.i1")).toEqual(close([0, 0, 0]));
    const years = evaluate([property([item])], { start: "2026-07", conventions: { yearBasis: "project" } });
    // Project year from July 2027 to June 2028: half of it under the relief.
    expect(years.series("pt.paid.i1")).toEqual(close([0, 21, 42]));
  });
});

describe("land-use tax", () => {
  const tax = (changes: Inputs = {}): Part => [
    "lut",
    "land_use_tax",
    { ...pays, landArea: "1000", standard: profile([9, 6]), from: "2026-04", until: "2028-06", ...changes },
  ];

  it("is the area times the amount of the year, by months", () => {
    expect(evaluate([tax()]).series("lut.paid")).toEqual(close([6750, 6000, 3000]));
  });

  it("takes the site area of the plots where none is entered, and is relieved for community services", () => {
    const customLines = [
      { id: "site", label: "site", unit: "m2", kind: "scalar", role: "area.site", formula: "500 m2" },
    ];
    const { landArea: _, ...rest } = tax()[2] as Record<string, unknown>;
    expect(evaluate([["lut", "land_use_tax", rest]], { customLines }).series("lut.paid")[0]).toBeCloseTo(3375, 6);
    expect(evaluate([tax({ communityService: true })]).series("lut.paid")).toEqual(close([0, 0, 3000]));
  });
});

describe("deed tax on land", () => {
  const land = spent("land", "cost_land_price", [1000, 500]);
  const deed = (changes: Inputs = {}): Part => ["deed", "deed_tax", { ...pays, ...changes }];
  const contingency: Part = ["reserve", "contingency", { payer: "spv", payee: "contractor", basicRate: "0.1" }];

  it("is 3 % of the price as it is paid, part of the investment", () => {
    const outcome = evaluate([land, deed()]);
    expect(outcome.series("deed.paid")).toEqual(close([30, 15, 0]));
    expect(outcome.total("project.investment")).toBeCloseTo(1545, 6);
  });

  it("bears no contingency unless its line says so", () => {
    expect(evaluate([land, deed(), contingency]).total("reserve.basic")).toBe(0);
    expect(evaluate([land, deed({ contingency: "yes" }), contingency]).total("reserve.basic")).toBeCloseTo(4.5, 6);
  });
});

describe("stamp tax", () => {
  const stamp = (kinds: readonly string[]): Part => [
    "stamp",
    "stamp_tax",
    { ...pays, items: kinds.map((kind) => ({ id: kind, kind })) },
  ];
  const equity: Part = ["equity", "equity", { investor: "investor", recipient: "spv", schedule: profile([4000]) }];
  const loan: Part = [
    "loan",
    "loan",
    {
      borrower: "spv",
      lender: "bank",
      sizing: "need",
      facility: "100000",
      priority: "1",
      lastDraw: "2028-01",
      rate: "0.04",
      rateBasis: "nominal",
      drawTiming: "start",
      start: "2026-01",
      completion: "2027-01",
      constructionInterest: "capitalised",
      form: "bullet",
      grace: "0",
      tenor: "60",
    },
  ];

  it("by kind of contract, at the rates of the law", () => {
    const outcome = evaluate([
      saleOf("homes", 20000),
      lease(600),
      spent("works", "cost_works_building", [60000]),
      spent("land", "cost_land_price", [1000]),
      equity,
      loan,
      stamp(["sale", "land", "construction", "lease", "loan", "books"]),
    ]);
    const first = (kind: string, at = 0) => outcome.series(`stamp.paid.${kind}`)[at];
    expect(first("sale")).toBeCloseTo(10, 8);
    expect(first("land")).toBeCloseTo(0.5, 8);
    expect(first("construction")).toBeCloseTo(18, 8);
    expect(first("lease")).toBeCloseTo(0.6, 8);
    expect(first("books", 1)).toBeCloseTo(1, 8);
    expect(first("loan", 1)).toBeCloseTo((outcome.series("loan.draw")[0] as number) * 0.00005, 8);
    expect(first("loan", 1)).toBeGreaterThan(1);
  });

  it("takes a rate of its own where entered", () => {
    const own: Part = ["stamp", "stamp_tax", { ...pays, items: [{ id: "a", kind: "sale", rate: "0.0003" }] }];
    expect(evaluate([saleOf("homes", 20000), own]).series("stamp.paid.a")[0]).toBeCloseTo(6, 8);
  });
});
