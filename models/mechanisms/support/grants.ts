import { flow, type LineSpec, scalar } from "../define/lines.ts";

/**
 * Eligible cost a grant may be reckoned on: lines tagged eligible, less what others already pay on the same lines, yuan by yuan: `others` (a selection) and
 * money of the maintenance fund as far as it rests on lines eligible for both.
 */
export function eligibleLines(others?: string): readonly LineSpec[] {
  return [
    flow("eligible_cost", "合格支出", "eligible cost", "sum(role = cost.*, eligible_grant = yes, plot = plot)"),
    flow(
      "eligible_for_fund",
      "其中维修资金也可承担",
      "of which the maintenance fund may also pay",
      "sum(role = cost.*, eligible_grant = yes, eligible_maintenance = yes, plot = plot)",
    ),
    flow("paid_by_fund", "维修资金已付", "paid by the maintenance fund", "sum(role = contribution.maintenance_fund)"),
    ...(others === undefined ? [] : [flow("paid_by_others", "其他补助已付", "paid by other grants", `sum(${others})`)]),
    scalar(
      "eligible",
      "合格支出(扣除他方已付)",
      "eligible cost net of what others pay",
      `max(0, total(eligible_cost)${others === undefined ? "" : " - total(paid_by_others)"} - min(total(eligible_for_fund), total(paid_by_fund)))`,
      {
        convention: {
          zh: "同一支出上他方已付部分逐元扣除",
          en: "what others pay on the same lines is taken off yuan by yuan",
        },
      },
    ),
  ];
}
