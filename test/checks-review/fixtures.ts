import {
  bond,
  ceded,
  contract,
  fund,
  maintenance,
  payment,
  performance,
  provident,
  relieved,
  separate,
} from "./support/parts.ts";
import {
  add,
  addRow,
  type Change,
  conventions,
  input,
  line,
  project,
  record,
  row,
  swapPack,
  without,
  withoutRecord,
} from "./support/review.ts";

/** A finding, what makes it pass on the sound document, and what makes it fail. */
export interface Fixture {
  readonly id: string;
  readonly about: string;
  readonly good?: readonly Change[];
  readonly bad: readonly Change[];
  /** Where the failing finding points. */
  readonly at?: string;
}

const flatsLease = (product: string, areaLeased?: string): Change =>
  add("extra_lease", "lease", {
    lessor: "spv",
    tenant: "tenants",
    product,
    start: "2029-07",
    end: "2039-12",
    ramp: [
      { id: "a", year: "1", share: "0.5" },
      { id: "b", year: "2", share: "0.9" },
    ],
    rentPer: "month",
    rent: "40",
    includesVat: true,
    vatMethod: "general",
    vatRate: "0.09",
    contractYears: "5",
    growth: "0",
    collection: "0.95",
    ...(areaLeased === undefined ? {} : { areaLeased }),
  });

const taizhou = swapPack("jinhua-2020", "taizhou-2023-draft", "taizhou-property");
const vote = {
  totalArea: "30000",
  totalOwners: "480",
  partArea: "20000",
  partOwners: "320",
  yesArea: "15000",
  yesOwners: "240",
  major: true,
};

export const basics: readonly Fixture[] = [
  { id: "C01", about: "VAT basis not stated", bad: [conventions({ vatBasis: undefined })], at: "conventions/vatBasis" },
  {
    id: "C01",
    about: "a date before the first month",
    bad: [input("shops", { start: "2025-01" })],
    at: "components/shops/inputs/start",
  },
  { id: "C05", about: "negative area", bad: [input("area", { reserve: "-5" })], at: "components/area/inputs/reserve" },
  {
    id: "C05",
    about: "a number in a record that cannot be",
    bad: [record("bad_vote", "vote", { partArea: "-1" })],
    at: "records/bad_vote/values/partArea",
  },
  {
    id: "C30",
    about: "no rule pack",
    bad: [
      (draft) => {
        draft.packs = [];
      },
    ],
    at: "packs",
  },
  {
    id: "M16",
    about: "an input sets aside the rule",
    good: [input("compensation", { tailMonths: "6" })],
    bad: [input("compensation", { tailMonths: "0" })],
    at: "components/compensation/inputs/tailMonths",
  },
  {
    id: "M02",
    about: "a new build with rebate and residents' money",
    good: [project({ type: "new_build" }), without("rebate", "charge")],
    bad: [project({ type: "new_build" })],
  },
  {
    id: "M03",
    about: "full rebuild keeps nothing",
    bad: [row("area", "existing", "shops", { demolishedShare: "0.5" })],
    at: "project/mode",
  },
  {
    id: "M04",
    about: "infill keeps something",
    good: [project({ mode: "infill" }), row("area", "existing", "shops", { demolishedShare: "0.5" })],
    bad: [project({ mode: "infill" })],
  },
  {
    id: "M05",
    about: "rehabilitation demolishes nothing",
    good: [
      project({ mode: "rehabilitation" }),
      row("area", "existing", "homes", { demolishedShare: "0" }),
      row("area", "existing", "shops", { demolishedShare: "0" }),
    ],
    bad: [project({ mode: "rehabilitation" })],
  },
  {
    id: "M06",
    about: "buildings of the 1970s to 1990s",
    good: [record("age", "building_age", { areaOfAge: "20000", areaTotal: "30000" })],
    bad: [record("age", "building_age", { areaOfAge: "9000", areaTotal: "30000" })],
    at: "records/age",
  },
  {
    id: "C18",
    about: "no reason of the benchmark",
    bad: [conventions({ icReason: undefined })],
    at: "conventions/icProject",
  },
  {
    id: "C19",
    about: "nothing is varied",
    bad: [
      (draft) => {
        draft.scenarios = [];
      },
    ],
    at: "uncertainty",
  },
  {
    id: "C16",
    about: "a repurchase in a note",
    bad: [
      (draft) => {
        draft.notes.push("区财政承诺到期回购基金份额。");
      },
    ],
    at: "notes/1",
  },
  {
    id: "R-DEBT-8",
    about: "a guarantee in a label",
    bad: [project({ summary: "运营缺口由财政兜底" })],
    at: "project/summary",
  },
];

