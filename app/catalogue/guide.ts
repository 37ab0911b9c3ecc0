import type { GuideStep } from "../contract.ts";

/** 引导填报: the questions people ask of a project one after the other, and where their answers are typed: inputs by mechanism, in the order of the forms. */
export const GUIDE: readonly GuideStep[] = [
  {
    id: "project",
    title: { zh: "项目与城市", en: "Project and city" },
    ask: { zh: "叫什么，在哪个城市，谁编制？", en: "What is it called, in which city, who prepares it?" },
    project: ["name", "city", "documentNumber", "author", "summary"],
    inputs: {},
  },
  {
    id: "site",
    title: { zh: "户数与现状", en: "Households and what stands" },
    ask: { zh: "有多少户，现状建筑有多少面积？", en: "How many households, how much floor space is there now?" },
    project: ["households"],
    inputs: { area_balance: ["siteTotal", "siteNet", "householdsExisting", "householdsPlanned", "existing"] },
  },
  {
    id: "build",
    title: { zh: "建什么", en: "What is built" },
    ask: { zh: "容积率批到多少，建什么，每项造价多少？", en: "Which floor area ratio, what is built, at what price?" },
    project: [],
    inputs: {
      area_balance: ["far", "farApproved", "services", "products", "parking"],
      works: ["items"],
      other_costs: ["items"],
      contingency: ["basicRate"],
      compensation: ["appraisedPrice", "removalPerHousehold", "standard", "agreedMonths"],
      joint_cost: ["total", "partners"],
      scheduled_investment: ["amount"],
    },
  },
  {
    id: "sell",
    title: { zh: "卖什么、租什么", en: "What is sold and let" },
    ask: { zh: "卖多少钱、限价多少，租多少钱？", en: "Sold for how much, under which cap, let for how much?" },
    project: [],
    inputs: {
      sale: ["price", "priceCap", "absorption", "mode", "presalePermit"],
      lease: ["areaLeased", "rent", "rentPer", "rentCap", "ramp", "collection"],
      idle_rooms: ["area", "marketRent", "paidRent"],
      ceded_space: ["areaCeded", "payments", "incomePerM2"],
      franchise: ["systems", "feePerYear", "turnoverShare"],
      scheduled_income: ["amount"],
    },
  },
  {
    id: "land",
    title: { zh: "土地与返还", en: "Land and rebate" },
    ask: { zh: "地价多少，市里返还多少，批了没有？", en: "What does the land cost, what comes back, is it approved?" },
    project: [],
    inputs: {
      land_revenue: ["price", "instalments", "costs", "cityRate"],
      land_scheme: ["price", "obligations", "profitRate"],
      city_rebate: ["returned", "lagMonths", "cap", "approval", "status"],
    },
  },
  {
    id: "grants",
    title: { zh: "补助与捐赠", en: "Grants and gifts" },
    ask: { zh: "有哪些补助，多少，批了没有？", en: "Which grants, how much, are they approved?" },
    project: [],
    inputs: {
      special_grant: ["amount", "shareCap", "approval", "status"],
      performance_grant: ["share", "capPerHousehold", "capTotal", "acceptance", "approval", "status"],
      donation: ["amount", "date", "status"],
    },
  },
  {
    id: "residents",
    title: { zh: "居民出资", en: "Residents" },
    ask: { zh: "居民出多少，维修资金、公积金用多少，表决过没有？", en: "What do residents pay, is it voted?" },
    project: [],
    inputs: {
      resident_contribution: ["pricePerM2", "areaCharged", "pricePerHousehold", "consent", "collection", "vote"],
      maintenance_fund: ["areaDeposited", "averageCost", "voted", "topUpLevel", "raiseVote", "status"],
      provident_fund: ["classes", "consent", "status"],
      common_income: ["gross", "sources", "vote"],
    },
  },
  {
    id: "capital",
    title: { zh: "资本金与贷款", en: "Capital and loans" },
    ask: {
      zh: "资本金多少，借多少，利率、期限多少？",
      en: "How much capital, how much is borrowed, at which rate and for how long?",
    },
    project: [],
    inputs: {
      equity: ["schedule"],
      spv_shareholders: ["shareholders", "calls"],
      investment_fund: ["drawdown", "hurdle"],
      loan: ["facility", "sizing", "rate", "form", "grace", "tenor"],
      ratio_funding: ["capitalRatio", "rate", "form", "grace", "tenor"],
      special_bond: ["tranches", "approval", "status"],
    },
  },
  {
    id: "operation",
    title: { zh: "运营", en: "Operation" },
    ask: { zh: "运营收什么、支什么，谁来运营？", en: "What does operation earn and cost, who operates?" },
    project: [],
    inputs: {
      operating_revenue: ["items", "ramp"],
      operator_contract: ["feePerYear", "feeGrowth", "areas", "shares", "term"],
      integrated_operation: ["key", "shareMunicipal", "shareProperty"],
      operating_cost: ["items"],
      replacement: ["items"],
      scheduled_operating_cost: ["amount"],
    },
  },
];
