import { type ColumnSpec, choice, party, rate, unitPrice } from "../../terms/inputs.ts";
import { SERVICE_ITEMS } from "../area/inputs.ts";
import { type Row, together } from "../define/component.ts";
import { cash, type LineSpec } from "../define/lines.ts";
import { BUDGETS } from "../define/parties.ts";

/** Columns of services whose price is guided, that not everybody takes up, that earn a commission, or that a budget subsidises by place, bed or meal. */
export const serviceColumns = {
  guidePrice: unitPrice("政府指导价上限(同口径)", "guided price at most, on the same basis", { from: 0, optional: true, usual: [2, 500] }),
  facility: choice("所在设施(服务位不多于该设施)", "facility whose places are served", SERVICE_ITEMS, { optional: true }),
  takeUp: rate("参与率", "take-up", { from: 0, to: 1, optional: true, usual: [0.1, 0.9] }),
  commission: rate("佣金率(单价为成交额时)", "commission, where the price is a turnover", { from: 0, to: 1, optional: true, usual: [0.02, 0.08] }),
  subsidyPerUnit: unitPrice("补贴(元/床·位·餐,同计价周期)", "subsidy per bed, place or meal, per the same time", { from: 0, optional: true, usual: [2, 600] }),
  subsidyPayer: party("补贴财政", "budget that pays it", BUDGETS, { optional: true }),
  subsidyStatus: { type: "status", label: { zh: "补贴批复状态", en: "approval status of the subsidy" }, optional: true },
} satisfies Record<string, ColumnSpec>;

/** A subsidy per unit served, from the budget named, as far as its status counts. */
export function serviceSubsidyLines(row: Row, times: string): readonly LineSpec[] {
  together(row, "subsidyPerUnit", "subsidyPayer", "subsidyStatus");
  if (!row.has("subsidyPerUnit")) return [];
  return [
    cash("service_subsidy", "服务补贴", "service subsidy", `measured * row.subsidyPerUnit * ${times} * counted(row.subsidyStatus)`, {
      from: "row.subsidyPayer",
      to: "earner",
      role: "support.operating",
      words: { taxpayer: "earner" },
      posts: { debit: "cash", credit: "subsidy" },
      clauses: ["taizhou-2023-draft/4(3)8", "national-law/budget-35"],
    }),
  ];
}
