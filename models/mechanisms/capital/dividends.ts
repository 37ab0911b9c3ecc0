import { type InputSpec, money, month, profile, rate, table, word } from "../../terms/inputs.ts";
import { type Component, perRow } from "../define/component.ts";
import { cash, flow, type LineSpec, stock } from "../define/lines.ts";

/** Policy of dividends; without it nothing is distributed. */
export const dividendInputs = {
  payout: rate("分红比例(占可供分配利润;不填为不分红)", "share of distributable profit paid out (none when left out)", { from: 0, to: 1, optional: true, usual: [0.3, 0.8] }),
  dividendsFrom: month("起始分红月", "first month of dividends", "since", { optional: true }),
  minimumCash: money("分红后最低现金(不填用文件约定)", "least cash left after dividends (the file's when left out)", { from: 0, optional: true, usual: [0, 5000000] }),
  sinking: profile("amount", "CNY", "偿债准备金提存(负数为动用)", "set aside for debt, negative when released", { optional: true }),
  sinkingBalance: profile("rate", "CNY", "偿债准备金应有余额(自各日期起;填写后不用提存数)", "balance set aside for debt, from each date on; takes the place of the amounts", {
    from: 0,
    optional: true,
    usual: [0, 5000000],
  }),
  reservedDebts: table(
    "须预留下一年度本息的债务(不填为全部)",
    "debts whose next year's service is kept (all when left out)",
    { debt: word("债务(组件代码)", "debt (id of its component)") },
    { optional: true, namedBy: ["debt"] },
  ),
} satisfies Record<string, InputSpec>;

/** Dividends at the end of a year: out of the company's own profit not yet distributed, and of cash nothing else is waiting for. */
export function dividendLines(c: Component): readonly LineSpec[] {
  if (!c.has("payout")) return [];
  const debts = c.rows("reservedDebts").length > 0 ? ", component = reservedDebts.debt" : "";
  const sinking = c.has("sinkingBalance") ? "sinkingBalance" : c.has("sinking") ? "max(0, running(sinking))" : "0";
  return [
    stock("sinking_fund", "偿债准备金", "set aside for debt", sinking),
    flow(
      "cash_for_dividends",
      "可用于分红的现金",
      "cash a dividend may use",
      `max(0, prev(company.cash) + sum(payee = company) - sum(payer = company, role != equity.dividend) - sum(role = cash.restricted, holder = company)
        - (minimumCash or convention.minimum_cash) - sinking_fund - sum(role = debt.due_next_year, borrower = company${debts}))`,
      { convention: { zh: "扣除监管资金、最低余额、偿债准备与下一年度应还本息", en: "after supervised and minimum cash, sinking amounts and next year's debt service" } },
    ),
    flow(
      "dividend_total",
      "分红合计",
      "dividends in total",
      `yearend > 0 and month + dtmonths > (dividendsFrom or startmonth)
        ? min(max(0, own_before - sum(payer = company, role = equity.fund_distribution)) * payout, cash_for_dividends) : 0`,
      {
        convention: {
          zh: "以本公司提取法定盈余公积后的可供分配利润和现金为限,年末支付",
          en: "limited by the company's own profit after the legal reserve, and by cash; paid at the end of the year",
        },
      },
    ),
    ...perRow(c, "shareholders", () => [
      cash("dividend", "分红", "dividend", "dividend_total * stake", {
        from: "company",
        to: "row.holder",
        role: "equity.dividend",
        words: { investor: "row.holder" },
        posts: { debit: "dividend", credit: "cash" },
      }),
    ]),
  ];
}
