import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { approval, vote } from "./support/records.ts";
import { type Inputs, type Part, profile, run, type Situation } from "./support/situation.ts";

const timing = { start: "2026-01", end: "2035-12" };
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

const item = (changes: Inputs = {}): Inputs => ({
  id: "line",
  kind: "service",
  payer: "resident",
  basis: "count",
  quantity: "20",
  price: "2000",
  per: "month",
  growth: "0",
  ramped: "no",
  collection: "1",
  includesVat: false,
  vatMethod: "exempt",
  ...changes,
});
const revenue = (items: readonly Inputs[], id = "rev"): Part => [
  id,
  "operating_revenue",
  { earner: "entity", ...timing, ramp: [{ id: "y1", year: "1", share: "0.5" }], items },
];
const spent = (changes: Inputs = {}): Inputs => ({
  id: "line",
  kind: "staff",
  payee: "other",
  rule: "price",
  basis: "count",
  quantity: "3",
  price: "80000",
  per: "year",
  growth: "0",
  includesVat: false,
  vatMethod: "none",
  ...changes,
});
const cost = (items: readonly Inputs[]): Part => ["cost", "operating_cost", { payer: "entity", ...timing, items }];
const year = (components: readonly Part[], line: string, situation: Partial<Situation> = {}) =>
  run({ components, periods: 1, ...situation }).total(line);

describe("services with a guided price", () => {
  it("charge no more than the guide", () => {
    expect(year([revenue([item({ guidePrice: "1800" })])], "rev.received.line")).toBeCloseTo(20 * 1800 * 12, 6);
    expect(year([revenue([item({ guidePrice: "2500" })])], "rev.received.line")).toBeCloseTo(20 * 2000 * 12, 6);
  });

  it("are subsidised per place in use, when the budget has approved it", () => {
    const subsidised = { subsidyPerUnit: "300", subsidyPayer: "district", subsidyStatus: "approved", ramped: "yes" };
    expect(year([revenue([item(subsidised)])], "rev.service_subsidy.line")).toBeCloseTo(20 * 300 * 12 * 0.5, 6);
    const applied = item({ ...subsidised, subsidyStatus: "applied" });
    expect(year([revenue([applied])], "rev.service_subsidy.line")).toBe(0);
    const nobody = item({ subsidyPerUnit: "300", subsidyStatus: "approved" });
    const { problems } = run({ components: [revenue([nobody])], periods: 1 }, true);
    expect(problems.map(({ path }) => path)).toContain("components/rev/inputs/items/line/subsidyPayer");
  });
});

describe("commerce in the community", () => {
  it("earns a commission on the turnover of the households that take part", () => {
    const group = item({
      kind: "commission",
      basis: "households",
      quantity: "1",
      price: "1000",
      per: "year",
      takeUp: "0.4",
      commission: "0.05",
    });
    const components = [["area", "area_balance", areaExample()] as Part, revenue([group])];
    expect(year(components, "rev.received.line")).toBeCloseTo(560 * 1000 * 0.4 * 0.05, 6);
  });
});

describe("cost of services", () => {
  it("a post of 24 hours needs several people, low-energy building saves its share", () => {
    expect(year([cost([spent({ shifts: "4.5" })])], "cost.paid.line")).toBeCloseTo(3 * 80000 * 4.5, 6);
    expect(year([cost([spent({ kind: "energy", saving: "0.3" })])], "cost.paid.line")).toBeCloseTo(168000, 6);
  });
});