export const plan: readonly Fixture[] = [
  { id: "M07", about: "no market test", bad: [withoutRecord("market")] },
  {
    id: "M08",
    about: "traffic does not suffice",
    bad: [record("capacity_study", "capacity", { traffic: false, environment: true })],
    at: "records/capacity_study",
  },
  {
    id: "M39",
    about: "works before the plan",
    bad: [record("plan_change", "plan_adjustment", { far: "3.2" }, { date: "2027-06-01" })],
    at: "records/plan_change",
  },
  {
    id: "M10",
    about: "operator named late",
    good: [record("named", "operator_named", {}), record("design", "design_approval", {}, { date: "2026-03-01" })],
    bad: [
      record("named", "operator_named", {}, { date: "2027-01-01" }),
      record("design", "design_approval", {}, { date: "2026-03-01" }),
    ],
    at: "records/named",
  },
  {
    id: "M12",
    about: "a binding indicator missed",
    good: [record("beds", "indicator", { target: "30", actual: "31", binding: true, unit: "床" })],
    bad: [record("beds", "indicator", { target: "30", actual: "29", binding: true, unit: "床" })],
    at: "records/beds",
  },
  {
    id: "M13",
    about: "a compulsory scene without cost",
    good: [record("scene", "scene", { mandatory: true, area: "200", cost: "500000" })],
    bad: [record("scene", "scene", { mandatory: true, area: "200", cost: "0" })],
    at: "records/scene",
  },
  {
    id: "M14",
    about: "acceptance failed",
    good: [record("accepted", "acceptance", { passed: true, score: "91" })],
    bad: [record("accepted", "acceptance", { passed: false, score: "55" })],
  },
  {
    id: "M27",
    about: "1 % for culture where a rule asks for it",
    good: [taizhou, record("culture", "public_culture", { budget: "6000000" })],
    bad: [taizhou, record("culture", "public_culture", { budget: "100000" })],
    at: "records/culture",
  },
  { id: "C02", about: "FAR above the plan", bad: [input("area", { far: "3.3" })], at: "components/area/inputs/far" },
  { id: "M17", about: "FAR above the plan, by policy", bad: [input("area", { far: "3.3" })] },
  {
    id: "C02",
    about: "two products take the rest",
    bad: [
      addRow("area", "products", { id: "more", product: "more", disposition: "sale", level: "above", rule: "rest" }),
    ],
    at: "components/area/inputs/products/more",
  },
  {
    id: "C02",
    about: "exempt stilt floor rented",
    bad: [flatsLease("stilt", "1800")],
    at: "components/extra_lease/inputs/areaLeased",
  },
  { id: "C02", about: "no room for the products", bad: [row("area", "products", "street_shops", { area: "20000" })] },
  {
    id: "M18",
    about: "too high",
    bad: [input("area", { heightLimit: "20" })],
    at: "components/area/inputs/heightLimit",
  },
  {
    id: "M22",
    about: "exemption where the rule does not allow it",
    bad: [taizhou, input("area", { exemptAllowed: "1" })],
    at: "components/area/inputs/exemptAllowed",
  },
  {
    id: "M23",
    about: "sky garden without a limit",
    good: [addRow("area", "exempt", { id: "garden", kind: "sky_garden", area: "300", limit: "200" })],
    bad: [addRow("area", "exempt", { id: "garden", kind: "sky_garden", area: "300" })],
    at: "components/area/inputs/exempt/garden",
  },
  { id: "M24", about: "green ratio missed", bad: [input("area", { groundGreen: "4000" })] },
  { id: "C03", about: "too few community rooms", bad: [input("area", { communityRooms: "300" })] },
  { id: "C03", about: "too few property rooms", bad: [input("area", { propertyRooms: "100" })] },
  { id: "M26", about: "no canteen", bad: [withoutRecord("canteen")] },
  {
    id: "M28",
    about: "the circle lacks rooms",
    bad: [record("canteen", "facility", { required: "200", reachable: "50" })],
    at: "records/canteen",
  },
  { id: "M98", about: "reserve space earns", bad: [flatsLease("reserve", "200")], at: "components/extra_lease/inputs" },
  {
    id: "M30",
    about: "common space sold",
    good: [row("area", "parking", "common_spaces", { product: "common_spaces" })],
    bad: [
      add("common_sale", "sale", {
        seller: "spv",
        buyer: "residents",
        product: "common_spaces",
        areaForSale: "3040",
        price: "4000",
        includesVat: true,
        vatMethod: "general",
        vatRate: "0.09",
        priceGrowth: "0",
        priceFrom: "2026-01",
        absorption: { profile: { from: "2029-07", every: "year", values: ["1"], meaning: "share" } },
        mode: "completed",
        handover: "2029-07",
        collection: [{ id: "all", lag: "0", share: "1" }],
        sellingCost: "0.01",
        sellingCostPayee: "supplier",
      }),
    ],
    at: "components/common_sale/inputs/product",
  },
];

