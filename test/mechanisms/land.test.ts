import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { approval } from "./support/records.ts";
import { type Inputs, type Part, profile, run, situationCase } from "./support/situation.ts";

const { raw } = situationCase("LANDREV-1");
const given = raw.inputs as { readonly [key: string]: number } & {
  readonly agri_dev: { readonly area_m2: number; readonly standard_yuan_m2: number; readonly ratio: number };
};
const yuan = (tenThousands: number): string => String(tenThousands * 10000);

const cascade = (changes: Inputs = {}): Part => [
  "land",
  "land_revenue",
  {
    buyer: "other",
    buyerSide: "outside",
    treasury: "district",
    province: "province",
    city: "city",
    price: yuan(given.gross_price as number),
    instalments: profile([1]),
    landFundRate: String(given.land_income_fund_rate),
    agriArea: String(given.agri_dev.area_m2),
    agriStandard: String(given.agri_dev.standard_yuan_m2),
    agriShare: String(given.agri_dev.ratio),
    costs: yuan(given.cost_deductions as number),
    businessFee: yuan(given.business_fee as number),
    education: String(given.education),
    irrigation: String(given.irrigation),
    housing: String(given.housing),
    provincialRate: String(given.province),
    cityRate: String(given.city),
    cityBase: "net",
    ...changes,
  },
];

const rebate = (changes: Inputs = {}): Part => [
  "rebate",
  "city_rebate",
  {
    payer: "city",
    payee: "entity",
    returned: "0.8",
    lagMonths: "12",
    order: "grants_first",
    status: "approved",
    ...changes,
  },
];

/** Pilot building large enough that eligible cost does not bind, unless a test says otherwise. */
const pilot = (tenThousands = 20000): Part => [
  "works",
  "works",
  worksOf([item(tenThousands * 10000, { eligibleRebate: "yes", eligibleGrant: "yes" })]),
];

describe("LANDREV-1: cascade from gross price to the district remainder", () => {
  const outcome = run({ components: [cascade(), pilot(), rebate()], periods: 4 });
  const lines: readonly (readonly [string, string])[] = [
    ["land_income_fund", "land.land_fund"],
    ["agri_dev_fund", "land.agri_fund"],
    ["net_proceeds", "land.net_total"],
    ["education", "land.education_set_aside"],
    ["irrigation", "land.irrigation_set_aside"],
    ["housing", "land.housing_set_aside"],
    ["province", "land.provincial"],
    ["city_accrual", "land.city_accrual"],
    ["remainder_local", "land.rest"],
    ["rebate", "rebate.rebate"],
  ];
  it.each(lines)("%s", (key, line) => {
    const scalar = key.endsWith("fund") || key === "net_proceeds";
    expect((scalar ? outcome.one(line) : outcome.total(line)) / 10000).toBeCloseTo(raw.expected[key] as number, 4);
  });

  it("moves the price to the treasury in full and the shares between the budgets", () => {
    expect(outcome.total("party.other.net") / 10000).toBeCloseTo(-50000, 4);
    expect(outcome.total("party.province.net") / 10000).toBeCloseTo(874.1, 4);
    expect(outcome.total("party.city.net") / 10000).toBeCloseTo(2622.3 - 2097.84, 4);
  });

  it("returns the city part a year after the price was paid", () => {
    expect(outcome.series("rebate.rebate").map((value) => value / 10000)).toEqual([
      0,
      expect.closeTo(2097.84, 4),
      0,
      0,
    ]);
  });
});

describe("LANDREV-2: the city set-aside on gross receipts", () => {
  const { expected } = situationCase("LANDREV-2");
  const outcome = run({ components: [cascade({ cityBase: "gross" }), pilot(), rebate()], periods: 4 });

  it("accrual and rebate", () => {
    expect(outcome.total("land.city_accrual") / 10000).toBeCloseTo(expected.city_accrual as number, 4);
    expect(outcome.total("rebate.rebate") / 10000).toBeCloseTo(expected.rebate as number, 4);
  });

  it("the rest is what net proceeds leave, whatever the base", () => {
    const rest = (17482 - 3 * 1748.2 - 874.1 - 7500) * 10000;
    expect(outcome.total("land.rest")).toBeCloseTo(rest, 2);
  });
});

describe("land price paid by the project", () => {
  const outcome = run({ components: [cascade({ buyer: "spv", buyerSide: "project" })], periods: 1 });

  it("is investment without VAT, and the budgets still see gross receipts", () => {
    expect(outcome.total("project.cash_out") / 10000).toBeCloseTo(50000, 4);
    expect(outcome.lines.filter(({ id, role }) => id.startsWith("land.") && role?.startsWith("vat."))).toEqual([]);
    expect(outcome.total("land.gross_receipts") / 10000).toBeCloseTo(50000, 4);
  });
});

