import { describe, expect, it } from "vitest";
import { item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, profile, run } from "./support/situation.ts";

const works = (changes: Inputs, also: Inputs = {}): Part => ["one", "works", worksOf([item(100, changes)], [1], also)];
const landRevenue = (changes: Inputs): Part => [
  "one",
  "land_revenue",
  {
    ...{ buyer: "buyer", buyerSide: "outside", treasury: "district", province: "province", city: "city" },
    ...{ price: "1000", instalments: profile([1]), landFundRate: "0", provincialRate: "0", cityRate: "0" },
    ...{ cityBase: "net", education: "0", irrigation: "0", housing: "0", ...changes },
  },
];
const OBLIGATION = {
  id: "a",
  item: "hall",
  kind: "guiding",
  cost: "1",
  costed: "works",
  due: "2027-01",
  delivered: true,
};
const scheme = (changes: Inputs): Part => [
  "one",
  "land_scheme",
  {
    ...{ buyer: "spv", treasury: "district", contractor: "contractor", profitRate: "0", profitBase: "cost" },
    ...{ obligations: [OBLIGATION], deedRate: "0.03", ...changes },
  },
];
const deposits = (changes: Inputs): Part => [
  "one",
  "deposits",
  {
    ...{ payer: "spv", custodian: "bank", warrantyBase: "works", warrantyRate: "0.02", completion: "2027-01" },
    ...{ warrantyYears: "5", ...changes },
  },
];

/** Places at which something is said to be missing. */
const missing = (part: Part): readonly string[] =>
  run({ components: [part], periods: 3 }, true)
    .problems.filter(({ code }) => code === "document.input_missing")
    .map(({ path }) => path.replace("components/one/inputs/", ""));

describe("what says something only together is asked for together", () => {
  const cases: readonly (readonly [string, Part, readonly string[]])[] = [
    ["pieces measured by number", works({ basis: "count" }), ["items/item/quantity"]],
    ["works measured by a product", works({ basis: "product" }), ["items/item/product"]],
    ["a VAT method and its rate", works({ vatMethod: "creditable" }), ["items/item/vatRate"]],
    ["a start and its months", works({ start: "2026-01" }), ["items/item/duration"]],
    ["months and their start", works({ duration: "6" }), ["items/item/start"]],
    ["what is paid later and when", works({}, { deferredShare: "0.05" }), ["deferredMonths"]],
    ["the agricultural fund", landRevenue({ agriArea: "10" }), ["agriStandard", "agriShare"]],
    ["a land price and its instalments", scheme({ price: "1000" }), ["instalments"]],
    ["a first deposit and its owners", deposits({ maintenanceFund: "maintenance_fund" }), ["owners"]],
  ];
  it.each(cases)("%s", (_name, part, names) => {
    expect(missing(part)).toEqual(expect.arrayContaining([...names]));
  });

  it("and nothing of them is asked for where none is given", () => {
    for (const part of [works({}), landRevenue({}), scheme({}), deposits({})]) expect(missing(part)).toEqual([]);
  });
});

describe("numbers no project could mean", () => {
  const told = (price: string) =>
    run({ components: [works({ price })], periods: 3 }, true).problems.map(({ code, path }) => `${code} ${path}`);

  it("are refused at their place, whatever the input", () => {
    expect(told("9".repeat(40))).toContain("document.above_range components/one/inputs/items/item/price");
    expect(told("9999999999999")).toEqual([]);
  });
});

describe("costs that name no plot", () => {
  const contingency = (plot?: string): Part => [
    "reserve",
    "contingency",
    { payer: "entity", payee: "contractor", basicRate: "0.1", ...(plot === undefined ? {} : { plot }) },
  ];
  const reserved = (plots: readonly string[], plot?: string) =>
    run({ components: [works({}), contingency(plot)], plots, periods: 1 }, true);

  it("belong to the only plot", () => {
    expect(reserved(["p1"], "p1").total("reserve.basic")).toBeCloseTo(10, 6);
    expect(reserved(["p1"], "p1").problems).toEqual([]);
  });

  it("are asked for theirs where there are several and something is reckoned by plot", () => {
    const places = (plot?: string) => reserved(["p1", "p2"], plot).problems.map(({ path }) => path);
    expect(places("p1")).toContain("components/one/inputs/plot");
    expect(places()).toEqual([]);
  });
});

