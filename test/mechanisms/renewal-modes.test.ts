import { describe, expect, it } from "vitest";
import { areaExample } from "./support/area.ts";
import { item, worksOf } from "./support/cost.ts";
import { type Inputs, type Part, profile, run } from "./support/situation.ts";

const area = (changes: Inputs): Part => ["area", "area_balance", areaExample(changes)];
const existing = (demolishedShare: string): Inputs => ({
  id: "homes",
  use: "residential",
  legal: "30000",
  demolishedShare,
  inKindShare: "1",
  resettleRatio: "1.1",
});

describe("infill: some buildings go, the others stay", () => {
  const plan = { existing: [existing("0.3")], far: "1.8", reserve: "300" };
  const outcome = run({ components: [area(plan)], periods: 1 });

  it("the ratio is reckoned on kept and new area, and every square metre has its place", () => {
    expect(outcome.one("area.demolished_total")).toBeCloseTo(9000, 6);
    expect(outcome.one("area.kept_total")).toBeCloseTo(21000, 6);
    expect(outcome.one("area.gfa_above_new")).toBeCloseTo(1.8 * 20000 + 2400 - 21000, 6);
    expect(outcome.one("area.resettlement")).toBeCloseTo(9900, 6);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
  });

  it("works rest on what is built, demolished and kept", () => {
    const works: Part = [
      "works",
      "works",
      worksOf([
        item(1, { id: "new", basis: "above" }),
        item(1, { id: "gone", basis: "demolished" }),
        item(1, { id: "repaired", basis: "kept" }),
      ]),
    ];
    const built = run({ components: [area(plan), works], periods: 1 });
    expect(["new", "gone", "repaired"].map((id) => built.one(`works.measured.${id}`))).toEqual(
      [17400, 9000, 21000].map((value) => expect.closeTo(value, 6)),
    );
  });

  it("reserve space is built and earns nothing", () => {
    const increment = (reserve: string) =>
      run({ components: [area({ ...plan, reserve })], periods: 1 }).one("area.increment_above");
    expect(increment("300")).toBeCloseTo(increment("0") - 300, 6);
    expect(outcome.lines.find(({ id }) => id === "area.reserve_area")?.role).toBe("area.disposition.reserve");
  });
});

describe("comprehensive improvement: everything stays", () => {
  const { far: _none, ...open } = areaExample();
  const plan: Inputs = {
    ...open,
    existing: [existing("0")],
    exempt: [],
    services: [
      { id: "care", item: "elderly", area: "300", disposition: "common", within: "kept", requiredPerHundred: "20" },
      { id: "canteen", item: "canteen", area: "200", disposition: "common", within: "built" },
    ],
    householdsPlanned: "480",
    communityRoomsKept: "250",
    propertyRoomsKept: "120",
    products: [{ id: "none", product: "flats", disposition: "sale", level: "above", rule: "rest" }],
    parking: [],
    equipmentBelow: "0",
  };
  const base: Part = ["area", "area_balance", plan];
  const outcome = run({ components: [base], periods: 1 });

  it("the ratio follows from what is kept and the little that is added", () => {
    const added = 200 + (480 * 0.8 - 250);
    expect(outcome.one("area.gfa_above_new")).toBeCloseTo(added, 6);
    expect(outcome.one("area.far_used")).toBeCloseTo((30000 + added) / 20000, 9);
    expect(outcome.one("area.residual")).toBeCloseTo(0, 6);
  });

  it("rooms in kept buildings meet their standard without being built again", () => {
    expect(outcome.one("area.service_met.care")).toBe(1);
    expect(outcome.one("area.rooms_in_kept")).toBeCloseTo(300 + 250 + 120, 6);
    expect(outcome.one("area.kept_other") + outcome.one("area.rooms_in_kept")).toBeCloseTo(30000, 6);
  });

  it("there is nothing to sell", () => {
    const sale: Part = [
      "sale",
      "sale",
      {
        seller: "entity",
        buyer: "buyer",
        product: "flats",
        price: "20000",
        includesVat: true,
        vatMethod: "general",
        vatRate: "0.09",
        priceGrowth: "0",
        priceFrom: "2026-01",
        absorption: profile([1]),
        mode: "completed",
        handover: "2026-01",
        collection: [{ id: "all", lag: "0", share: "1" }],
        sellingCost: "0.02",
        sellingCostPayee: "supplier",
      },
    ];
    const sold = run({ components: [base, sale], periods: 2 });
    expect(sold.one("sale.area_offered")).toBe(0);
    expect(sold.total("project.cash_in")).toBe(0);
  });

  it("renovation is priced per ㎡ kept", () => {
    const works: Part = ["works", "works", worksOf([item(600, { basis: "kept" })])];
    expect(run({ components: [base, works], periods: 1 }).total("works.paid.item")).toBeCloseTo(600 * 30000, 4);
  });

  it("a new room more raises the ratio, not the residual", () => {
    const more = run({
      components: [
        [
          "area",
          "area_balance",
          {
            ...plan,
            products: [
              { id: "shop", product: "shop", disposition: "lease", level: "above", rule: "fixed", area: "500" },
            ],
          },
        ],
      ],
      periods: 1,
    });
    expect(more.one("area.gfa_above_new") - outcome.one("area.gfa_above_new")).toBeCloseTo(500, 6);
    expect(more.one("area.residual")).toBeCloseTo(0, 6);
  });
});
