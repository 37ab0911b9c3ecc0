import { describe, expect, it } from "vitest";
import { approval, title } from "./support/records.ts";
import { saleOf, spent } from "./support/sales.ts";
import { type Inputs, type Part, profile, run, type Situation } from "./support/situation.ts";

const packs = [{ id: "national-law", version: "2026.1" }];
const evaluate = (components: readonly Part[], situation: Partial<Situation> = {}) =>
  run({ components, packs, periods: 4, ...situation });
const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits));

describe("bundled transfer of service property", () => {
  const lease: Part = [
    "lease",
    "lease",
    {
      lessor: "spv",
      tenant: "tenant",
      product: "rooms",
      areaLeased: "1",
      start: "2026-01",
      end: "2030-12",
      ramp: [{ id: "y1", year: "1", share: "1" }],
      rentPer: "month",
      rent: "10",
      includesVat: false,
      vatMethod: "exempt",
      growth: "0",
      collection: "1",
    },
  ];
  const transfer = (changes: Inputs = {}, item: Inputs = {}): Part => [
    "move",
    "bundled_transfer",
    {
      owner: "spv",
      platform: "soe",
      authority: "tax",
      items: [{ id: "a", product: "rooms", bookValue: "1000", marketValue: "1500", ...item }],
      date: "2027-06",
      title: "title",
      approval: "approval",
      deedBase: "market",
      ...changes,
    },
  ];
  const records = (titled: string, approved: string) => [title("title", titled), approval("approval", approved)];

  it("leaves the books, moves no money but the platform's deed tax, and the rent from then on", () => {
    const outcome = evaluate([lease, transfer()], { records: records("2026-03-01", "2026-09-01") });
    expect(outcome.series("move.written_off")).toEqual(close([0, 1000, 0, 0]));
    expect(outcome.series("move.deed_tax")).toEqual(close([0, 45, 0, 0]));
    expect(outcome.series("party.spv.net")).toEqual(close([120, 0, 0, 0]));
    expect(outcome.series("party.soe.net")).toEqual(close([0, 120 - 45, 120, 120]));
  });

  it("waits for title and approval", () => {
    const outcome = evaluate([lease, transfer()], { records: records("2026-03-01", "2028-09-01") });
    expect(outcome.series("move.done")).toEqual([0, 0, 1, 1]);
    expect(outcome.series("move.deed_tax")).toEqual(close([0, 0, 45, 0]));
  });

  it("deed tax is relieved for community services while the relief runs", () => {
    const relief = { relief: "community_service" };
    const within = evaluate([lease, transfer({}, relief)], { records: records("2026-03-01", "2026-09-01") });
    expect(within.total("move.deed_tax")).toBe(0);
    const after = evaluate([lease, transfer({ date: "2028-02" }, relief)], {
      records: records("2026-03-01", "2026-09-01"),
    });
    expect(after.total("move.deed_tax")).toBeCloseTo(45, 6);
  });
});

describe("land bought with a scheme", () => {
  const works = spent("works", "cost_works_building", [400]);
  const homes = saleOf("homes", 2000);
  const item = (changes: Inputs = {}): Inputs => ({
    id: "school",
    item: "school",
    kind: "binding",
    cost: "200",
    costed: "here",
    due: "2027-06",
    delivered: false,
    ...changes,
  });
  const scheme = (obligations: readonly Inputs[], changes: Inputs = {}): Part => [
    "scheme",
    "land_scheme",
    {
      buyer: "spv",
      treasury: "district",
      obligations,
      contractor: "contractor",
      profitRate: "0.1",
      profitBase: "revenue",
      ...changes,
    },
  ];

  it("residual land value is revenue less cost, profit and obligations, net of deed tax", () => {
    const outcome = evaluate([homes, works, scheme([item()])]);
    // 2,000 − 400 − 200 profit − 200 obligations.
    expect(outcome.one("scheme.residual")).toBeCloseTo(1200, 6);
    expect(outcome.one("scheme.residual_value")).toBeCloseTo(1200 / 1.03, 6);
  });

  it("obligations paid here or among the works count once", () => {
    const among = evaluate([homes, spent("works", "cost_works_building", [600]), scheme([item({ costed: "works" })])]);
    expect(among.one("scheme.residual")).toBeCloseTo(1200, 6);
    const onCost = (obligations: readonly Inputs[]) =>
      evaluate([homes, works, scheme(obligations, { profitBase: "cost" })]).one("scheme.residual");
    expect(onCost([item()])).toBeCloseTo(2000 - 400 - 40 - 200, 6);
  });

  it("the list lowers the price and the value of the operation raises it; guiding items bind nobody", () => {
    const outcome = evaluate([
      homes,
      works,
      scheme([item(), item({ id: "plaza", kind: "guiding", cost: "70" })], { operatorValue: "50" }),
    ]);
    expect(outcome.one("scheme.scheme_effect")).toBeCloseTo(-150, 6);
    expect(outcome.one("scheme.undelivered")).toBe(1);
    expect(evaluate([homes, works, scheme([item({ delivered: true })])]).one("scheme.undelivered")).toBe(0);
  });

  it("pays the price by instalments and compares it with the residual", () => {
    const outcome = evaluate([homes, works, scheme([item()], { price: "1000", instalments: profile([0.25, 0.75]) })]);
    expect(outcome.series("scheme.price_paid").slice(0, 2)).toEqual(close([250, 750]));
    expect(outcome.one("scheme.margin")).toBeCloseTo(1200 / 1.03 - 1000, 6);
  });

  it("discounts where a rate is entered", () => {
    const outcome = evaluate([
      homes,
      works,
      scheme([item({ costed: "works", cost: "0" })], { discountRate: "0.25", profitRate: "0" }),
    ]);
    expect(outcome.one("scheme.residual")).toBeCloseTo((2000 - 400) / 1.25, 6);
  });
});
