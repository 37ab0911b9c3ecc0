import type { BidGroupView } from "../contract.ts";

/** A row of the comparison: the tail of its line, and where of a line over time (period 2 is year 1). */
export interface RowSpec {
  readonly tail: string | RegExp;
  readonly at?: string;
}

/** What is shown of every bid, in the order of the page. */
export const GROUPS: readonly { readonly id: BidGroupView["id"]; readonly rows: readonly RowSpec[] }[] = [
  {
    id: "offer",
    rows: [
      { tail: "term" },
      { tail: "fee", at: "2" },
      { tail: "fee.growth" },
      { tail: /^share\.[^.]+\.rate$/ },
      { tail: "subsidy", at: "total" },
      { tail: "subsidy.counted", at: "total" },
      { tail: "capital", at: "total" },
      { tail: "capital.unproven", at: "total" },
      { tail: "borne", at: "total" },
    ],
  },
  { id: "steps", rows: [{ tail: /^step\.[^.]+$/ }] },
  {
    id: "value",
    rows: [
      "npv",
      "equivalent",
      "required_subsidy",
      "npv_low",
      "npv_high",
      "npv_as_asked",
      "npv_as_promised",
      "npv_claimed",
      "own_term.npv",
      "own_term.equivalent",
      "against_self",
    ].map((tail) => ({ tail })),
  },
  { id: "against", rows: [{ tail: /^against\.[^.]+$/ }, { tail: "against" }] },
  { id: "prices", rows: [{ tail: /^price\.[^.]+$/ }, { tail: "prices" }] },
  { id: "kpis", rows: [{ tail: /^kpi\.[^.]+$/ }] },
  { id: "points", rows: [{ tail: /^points\.of\.[^.]+$/ }, { tail: "points" }] },
  { id: "own", rows: ["own.total", "own.npv", "own.firr", "own.need"].map((tail) => ({ tail })) },
];

/** Lines over the years that are shown of a bid. */
export const YEARLY: readonly string[] = [
  "fee",
  "shares",
  "subsidy",
  "subsidy.counted",
  "capital",
  "capital.unproven",
  "borne",
  "flow.borne",
  "own.revenue",
  "own.cost",
  "own.investment",
  "own.net",
  "own.cumulative",
];
