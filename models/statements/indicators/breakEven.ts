import type { Decimal } from "decimal.js";
import type { Text } from "../../wording/text.ts";
import { MONEY_TOLERANCE } from "../tolerances.ts";
import { type ModelView, ZERO } from "../view.ts";
import { type Indicator, known, UNDECIDABLE, unknown } from "./indicator.ts";
import { totalOf } from "./totals.ts";

/** A break-even point as a share of what the plan uses, or why there is none. */
export type BreakEven = { readonly value: Decimal; readonly note: Text } | { readonly value: null; readonly note: Text };

const LINES = {
  revenue: "project.operating_revenue",
  ramped: "project.ramped_revenue",
  capacity: "project.revenue_at_capacity",
  variable: "project.variable_cost",
  fixed: "project.fixed_cost",
  depreciation: "stmt_profit.r3_3",
  amortisation: "stmt_profit.r3_4",
  interest: "stmt_profit.r3_5",
} as const;

type Sums = Readonly<Record<keyof typeof LINES, Decimal>>;

function sumsOf(view: ModelView): Sums | undefined {
  const entries = Object.entries(LINES).map(([name, id]) => [name, totalOf(view, id)] as const);
  return entries.some(([, value]) => value === undefined) ? undefined : (Object.fromEntries(entries) as Sums);
}

const NO_OPERATION: Text = { zh: "没有经营收入", en: "there is no operating revenue" };
const NO_MARGIN: Text = { zh: "变动成本及税金不低于收入,无盈亏平衡点", en: "cost and taxes that move with revenue take all of it: no break-even point" };
const LIFE: Text = { zh: "全运营期;固定成本/(收入-变动成本-税金)", en: "over the whole operation; fixed cost / (revenue - variable cost - taxes)" };

/** Share of the operating revenue at which the operating surplus over the life is 0. */
export function operatingBreakEven(view: ModelView): BreakEven | undefined {
  const sums = sumsOf(view);
  return sums && shareOf(sums, sums.fixed, LIFE);
}

function shareOf({ revenue, variable }: Sums, fixed: Decimal, note: Text): BreakEven {
  if (revenue.lessThan(MONEY_TOLERANCE)) return { value: null, note: NO_OPERATION };
  const margin = revenue.minus(variable);
  if (margin.lessThan(MONEY_TOLERANCE)) return { value: null, note: NO_MARGIN };
  return { value: fixed.div(margin), note };
}

/** Share of the sale price at which the static balance is 0, selling cost and taxes left as they are. */
export function priceBreakEven(view: ModelView): BreakEven | undefined {
  const receipts = totalOf(view, "project.sale_receipts");
  const surplus = view.scalar("project.static_balance");
  if (receipts === undefined || surplus === undefined) return undefined;
  if (receipts.lessThan(MONEY_TOLERANCE)) return { value: null, note: { zh: "没有销售", en: "there are no sales" } };
  return {
    value: receipts.minus(surplus).div(receipts),
    note: { zh: "静态总平衡差额为零的售价/执行售价,税费不变", en: "price at which the static balance is 0 over the price used, taxes unchanged" },
  };
}

/** Occupancy at which the operating surplus over the life is 0: what does not follow the occupancy counts against the fixed cost. */
export function occupancyBreakEven(view: ModelView): BreakEven | undefined {
  const sums = sumsOf(view);
  if (sums === undefined) return undefined;
  const { revenue, ramped, capacity, variable, fixed } = sums;
  if (revenue.lessThan(MONEY_TOLERANCE)) return { value: null, note: NO_OPERATION };
  if (capacity.lessThan(MONEY_TOLERANCE)) return { value: null, note: { zh: "没有随出租率变动的收入", en: "no revenue follows an occupancy" } };
  const kept = ZERO.plus(1).minus(variable.div(revenue));
  if (kept.lessThanOrEqualTo(0)) return { value: null, note: NO_MARGIN };
  const value = fixed.minus(revenue.minus(ramped).times(kept)).div(capacity.times(kept));
  const beyond = value.greaterThan(1) ? { zh: ";满负荷仍不能平衡", en: "; not even full occupancy balances" } : { zh: "", en: "" };
  return { value, note: { zh: `${LIFE.zh},按满负荷折算${beyond.zh}`, en: `${LIFE.en}, of full occupancy${beyond.en}` } };
}

/** The same point with all fixed cost of the profit table: depreciation, amortisation and interest. */
function accountingBreakEven(view: ModelView): BreakEven | undefined {
  const sums = sumsOf(view);
  if (sums === undefined) return undefined;
  const fixed = sums.fixed.plus(sums.depreciation).plus(sums.amortisation).plus(sums.interest);
  return shareOf(sums, fixed, { zh: "固定成本含折旧、摊销、利息", en: "fixed cost with depreciation, amortisation and interest" });
}

export function breakEvenIndicators(view: ModelView): readonly Indicator[] {
  const points = [
    ["bep.occupancy", "盈亏平衡出租率", "break-even occupancy", occupancyBreakEven(view)],
    ["bep.operation", "经营盈亏平衡点(占收入)", "break-even share of operating revenue", operatingBreakEven(view)],
    ["bep.mp3", "盈亏平衡点(参数口径)", "break-even point with all cost of the profit table", accountingBreakEven(view)],
    ["bep.sale_price", "售价平衡点(占执行售价)", "break-even share of the sale price", priceBreakEven(view)],
  ] as const;
  return points.map(([id, zh, en, point]) => {
    if (point === undefined) return unknown(id, zh, en, "1", UNDECIDABLE);
    return point.value === null ? unknown(id, zh, en, "1", point.note) : known(id, zh, en, "1", point.value, point.note);
  });
}
