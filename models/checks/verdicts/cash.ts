import { inWan, type VerdictWords } from "./verdict.ts";

/** B2: all sources against all uses. */
export const staticBalance: VerdictWords = {
  id: "B2",
  title: { zh: "静态总平衡", en: "Static balance" },
  definition: {
    zh: "全生命周期、不折现:项目边界的流入合计减流出合计不小于零。资本金、借款与债券本金、利润分配不计入任何一方;利息(含资本化利息)、费用、税金为流出;外部支持按审批状态计入。",
    en: "Over the whole life, undiscounted: inflows less outflows of the project perimeter are not negative. Equity, principal and distributions are on neither side; interest (capitalised interest included), fees and taxes are outflows; support counts by status.",
  },
  unit: "CNY",
  lines: ["project.static_balance", "project.sources", "project.uses", "uncounted.in", "uncounted.out"],
  decided: ({ pass, margin }) => {
    const amount = inWan(margin.abs());
    return pass
      ? { zh: `盈余 ${amount.zh}`, en: `surplus of ${amount.en}` }
      : { zh: `缺口 ${amount.zh}`, en: `gap of ${amount.en}` };
  },
};

/** B3: no cumulative funding gap at the end of a construction year. */
export const construction: VerdictWords = {
  id: "B3",
  title: { zh: "建设期筹资平衡", en: "Funding during construction" },
  definition: {
    zh: "有建设支出的每一年年末:已到位的资本金、其他资金、回款与期初资金之和,加未提取授信额度,累计不小于累计支出。",
    en: "At the end of every year with construction spending: equity, other funding, receipts and opening cash plus undrawn facilities cover spending, cumulatively.",
  },
  unit: "CNY",
  lines: ["project.fundable", "project.cash_free", "project.undrawn", "project.investment"],
  fails: "year",
  decided: ({ pass, margin, at }) => {
    const amount = inWan(margin.abs());
    return pass
      ? { zh: `最紧 ${at} 年末尚余 ${amount.zh}`, en: `tightest at the end of ${at}: ${amount.en} left` }
      : { zh: `${at} 年末累计缺口 ${amount.zh}`, en: `cumulative gap of ${amount.en} at the end of ${at}` };
  },
};

/** B4: cash in every engine period. */
export const rolling: VerdictWords = {
  id: "B4",
  title: { zh: "滚动现金", en: "Rolling cash" },
  definition: {
    zh: "含全部筹资、分配后,每个计算期期末可动用资金不低于最低现金余额。",
    en: "With all financing, after distributions, unrestricted cash is not below the minimum balance at the end of any period.",
  },
  unit: "CNY",
  lines: ["project.cash_free", "project.cash", "project.net"],
  fails: "period",
  decided: ({ pass, margin, at }) => {
    const amount = inWan(margin.abs());
    return pass
      ? { zh: `最低 ${at} 高于下限 ${amount.zh}`, en: `lowest in ${at}: ${amount.en} above the minimum` }
      : { zh: `最深 ${at} 缺 ${amount.zh}`, en: `deepest in ${at}: short of ${amount.en}` };
  },
};
