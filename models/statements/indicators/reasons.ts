import type { NoAnswerCode } from "../../operations/reducers/answer.ts";
import type { Text } from "../../wording/text.ts";

/** What a verdict that is not decided is: data are missing, it does not apply, or its target was not entered. */
export type Undecided = "incomplete" | "inapplicable" | "no_target";

/** What would have to be entered, and where. */
export interface Wanted {
  readonly path: string;
  readonly name: Text;
}

export interface ReasonWords extends Text {
  readonly means: Undecided;
  readonly wants?: Wanted;
}

const reason = (means: Undecided, zh: string, en: string): ReasonWords => ({ zh, en, means });
const wants = (path: string, zh: string, en: string): Wanted => ({ path, name: { zh, en } });

/** The words a formula gives with `none.WORD` for why it has no answer. */
export const REASONS = {
  no_entries: reason("inapplicable", "没有收入与支出", "there is no income and no cost"),
  no_ic: {
    ...reason("incomplete", "未填写基准收益率 ic", "no benchmark rate ic is entered"),
    wants: wants("conventions/icProject", "项目基准收益率", "benchmark rate of the project"),
  },
  no_need: reason("inapplicable", "没有资金缺口", "there is no need of money"),
  no_year_budget: reason("incomplete", "该年没有列预算", "no budget is entered for the year"),
  no_debt: reason("inapplicable", "没有债务", "there is no debt"),
  no_service: reason("incomplete", "该债务没有本息发生", "nothing falls due on this debt"),
  no_coverage: reason("incomplete", "该债务由自定义行构成,覆盖倍数无法单独计算", "this debt is made of the user's own lines: its coverage cannot be told apart"),
  open_debt: reason(
    "incomplete",
    "计算期末仍有未偿债务,其后到期的本息无法与收入比较",
    "debt is still open when the horizon ends: what falls due later cannot be set against income",
  ),
  no_operation: reason("inapplicable", "没有经营收入", "there is no operating revenue"),
  no_margin: reason("inapplicable", "变动成本及税金不低于收入,无盈亏平衡点", "cost and taxes that move with revenue take all of it: no break-even point"),
  no_occupancy: reason("inapplicable", "没有随出租率变动的收入", "no revenue follows an occupancy"),
  no_sales: reason("inapplicable", "没有销售", "there are no sales"),
  always_met: reason("inapplicable", "降至零仍有盈余,无盈亏平衡点", "a surplus is left even at nothing: no break-even point"),
  never_met: reason("inapplicable", "提高到五倍仍不能平衡,无盈亏平衡点", "not even five times as much balances: no break-even point"),
  several_points: reason("incomplete", "存在多个平衡点", "several break-even points"),
  not_moved: reason(
    "incomplete",
    "没有随之变动的行(如售价由自定义行给出),无法求平衡点",
    "nothing moves with it, such as sales given by the user's own lines: no break-even point can be found",
  ),
  not_computed: reason("incomplete", "所依据的行存在错误或缺失,无法计算", "a line it rests on is missing or in error"),
  no_construction: reason("inapplicable", "无建设支出", "no construction spending"),
  no_area_balance: reason("inapplicable", "无面积平衡表", "there is no area balance"),
  no_plot: reason("inapplicable", "无地块", "there is no plot"),
  no_site: reason("incomplete", "净用地面积为零", "the net site area is zero"),
  no_investment: reason("inapplicable", "没有投资", "there is no investment"),
  no_equity: reason("inapplicable", "没有项目资本金", "there is no equity"),
  no_households: reason("incomplete", "未填写户数", "the number of households is not entered"),
  no_support: reason("inapplicable", "没有财政补助与返还", "no grants or rebates"),
  no_comfort: reason("no_target", "未填写控制线", "no comfort line is entered"),
  no_budget: {
    ...reason("incomplete", "未填写财政预算", "no public budget is entered"),
    wants: wants("conventions/publicBudget", "财政预算", "public budget"),
  },
} as const satisfies Record<string, ReasonWords>;

export type ReasonWord = keyof typeof REASONS;

/** Why a reducer has no answer, where its indicator has no words of its own. */
export const NO_ANSWER: Readonly<Record<NoAnswerCode, Text>> = {
  empty: { zh: "计算期内没有可计算的期间", en: "no period within the horizon to work it out from" },
  none: { zh: "没有使净现值为零的收益率,内部收益率不存在", en: "no rate exists: none makes the present value 0" },
  several: { zh: "存在多个内部收益率", en: "several rates" },
  notReached: { zh: "计算期内未达到", en: "not reached within the horizon" },
  neverNegative: { zh: "累计净现金流始终不为负,无回收期", en: "the cumulative flow is never negative" },
};

/** Said where a line it rests on carries an error. */
export const UNDECIDABLE: Text = REASONS.not_computed;
