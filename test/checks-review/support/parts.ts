import { add, type Change, line, record, row } from "./review.ts";

/** Building blocks several fixtures add to the sound document; each is sound by itself. */
export const bond = (
  inputs: Record<string, unknown> = {},
  tranche: Record<string, unknown> = {},
): readonly Change[] => [
  (draft) => {
    for (const component of draft.components)
      if (component.id === "works")
        for (const item of component.inputs["items"] as Record<string, unknown>[]) item["eligibleBond"] = "yes";
  },
  add("bond", "special_bond", {
    issuer: "district",
    borrower: "spv",
    feePayee: "bank",
    use: "debt",
    coverageDefinition: "net_income_after_tax",
    tranches: [
      { id: "a", amount: "4500000", issue: "2027-01", coupon: "0.022", term: "10", firstPrincipal: "4", ...tranche },
    ],
    issueTiming: "end",
    couponInterval: "half_year",
    approval: { notNeeded: "the quota is approved" },
    issueFeeRate: "0.001",
    paymentFeeRate: "0",
    completion: "2029-07",
    status: "approved",
    ...inputs,
  }),
];

export const fund = (inputs: Record<string, unknown> = {}): Change =>
  add("fund_money", "investment_fund", {
    fund: "fund",
    investors: "group",
    manager: "supplier",
    recipient: "spv",
    drawdown: { profile: { from: "2026-07", every: "year", values: ["5000000"], meaning: "amount" } },
    hurdle: "0.06",
    feeRate: "0.015",
    carry: "0.2",
    catchUp: "1",
    exitMonth: "2037-06",
    exitProceeds: "7000000",
    exitPayer: "group",
    exitRoute: "sale",
    status: "approved",
    ...inputs,
  });

/** Two holders pay in 20 million and one sells 40 % to the other, which 8 million were paid in for. */
export const stakeSold =
  (sale: Record<string, unknown>): Change =>
  (draft) => {
    draft.parties.push({ id: "developer", role: "investor", label: "开发商" });
    add("stakes", "spv_shareholders", {
      company: "spv",
      shareholders: [
        { id: "a", holder: "developer", share: "0.4" },
        { id: "b", holder: "group", share: "0.6" },
      ],
      calls: { profile: { from: "2026-01", every: "year", values: ["20000000"], meaning: "amount" } },
      transfers: [{ id: "t", seller: "developer", buyer: "group", month: "2031-06", share: "0.4", ...sale }],
    })(draft);
  };

export const contract = (inputs: Record<string, unknown> = {}): Change =>
  add("contract", "operator_contract", {
    owner: "spv",
    operator: "operator",
    subsidyPayer: "district",
    guarantor: "bank",
    supplier: "supplier",
    side: "owner",
    includesVat: false,
    vatMethod: "general",
    vatRate: "0.06",
    feePerYear: "500000",
    feeGrowth: "0.01",
    kpis: [{ id: "s", kpi: "satisfaction", sense: "at_least", target: "85", expected: "90", penalty: "50000" }],
    bondForm: "bank_guarantee",
    bondAmount: "100000",
    bondFeeRate: "0.008",
    start: "2029-07",
    term: "10",
    ...inputs,
  });

/** Money the paper of Taizhou speaks of. */
export const maintenance = (inputs: Record<string, unknown> = {}): readonly Change[] => [
  row("works", "items", "lifts", { eligibleMaintenance: "yes" }),
  add("fund_use", "maintenance_fund", {
    account: "mfund",
    owners: "residents",
    bank: "bank",
    payee: "spv",
    interest: "0.012",
    areaDeposited: "30000",
    averageCost: "2000",
    depositRate: "0.06",
    topUpLevel: "1",
    topUpCollection: "0.9",
    voted: "1000000",
    useVote: "fund_vote",
    raiseVote: "fund_vote",
    joined: "joined_upgrade",
    status: "approved",
    ...inputs,
  }),
];

export const provident = (inputs: Record<string, unknown> = {}): Change =>
  add("provident", "provident_fund", {
    centre: "pfund",
    residents: "residents",
    classes: [{ id: "all", households: "100", balance: "60000", ownShare: "70000" }],
    consent: "0.8",
    collection: "1",
    date: "2027-10",
    joined: "joined_upgrade",
    status: "approved",
    ...inputs,
  });

export const performance = (inputs: Record<string, unknown> = {}): Change =>
  add("performance", "performance_grant", {
    payer: "city",
    payee: "spv",
    plot: "p1",
    share: "0.3",
    capTotal: "3000000",
    acceptance: "2029-09",
    payments: [{ id: "y0", after: "0", share: "1" }],
    acceptanceRecord: "acceptance",
    approval: "reward_approval",
    status: "approved",
    ...inputs,
  });

export const ceded = (inputs: Record<string, unknown> = {}): Change =>
  add("ceded", "ceded_space", {
    grantor: "spv",
    operator: "operator",
    product: "workshop",
    start: "2029-07",
    term: "10",
    payments: [{ id: "a", date: "2029-07", amount: "3000000" }],
    includesVat: false,
    vatMethod: "general",
    vatRate: "0.06",
    incomePerM2: "20",
    growth: "0",
    occupancy: "0.9",
    discount: "0.05",
    tolerance: "0.05",
    basis: "selected",
    ...inputs,
  });

export const relieved = (inputs: Record<string, unknown> = {}): Change =>
  add("care", "operating_revenue", {
    earner: "spv",
    start: "2026-07",
    end: "2030-12",
    ramp: [
      { id: "y1", year: "1", share: "0.5" },
      { id: "y2", year: "2", share: "0.8" },
    ],
    items: [
      {
        id: "meals",
        kind: "service",
        payer: "residents",
        basis: "count",
        quantity: "40",
        price: "300",
        per: "month",
        growth: "0",
        ramped: "yes",
        collection: "0.95",
        includesVat: true,
        vatMethod: "general",
        vatRate: "0.06",
        relief: "community_service",
      },
    ],
    ...inputs,
  });

export const separate = record("accounts", "separate_accounting", { relief: "community_service" });

/** Six million yuan, the grant of the sound document: literals carry no unit of their own. */
const GRANT = 6_000_000;

/** A single payment from one party to another in the second period. */
export const payment = (
  role: string,
  payer: string,
  payee: string,
  amountYuan: number,
  rest: Record<string, unknown> = {},
): Change => line("extra", role, payer, payee, `t == 2 ? ${amountYuan / GRANT} * special.amount : 0`, rest);
