import { areaExample } from "../support/area.ts";
import { item, worksOf } from "../support/cost.ts";
import { approval, vote } from "../support/records.ts";
import { saleOf } from "../support/sales.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";
import { type Fact, inputs } from "./fact.ts";

const works = (items: readonly Inputs[], weights = [1]): Part => ["works", "works", worksOf(items, weights)];
const parking = [
  { id: "plain", product: "plain", spaces: "100", areaPerSpace: "40", disposition: "sale" },
  { id: "lifted", product: "lifted", spaces: "50", areaPerSpace: "20", disposition: "lease" },
];
const ONE_ITEM = { components: [works([item(1000)], [0.5, 0.5])], periods: 3 };
const fee = (changes: Inputs = {}): Inputs => ({
  ...{ id: "fee", kind: "fees", rule: "price", basis: "fixed", price: "50", includesVat: false, vatMethod: "none" },
  ...changes,
});
const fees: Part = ["fees", "other_costs", { payer: "entity", payee: "supplier", items: [fee()] }];
const contingency = (changes: Inputs = {}): Part => [
  "reserve",
  "contingency",
  { payer: "entity", payee: "contractor", basicRate: "0.05", ...changes },
];
const lift: Inputs = { id: "lifts", cost: "100", life: "5", first: "2028-06", includesVat: false, vatMethod: "none" };
const renewal: Part = [
  "renewal",
  "replacement",
  { payer: "operator", payee: "supplier", until: "2045-12", growth: "0", operationStart: "2026-01", items: [lift] },
];
const scheduled: Part = [
  "sum",
  "scheduled_investment",
  {
    ...{ payer: "entity", payee: "contractor", category: "cost_works_building", amount: profile([80]) },
    ...{ includesVat: false, vatMethod: "none" },
  },
];
const fund: Part = [
  "fund",
  "maintenance_fund",
  {
    ...{ account: "maintenance_fund", owners: "resident", bank: "bank", payee: "entity", interest: "0" },
    ...{ areaDeposited: "30000", averageCost: "2000", depositRate: "0.06", trigger: "0.3", topUpLevel: "1" },
    ...{ topUpCollection: "1", status: "approved", joined: "joined" },
  },
];
const FUND = {
  components: [works([item(5_000_000, { eligibleMaintenance: "yes" })]), fund],
  periods: 6,
  records: [vote("voted", "2026-01-01"), vote("raise", "2026-01-01"), approval("joined", "2026-01-01")],
  papers: "as given",
  openingCash: { maintenance_fund: "4000000" },
} as const;
const use = (changes: Inputs): Inputs => ({
  ...{
    id: "roof",
    item: "roof",
    kind: "repair",
    month: "2029-03",
    amount: "600000",
    vote: "voted",
    supplier: "supplier",
  },
  ...changes,
});