export const costs: readonly Fixture[] = [
  {
    id: "C04",
    about: "contingency too small",
    bad: [input("contingency", { basicRate: "0.02" })],
    at: "components/contingency/inputs/basicRate",
  },
  {
    id: "C04",
    about: "contingency twice",
    bad: [add("again", "contingency", { payer: "spv", payee: "contractor", plot: "p1", basicRate: "0.05" })],
  },
  {
    id: "C04",
    about: "no source",
    bad: [
      (draft) => {
        for (const part of draft.components) if (part.id === "works") delete part["note"];
      },
    ],
    at: "components/works",
  },
  {
    id: "C04",
    about: "yuan and ten thousand yuan mixed",
    bad: [input("flats", { price: "3.18" })],
    at: "components/flats/inputs/price",
  },
  { id: "C04", about: "no transition allowance", bad: [without("compensation")] },
  {
    id: "M46",
    about: "shares of a cost line",
    good: [record("lifts_shared", "cost_share", { line: "电梯", government: "0.4", market: "0.3", residents: "0.3" })],
    bad: [record("lifts_shared", "cost_share", { line: "电梯", government: "0.4", market: "0.3", residents: "0.2" })],
    at: "records/lifts_shared",
  },
  {
    id: "M46",
    about: "shares in a table",
    good: [
      add("sharing", "cost_sharing", {
        items: [{ id: "a", line: "building", government: "0.2", market: "0.5", residents: "0.3" }],
      }),
    ],
    bad: [
      add("sharing", "cost_sharing", {
        items: [{ id: "a", line: "building", government: "0.2", market: "0.5", residents: "0.4" }],
      }),
    ],
    at: "components/sharing/inputs/items/a",
  },
  {
    id: "M75",
    about: "two platforms",
    bad: [
      addRow("works", "items", {
        id: "second",
        kind: "platform",
        basis: "households",
        price: "500",
        includesVat: true,
        vatMethod: "creditable",
        vatRate: "0.06",
      }),
    ],
  },
  {
    id: "C06",
    about: "too little capital",
    bad: [
      input("equity", {
        schedule: { profile: { from: "2026-01", every: "year", values: ["20000000"], meaning: "amount" } },
      }),
    ],
  },
  {
    id: "C06",
    about: "loans before capital",
    bad: [
      (draft) => {
        for (const part of draft.components) if (part.mechanism === "loan") delete part.inputs["capitalRatio"];
      },
      input("equity", {
        schedule: { profile: { from: "2029-07", every: "year", values: ["100000000"], meaning: "amount" } },
      }),
    ],
  },
  {
    id: "M57",
    about: "shareholdings",
    good: [record("a", "shareholder", { share: "0.6" }), record("b", "shareholder", { share: "0.4" })],
    bad: [record("a", "shareholder", { share: "0.6" }), record("b", "shareholder", { share: "0.3" })],
  },
  {
    id: "C17",
    about: "a fund without fee",
    good: [fund()],
    bad: [fund({ feeRate: "0" })],
    at: "components/fund_money/inputs/feeRate",
  },
  {
    id: "R-DEBT-2",
    about: "a budget buys the fund out",
    good: [fund()],
    bad: [fund({ exitPayer: "district" })],
    at: "components/fund_money/inputs/exitPayer",
  },
  {
    id: "R-DEBT-3",
    about: "a budget pays dividends",
    bad: [
      payment("equity.dividend", "district", "group", 1_000_000, { posts: { debit: "outside", credit: "outside" } }),
    ],
    at: "extra",
  },
];

