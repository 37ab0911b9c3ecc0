import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { approval, vote } from "./support/records.ts";
import { type Inputs, type Part, run } from "./support/situation.ts";

const charge = (changes: Inputs = {}): Part => [
  "charge",
  "resident_contribution",
  {
    payer: "resident",
    payee: "entity",
    basis: "area",
    pricePerM2: "1350",
    areaCharged: "1000",
    consent: "0.9",
    collection: "0.95",
    instalments: [
      { id: "first", date: "2026-05", share: "0.6" },
      { id: "key", date: "2028-01", share: "0.4" },
    ],
    ...changes,
  },
];

describe("residents' contribution", () => {
  it("multiplies consent and collection and pays in instalments", () => {
    const full = 1350 * 1000 * 0.9 * 0.95;
    expect(run({ components: [charge()], periods: 4 }).series("charge.received")).toEqual(
      [full * 0.6, 0, full * 0.4, 0].map((value) => expect.closeTo(value, 4)),
    );
  });

  it("per household counts the existing households", () => {
    const part = charge({ basis: "household", pricePerHousehold: "5000" });
    expect(
      run({ components: [["area", "area_balance", areaExample()], part], periods: 4 }).one("charge.total_due"),
    ).toBeCloseTo(2400000, 6);
  });

  it("is no project capital unless the authority approves", () => {
    expect(run({ components: [charge()], periods: 4, papers: "as given" }).has("charge.counted_as_capital")).toBe(
      false,
    );
    const outcome = run({
      components: [charge({ capitalApproval: "letter" })],
      periods: 4,
      records: [approval("letter", "2027-01-01", { asCapital: true })],
    });
    expect(outcome.series("charge.counted_as_capital")).toEqual([
      0,
      0,
      expect.closeTo(1350 * 1000 * 0.9 * 0.95 * 0.4, 4),
      0,
    ]);
  });

  it("waits for the owners' vote", () => {
    const outcome = run({
      components: [charge({ vote: "vote" })],
      periods: 4,
      records: [vote("vote", "2027-03-01")],
    });
    expect(outcome.series("charge.received")[0]).toBe(0);
    expect(outcome.series("charge.received")[1]).toBeCloseTo(1350 * 1000 * 0.9 * 0.95 * 0.6, 4);
  });
});

const provident = (changes: Inputs = {}): Part => [
  "provident",
  "provident_fund",
  {
    centre: "provident_fund",
    residents: "resident",
    classes: [
      { id: "poor", households: "100", balance: "20000", ownShare: "60000", cap: "50000" },
      { id: "rich", households: "50", balance: "200000", ownShare: "60000", cap: "50000" },
    ],
    consent: "0.8",
    collection: "0.9",
    date: "2026-06",
    status: "approved",
    ...changes,
  },
];

describe("provident fund", () => {
  it("takes the least of balance, own share and cap class by class, then consent and collection", () => {
    const byClass = (100 * 20000 + 50 * 50000) * 0.8 * 0.9;
    const onAverages = 150 * Math.min((100 * 20000 + 50 * 200000) / 150, 50000) * 0.8 * 0.9;
    expect(run({ components: [provident()], periods: 1 }).total("provident.drawn")).toBeCloseTo(byClass, 4);
    expect(byClass).not.toBeCloseTo(onAverages, 0);
  });

  it("lightens the residents' purse and adds nothing to project sources", () => {
    const without = run({ components: [charge()], periods: 4 });
    const outcome = run({ components: [charge(), provident()], periods: 4 });
    expect(outcome.total("project.sources")).toBe(without.total("project.sources"));
    expect(outcome.total("party.resident.net") - without.total("party.resident.net")).toBeCloseTo(3240000, 4);
  });

  it("is not drawn while refused", () => {
    expect(run({ components: [provident({ status: "refused" })], periods: 1 }).total("provident.drawn")).toBe(0);
  });
});

describe("donation", () => {
  const gift = (kind: string): Part => [
    "gift",
    "donation",
    { donor: "donor", payee: "entity", kind, amount: "300000", date: "2026-09", status: "received" },
  ];

  it("in cash is a source", () => {
    expect(run({ components: [gift("cash")], periods: 2 }).series("project.cash_in")).toEqual([300000, 0]);
  });

  it.each(["in_kind", "labour"])("%s stands below the line and raises no cash", (kind) => {
    const outcome = run({ components: [gift(kind)], periods: 2 });
    expect(outcome.series("gift.given")).toEqual([300000, 0]);
    expect(outcome.total("project.cash_in")).toBe(0);
  });
});