describe("the quota of a special bond", () => {
  const bond: Part = [
    "bond",
    "special_bond",
    {
      ...{ issuer: "district", borrower: "entity", feePayee: "supplier", use: "debt", issueTiming: "start" },
      tranches: [
        { id: "a", amount: "600", issue: "2026-01", coupon: "0.02", term: "5", firstPrincipal: "5" },
        { id: "b", amount: "400", issue: "2027-01", coupon: "0.02", term: "5", firstPrincipal: "5" },
      ],
      ...{ couponInterval: "year", issueFeeRate: "0", paymentFeeRate: "0", completion: "2027-01" },
      ...{ status: "approved", approval: "quota" },
    },
  ];
  const issued = (values: Readonly<Record<string, unknown>> | undefined, date = "2025-12", kind = "approval") => {
    const records = values === undefined ? [] : [{ id: "quota", date, kind, values }];
    const [id, mechanism, { approval, ...rest }] = bond;
    const part: Part = [id, mechanism, values === undefined ? rest : { ...rest, approval }];
    const outcome = run({ components: [part], records, papers: "as given", periods: 3 }, true);
    return { series: outcome.series("bond.issue"), off: outcome.one("bond.off_document"), outcome };
  };

  it("lets in what is approved, and no more: the rest is not counted for want of a document", () => {
    expect(issued({ amount: "1000" })).toMatchObject({ series: [600, 400, 0], off: 0 });
    expect(issued({ amount: "750" }).series).toEqual([450, 300, 0]);
    expect(issued({ amount: "750" }).off).toBeCloseTo(250, 6);
    // Debt that may not be raised would take its interest along: with a quota that was refused nothing can be said of the plan.
    expect(() => issued({ amount: "1000", refused: true })).toThrow("bond.issue has no value");
  });

  it("lets in nothing that was issued before", () => {
    expect(issued({ amount: "1000" }, "2026-12").series).toEqual([600, 400, 0]);
    expect(issued({ amount: "1000" }, "2027-06").series).toEqual([0, 400, 0]);
  });

  it("says so where the approval states no amount", () => {
    const { outcome } = issued({});
    expect(outcome.problems).toMatchObject([
      { code: "document.record_amount", path: "components/bond/inputs/approval" },
    ]);
  });

  it("is one amount for all who rest on it, in the order of the components", () => {
    const [, mechanism, inputs] = bond;
    const records = [{ id: "quota", date: "2025-12", kind: "approval", values: { amount: "1500" } }];
    const grant: Part = [
      "grant",
      "special_grant",
      {
        ...{ payer: "district", payee: "entity", amount: "900", byDate: profile([900]), lagMonths: "0" },
        ...{ approval: "quota", status: "approved", eligibleBasis: "gross" },
      },
    ];
    const cost = works({ eligibleGrant: "yes", price: "5000" });
    const outcome = run({
      components: [cost, ["bond", mechanism, inputs], grant],
      records,
      papers: "as given",
      periods: 3,
    });
    expect(outcome.total("bond.issue")).toBeCloseTo(1000, 6);
    expect(outcome.total("grant.grant")).toBeCloseTo(500, 6);
    expect(outcome.one("grant.off_document")).toBeCloseTo(400, 6);
  });

  it("says so where the record is meant for something else", () => {
    const codes = (purpose: string) =>
      issued({ amount: "1000", purpose }, "2025-12", "budget_approval").outcome.problems.map(({ code }) => code);
    expect(codes("talent")).toEqual(["document.record_purpose"]);
    expect(codes("renewal of the quarter")).toEqual([]);
  });
});
