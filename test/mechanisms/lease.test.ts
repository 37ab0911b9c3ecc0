import { describe, expect, it } from "vitest";
import { lease as leaseOf } from "../../models/mechanisms/income/lease.ts";
import { rangeOf } from "../../models/terms/plausible.ts";
import { type Inputs, run, type Situation, situationCase } from "./support/situation.ts";

const ramp = (shares: readonly number[]) =>
  shares.map((share, index) => ({ id: `y${index + 1}`, year: String(index + 1), share: String(share) }));

const leaseInputs: Inputs = {
  lessor: "entity",
  tenant: "tenant",
  product: "shops",
  areaLeased: "3000",
  start: "2026-01",
  end: "2031-12",
  ramp: ramp([1]),
  rentPer: "day",
  rent: "1.5",
  includesVat: false,
  vatMethod: "exempt",
  growth: "0",
  collection: "1",
};

const lease = (changes: Inputs, situation: Partial<Situation> = {}) =>
  run({ components: [["shops", "lease", { ...leaseInputs, ...changes }]], periods: 6, ...situation });

describe("OPS-1: ramp-up and a step every three years", () => {
  const { inputs, raw } = situationCase("OPS-1");
  const outcome = lease({
    areaLeased: String(inputs.area_m2),
    rent: String(inputs.yuan_m2_day),
    ramp: ramp(raw.inputs.occupancy as readonly number[]),
    growth: String(inputs.step),
    everyYears: String(inputs.every_years),
  });

  it("rents by year in 万元", () => {
    const rents = outcome.series("shops.rent_received").map((rent) => rent / 10000);
    for (const [index, rent] of (raw.expected.rent_10k as readonly number[]).entries())
      expect(rents[index]).toBeCloseTo(rent, 4);
    expect(outcome.total("shops.rent_received") / 10000).toBeCloseTo(raw.expected.total as number, 4);
  });
});

describe("days", () => {
  it("a day price counts 365 days a year, also in a leap year", () => {
    expect(
      lease(
        {},
        { start: "2028-01", periods: 1, components: [["shops", "lease", { ...leaseInputs, start: "2028-01" }]] },
      ).total("shops.rent_received"),
    ).toBeCloseTo(3000 * 1.5 * 365, 6);
  });

  it("by calendar days when asked", () => {
    const inputs = { ...leaseInputs, start: "2028-01", calendarDays: true };
    expect(
      run({ components: [["shops", "lease", inputs]], start: "2028-01", periods: 1 }).total("shops.rent_received"),
    ).toBeCloseTo(3000 * 1.5 * 366, 6);
  });

  it("a quarter is a quarter of 365 days", () => {
    expect(lease({}, { step: "quarter", periods: 4 }).series("shops.rent_received")[0]).toBeCloseTo(
      (3000 * 1.5 * 365) / 4,
      6,
    );
  });
});

describe("growth", () => {
  it("counts from the first operating year", () => {
    const outcome = lease({ start: "2028-01", growth: "0.1", everyYears: "1" });
    expect(
      outcome
        .series("shops.rent_received")
        .slice(0, 4)
        .map((rent) => rent / (3000 * 1.5 * 365)),
    ).toEqual([0, 0, expect.closeTo(1, 9), expect.closeTo(1.1, 9)]);
  });

  it("or from the month of the price base", () => {
    const outcome = lease({
      start: "2028-01",
      growth: "0.1",
      everyYears: "1",
      growthFrom: "price_base",
      priceFrom: "2026-01",
    });
    expect(outcome.series("shops.rent_received")[2]).toBeCloseTo(3000 * 1.5 * 365 * 1.21, 4);
  });

  it("is real under constant prices; current prices add inflation", () => {
    const constant = lease({ growth: "0.02", everyYears: "1" }, { conventions: { inflation: "0.03" } });
    const current = lease(
      { growth: "0.02", everyYears: "1" },
      { conventions: { inflation: "0.03", priceBasis: "current" } },
    );
    expect(constant.series("shops.rent_received")[1]).toBeCloseTo(3000 * 1.5 * 365 * 1.02, 4);
    expect(current.series("shops.rent_received")[1]).toBeCloseTo(3000 * 1.5 * 365 * 1.02 * 1.03, 4);
  });

  it("moves with a shifted start", () => {
    const base = lease({ growth: "0.1", everyYears: "1", start: "2027-01" });
    const moved = lease(
      { growth: "0.1", everyYears: "1", start: "2027-01" },
      { scenario: { set: { "timeline/start": "2027-01" } } },
    );
    expect(moved.series("shops.rent_received")).toEqual(base.series("shops.rent_received"));
  });
});