describe("three books in one operation", () => {
  const books = (changes: Inputs = {}): Part => [
    "books",
    "integrated_operation",
    { operator: "entity", ...timing, key: "revenue", ...changes },
  ];
  const earning = revenue([
    item({ id: "street", kind: "municipal", book: "municipal", price: "500" }),
    item({ id: "fees", kind: "property_fee", book: "property", price: "1000" }),
    item({ id: "shops", kind: "other", book: "commercial", price: "2500" }),
  ]);
  const spending = cost([
    spent({ id: "street", book: "municipal", quantity: "1" }),
    spent({ id: "guards", book: "property", quantity: "5" }),
    spent({ id: "office", book: "shared", quantity: "2" }),
  ]);
  const outcome = run({ components: [earning, spending, books()], periods: 1, papers: "as given" });
  const read = (name: string) => outcome.total(`books.${name}`);

  it("shares common cost by the stated key and leaves nothing over", () => {
    expect([read("allocated.municipal"), read("allocated.property"), read("allocated.commercial")]).toEqual(
      close([160000 * 0.125, 160000 * 0.25, 160000 * 0.625]),
    );
    expect(read("result_total")).toBeCloseTo(960000 - 480000 - 160000, 6);
    expect(read("unassigned")).toBeCloseTo(0, 6);
  });

  it("says which book is carried by the others", () => {
    expect(read("result.property")).toBeCloseTo(240000 - 400000 - 40000, 6);
    expect(read("carried")).toBeCloseTo(200000, 6);
  });

  it("allocates by direct cost or by agreed shares instead", () => {
    const by = (changes: Inputs) => year([earning, spending, books(changes)], "books.allocated.municipal");
    expect(by({ key: "direct_cost" })).toBeCloseTo((160000 * 80000) / 480000, 6);
    expect(by({ key: "agreed", shareMunicipal: "0.4", shareProperty: "0.3" })).toBeCloseTo(64000, 6);
  });

  it("shows municipal revenue nobody procured and fees the owners never decided", () => {
    expect(read("municipal_unprocured")).toBeCloseTo(120000, 6);
    const decided = run({
      components: [earning, spending, books({ procurement: "bought", feeDecision: "vote" })],
      periods: 1,
      records: [approval("bought", "2025-12-01"), vote("vote", "2025-12-01")],
    });
    expect([decided.total("books.municipal_unprocured"), decided.total("books.fee_undecided")]).toEqual([0, 0]);
  });
});

describe("talent housing", () => {
  const lease = (changes: Inputs): Part => [
    "lease",
    "lease",
    {
      lessor: "entity",
      tenant: "tenant",
      product: "homes",
      areaLeased: "1000",
      ...timing,
      ramp: [{ id: "y1", year: "1", share: "1" }],
      rentPer: "month",
      rent: "30",
      includesVat: false,
      vatMethod: "exempt",
      growth: "0",
      collection: "1",
      ...changes,
    },
  ];
  const discounted = { talentShare: "0.2", talentDiscount: "0.5" };

  it("costs the project what nobody makes good", () => {
    const outcome = run({ components: [lease(discounted)], periods: 1 });
    expect(outcome.total("lease.rent_received")).toBeCloseTo(360000 * 0.9, 6);
    expect(outcome.total("lease.talent_discount")).toBeCloseTo(36000, 6);
    expect(outcome.has("lease.talent_compensation")).toBe(false);
  });

  it("lowers the price of flats sold to talent", () => {
    const sale: Part = [
      "sale",
      "sale",
      {
        seller: "entity",
        buyer: "buyer",
        product: "flats",
        areaForSale: "1000",
        price: "10000",
        includesVat: false,
        vatMethod: "exempt",
        priceGrowth: "0",
        priceFrom: "2026-01",
        absorption: profile([1]),
        mode: "completed",
        handover: "2026-01",
        collection: [{ id: "all", lag: "0", share: "1" }],
        sellingCost: "0",
        sellingCostPayee: "supplier",
        talentShare: "0.1",
        talentDiscount: "0.2",
        talentPayer: "city",
      },
    ];
    const outcome = run({ components: [sale], periods: 1 });
    expect(outcome.total("sale.receipt")).toBeCloseTo(9800000, 6);
    expect(outcome.total("sale.talent_compensation")).toBeCloseTo(200000, 6);
  });

  it("is made good by the payer named", () => {
    const outcome = run({ components: [lease({ ...discounted, talentPayer: "city" })], periods: 1 });
    expect(outcome.total("project.cash_in")).toBeCloseTo(360000, 6);
    expect(outcome.total("lease.talent_compensation")).toBeCloseTo(36000, 6);
  });
});
