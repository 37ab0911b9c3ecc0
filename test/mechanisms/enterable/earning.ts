import { areaExample } from "../support/area.ts";
import { vote } from "../support/records.ts";
import { saleOf } from "../support/sales.ts";
import { type Inputs, type Part, profile } from "../support/situation.ts";
import { type Fact, inputs } from "./fact.ts";

const parking = [{ id: "spaces", product: "spaces", spaces: "100", areaPerSpace: "40", disposition: "sale" }];
const area = (changes: Inputs = {}): Part => ["area", "area_balance", areaExample({ parking, ...changes })];
/** Its area comes from the area balance. */
const ofTheBalance = ([id, mechanism, { areaForSale: _area, ...terms }]: Part, changes: Inputs = {}): Part => [
  id,
  mechanism,
  { ...terms, ...changes },
];
const spaces = (changes: Inputs = {}): Part => ofTheBalance(saleOf("spaces", 4000), { level: "below", ...changes });
const lease: Part = [
  "shops",
  "lease",
  {
    ...{ lessor: "entity", tenant: "tenant", product: "shops", areaLeased: "100", start: "2026-01", end: "2030-12" },
    ramp: [{ id: "first", year: "1", share: "0.5" }],
    ...{ rentPer: "month", rent: "10", includesVat: false, vatMethod: "exempt", growth: "0", collection: "1" },
  },
];
const LET = { components: [lease], periods: 4 };
const common: Part = [
  "common",
  "common_income",
  {
    ...{
      payer: "tenant",
      owners: "resident",
      serviceProvider: "supplier",
      operator: "entity",
      account: "maintenance_fund",
    },
    ...{ gross: profile([100, 100]), costShare: "0.2", fundShare: "0.7", operatorShare: "0.3", vote: "vote" },
    ...{ includesVat: false, vatMethod: "exempt" },
  },
];
const COMMON = { components: [common], periods: 2, records: [vote("vote", "2026-01-01")] };
const earned = (id: string, category: string, amount: number): Part => [
  id,
  "scheduled_income",
  {
    ...{ payer: "tenant", payee: "operator", category, amount: profile([amount, amount]) },
    ...{ includesVat: false, vatMethod: "none" },
  },
];
const contract: Part = [
  "contract",
  "operator_contract",
  {
    ...{ owner: "entity", operator: "operator", subsidyPayer: "city", guarantor: "bank", supplier: "supplier" },
    ...{ side: "owner", includesVat: false, vatMethod: "exempt", feePerYear: "0", feeGrowth: "0" },
    shares: [
      { id: "rent", line: "lease", share: "0.1" },
      { id: "parking", line: "parking", share: "0.2" },
    ],
    ...{ bondForm: "insurance", bondAmount: "0", bondFeeRate: "0", start: "2026-01", term: "2" },
  },
];
const OPERATED = {
  components: [earned("a", "revenue_lease", 1000), earned("b", "revenue_parking", 500), contract],
  periods: 2,
};