export const publicMoney: readonly Fixture[] = [
  {
    id: "C07",
    about: "a grant without a document",
    bad: [input("special", { approval: undefined })],
    at: "components/special/inputs/status",
  },
  {
    id: "C07",
    about: "a reward before acceptance",
    good: [performance()],
    bad: [performance({ acceptance: "2027-03", acceptanceRecord: undefined })],
  },
  {
    id: "M45",
    about: "grants above public cost",
    bad: [payment("support.grant.special", "province", "spv", 90_000_000)],
  },
  { id: "M44", about: "a reward no listed pack mentions", good: [taizhou, performance()], bad: [performance()] },
  { id: "M38", about: "a rebate no listed pack mentions", bad: [taizhou] },
  {
    id: "C08",
    about: "gross base",
    bad: [input("land", { cityBase: "gross" })],
    at: "components/land/inputs/cityBase",
  },
  { id: "C08", about: "no lag", bad: [input("rebate", { lagMonths: "0" })] },
  { id: "C08", about: "not the city", bad: [payment("support.rebate", "district", "entity", 1_000_000)], at: "extra" },
  {
    id: "C08",
    about: "no approval",
    bad: [
      input("rebate", { approval: undefined }),
      (draft) => {
        for (const part of draft.components) if (part.id === "rebate") delete part["evidence"];
      },
    ],
    at: "components/rebate/inputs/approval",
  },
  {
    id: "R-LAND-1",
    about: "the rebate goes to the buyer of the land",
    bad: [input("rebate", { payee: "spv" })],
    at: "rebate.rebate",
  },
  {
    id: "M32",
    about: "green not replaced",
    good: [
      record("gap", "added_land", {
        planCompliant: true,
        consulted: true,
        greenLost: "100",
        greenReplaced: "100",
        insideCommunity: true,
        publicUse: true,
      }),
    ],
    bad: [
      record("gap", "added_land", {
        planCompliant: true,
        consulted: true,
        greenLost: "100",
        greenReplaced: "20",
        insideCommunity: true,
        publicUse: true,
      }),
    ],
    at: "records/gap",
  },
  {
    id: "M35",
    about: "outside the waiver",
    good: [record("gap", "added_land", { insideCommunity: true, publicUse: true })],
    bad: [record("gap", "added_land", { insideCommunity: false, publicUse: true })],
    at: "records/gap",
  },
  {
    id: "M37",
    about: "a signed obligation",
    good: [record("school", "scheme_obligation", { signed: true, delivered: true })],
    bad: [record("school", "scheme_obligation", { signed: true, delivered: false })],
    at: "records/school",
  },
  {
    id: "R-DEBT-1",
    about: "a sub-district office borrows",
    bad: [
      (draft) => {
        const spv = draft.parties.find(({ id }) => id === "spv");
        if (spv !== undefined) spv["label"] = "某某街道办事处";
      },
    ],
  },
  {
    id: "R-DEBT-4",
    about: "the builder lends",
    bad: [payment("debt.draw", "contractor", "spv", 1_000_000)],
    at: "extra",
  },
  {
    id: "R-DEBT-5",
    about: "a subsidy without budget",
    good: [
      payment("support.operating", "district", "spv", 100_000),
      record("budget", "budget_approval", { amount: "100000" }),
    ],
    bad: [payment("support.operating", "district", "spv", 100_000)],
    at: "extra",
  },
  { id: "R-DEBT-6", about: "land money repays", bad: [without("flats", "spaces", "shops", "services")] },
  {
    id: "R-DEBT-7",
    about: "a school is pledged",
    bad: [record("pledge", "pledge", { income: "school", creditor: "bank", publicBenefit: true })],
    at: "records/pledge",
  },
  {
    id: "R-DEBT-9",
    about: "estimate overrun",
    bad: [record("estimate", "estimate_approval", { totalInvestment: "300000000" })],
    at: "records/estimate",
  },
  {
    id: "C26",
    about: "estimate overrun",
    bad: [record("estimate", "estimate_approval", { totalInvestment: "300000000" })],
    at: "records/estimate",
  },
  {
    id: "C28",
    about: "parking pledged twice",
    good: [record("p1", "pledge", { income: "parking", creditor: "bank" })],
    bad: [
      record("p1", "pledge", { income: "parking", creditor: "bank" }),
      record("p2", "pledge", { income: "parking", creditor: "bondholder" }),
    ],
    at: "records/p2",
  },
  {
    id: "C14",
    about: "coverage without a definition",
    good: bond(),
    bad: bond({ coverageDefinition: undefined }),
    at: "components/bond/inputs/coverageDefinition",
  },
  {
    id: "C14",
    about: "a term beyond the assets",
    good: bond(),
    bad: [...bond({}, { term: "30" }), input("books", { life: "240" })],
    at: "components/bond/inputs/tranches",
  },
];