/** Works, fees, contingency, replacement and the maintenance fund. */
export const SPENDING: readonly Fact[] = [
  {
    fact: "that part of an item is eligible",
    before: ONE_ITEM,
    entered: inputs("works", { items: [item(1000, { eligibleShare: "0.3", eligibleGrant: "yes" })] }),
    // 700 of 1,000, half of it in the first year.
    line: "works.paid_rest.item",
    at: 0,
    value: 350,
  },
  {
    fact: "a time of its own for one item",
    before: ONE_ITEM,
    entered: {
      "components/works/inputs/items/item/start": "2027-07",
      "components/works/inputs/items/item/duration": "12",
    },
    line: "works.paid.item",
    at: 2,
    value: 500,
  },
  {
    fact: "several kinds of parking spaces, each with its own area and cost per piece",
    before: { components: [["area", "area_balance", areaExample({ parking })], works([item(30000)])], periods: 1 },
    entered: inputs("works", { items: [item(30000, { basis: "product_pieces", product: "lifted", pool: "below" })] }),
    line: "works.budget.item",
    value: 50 * 30000,
  },
  {
    fact: "a fee paid to a budget",
    before: { components: [fees], periods: 1 },
    entered: { "components/fees/inputs/items/fee/payee": "city" },
    line: "party.city.net",
    at: 0,
    value: 50,
  },
  {
    fact: "a fee as a rate on sales",
    before: {
      components: [saleOf("flats", 1000), ["fees", "other_costs", { payer: "spv", payee: "supplier", items: [fee()] }]],
      periods: 1,
    },
    entered: inputs("fees", { items: [fee({ rule: "rate", base: "sales", rate: "0.02" })] }),
    line: "fees.paid.fee",
    at: 0,
    value: 20,
  },
  {
    fact: "VAT of the contingency",
    before: { components: [works([item(1000)]), contingency()], periods: 1 },
    entered: inputs("reserve", { vatMethod: "creditable", vatRate: "0.06", includesVat: true }),
    // 5 % of 1,000 with VAT of 6 % inside.
    line: "reserve.basic",
    at: 0,
    value: 50 / 1.06,
  },
  {
    fact: "a contingency that is already an amount of the plan",
    before: { components: [scheduled, contingency()], periods: 1 },
    entered: inputs("sum", { category: "cost_contingency_basic" }),
    line: "reserve.basic",
    at: 0,
    value: 0,
  },
  {
    fact: "a replacement that comes once",
    before: { components: [renewal], periods: 10 },
    entered: { "components/renewal/inputs/items/lifts/once": "once" },
    line: "renewal.own_part.lifts",
    at: 7,
    value: 0,
  },
  {
    fact: "uses of the maintenance fund by item and year, paid to the supplier",
    before: FUND,
    entered: inputs("fund", { uses: [use({})] }),
    line: "party.supplier.net",
    at: 3,
    value: 600_000,
  },
  {
    fact: "balances of the maintenance fund by building",
    before: { ...FUND, openingCash: { maintenance_fund: "4000000" } },
    entered: inputs("fund", {
      buildings: [
        { id: "east", building: "east", area: "10000", opening: "1000000" },
        { id: "west", building: "west", area: "20000", opening: "3000000" },
      ],
      uses: [use({ building: "east", amount: "600000" })],
    }),
    line: "fund.building_balance.east",
    at: 3,
    value: 400_000,
  },
  {
    fact: "a top-up of the maintenance fund, decided once and paid a year later",
    before: { ...FUND, openingCash: { maintenance_fund: "1000000" } },
    entered: inputs("fund", { topUpLagMonths: "12", raiseVote: "raise" }),
    // Below 30 % of 3.6 million from the start: decided in the first year, paid in the second.
    line: "fund.top_up",
    at: 1,
    value: 2_600_000,
  },
  {
    fact: "a grant by progress of the works",
    before: {
      components: [
        works([item(1000, { eligibleGrant: "yes" })], [0.5, 0.5]),
        [
          "grant",
          "special_grant",
          {
            ...{ payer: "city", payee: "entity", amount: "300", lagMonths: "0", status: "approved" },
            progress: [{ id: "all", reached: "1", share: "1" }],
          },
        ],
      ],
      periods: 3,
    },
    entered: inputs("grant", {
      progress: [
        { id: "half", reached: "0.5", share: "0.4" },
        { id: "all", reached: "1", share: "0.6" },
      ],
    }),
    line: "grant.grant",
    at: 0,
    value: 120,
  },
  {
    fact: "a grant by calendar year",
    before: {
      components: [
        works([item(1000, { eligibleGrant: "yes" })]),
        [
          "grant",
          "special_grant",
          {
            ...{ payer: "city", payee: "entity", amount: "300", lagMonths: "0", status: "approved" },
            progress: [{ id: "all", reached: "1", share: "1" }],
          },
        ],
      ],
      periods: 3,
    },
    entered: inputs("grant", { byDate: profile([100, 200], "2027-01") }),
    line: "grant.grant",
    at: 2,
    value: 200,
  },
];