describe("instalments", () => {
  it("share deductions in proportion to gross", () => {
    const outcome = run({ components: [cascade({ instalments: profile([0.5, 0.3, 0.2]) })], periods: 4 });
    expect(outcome.series("land.net").map((value) => value / 10000)).toEqual(
      [8741, 5244.6, 3496.4, 0].map((value) => expect.closeTo(value, 4)),
    );
    expect(outcome.total("land.deduction") / 10000).toBeCloseTo(32518, 4);
  });

  it("net proceeds are floored at 0 on the plot in total", () => {
    const outcome = run({
      components: [cascade({ costs: yuan(60000), instalments: profile([0.5, 0.5]) })],
      periods: 2,
    });
    expect(outcome.one("land.net_total")).toBe(0);
    expect(outcome.total("land.city_accrual")).toBe(0);
  });

  it("a base after statutory set-asides takes those off first", () => {
    const outcome = run({ components: [cascade({ cityBase: "after_statutory" })], periods: 1 });
    expect(outcome.total("land.city_accrual") / 10000).toBeCloseTo((17482 - 5244.6) * 0.15, 4);
  });

  it("and is nothing where those already take all of it", () => {
    const outcome = run({
      components: [cascade({ cityBase: "after_statutory", education: "0.6", housing: "0.6" })],
      periods: 1,
    });
    expect(outcome.total("land.city_accrual")).toBe(0);
  });

  it("a city that collects itself pays itself nothing", () => {
    const outcome = run({ components: [cascade({ treasury: "city" })], periods: 1 });
    expect(outcome.total("land.city_accrual") / 10000).toBeCloseTo(2622.3, 4);
    expect(outcome.total("party.city.net") / 10000).toBeCloseTo(50000 - 874.1, 4);
  });

  it("the central part of the new-land fee leaves the district", () => {
    const outcome = run({
      components: [cascade({ newLandFee: yuan(100), central: "central", centralShare: "0.3" })],
      periods: 1,
    });
    expect(outcome.total("party.central.net") / 10000).toBeCloseTo(30, 6);
    expect(outcome.one("land.net_total") / 10000).toBeCloseTo(17382, 4);
  });
});

describe("rebate", () => {
  const at = (changes: Inputs, works = pilot(), parts: readonly Part[] = []) =>
    run({
      components: [cascade(), works, rebate(changes), ...parts],
      periods: 5,
      records: [approval("approved_by_city", "2029-02-01")],
    });

  it("stops at its cap", () => {
    expect(at({ cap: yuan(1500) }).total("rebate.rebate") / 10000).toBeCloseTo(1500, 6);
  });

  it("stops at the eligible cost, and later cost lets the rest through", () => {
    const late: Part = [
      "works",
      "works",
      { ...worksOf([item(20000000, { eligibleRebate: "yes" })]), phasing: profile([0.5, 0, 0, 0.5]) },
    ];
    expect(
      at({}, late)
        .series("rebate.rebate")
        .map((value) => value / 10000),
    ).toEqual([0, 1000, 0, 1000, 0].map((value) => expect.closeTo(value, 6)));
  });

  it("only cost marked eligible counts", () => {
    expect(at({}, ["works", "works", worksOf([item(900000000)])]).total("rebate.rebate")).toBe(0);
  });

  it("is counted or not by its status, without weights", () => {
    expect(at({ status: "applied" }).total("rebate.rebate")).toBe(0);
    expect(at({ status: "received" }).total("rebate.rebate") / 10000).toBeCloseTo(2097.84, 4);
  });

  it("a scenario that counts applied money counts it in full", () => {
    const outcome = run({
      components: [cascade(), pilot(), rebate({ status: "applied" })],
      periods: 3,
      scenario: { counts: ["approved", "received", "applied"] },
    });
    expect(outcome.total("rebate.rebate") / 10000).toBeCloseTo(2097.84, 4);
  });

  it("waits for its approval and then pays what had become due", () => {
    expect(
      at({ approval: "approved_by_city" })
        .series("rebate.rebate")
        .map((value) => value / 10000),
    ).toEqual([0, 0, 0, expect.closeTo(2097.84, 4), 0]);
  });

  it("grants take eligible cost first, or the rebate does", () => {
    const grant: Part = [
      "grant",
      "special_grant",
      {
        payer: "province",
        payee: "entity",
        amount: yuan(1500),
        progress: [{ id: "all", reached: "1", share: "1" }],
        lagMonths: "0",
        status: "approved",
      },
    ];
    expect(at({}, pilot(2000), [grant]).total("rebate.rebate") / 10000).toBeCloseTo(500, 6);
    expect(at({ order: "rebate_first" }, pilot(2000), [grant]).total("rebate.rebate") / 10000).toBeCloseTo(2000, 6);
  });

  it("is capital reserve unless it is taxable", () => {
    const posts = (changes: Inputs) => at(changes).lines.find(({ id }) => id === "rebate.rebate")?.tags;
    expect(posts({})?.taxable).toBe("no");
    expect(posts({ taxTreatment: "taxable" })?.taxable).toBe("yes");
  });
});