export const people: readonly Fixture[] = [
  { id: "C09", about: "residents pay without a vote", bad: [input("charge", { vote: undefined })] },
  {
    id: "C09",
    about: "the vote failed",
    bad: [record("rebuild_vote", "vote", { ...vote, partOwners: "319" }, { date: "2025-11-20" })],
    at: "records/rebuild_vote",
  },
  {
    id: "C09",
    about: "the provident fund as a source",
    bad: [payment("provident.draw", "pfund", "spv", 1_000_000, { posts: { debit: "cash", credit: "reserve" } })],
  },
  {
    id: "M47",
    about: "everybody pays",
    bad: [input("charge", { collection: "1" })],
    at: "components/charge/inputs/collection",
  },
  {
    id: "M51",
    about: "maintenance fund not joined",
    good: [taizhou, ...maintenance()],
    bad: [taizhou, ...maintenance({ joined: undefined })],
  },
  {
    id: "M52",
    about: "provident fund not joined",
    good: [taizhou, provident()],
    bad: [taizhou, provident({ joined: undefined })],
  },
  { id: "M48", about: "a gift not used for its purpose", bad: [withoutRecord("gift_use")] },
  {
    id: "C10",
    about: "common parts without a vote",
    bad: [input("services", { vote: undefined })],
    at: "components/services/inputs/vote",
  },
  {
    id: "C29",
    about: "work counted as cash",
    good: [
      add("labour", "donation", {
        donor: "residents",
        payee: "spv",
        kind: "labour",
        amount: "50000",
        date: "2028-01",
        status: "received",
      }),
    ],
    bad: [payment("contribution.donation", "residents", "spv", 50_000, { tags: { kind: "labour" } })],
    at: "extra",
  },
  {
    id: "VOTE-1",
    about: "quorum of persons",
    good: [record("v", "vote", vote)],
    bad: [record("v", "vote", { ...vote, partOwners: "319" })],
    at: "records/v",
  },
  {
    id: "VOTE-1",
    about: "an ordinary item needs more than half",
    good: [
      record("v", "vote", {
        ...vote,
        major: false,
        partArea: "24000",
        partOwners: "400",
        yesArea: "12001",
        yesOwners: "201",
      }),
    ],
    bad: [
      record("v", "vote", {
        ...vote,
        major: false,
        partArea: "24000",
        partOwners: "400",
        yesArea: "12000",
        yesOwners: "201",
      }),
    ],
    at: "records/v",
  },
  {
    id: "M79",
    about: "a discount nobody makes good",
    good: [record("talent", "talent_discount", { amount: "100000", payer: "district" })],
    bad: [record("talent", "talent_discount", { amount: "100000" })],
    at: "records/talent",
  },
];

