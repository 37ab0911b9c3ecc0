import type { Bearer } from "./bearers.ts";

/** A kind of input a planner decides, and how far advice may turn it. */
export interface Choice {
  readonly mechanism: string;
  /** Path below `inputs/`, `*` for a row. */
  readonly input: string;
  readonly way: "up" | "down" | "both";
  /** So many plausible steps at most; a step is what sensitivities move the input by. */
  readonly reach: number;
  /** Who bears it: one side of the table, or whoever the row or component names as this party. Turned down, a price costs the project. */
  readonly bearer: Bearer | { readonly party: string };
  /** An amount or a term of the money the project is built with. */
  readonly funding?: true;
  /** Costs no interest: more of it would always look the cheapest, so a mix of money takes no more than is planned. */
  readonly free?: true;
}

const by = (party: string) => ({ party });

/**
 * What advice turns unless it is told otherwise. Facts (areas surveyed, households, appraised values, what papers and auctions fixed), what laws and authorities
 * decide (approval, rates of tax, shares returned), forecasts (sales, occupancy, growth, market rates) and what others' safety rests on (contingency,
 * public services, ratios) are not here: nobody can decide them. Whoever asks can name any number besides.
 */
export const CHOICES: readonly Choice[] = [
  { mechanism: "area_balance", input: "far", way: "both", reach: 4, bearer: "project" },
  { mechanism: "area_balance", input: "products/*/area", way: "both", reach: 3, bearer: "project" },
  { mechanism: "area_balance", input: "parking/*/spaces", way: "both", reach: 3, bearer: "project" },
  { mechanism: "works", input: "items/*/price", way: "down", reach: 1, bearer: by("payee") },
  { mechanism: "other_costs", input: "items/*/rate", way: "down", reach: 1, bearer: by("payee") },
  { mechanism: "compensation", input: "rewardRate", way: "down", reach: 3, bearer: by("payee") },
  { mechanism: "resident_contribution", input: "pricePerM2", way: "up", reach: 10, bearer: by("payer") },
  { mechanism: "resident_contribution", input: "pricePerHousehold", way: "up", reach: 10, bearer: by("payer") },
  { mechanism: "sale", input: "price", way: "both", reach: 3, bearer: by("buyer") },
  { mechanism: "sale", input: "pricePerPiece", way: "both", reach: 3, bearer: by("buyer") },
  { mechanism: "lease", input: "rent", way: "both", reach: 3, bearer: by("tenant") },
  { mechanism: "lease", input: "rentPerPiece", way: "both", reach: 3, bearer: by("tenant") },
  { mechanism: "operating_revenue", input: "items/*/price", way: "both", reach: 3, bearer: by("payer") },
  { mechanism: "operating_cost", input: "items/*/price", way: "down", reach: 1, bearer: by("payee") },
  { mechanism: "operator_contract", input: "feePerYear", way: "both", reach: 5, bearer: by("operator") },
  { mechanism: "operator_contract", input: "subsidyRequested", way: "down", reach: 5, bearer: by("operator") },
  { mechanism: "operator_contract", input: "paymentPerYear", way: "down", reach: 3, bearer: by("operator") },
  { mechanism: "franchise", input: "feePerYear", way: "both", reach: 5, bearer: by("franchisee") },
  { mechanism: "franchise", input: "turnoverShare", way: "both", reach: 3, bearer: by("franchisee") },
  {
    mechanism: "special_grant",
    input: "amount",
    way: "both",
    reach: 3,
    bearer: by("payer"),
    funding: true,
    free: true,
  },
  { mechanism: "equity", input: "schedule", way: "both", reach: 5, bearer: "project", funding: true, free: true },
  {
    mechanism: "investment_fund",
    input: "drawdown",
    way: "both",
    reach: 5,
    bearer: by("fund"),
    funding: true,
    free: true,
  },
  { mechanism: "loan", input: "facility", way: "both", reach: 5, bearer: by("lender"), funding: true },
  { mechanism: "loan", input: "drawSchedule", way: "both", reach: 5, bearer: by("lender"), funding: true },
  { mechanism: "loan", input: "rate", way: "down", reach: 0.5, bearer: by("lender") },
  { mechanism: "loan", input: "tenor", way: "both", reach: 4, bearer: by("lender"), funding: true },
  { mechanism: "loan", input: "grace", way: "both", reach: 2, bearer: by("lender"), funding: true },
  { mechanism: "ratio_funding", input: "rate", way: "down", reach: 0.5, bearer: by("lender") },
  { mechanism: "ratio_funding", input: "tenor", way: "both", reach: 4, bearer: by("lender"), funding: true },
  { mechanism: "ratio_funding", input: "grace", way: "both", reach: 2, bearer: by("lender"), funding: true },
  { mechanism: "special_bond", input: "tranches/*/amount", way: "both", reach: 5, bearer: by("holder"), funding: true },
  { mechanism: "special_bond", input: "tranches/*/term", way: "both", reach: 5, bearer: by("holder"), funding: true },
  {
    mechanism: "special_bond",
    input: "tranches/*/firstPrincipal",
    way: "both",
    reach: 3,
    bearer: by("holder"),
    funding: true,
  },
];

/** Statuses that others have already decided: their amounts are no choice any more. */
export const DECIDED: readonly string[] = ["approved", "received"];

export function choiceFor(mechanism: string, path: string): Choice | undefined {
  const [, , , ...input] = path.split("/");
  return CHOICES.find((choice) => {
    if (choice.mechanism !== mechanism) return false;
    const pattern = choice.input.split("/");
    return pattern.length === input.length && pattern.every((part, i) => part === "*" || part === input[i]);
  });
}