/** Sales, rents, income of common parts, the operator, areas. */
export const EARNING: readonly Fact[] = [
  {
    fact: "a price per parking space",
    before: { components: [area(), spaces()], periods: 1 },
    entered: inputs("spaces", { pricePerPiece: "120000", price: null }),
    line: "spaces.contract",
    at: 0,
    value: 100 * 120000,
  },
  {
    fact: "a pace in pieces per month from when selling is allowed",
    before: { components: [area(), spaces({ handover: "2026-07" })], step: "quarter", periods: 8 },
    entered: inputs("spaces", { pacePieces: "10", absorption: null }),
    // Three months of ten spaces of 40 ㎡.
    line: "spaces.sold",
    at: 3,
    value: 1200,
  },
  {
    fact: "a pace in ㎡ per month",
    before: { components: [saleOf("flats", 1000)], periods: 3 },
    entered: inputs("flats", { paceArea: "5", absorption: null }),
    line: "flats.sold",
    at: 0,
    value: 60,
  },
  {
    fact: "a rent per piece",
    before: LET,
    entered: inputs("shops", { rentPerPiece: "300", pieces: "20", rent: null }),
    // Half of twenty are let.
    line: "shops.rent_received",
    at: 0,
    value: 10 * 300 * 12,
  },
  {
    fact: "rooms that are always full",
    before: LET,
    entered: inputs("shops", { ramping: "full", ramp: null }),
    line: "shops.rent_received",
    at: 0,
    value: 12000,
  },
  {
    fact: "a collection rate by year, apart from how it fills up",
    before: LET,
    entered: inputs("shops", {
      collection: null,
      collectionByYear: { profile: { from: "2026-01", every: "year", values: ["0.9", "0.95", "1"], meaning: "rate" } },
    }),
    line: "shops.rent_received",
    at: 1,
    value: 6000 * 0.95,
  },
  {
    fact: "income of common parts by source, paid by outsiders",
    before: COMMON,
    entered: inputs("common", {
      gross: null,
      sources: [
        { id: "s", source: "boards", quantity: "5", price: "2", growth: "0", start: "2026-01", paidBy: "outsiders" },
      ],
    }),
    // 120 a year, a fifth of it cost, three tenths of the rest to the operator.
    line: "common.to_operator",
    at: 0,
    value: 120 * 0.8 * 0.3,
  },
  {
    fact: "a vote that fails: all of the income of common parts goes to the fund",
    before: COMMON,
    entered: { "records/vote/values/yesArea": "9000" },
    line: "common.to_fund",
    at: 0,
    value: 80,
  },
  {
    fact: "a limit of the operator's shares together",
    before: OPERATED,
    entered: inputs("contract", { sharesCap: "150" }),
    line: "contract.share_paid.rent",
    at: 0,
    value: 75,
  },
  {
    fact: "a threshold of the operator's shares together",
    before: OPERATED,
    entered: inputs("contract", { sharesThreshold: "600" }),
    line: "contract.share_paid.rent",
    at: 0,
    value: 60,
  },
  {
    fact: "a reference term of the operator's contract",
    before: OPERATED,
    entered: inputs("contract", { referenceTerm: "1" }),
    line: "contract.owner_net_reference",
    value: 200,
  },
  {
    fact: "an obligation of the operator's contract that the owner bears",
    before: OPERATED,
    entered: inputs("contract", {
      obligations: [{ id: "staff", kind: "staff", amount: "30", growth: "0", borneBy: "owner" }],
    }),
    // Shares of 100 and 100 less the staff.
    line: "party.entity.net",
    at: 0,
    value: 170,
  },
  {
    fact: "the saleable part of a product's floor area",
    before: {
      components: [
        area({
          products: [
            { id: "flats", product: "flats", disposition: "sale", level: "above", rule: "fixed", area: "1000" },
          ],
        }),
        ofTheBalance(saleOf("flats", 100)),
      ],
      periods: 1,
    },
    entered: { "components/area/inputs/products/flats/efficiency": "0.8" },
    line: "flats.contract",
    at: 0,
    value: 800,
  },
  {
    fact: "what density, storeys and height allow of the ratio",
    before: { components: [area()], periods: 1 },
    entered: inputs("area", { densityLimit: "0.25", storeyHeight: "3", heightLimit: "28" }),
    line: "area.far_form_limit",
    value: 2.25,
  },
  {
    fact: "a ratio above ten",
    before: { components: [area()], periods: 1 },
    entered: inputs("area", { far: "12" }),
    line: "area.counted_area",
    value: 240000,
  },
  {
    fact: "a city without a pack: its standard of community rooms",
    before: {
      components: [area({ exemptAllowed: "1" })],
      periods: 1,
      packs: [
        { id: "zhejiang", version: "2026.1" },
        { id: "national-law", version: "2026.1" },
      ],
    },
    entered: inputs("area", { communityPerHundred: "30" }),
    line: "area.community_rooms",
    value: 168,
  },
];
