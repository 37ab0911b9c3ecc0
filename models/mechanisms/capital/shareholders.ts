import { month, party, profile, rate, table } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { cash, flow, type LineSpec, ratio, stock } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";

const HOLDERS = ["investor", "soe", "city", "district", "entity", "operator", "contractor", "other"] as const;

/**
 * 项目公司股东: capital calls and dividends by share. Dividends are paid at the end of a year out of the profit not yet distributed, never more
 * than the cash above the minimum, the sinking amounts and the debt service of the year ahead. Without a policy nothing is distributed.
 */
export const spvShareholders = mechanism("spv_shareholders", {
  title: { zh: "项目公司股东与分红", en: "Shareholders of the project company" },
  summary: {
    zh: "股东按持股比例缴付资本金并按比例分红;分红以可供分配利润和现金为限,默认不分红。",
    en: "Shareholders pay capital calls and receive dividends by share; dividends are limited by distributable profit and by cash; none by default.",
  },
  family: "capital",
  clauses: ["jinhua-2020/3(3)", "national-law/capital-ratio"],
  checks: ["C06", "C17"],
  inputs: {
    company: party("项目公司", "project company", ["spv", "entity", "operator"]),
    shareholders: table("股东", "shareholders", {
      holder: party("股东", "shareholder", HOLDERS),
      share: rate("持股比例", "share", { whole: true, from: 0, to: 1, usual: [0.2, 0.8] }),
    }),
    calls: profile("amount", "CNY", "资本金缴付计划(全体股东)", "capital calls, all shareholders", { from: 0 }),
    payout: rate("分红比例(占可供分配利润;不填为不分红)", "share of distributable profit paid out (none when left out)", { from: 0, to: 1, optional: true, usual: [0.3, 0.8] }),
    dividendsFrom: month("起始分红月", "first month of dividends", "since", { optional: true }),
    sinking: profile("amount", "CNY", "偿债准备金提存(负数为动用)", "set aside for debt, negative when released", { optional: true }),
  },
  lines: (c) => [
    ratio("share_total", "持股比例合计", "shares in total", "sumrows(shareholders, row.held)", { convention: { zh: "应为100%", en: "to be 100 %" } }),
    ...perRow(c, "shareholders", () => [
      ratio("held", "持股比例", "share held", "row.share"),
      cash("paid_in", "实缴资本金", "capital paid in", "calls * row.share", {
        from: "row.holder",
        to: "company",
        role: "equity.paid_in",
        words: { investor: "row.holder" },
        posts: { debit: "cash", credit: "capital" },
      }),
    ]),
    ...(c.has("payout") ? dividendLines(c) : []),
  ],
});

function dividendLines(c: Component): readonly LineSpec[] {
  return [
    stock("sinking_fund", "偿债准备金", "set aside for debt", "given(sinking) ? max(0, running(sinking)) : 0"),
    flow(
      "cash_for_dividends",
      "可用于分红的现金",
      "cash a dividend may use",
      `max(0, prev(company.cash) + sum(payee = company) - sum(payer = company, role != equity.dividend) - sum(role = cash.restricted, holder = company)
        - convention.minimum_cash - sinking_fund - sum(role = debt.due_next_year, borrower = company))`,
      { convention: { zh: "扣除监管资金、最低余额、偿债准备与下一年度应还本息", en: "after supervised and minimum cash, sinking amounts and next year's debt service" } },
    ),
    flow(
      "dividend_total",
      "分红合计",
      "dividends in total",
      "yearend > 0 and month + dtmonths > (dividendsFrom or startmonth) ? min(max(0, account.undistributed_before) * payout, cash_for_dividends) : 0",
      { convention: { zh: "提取法定盈余公积后,以现金为限,年末支付", en: "after the legal reserve, limited by cash, paid at the end of the year" } },
    ),
    ...perRow(c, "shareholders", () => [
      cash("dividend", "分红", "dividend", "dividend_total * row.share", {
        from: "company",
        to: "row.holder",
        role: "equity.dividend",
        words: { investor: "row.holder" },
        posts: { debit: "dividend", credit: "cash" },
      }),
    ]),
  ];
}
