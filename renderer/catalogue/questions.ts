/** 目录的问法: what a clerk asks, and the mechanisms that answer. Each stands under one question. */
export const QUESTIONS = [
  { id: "area", mechanisms: ["area_balance"] },
  {
    id: "spend",
    mechanisms: ["works", "other_costs", "contingency", "cost_sharing", "joint_cost", "scheduled_investment"],
  },
  { id: "compensate", mechanisms: ["compensation", "deemed_sale"] },
  { id: "land", mechanisms: ["land_revenue", "land_scheme", "city_rebate"] },
  { id: "sell", mechanisms: ["sale", "lease", "ceded_space", "bundled_transfer"] },
  {
    id: "earn",
    mechanisms: ["operating_revenue", "scheduled_income", "operator_contract", "integrated_operation", "franchise"],
  },
  { id: "run", mechanisms: ["operating_cost", "scheduled_operating_cost", "replacement", "deposits"] },
  { id: "grants", mechanisms: ["special_grant", "performance_grant"] },
  {
    id: "residents",
    mechanisms: [
      ...["resident_contribution", "maintenance_fund", "provident_fund", "common_income"],
      ...["idle_rooms", "points", "donation"],
    ],
  },
  {
    id: "finance",
    mechanisms: [
      ...["equity", "loan", "special_bond", "ratio_funding", "investment_fund", "working_capital"],
      ...["spv_shareholders", "capital_ratio"],
    ],
  },
  {
    id: "tax",
    mechanisms: [
      ...["vat_return", "land_appreciation_tax", "income_tax", "property_tax", "land_use_tax", "deed_tax", "stamp_tax"],
      "asset_books",
    ],
  },
] as const;

export type QuestionId = (typeof QUESTIONS)[number]["id"];

/** What a project is expected to have, by its word, and what brings it in; the rest is filled in or explained elsewhere. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  entries: ["works", "sale"],
  area: ["area_balance"],
  services: ["area_balance"],
  spaces: ["area_balance"],
  demolished: ["area_balance"],
  existing_homes: ["area_balance"],
  existing_area: ["area_balance"],
  works: ["works"],
  works_of_plot: ["works"],
  works_above: ["works"],
  works_kept: ["works"],
  works_below: ["works"],
  works_demolished: ["works"],
  equipment: ["works"],
  outdoor: ["works"],
  platform: ["works"],
  land: ["land_revenue", "land_scheme"],
  other_costs: ["other_costs"],
  fees_design: ["other_costs"],
  fees_supervision: ["other_costs"],
  fees_hookup: ["other_costs"],
  contingency: ["contingency"],
  compensation: ["compensation"],
  compensated_in_kind: ["compensation"],
  compensated_in_cash: ["compensation"],
  deposits: ["deposits"],
  tax_vat: ["vat_return"],
  tax_land_appreciation: ["land_appreciation_tax"],
  tax_income: ["income_tax"],
  tax_property: ["property_tax"],
  tax_deed: ["deed_tax"],
  tax_land_use: ["land_use_tax"],
  tax_stamp: ["stamp_tax"],
  operation: ["operating_cost"],
  operation_span: ["operating_cost"],
  running_management: ["operating_cost"],
  running_staff: ["operating_cost"],
  running_cleaning: ["operating_cost"],
  running_energy: ["operating_cost"],
  running_maintenance: ["operating_cost"],
  replacement: ["replacement"],
  price: ["sale", "lease"],
};

/** Mechanisms that bring in what is expected and absent, in its order; those there are already need more rows, not another. */
export function recommended(words: readonly string[], there: ReadonlySet<string>): readonly string[] {
  const wanted = words.flatMap((word) => ANSWERS[word.split(".")[0] ?? ""] ?? []);
  return [...new Set(wanted)].filter((id) => !there.has(id));
}

/** Words of what is expected to which a component is the answer. */
export const ANSWERED: ReadonlySet<string> = new Set(Object.keys(ANSWERS));
