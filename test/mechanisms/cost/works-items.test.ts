import { describe, expect, it } from "vitest";
import { areaExample } from "../support/area.ts";
import { item, worksOf } from "../support/cost.ts";
import { type Inputs, type Part, profile, run } from "../support/situation.ts";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));
const works = (items: readonly Inputs[], weights = [1], changes: Inputs = {}): Part => [
  "works",
  "works",
  worksOf(items, weights, changes),
];
const sumOf = (
  outcome: ReturnType<typeof run>,
  wanted: (tags: Readonly<Record<string, string | number>>, role: string | undefined) => boolean,
) => outcome.lines.filter(({ tags, role }) => wanted(tags, role)).map(({ id }) => id);

describe("an item of works", () => {
  it("is eligible in part: 300 of 1,000 for grants, the rest for nothing", () => {
    const outcome = run({
      components: [works([item(1000, { eligibleShare: "0.3", eligibleGrant: "yes" })])],
      periods: 1,
    });
    expect(outcome.total("works.paid.item")).toBeCloseTo(300, 9);
    expect(outcome.total("works.paid_rest.item")).toBeCloseTo(700, 9);
    expect(sumOf(outcome, (tags, role) => tags["eligible_grant"] === "yes" && role === "cost.works.building")).toEqual([
      "works.paid.item",
    ]);
    expect(outcome.total("party.entity.net")).toBeCloseTo(-1000, 9);
  });

  it("can have its own time beside the phasing of the others", () => {
    const items = [item(100, { id: "house" }), item(60, { id: "lift", start: "2027-07", duration: "12" })];
    const outcome = run({ components: [works(items, [0.5, 0.5])], periods: 3 });
    expect(outcome.series("works.paid.house")).toEqual(close([50, 50, 0]));
    expect(outcome.series("works.paid.lift")).toEqual(close([0, 30, 30]));
    expect(outcome.one("works.completed")).toBe(2028 * 12 + 11);
  });

  it("is measured by a product: two garages at their own price", () => {
    const parking = [
      { id: "plain", product: "plain", spaces: "100", areaPerSpace: "40", disposition: "sale" },
      { id: "lifted", product: "lifted", spaces: "50", areaPerSpace: "20", disposition: "lease" },
    ];
    const items = [
      item(4000, { id: "plain", basis: "product", product: "plain" }),
      item(30000, { id: "lifts", basis: "product_pieces", product: "lifted", pool: "below" }),
    ];
    const outcome = run({ components: [["area", "area_balance", areaExample({ parking })], works(items)], periods: 1 });
    expect(outcome.one("works.budget.plain")).toBeCloseTo(4000 * 4000, 4);
    expect(outcome.one("works.budget.lifts")).toBeCloseTo(50 * 30000, 4);
  });
});

describe("retention", () => {
  it("due after the horizon is an open end, and not counted", () => {
    const outcome = run({
      components: [works([item(1000)], [1], { deferredShare: "0.03", deferredMonths: "24" })],
      periods: 2,
    });
    expect(outcome.total("works.paid.item")).toBeCloseTo(970, 9);
    expect(outcome.one("works.retention_due")).toBeCloseTo(30, 9);
    expect(outcome.one("works.entered")).toBeCloseTo(1000, 9);
    expect(outcome.one("works.off_horizon")).toBeCloseTo(30, 9);
  });

  it("that is paid leaves nothing open, and construction ends with the works", () => {
    const outcome = run({
      components: [works([item(1000)], [1], { deferredShare: "0.03", deferredMonths: "24" })],
      periods: 4,
    });
    expect(outcome.one("works.retention_due")).toBeCloseTo(0, 9);
    expect(outcome.one("works.completed")).toBe(2026 * 12 + 11);
  });
});

describe("what else is paid", () => {
  it("fees to a budget, row by row", () => {
    const fee = (id: string, changes: Inputs) => ({
      id,
      kind: "fees",
      rule: "price",
      basis: "fixed",
      price: "50",
      includesVat: false,
      vatMethod: "none",
      ...changes,
    });
    const outcome = run({
      components: [
        [
          "fees",
          "other_costs",
          { payer: "entity", payee: "supplier", items: [fee("city", { payee: "city" }), fee("other", {})] },
        ],
      ],
      periods: 1,
    });
    expect(outcome.total("party.city.net")).toBeCloseTo(50, 9);
    expect(outcome.total("party.supplier.net")).toBeCloseTo(50, 9);
  });

  it("a replacement once only", () => {
    const replacement = (changes: Inputs): Part => [
      "renewal",
      "replacement",
      {
        payer: "operator",
        payee: "supplier",
        until: "2045-12",
        growth: "0",
        operationStart: "2026-01",
        items: [
          { id: "lifts", cost: "100", life: "5", first: "2028-06", includesVat: false, vatMethod: "none", ...changes },
        ],
      },
    ];
    expect(run({ components: [replacement({})], periods: 10 }).total("renewal.own_part.lifts")).toBeCloseTo(200, 9);
    expect(
      run({ components: [replacement({ once: "once" })], periods: 10 })
        .series("renewal.own_part.lifts")
        .slice(0, 4),
    ).toEqual(close([0, 0, 100, 0]));
    expect(
      run({ components: [replacement({ once: "once" })], periods: 10 }).total("renewal.own_part.lifts"),
    ).toBeCloseTo(100, 9);
  });

  it("contingency entered by date bears no contingency", () => {
    const scheduled: Part = [
      "reserve",
      "scheduled_investment",
      {
        payer: "entity",
        payee: "contractor",
        category: "cost_contingency_basic",
        amount: profile([80]),
        includesVat: false,
        vatMethod: "none",
      },
    ];
    const outcome = run({
      components: [
        scheduled,
        works([item(1000)]),
        ["contingency", "contingency", { payer: "entity", payee: "contractor", basicRate: "0.05" }],
      ],
      periods: 1,
    });
    expect(outcome.total("contingency.basic")).toBeCloseTo(50, 9);
    expect(sumOf(outcome, (_tags, role) => role === "cost.contingency.basic")).toContain("reserve.flow");
  });
});
