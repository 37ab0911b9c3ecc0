import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { vote } from "./support/records.ts";
import { type Inputs, type Part, run, type Situation } from "./support/situation.ts";

const timing = { start: "2026-01", end: "2035-12" };
const ramp = [
  { id: "y1", year: "1", share: "0.5" },
  { id: "y3", year: "3", share: "0.9" },
];
const line = (changes: Inputs): Inputs => ({
  id: "line",
  kind: "parking",
  payer: "tenant",
  basis: "count",
  quantity: "100",
  price: "300",
  per: "month",
  growth: "0",
  ramped: "no",
  collection: "1",
  includesVat: false,
  vatMethod: "exempt",
  ...changes,
});
const revenue = (items: readonly Inputs[], changes: Inputs = {}): Part => [
  "rev",
  "operating_revenue",
  { earner: "entity", ...timing, ramp, items, ...changes },
];
const first = (items: readonly Inputs[], situation: Partial<Situation> = {}, id = "rev.received.line") =>
  run({ components: [revenue(items)], periods: 4, ...situation }).series(id);

describe("operating revenue", () => {
  it("charges by month, day or year", () => {
    expect(first([line({})])[0]).toBeCloseTo(360000, 6);
    expect(first([line({ per: "day", price: "3" })])[0]).toBeCloseTo(100 * 3 * 365, 6);
    expect(first([line({ per: "year", price: "500" })], { step: "quarter" })[0]).toBeCloseTo(100 * 500 * 0.25, 6);
  });

  it("fills up by operating year and keeps the last step", () => {
    expect(first([line({ ramped: "yes" })])).toEqual(
      [0.5, 0.5, 0.9, 0.9].map((share) => expect.closeTo(360000 * share, 6)),
    );
  });

  it("grows in steps and by inflation under current prices", () => {
    const stepped = first([line({ growth: "0.1", everyYears: "2" })]);
    expect(stepped).toEqual([1, 1, 1.1, 1.1].map((factor) => expect.closeTo(360000 * factor, 6)));
    const current = first([line({ growth: "0.1", everyYears: "1" })], {
      conventions: { priceBasis: "current", inflation: "0.02" },
    });
    expect(current[2]).toBeCloseTo(360000 * 1.21 * 1.02 ** 2, 4);
  });

  it("bases on households and on areas of the area balance", () => {
    const components = [
      ["area", "area_balance", areaExample()],
      revenue([
        line({ basis: "households", quantity: "0.5", price: "100" }),
        line({ id: "fee", kind: "property_fee", basis: "served_area", quantity: "1", price: "2" }),
      ]),
    ] as const;
    const outcome = run({ components, periods: 1 });
    expect(outcome.one("rev.measured.line")).toBeCloseTo(280, 6);
    expect(outcome.one("rev.measured.fee")).toBeCloseTo(31350 + 13449.2, 6);
  });

  it("VAT stands apart", () => {
    const outcome = run({
      components: [revenue([line({ price: "318", includesVat: true, vatMethod: "general", vatRate: "0.06" })])],
      periods: 1,
    });
    expect(outcome.total("rev.received.line")).toBeCloseTo(360000, 4);
    expect(outcome.total("rev.received_vat_received.line")).toBeCloseTo(21600, 4);
  });
});

describe("a relief of limited time", () => {
  const cared = line({
    kind: "service",
    price: "318",
    includesVat: true,
    vatMethod: "general",
    vatRate: "0.06",
    relief: "community_service",
  });

  it("frees the revenue from VAT while it is in force and not a day longer", () => {
    const outcome = run({ components: [revenue([cared])], periods: 3 });
    expect(outcome.series("rev.received_vat.line")).toEqual([0, 0, 21600].map((value) => expect.closeTo(value, 4)));
    expect(outcome.series("rev.received.line")).toEqual(
      [381600, 381600, 360000].map((value) => expect.closeTo(value, 4)),
    );
  });

  it("is not assumed where the line does not say so", () => {
    const outcome = run({ components: [revenue([{ ...cared, relief: "none" }])], periods: 1 });
    expect(outcome.total("rev.received_vat.line")).toBeCloseTo(21600, 4);
  });
});

describe("income of common parts", () => {
  const common = line({ kind: "common", collection: "0.9" });

  it("is no project revenue without the owners' vote", () => {
    expect(run({ components: [revenue([common])], periods: 2, papers: "as given" }).total("rev.received.line")).toBe(0);
  });

  it("counts from the vote on", () => {
    const outcome = run({
      components: [revenue([common], { vote: "vote" })],
      periods: 3,
      records: [vote("vote", "2027-01-01")],
    });
    expect(outcome.series("rev.received.line")).toEqual([0, 324000, 324000].map((value) => expect.closeTo(value, 6)));
  });
});

const cost = (items: readonly Inputs[], changes: Inputs = {}): Part => [
  "opex",
  "operating_cost",
  { payer: "entity", ...timing, items, ...changes },
];
const spent = (changes: Inputs): Inputs => ({
  id: "staff",
  kind: "staff",
  payee: "other",
  rule: "price",
  basis: "count",
  quantity: "5",
  price: "80000",
  per: "year",
  growth: "0.04",
  includesVat: false,
  vatMethod: "none",
  ...changes,
});

describe("operating cost", () => {
  it("is quantity times price with growth from the first operating year", () => {
    expect(
      run({ components: [cost([spent({})], { start: "2027-01" })], periods: 3 }).series("opex.paid.staff"),
    ).toEqual([0, 400000, 416000].map((value) => expect.closeTo(value, 6)));
  });

  it("or a share of the operating revenue of the same party", () => {
    const share = spent({ id: "fee", kind: "management", rule: "share", share: "0.08" });
    const elsewhere: Part = ["rev2", "operating_revenue", { earner: "operator", ...timing, ramp, items: [line({})] }];
    const outcome = run({ components: [revenue([line({})]), elsewhere, cost([share])], periods: 1 });
    expect(outcome.total("opex.paid.fee")).toBeCloseTo(28800, 6);
  });

  it("VAT that cannot be credited is part of the cost, creditable VAT is not", () => {
    const paid = (vatMethod: string) =>
      run({
        components: [cost([spent({ growth: "0", includesVat: true, vatMethod, vatRate: "0.06" })])],
        periods: 1,
      }).total("opex.paid.staff");
    expect(paid("non_creditable")).toBeCloseTo(400000, 6);
    expect(paid("creditable")).toBeCloseTo(400000 / 1.06, 4);
  });

  it("stops with the last month of operation", () => {
    expect(
      run({ components: [cost([spent({ growth: "0" })], { end: "2026-06" })], periods: 2 }).series("opex.paid.staff"),
    ).toEqual([expect.closeTo(200000, 6), 0]);
  });
});