describe("rent cap", () => {
  it("is compared on the same VAT basis", () => {
    const taxed = {
      rentPer: "month",
      includesVat: true,
      vatMethod: "general",
      vatRate: "0.09",
      rent: "54.5",
      rentCap: "50",
    };
    expect(lease({ ...taxed, capIncludesVat: false }).series("shops.rent_used")[0]).toBeCloseTo(50, 9);
    expect(lease({ ...taxed, capIncludesVat: true }).series("shops.rent_used")[0]).toBeCloseTo(50 / 1.09, 9);
  });

  it("stays where it is while the market rent grows", () => {
    const rents = lease({ rentPer: "month", rent: "48", rentCap: "50", growth: "0.03", everyYears: "1" }).series(
      "shops.rent_used",
    );
    expect(rents[0]).toBeCloseTo(48, 9);
    expect(Math.max(...rents)).toBeCloseTo(50, 9);
  });
});

describe("VAT of rent", () => {
  const taxed = { rentPer: "month", rent: "54.5", includesVat: true, vatMethod: "general", vatRate: "0.09" };

  it("stands apart and moves with the rent", () => {
    const outcome = lease(taxed);
    expect(outcome.series("shops.rent_received")[0]).toBeCloseTo(3000 * 50 * 12, 4);
    expect(outcome.series("shops.rent_received_vat")[0]).toBeCloseTo(3000 * 4.5 * 12, 4);
    expect(outcome.series("party.tenant.net")[0]).toBeCloseTo(-3000 * 54.5 * 12, 4);
  });

  it("is a memorandum only when the file is without VAT", () => {
    const outcome = lease(taxed, { conventions: { vatBasis: "excluded" } });
    expect(outcome.series("shops.rent_received")[0]).toBeCloseTo(3000 * 50 * 12, 4);
    expect(outcome.total("shops.rent_received_vat_received")).toBe(0);
    expect(outcome.series("shops.rent_received_vat")[0]).toBeCloseTo(3000 * 4.5 * 12, 4);
  });
});

describe("time and collection", () => {
  it("rent-free months bring nothing", () => {
    const outcome = lease({ rentPer: "month", rent: "50", rentFreeMonths: "4" }, { step: "quarter", periods: 4 });
    expect(outcome.series("shops.rent_received")).toEqual(
      [0, 300000, 450000, 450000].map((rent) => expect.closeTo(rent, 6)),
    );
  });

  it("what is not collected is no revenue", () => {
    expect(lease({ rentPer: "month", rent: "50", collection: "0.9" }).series("shops.rent_received")[0]).toBeCloseTo(
      3000 * 50 * 12 * 0.9,
      4,
    );
  });

  it("ends with the last month of operation", () => {
    const outcome = lease({ rentPer: "month", rent: "50", end: "2027-06" });
    expect(outcome.series("shops.rent_received").map((rent) => rent / 150000)).toEqual(
      [12, 6, 0, 0, 0, 0].map((months) => expect.closeTo(months, 9)),
    );
    expect(outcome.one("shops.term_years")).toBeCloseTo(1.5, 9);
  });
});

describe("a branch of an institution", () => {
  it("pays for its fit-out itself: it stands below the line, once, and no cash of the project moves", () => {
    const outcome = lease({ branch: "library", rent: "0", fitOut: "300000" });
    expect(outcome.series("shops.fit_out")).toEqual([300_000, 0, 0, 0, 0, 0]);
    expect(outcome.total("shops.rent_received")).toBe(0);
    expect(outcome.total("party.entity.cash")).toBe(0);
  });

  it("may pay no rent, where others who pay none are told", () => {
    const words = (branch?: string) => (name: string) => ({ rentPer: "month", branch })[name];
    expect(rangeOf(leaseOf.inputs.rent, words("bank"))).toEqual([0, 240]);
    expect(rangeOf(leaseOf.inputs.rent, words())).toEqual([2, 240]);
  });
});
