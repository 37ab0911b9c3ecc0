import { expect, test } from "vitest";
import { type Part, profile, type Situation } from "../mechanisms/support/situation.ts";
import { cost, each, investment, NATIONAL } from "./support/project.ts";
import { tablesOf } from "./support/read.ts";

/** 100 ㎡ sold at 10, a twentieth of it to the agent, 700 spent: 950 p / 10 − 700. */
const sale = (price: string): Part => [
  "flats",
  "sale",
  {
    ...{
      seller: "spv",
      buyer: "buyer",
      product: "flats",
      areaForSale: "100",
      price,
      priceGrowth: "0",
      priceFrom: "2026-01",
    },
    ...{
      absorption: profile([1]),
      mode: "completed",
      handover: "2026-01",
      collection: [{ id: "all", lag: "0", share: "1" }],
    },
    ...{ includesVat: false, vatMethod: "exempt", sellingCost: "0.05", sellingCostPayee: "supplier" },
  },
];
const sold = (price: string): Situation => ({
  periods: 2,
  packs: NATIONAL,
  components: [investment([700]), sale(price)],
});

/** 100 ㎡ let at 1,200 a year and ㎡ when full, a tenth of the rent to a manager, 32,400 fixed. */
const lease = (occupancy: string): Part => [
  "shops",
  "lease",
  {
    ...{ lessor: "spv", tenant: "tenant", product: "shops", areaLeased: "100", start: "2026-01", end: "2027-12" },
    ...{
      ramp: [{ id: "y1", year: "1", share: occupancy }],
      rentPer: "month",
      rent: "100",
      growth: "0",
      collection: "1",
    },
    ...{ includesVat: false, vatMethod: "exempt" },
  },
];
const manager: Part = [
  "manager",
  "operating_cost",
  {
    ...{ payer: "spv", start: "2026-01", end: "2027-12" },
    items: [
      {
        id: "m",
        kind: "management",
        payee: "supplier",
        rule: "share",
        share: "0.1",
        growth: "0",
        includesVat: false,
        vatMethod: "none",
      },
    ],
  },
];
const let_ = (occupancy: string): Situation => ({
  periods: 2,
  packs: NATIONAL,
  components: [lease(occupancy), manager, cost("fixed", "opex_staff", each(32400, 2), "2026-01")],
});

test("the selling cost moves with the price: at the point found the balance is 0", () => {
  const share = tablesOf(sold("10")).value("bep.sale_price") ?? Number.NaN;
  expect(share).toBeCloseTo(700 / 950, 10);
  expect(tablesOf(sold(String(10 * share))).value("balance.static")).toBeCloseTo(0, 6);
});

test("cost that is a share of the revenue moves with the occupancy: at the point found the operation breaks even", () => {
  const found = tablesOf(let_("0.8"));
  const occupancy = found.value("bep.occupancy") ?? Number.NaN;
  expect(occupancy).toBeCloseTo(0.3, 10);
  expect(found.values.scalar("bep.occupancy.share")?.toNumber()).toBeCloseTo(0.375, 10);
  const there = tablesOf(let_(String(occupancy)));
  expect(there.values.scalar("operation.result")?.toNumber()).toBeCloseTo(0, 6);
  expect(there.value("bep.occupancy")).toBeCloseTo(0.3, 9);
});

test("the plan itself stands at a factor of 1", () => {
  const { values } = tablesOf(sold("10"));
  expect(["project.price_factor", "project.occupancy_factor"].map((id) => values.scalar(id)?.toNumber())).toEqual([
    1, 1,
  ]);
  expect(values.total("flats.receipt")?.toNumber()).toBe(1000);
});
