import type { Decimal } from "decimal.js";
import { lowestOf } from "../../statements/indicators/balances.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import type { ModelView } from "../../statements/view.ts";
import { BROKEN_LINES, decided, inWan, undecided, type Verdict, type VerdictHead } from "./verdict.ts";

const STATIC: VerdictHead = {
  id: "B2",
  title: { zh: "静态总平衡", en: "Static balance" },
  definition: {
    zh: "全生命周期、不折现:项目边界的流入合计减流出合计不小于零。资本金、借款与债券本金、利润分配不计入任何一方;利息(含资本化利息)、费用、税金为流出;外部支持按审批状态计入。",
    en: "Over the whole life, undiscounted: inflows less outflows of the project perimeter are not negative. Equity, principal and distributions are on neither side; interest (capitalised interest included), fees and taxes are outflows; support counts by status.",
  },
};

/** B2: all sources against all uses. */
export function staticVerdict(view: ModelView): Verdict {
  const margin = view.scalar("project.static_balance");
  const lines = ["project.static_balance", "project.sources", "project.uses"];
  if (margin === undefined) return undecided(STATIC, BROKEN_LINES, lines);
  const pass = margin.greaterThanOrEqualTo(`-${MONEY_TOLERANCE}`);
  const amount = inWan(margin.abs());
  return decided(
    STATIC,
    pass,
    pass
      ? { zh: `盈余 ${amount.zh}`, en: `surplus of ${amount.en}` }
      : { zh: `缺口 ${amount.zh}`, en: `gap of ${amount.en}` },
    lines,
    { margin, unit: "CNY" },
  );
}

const CONSTRUCTION: VerdictHead = {
  id: "B3",
  title: { zh: "建设期筹资平衡", en: "Funding during construction" },
  definition: {
    zh: "有建设支出的每一年年末:已到位的资本金、其他资金、回款与期初资金之和,加未提取授信额度,累计不小于累计支出。",
    en: "At the end of every year with construction spending: equity, other funding, receipts and opening cash plus undrawn facilities cover spending, cumulatively.",
  },
};

/** B3: no cumulative funding gap at the end of a construction year. */
export function constructionVerdict(view: ModelView): Verdict {
  const lines = ["project.fundable", "project.cash_free", "project.undrawn", "project.investment"];
  const [fundable, spending] = [view.yearly("project.fundable"), view.yearly("project.investment")];
  if (fundable === undefined || spending === undefined) return undecided(CONSTRUCTION, BROKEN_LINES, lines);
  const years = view.years
    .map((year, index) => ({
      label: year.label,
      value: fundable[index],
      building: spending[index]?.greaterThan(0) ?? false,
    }))
    .filter((year) => year.building && year.value !== undefined) as { label: string; value: Decimal }[];
  if (years.length === 0)
    return undecided(CONSTRUCTION, { zh: "无建设支出,不适用", en: "no construction spending: does not apply" }, lines);
  const lowest = lowestOf(years.map((year) => year.value));
  const failing = years.find((year) => year.value.lessThan(`-${MONEY_TOLERANCE}`));
  const amount = inWan(lowest.value.abs());
  const year = years[lowest.index]?.label ?? "";
  const message =
    failing === undefined
      ? { zh: `最紧 ${year} 年末尚余 ${amount.zh}`, en: `tightest at the end of ${year}: ${amount.en} left` }
      : { zh: `${year} 年末累计缺口 ${amount.zh}`, en: `cumulative gap of ${amount.en} at the end of ${year}` };
  return decided(CONSTRUCTION, failing === undefined, message, lines, {
    margin: lowest.value,
    unit: "CNY",
    ...(failing === undefined ? {} : { firstFailing: failing.label }),
  });
}

const ROLLING: VerdictHead = {
  id: "B4",
  title: { zh: "滚动现金", en: "Rolling cash" },
  definition: {
    zh: "含全部筹资、分配后,每个计算期期末可动用资金不低于最低现金余额。",
    en: "With all financing, after distributions, unrestricted cash is not below the minimum balance at the end of any period.",
  },
};

/** B4: cash in every engine period. */
export function rollingVerdict(view: ModelView): Verdict {
  const lines = ["project.cash_free", "project.cash", "project.net"];
  const cash = view.series("project.cash_free");
  if (cash === undefined) return undecided(ROLLING, BROKEN_LINES, lines);
  const headroom = cash.map((value) => value.minus(view.conventions.minimumCash));
  const lowest = lowestOf(headroom);
  const failing = headroom.findIndex((value) => value.lessThan(`-${MONEY_TOLERANCE}`));
  const amount = inWan(lowest.value.abs());
  const period = view.periodLabels[lowest.index] ?? "";
  const message =
    failing < 0
      ? { zh: `最低 ${period} 高于下限 ${amount.zh}`, en: `lowest in ${period}: ${amount.en} above the minimum` }
      : { zh: `最深 ${period} 缺 ${amount.zh}`, en: `deepest in ${period}: short of ${amount.en}` };
  const firstFailing = view.periodLabels[failing];
  return decided(ROLLING, failing < 0, message, lines, {
    margin: lowest.value,
    unit: "CNY",
    ...(firstFailing === undefined ? {} : { firstFailing }),
  });
}
