import { choice } from "../../terms/inputs.ts";
import type { Component } from "../define/component.ts";
import { flow, type LineSpec, scalar } from "../define/lines.ts";

/** Whether what others pay on the same lines is taken off the eligible cost. */
export const eligibleBasis = choice(
  "合格支出口径(不填为扣除他方已付)",
  "eligible cost is (net when left out)",
  {
    net: { zh: "扣除他方在同一支出上已付部分", en: "net of what others pay on the same lines" },
    gross: { zh: "不扣除", en: "gross" },
  },
  { optional: true },
);

/** The cost a grant looks at: that of its plot, or, without one, what its recipient pays. */
export const costOf = (c: Component): string => (c.has("plot") ? "plot = plot" : "payer = payee");

/**
 * Eligible cost a grant may be reckoned on: lines tagged eligible, less what others already pay on the same lines, yuan by yuan: `others` (roles) and money of
 * the maintenance fund. The fund's money for the works rests first on lines only the fund may pay, and on shared ones only with what is left.
 */
export function eligibleLines(c: Component, others?: string): readonly LineSpec[] {
  const cost = `role = cost.*, ${costOf(c)}`;
  const scope = c.has("plot") ? "payee = payee, plot = in(plot, unset)" : "payee = payee";
  const off = [...(others === undefined ? [] : ["total(paid_by_others)"]), "paid_by_fund_here"];
  return [
    flow("eligible_cost", "合格支出", "eligible cost", `sum(${cost}, eligible_grant = yes)`),
    flow("eligible_for_fund", "其中维修资金也可承担", "of which the maintenance fund may also pay", `sum(${cost}, eligible_grant = yes, eligible_maintenance = yes)`),
    flow("only_for_fund", "仅维修资金可承担的支出", "cost only the maintenance fund may pay", `sum(${cost}, eligible_grant != yes, eligible_maintenance = yes)`),
    flow("paid_by_fund", "维修资金用于建设", "paid by the maintenance fund for the works", "sum(role = contribution.maintenance_fund, use != repair, payee = payee)"),
    scalar(
      "paid_by_fund_here",
      "其中落在补助合格支出上",
      "of which on lines the grant may pay",
      "min(total(eligible_for_fund), max(0, total(paid_by_fund) - total(only_for_fund)))",
      {
        convention: { zh: "维修资金先用于仅其可承担的支出", en: "the fund's money rests first on lines only it may pay" },
      },
    ),
    ...(others === undefined ? [] : [flow("paid_by_others", "其他补助已付", "paid by other grants", `sum(role = ${others}, ${scope})`)]),
    scalar(
      "eligible",
      "合格支出(扣除他方已付)",
      "eligible cost net of what others pay",
      `max(0, total(eligible_cost)${c.is("eligibleBasis", "gross") ? "" : off.map((amount) => ` - ${amount}`).join("")})`,
      {
        convention: {
          zh: "同一支出上他方已付部分按资金顺序逐元扣除",
          en: "what others pay on the same lines is taken off yuan by yuan, in the order of the sources",
        },
      },
    ),
  ];
}