export const market: readonly Fixture[] = [
  {
    id: "C13",
    about: "a relief assumed to be renewed",
    good: [relieved(), separate],
    bad: [relieved({ assumeRenewal: true }), separate],
    at: "components/care/inputs/assumeRenewal",
  },
  {
    id: "C11",
    about: "price above the cap",
    bad: [input("flats", { price: "36000" })],
    at: "components/flats/inputs/price",
  },
  {
    id: "C11",
    about: "presale without a permit",
    bad: [input("flats", { presalePermit: undefined })],
    at: "components/flats/inputs/presalePermit",
  },
  {
    id: "C11",
    about: "receipts in the first half-year",
    bad: [line("early", "sale.receipt", "buyers", "spv", "t == 1 ? special.amount : 0")],
    at: "early",
  },
  {
    id: "C11",
    about: "no supervised account",
    bad: [input("flats", { retention: undefined })],
    at: "components/flats/inputs/retention",
  },
  { id: "M42", about: "rent above the cap", bad: [input("shops", { rent: "4" })], at: "components/shops/inputs/rent" },
  {
    id: "C12",
    about: "full from day one",
    bad: [input("shops", { ramp: [{ id: "y1", year: "1", share: "0.95" }] })],
    at: "components/shops/inputs/ramp",
  },
  {
    id: "C12",
    about: "everything collected",
    bad: [input("shops", { collection: "1" })],
    at: "components/shops/inputs/collection",
  },
  {
    id: "C12",
    about: "wages stand still",
    bad: [row("running", "items", "staff", { growth: "0" })],
    at: "components/running/inputs/items/staff/growth",
  },
  { id: "C12", about: "nothing is replaced", bad: [without("renewal")] },
  { id: "C12", about: "income outgrows cost", bad: [input("shops", { growth: "0.2" })] },
  {
    id: "C13",
    about: "a relief that ended",
    good: [relieved(), separate],
    bad: [relieved({ start: "2029-07", end: "2033-12" }), separate],
    at: "components/care/inputs/items/meals/relief",
  },
  {
    id: "C13",
    about: "the listed 5 % after its list",
    good: [relieved(), separate],
    bad: [flatsLease("stilt", "10"), input("extra_lease", { vatMethod: "simplified", vatRate: "0.05" })],
    at: "components/extra_lease/inputs/vatRate",
  },
  { id: "M63", about: "relief without separate accounts", good: [relieved(), separate], bad: [relieved()] },
  {
    id: "C23",
    about: "a lease beyond twenty years",
    bad: [input("shops", { contractYears: "25" })],
    at: "components/shops/inputs/contractYears",
  },
  {
    id: "M72",
    about: "above the guided price",
    good: [record("meal", "guided_price", { price: "12", cap: "15" })],
    bad: [record("meal", "guided_price", { price: "18", cap: "15" })],
    at: "records/meal",
  },
  { id: "M74", about: "services nobody renders", bad: [without("running")] },
  {
    id: "M67",
    about: "energy sold by the franchisee",
    good: [(draft) => removeRow(draft, "services", "items", "charging"), franchise("20")],
    bad: [franchise("20")],
  },
  {
    id: "M69",
    about: "municipal services without procurement",
    good: [integrated({ feeDecision: "common_vote", procurement: "selected" })],
    bad: [integrated({ procurement: "selected" }), row("services", "items", "property", { book: "property" })],
  },
  { id: "C15", about: "cash below the minimum", bad: [conventions({ minimumCash: "100000000" })] },
  {
    id: "C20",
    about: "a party without cash",
    bad: [payment("cost.works.building", "entity", "contractor", 9_000_000)],
    at: "party.entity.cash",
  },
  {
    id: "C20",
    about: "loans without interest",
    bad: [input("policy_loan", { rate: "0" }), input("bank_loan", { rate: "0" }), input("flats", { price: "20000" })],
  },
  { id: "C21", about: "sales without land appreciation tax", bad: [without("lat")] },
  {
    id: "C21",
    about: "a product left out",
    bad: [input("lat", { products: [{ id: "flats", product: "flats", category: "ordinary" }] })],
  },
  {
    id: "C22",
    about: "assets handed back yet recovered",
    good: [contract()],
    bad: [contract({ side: "operator", owner: "district", operator: "spv" })],
    at: "conventions/recoveredAssetValue",
  },
  {
    id: "C24",
    about: "two invitees",
    bad: [record("selected", "operator_selection", { invitees: "2", ground: "x", reason: "y" })],
    at: "records/selected",
  },
  {
    id: "R-BID-1",
    about: "no legal ground",
    bad: [record("selected", "operator_selection", { invitees: "4", reason: "y", separateAward: true })],
    at: "records/selected",
  },
  {
    id: "M88",
    about: "a bond above its limit",
    good: [contract()],
    bad: [contract({ bondAmount: "9000000" })],
    at: "components/contract/inputs/bondAmount",
  },
  {
    id: "M71",
    about: "consortium incomplete",
    good: [contract({ consortium: [{ id: "a", member: "甲", share: "1" }] })],
    bad: [contract({ consortium: [{ id: "a", member: "甲", share: "0.7" }] })],
  },
  {
    id: "M91",
    about: "payment without a score",
    good: [contract({ paymentPerYear: "200000", scoreFloor: "60", scoreFull: "90", score: "85" })],
    bad: [contract({ paymentPerYear: "200000" })],
  },
  {
    id: "C25",
    about: "money from another project",
    good: [
      (draft) => {
        draft.parties.push({ id: "sister", label: "sister", role: "other_project" });
      },
      payment("revenue.other", "sister", "spv", 100_000),
      record("moved", "project_transfer", { amount: "100000" }),
    ],
    bad: [
      (draft) => {
        draft.parties.push({ id: "sister", label: "sister", role: "other_project" });
      },
      payment("revenue.other", "sister", "spv", 100_000),
    ],
    at: "extra",
  },
  { id: "C27", about: "rent without a title", bad: [withoutRecord("shop_title")] },
  {
    id: "M60",
    about: "a bundle without procedure",
    good: [record("bundle", "asset_transfer", { titleClear: true, stateAssetProcedure: true })],
    bad: [record("bundle", "asset_transfer", { titleClear: true, stateAssetProcedure: false })],
    at: "records/bundle",
  },
  {
    id: "M61",
    about: "space ceded below its worth",
    good: [ceded()],
    bad: [ceded({ payments: [{ id: "a", date: "2029-07", amount: "100000" }] })],
    at: "components/ceded/inputs/payments",
  },
  { id: "M40", about: "no balance over the life", bad: [input("flats", { price: "20000" })] },
  { id: "M66", about: "operation never breaks even", bad: [row("running", "items", "staff", { quantity: "900" })] },
];

function removeRow(draft: Parameters<Change>[0], id: string, table: string, rowId: string): void {
  const component = draft.components.find((one) => one.id === id);
  if (component !== undefined)
    component.inputs[table] = (component.inputs[table] as { id: string }[]).filter((one) => one.id !== rowId);
}

function franchise(term: string): Change {
  return add("energy", "franchise", {
    grantor: "spv",
    franchisee: "operator",
    users: "tenants",
    supplier: "supplier",
    systems: [
      {
        id: "a",
        system: "charging",
        capex: "800000",
        built: "2029-07",
        unitsPerYear: "300000",
        price: "0.5",
        costShare: "0.4",
        growth: "0",
      },
    ],
    start: "2029-07",
    term,
    termLimit: "30",
    feePerYear: "50000",
    turnoverShare: "0.05",
    includesVat: false,
    vatMethod: "general",
    vatRate: "0.06",
  });
}

function integrated(inputs: Record<string, unknown>): Change {
  return add("books_of_operation", "integrated_operation", {
    operator: "spv",
    start: "2029-07",
    end: "2039-12",
    key: "revenue",
    ...inputs,
  });
}
